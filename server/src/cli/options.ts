import type { Language } from "../diagnostics/language.ts";

/** One option of the command line: everything that parsing and the help need to know about it. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** What its value is called in the help; an option without one takes no value. */
  readonly label?: string;
  readonly choices?: readonly string[];
  readonly help: Readonly<Record<Language, string>>;
}

export interface CommandSpec {
  readonly name: string;
  /** How its arguments are written: `[PATH…]`. */
  readonly usage: string;
  readonly summary: Readonly<Record<Language, string>>;
  readonly options: readonly OptionSpec[];
}

const root: OptionSpec = {
  name: "root",
  label: "DIR",
  help: {
    en: "the folder whose .bdg files belong together; else the git work tree, else the file's folder",
    vi: "thư mục có các tệp .bdg thuộc về nhau; nếu không nêu: kho git, hoặc thư mục của tệp",
  },
};

const asOf: OptionSpec = {
  name: "as-of",
  label: "DATE",
  help: {
    en: "judge as of this date (2025-06-30); else today",
    vi: "đánh giá tính đến ngày này (2025-06-30); nếu không nêu: hôm nay",
  },
};

/** Options that every command takes, told in the help of those for which they mean something. */
export const takenEverywhere: readonly OptionSpec[] = [root, asOf];

export const general: readonly OptionSpec[] = [
  {
    name: "lang",
    label: "LANG",
    choices: ["vi", "en"],
    help: {
      en: "language of messages and headings; else that of the system",
      vi: "ngôn ngữ của thông báo và tiêu đề; nếu không nêu: theo hệ thống",
    },
  },
  {
    name: "color",
    label: "WHEN",
    choices: ["auto", "always", "never"],
    help: {
      en: "colours: auto (on a terminal), always, never",
      vi: "tô màu: auto (khi ở cửa sổ dòng lệnh), always (luôn), never (không)",
    },
  },
  { name: "quiet", help: { en: "nothing but the result itself", vi: "chỉ in kết quả, không in gì thêm" } },
  { name: "help", short: "h", help: { en: "show this help", vi: "hiện phần trợ giúp này" } },
];

const commands = [
  {
    name: "check",
    usage: "[PATH…]",
    summary: { en: "check plans and print the problems", vi: "kiểm tra kế hoạch và in ra các vấn đề" },
    options: [
      {
        name: "format",
        label: "FORMAT",
        choices: ["pretty", "json", "sarif", "github", "junit"],
        help: {
          en: "pretty (for people), json, sarif (code scanning), github (annotations), junit (test reports)",
          vi: "pretty (cho người đọc), json, sarif (quét mã), github (chú thích trên GitHub), junit (báo cáo kiểm thử)",
        },
      },
      {
        name: "fail-on",
        label: "LEVEL",
        choices: ["error", "missed", "at-risk", "never"],
        help: {
          en: "what makes the exit status 1: error; missed (also missed, no data, overdue); at-risk (also off track, at risk); never",
          vi: "khi nào mã thoát là 1: error (lỗi); missed (cả không đạt, chưa có số liệu, quá hạn); at-risk (cả chậm tiến độ, có nguy cơ); never (không bao giờ)",
        },
      },
      {
        name: "watch",
        help: {
          en: "check again after every change, until stopped",
          vi: "kiểm tra lại sau mỗi thay đổi, cho đến khi dừng",
        },
      },
      root,
      asOf,
      ...general,
    ],
  },
  {
    name: "export",
    usage: "[PATH…] [-o OUT]",
    summary: {
      en: "write the summary table of indicators and tasks",
      vi: "xuất bảng tổng hợp chỉ tiêu và nhiệm vụ",
    },
    options: [
      {
        name: "output",
        short: "o",
        label: "OUT",
        help: {
          en: "the file to write; else the table is printed",
          vi: "tệp cần ghi; nếu không nêu thì in ra màn hình",
        },
      },
      {
        name: "format",
        label: "FORMAT",
        choices: ["md", "csv", "xlsx", "docx", "html", "json", "iati", "sdmx", "parquet"],
        help: {
          en: "md, csv, xlsx, docx, html, json, iati (XML), sdmx (CSV), parquet (a folder); else from OUT's ending, else md; xlsx, docx and parquet need OUT",
          vi: "md, csv, xlsx, docx, html, json, iati (XML), sdmx (CSV), parquet (thư mục); nếu không nêu: theo đuôi của OUT, hoặc md; xlsx, docx và parquet cần có OUT",
        },
      },
      {
        name: "body",
        label: "BODY",
        help: { en: "only what this body leads", vi: "chỉ phần do cơ quan này chủ trì" },
      },
      {
        name: "by-body",
        help: {
          en: "a table for each lead body; not in json, iati, sdmx and parquet",
          vi: "mỗi cơ quan chủ trì một bảng; không dùng cho json, iati, sdmx và parquet",
        },
      },
      {
        name: "no-forecast",
        help: {
          en: "leave out the column of forecasts; not in json, iati, sdmx and parquet",
          vi: "bỏ cột dự báo; không dùng cho json, iati, sdmx và parquet",
        },
      },
      {
        name: "no-bom",
        help: { en: "CSV without a byte-order mark", vi: "CSV không có dấu thứ tự byte (BOM)" },
      },
      root,
      asOf,
      ...general,
    ],
  },
  {
    name: "clauses",
    usage: "DOC",
    summary: {
      en: "list the clauses of a document (.txt, .md, .docx)",
      vi: "liệt kê điều khoản của văn bản (.txt, .md, .docx)",
    },
    options: [
      {
        name: "format",
        label: "FORMAT",
        choices: ["pretty", "json"],
        help: { en: "pretty (for people) or json", vi: "pretty (cho người đọc) hoặc json" },
      },
      {
        name: "commitments",
        help: { en: "add what each clause promises", vi: "thêm các cam kết trong từng điều khoản" },
      },
      {
        name: "compare",
        label: "NEW",
        help: {
          en: "what is different in a new version of DOC, as Markdown; exit status 1 if something is",
          vi: "nêu chỗ khác nhau trong phiên bản mới của DOC, dạng Markdown; mã thoát là 1 nếu có",
        },
      },
      ...general,
    ],
  },
  {
    name: "init",
    usage: "DOC [-o FILE]",
    summary: {
      en: "make a new plan file from a document (.txt, .md, .docx)",
      vi: "soạn tệp kế hoạch mới từ một văn bản (.txt, .md, .docx)",
    },
    options: [
      {
        name: "output",
        short: "o",
        label: "FILE",
        help: {
          en: "the .bdg file to write, which must not be there yet; else it is printed",
          vi: "tệp .bdg cần ghi, phải chưa tồn tại; nếu không nêu thì in ra màn hình",
        },
      },
      {
        name: "keywords",
        label: "LANG",
        choices: ["en", "vi"],
        help: {
          en: "keywords in English (en) or Vietnamese (vi); else in the document's language",
          vi: "từ khóa tiếng Anh (en) hoặc tiếng Việt (vi); nếu không nêu: theo ngôn ngữ của văn bản",
        },
      },
      ...general,
    ],
  },
  {
    name: "coverage",
    usage: "[PATH…]",
    summary: {
      en: "list which commitments of the plan documents are taken up",
      vi: "liệt kê cam kết nào trong văn bản đã được theo dõi",
    },
    options: [
      {
        name: "format",
        label: "FORMAT",
        choices: ["pretty", "md", "csv", "json"],
        help: {
          en: "pretty (for people), md, csv or json",
          vi: "pretty (cho người đọc), md, csv hoặc json",
        },
      },
      {
        name: "fail-on",
        label: "LEVEL",
        choices: ["differs", "not-covered", "never"],
        help: {
          en: "what makes the exit status 1: differs (a target says something else than its clause); not-covered (also a clause that nobody takes up); never (default)",
          vi: "khi nào mã thoát là 1: differs (mục tiêu khác với điều khoản); not-covered (cả điều khoản chưa theo dõi); never (không bao giờ, mặc định)",
        },
      },
      {
        name: "no-bom",
        help: { en: "CSV without a byte-order mark", vi: "CSV không có dấu thứ tự byte (BOM)" },
      },
      root,
      ...general,
    ],
  },
  {
    name: "fmt",
    usage: "[PATH…]",
    summary: { en: "put .bdg files in order", vi: "trình bày lại các tệp .bdg cho ngay ngắn" },
    options: [
      {
        name: "check",
        help: {
          en: "write nothing; name the files that are not in order, exit status 1 if there are some",
          vi: "không ghi gì; nêu các tệp chưa ngay ngắn, mã thoát là 1 nếu có",
        },
      },
      {
        name: "keywords",
        label: "LANG",
        choices: ["en", "vi"],
        help: {
          en: "spell all keywords in English (en) or Vietnamese (vi)",
          vi: "viết mọi từ khóa bằng tiếng Anh (en) hoặc tiếng Việt (vi)",
        },
      },
      root,
      ...general,
    ],
  },
  {
    name: "lsp",
    usage: "--stdio",
    summary: { en: "the language server, for any editor", vi: "máy chủ ngôn ngữ, cho mọi trình soạn thảo" },
    options: [
      {
        name: "stdio",
        help: { en: "talk over standard input and output", vi: "trao đổi qua đầu vào và đầu ra chuẩn" },
      },
      ...general,
    ],
  },
] as const satisfies readonly CommandSpec[];

export type CommandName = (typeof commands)[number]["name"];

export const commandSpecs: readonly (CommandSpec & { readonly name: CommandName })[] = commands;
