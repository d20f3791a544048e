import type { Language } from "../diagnostics/language.ts";
import type { HolesIn } from "../diagnostics/message-template.ts";

/** What the command line itself says, apart from the problems of plans (those stand in the catalog). */
export const cliMessages = {
  "unknown-command": {
    en: "There is no command “{command}”.{hint} “bdg --help” lists them.",
    vi: "Không có lệnh “{command}”.{hint} “bdg --help” liệt kê các lệnh.",
  },
  "unknown-option": {
    en: "“bdg {command}” has no option “{option}”.{hint} “bdg {command} --help” lists them.",
    vi: "“bdg {command}” không có tùy chọn “{option}”.{hint} “bdg {command} --help” liệt kê các tùy chọn.",
  },
  "did-you-mean": { en: " Did you mean “{word}”?", vi: " Có phải ý bạn là “{word}”?" },
  "value-missing": {
    en: "“{option}” needs a value: {option} {label}",
    vi: "“{option}” cần một giá trị: {option} {label}",
  },
  "value-unwanted": { en: "“{option}” takes no value.", vi: "“{option}” không nhận giá trị." },
  "value-wrong": {
    en: "“{value}” is no value of {option}. It takes {choices}.",
    vi: "“{value}” không phải là giá trị của {option}. Tùy chọn này nhận {choices}.",
  },
  "argument-empty": {
    en: "An argument is empty. Name a file or folder, or leave it out; perhaps a variable is not set.",
    vi: "Có đối số để trống. Hãy nêu tệp hoặc thư mục, hoặc bỏ đối số đó; có thể một biến chưa có giá trị.",
  },
  "option-without-effect": {
    en: "“{option}” does nothing in {format}. Leave it out, or choose a format that heeds it: {formats}.",
    vi: "“{option}” không có tác dụng với {format}. Hãy bỏ tùy chọn này, hoặc chọn định dạng có dùng đến nó: {formats}.",
  },
  "compare-alone": {
    en: "“{option}” does nothing with “--compare”, which prints Markdown. Leave out one of the two.",
    vi: "“{option}” không có tác dụng khi có “--compare”, vì kết quả là Markdown. Hãy bỏ một trong hai.",
  },
  "date-wrong": {
    en: "“{value}” is not a date. Write year-month-day, for example 2025-06-30.",
    vi: "“{value}” không phải là ngày. Hãy viết năm-tháng-ngày, ví dụ 2025-06-30.",
  },
  "format-unknown": {
    en: "The ending of “{path}” says no format. Use one of {endings}, or add --format.",
    vi: "Phần đuôi của “{path}” không cho biết định dạng. Hãy dùng một trong {endings}, hoặc thêm --format.",
  },
  "output-needed": {
    en: "A {format} file can't be printed. Name the file to write: -o OUT.{format}",
    vi: "Tệp {format} không thể in ra màn hình. Hãy nêu tệp cần ghi: -o OUT.{format}",
  },
  "folder-needed": {
    en: "The format {format} is a folder of files. Name it: -o FOLDER",
    vi: "Định dạng {format} là một thư mục gồm nhiều tệp. Hãy nêu tên: -o THƯ-MỤC",
  },
  "body-unknown": {
    en: "No body “{body}” leads anything here. There are {bodies}.",
    vi: "Không có cơ quan chủ trì “{body}”. Hiện có {bodies}.",
  },
  "no-lead": {
    en: "Nothing here names a lead body, so there is nothing of “{body}”. Write who leads: lead …",
    vi: "Ở đây chưa nêu cơ quan chủ trì nào nên không có phần của “{body}”. Hãy ghi rõ: chủ trì …",
  },
  "would-overwrite-plan": {
    en: "“{path}” is a plan; an export would replace it. Name another file.",
    vi: "“{path}” là tệp kế hoạch; xuất ra sẽ ghi đè lên nó. Hãy đặt tên tệp khác.",
  },
  "document-needed": {
    en: "Name one document: bdg {command} DOC",
    vi: "Hãy nêu một văn bản: bdg {command} DOC",
  },
  "plan-exists": {
    en: "“{path}” is there already and is not replaced. Name another file.",
    vi: "“{path}” đã có nên không ghi đè. Hãy đặt tên tệp khác.",
  },
  "plan-file-name": {
    en: "“{path}” is no name for a plan. It must end in .bdg.",
    vi: "“{path}” không phải là tên tệp kế hoạch. Tên tệp phải có đuôi .bdg.",
  },
  "no-clauses": {
    en: "“{path}” has no numbered clauses (I., 1., a), -), so there is nothing to make a plan from.",
    vi: "“{path}” không có mục nào được đánh số (I., 1., a), -) nên không soạn được kế hoạch.",
  },
  "no-commitments": {
    en: "No number with a date was recognised in “{path}”: the new plan has no indicators.",
    vi: "Không nhận ra con số có thời hạn nào trong “{path}”: kế hoạch mới chưa có chỉ tiêu.",
  },
  drafted: {
    en: "indicators: {indicators}, tasks: {tasks}, to be looked at (“# check:”): {checks}",
    vi: "số chỉ tiêu: {indicators}, số nhiệm vụ: {tasks}, số chỗ cần xem lại (“# check:”): {checks}",
  },
  "stdio-needed": {
    en: "The server needs --stdio: bdg lsp --stdio",
    vi: "Máy chủ cần --stdio: bdg lsp --stdio",
  },
  "too-many-arguments": { en: "“{argument}” is one argument too many.", vi: "Thừa đối số “{argument}”." },

  "path-missing": { en: "There is no file or folder “{path}”.", vi: "Không có tệp hay thư mục “{path}”." },
  "path-unreadable": {
    en: "“{path}” cannot be read: access is denied.",
    vi: "Không đọc được “{path}”: không có quyền truy cập.",
  },
  "not-a-bdg-file": {
    en: "“{path}” is not a .bdg file. Name .bdg files, or folders that hold some.",
    vi: "“{path}” không phải là tệp .bdg. Hãy nêu tệp .bdg hoặc thư mục có tệp .bdg.",
  },
  "no-bdg-files": { en: "There is no .bdg file in “{path}”.", vi: "Không có tệp .bdg nào trong “{path}”." },
  "path-outside-root": {
    en: "“{path}” is outside the root. Name a folder that holds everything with --root.",
    vi: "“{path}” nằm ngoài thư mục gốc. Hãy dùng --root để nêu thư mục chứa tất cả.",
  },
  "path-outside-root-written": {
    en: "“{file}” is outside the root, so it is not read. Name a folder that holds both with --root.",
    vi: "“{file}” nằm ngoài thư mục gốc nên không được đọc. Hãy dùng --root để nêu thư mục chứa cả hai.",
  },
  "root-not-a-folder": {
    en: "The root “{path}” is not a folder.",
    vi: "Thư mục gốc “{path}” không phải là thư mục.",
  },
  "folder-unreadable": {
    en: "The folder “{path}” cannot be read: access to it is denied. What lies in it is missing.",
    vi: "Không đọc được thư mục “{path}”: không có quyền truy cập. Nội dung trong đó bị thiếu.",
  },
  "folder-system-error": {
    en: "The folder “{path}” cannot be read: the system reports an error. What lies in it is missing.",
    vi: "Không đọc được thư mục “{path}”: hệ thống báo lỗi. Nội dung trong đó bị thiếu.",
  },

  "file-missing": { en: "There is no file “{path}”.", vi: "Không có tệp “{path}”." },
  "file-broken-link": {
    en: "“{path}” is a link that leads to nothing. Delete it, or mend where it leads.",
    vi: "“{path}” là liên kết dẫn đến chỗ không có gì. Hãy xóa, hoặc sửa nơi liên kết dẫn đến.",
  },
  "file-unreadable": {
    en: "“{path}” cannot be read: access to it is denied.",
    vi: "Không đọc được “{path}”: không có quyền đọc tệp.",
  },
  "file-not-a-file": {
    en: "“{path}” is not an ordinary file but a pipe or a device; it is not read.",
    vi: "“{path}” không phải là tệp thường mà là ống dẫn hoặc thiết bị nên không được đọc.",
  },
  "file-system-error": {
    en: "“{path}” cannot be read: the system reports an error.",
    vi: "Không đọc được “{path}”: hệ thống báo lỗi.",
  },
  "file-is-a-folder": { en: "“{path}” is a folder, not a file.", vi: "“{path}” là thư mục, không phải tệp." },
  "file-too-large": {
    en: "“{path}” is too large: files up to {limit} are read.",
    vi: "“{path}” quá lớn: chỉ đọc tệp không quá {limit}.",
  },
  "file-not-utf8": {
    en: "“{path}” is not UTF-8 text. Save it with the encoding UTF-8.",
    vi: "“{path}” không phải là văn bản UTF-8. Hãy lưu lại với bảng mã UTF-8.",
  },
  "file-binary": { en: "“{path}” is not text.", vi: "“{path}” không phải là tệp văn bản." },
  "file-outside-root": {
    en: "“{path}” is a link that leads outside the root; it is not read. Name a folder that holds both with --root.",
    vi: "“{path}” là liên kết dẫn ra ngoài thư mục gốc nên không được đọc. Hãy dùng --root để nêu thư mục chứa cả hai.",
  },
  "file-encrypted": {
    en: "A password protects “{path}”. Save it without one.",
    vi: "“{path}” được bảo vệ bằng mật khẩu. Hãy lưu lại không có mật khẩu.",
  },
  "file-damaged": {
    en: "“{path}” is damaged or no Word document. Open it in Word and save it again as .docx.",
    vi: "“{path}” bị hỏng hoặc không phải là văn bản Word. Hãy mở bằng Word và lưu lại dạng .docx.",
  },
  "file-too-complex": {
    en: "“{path}” holds more than can be read safely. Save its text as a .docx or .txt of its own.",
    vi: "“{path}” chứa quá nhiều nội dung để đọc an toàn. Hãy lưu riêng phần văn bản thành tệp .docx hoặc .txt.",
  },
  "file-not-docx": {
    en: "“{path}” is an office file of another kind, not a Word document.",
    vi: "“{path}” là tệp văn phòng loại khác, không phải văn bản Word.",
  },
  "file-not-xlsx": {
    en: "“{path}” is an office file of another kind, not an Excel workbook.",
    vi: "“{path}” là tệp văn phòng loại khác, không phải bảng tính Excel.",
  },
  "file-old-office": {
    en: "“{path}” is an old .doc or .xls under another name. Open it in Word or Excel and save it as .docx or .xlsx.",
    vi: "“{path}” là tệp .doc hoặc .xls cũ mang đuôi khác. Hãy mở bằng Word hoặc Excel và lưu lại dạng .docx hoặc .xlsx.",
  },
  "file-unsupported-format": {
    en: "“{path}” cannot be read in this format. Save it as .docx, or as text (.txt, UTF-8), and name that file.",
    vi: "Không đọc được định dạng của “{path}”. Hãy lưu thành .docx hoặc văn bản thuần (.txt, UTF-8) rồi dùng tệp đó.",
  },

  "export-incomplete": {
    en: "The table is not written: what cannot be read would be missing from it.",
    vi: "Bảng không được ghi: phần không đọc được sẽ bị thiếu trong đó.",
  },
  "coverage-incomplete": {
    en: "The table of coverage is not printed: what cannot be read would be missing from it.",
    vi: "Bảng bao quát không được in: phần không đọc được sẽ bị thiếu trong đó.",
  },
  "write-no-folder": {
    en: "“{path}” is not written: its folder is not there.",
    vi: "Không ghi được “{path}”: thư mục chứa nó không tồn tại.",
  },
  "write-is-a-folder": {
    en: "“{path}” is not written: it is a folder.",
    vi: "Không ghi được “{path}”: đó là thư mục.",
  },
  "write-not-a-file": {
    en: "“{path}” is not written: it is not an ordinary file. Leave out -o to print.",
    vi: "Không ghi được “{path}”: đó không phải là tệp thường. Bỏ -o để in ra màn hình.",
  },
  "write-read-only": {
    en: "“{path}” is not written: it is read-only.",
    vi: "Không ghi được “{path}”: tệp chỉ cho phép đọc.",
  },
  "write-no-permission": {
    en: "“{path}” is not written: access to its folder is denied.",
    vi: "Không ghi được “{path}”: không có quyền ghi vào thư mục.",
  },
  "write-busy": {
    en: "“{path}” is not written: another program has it open. Close it there and try again.",
    vi: "Không ghi được “{path}”: chương trình khác đang mở tệp này. Hãy đóng lại rồi thử lại.",
  },
  "write-disk-full": {
    en: "“{path}” is not written: the disk is full.",
    vi: "Không ghi được “{path}”: ổ đĩa đã đầy.",
  },
  "write-failed": {
    en: "“{path}” is not written: the disk reported an error. The old file is as it was.",
    vi: "Không ghi được “{path}”: ổ đĩa báo lỗi. Tệp cũ vẫn nguyên vẹn.",
  },

  "plans-in-one-folder": {
    en: "“{first}” and “{second}” hold plans of the same name, which would be one in “{folder}”. Give one of them another name (capitals don't count), or export each into a folder of its own.",
    vi: "“{first}” và “{second}” có kế hoạch cùng tên nên sẽ bị gộp làm một trong “{folder}”. Hãy đặt tên khác cho một kế hoạch (không phân biệt chữ hoa, chữ thường), hoặc xuất mỗi kế hoạch vào một thư mục riêng.",
  },
  "earlier-removed": {
    en: "Removed, left of an earlier export: {path}",
    vi: "Đã xóa tệp của lần xuất trước: {path}",
  },
  "earlier-not-removed": {
    en: "“{path}” is left of an earlier export and can't be removed; it would still be counted. Remove it yourself.",
    vi: "Không xóa được “{path}” của lần xuất trước; tệp này vẫn sẽ được tính. Hãy tự xóa tệp.",
  },
  "output-disk-full": {
    en: "The output is not written whole: the disk is full.",
    vi: "Chưa ghi được hết đầu ra: ổ đĩa đã đầy.",
  },
  "output-failed": {
    en: "The output is not written whole: the system reports an error.",
    vi: "Chưa ghi được hết đầu ra: hệ thống báo lỗi.",
  },

  written: { en: "Written: {path}", vi: "Đã ghi: {path}" },
  "left-as-it-is": {
    en: "“{path}” has declarations that cannot be read; they are left as they are. “bdg check” says why.",
    vi: "“{path}” có khai báo không đọc được; các khai báo đó được giữ nguyên. “bdg check” nêu lý do.",
  },
  "no-plan": {
    en: "No plan, indicator or task in what was named: the table is empty.",
    vi: "Phần được nêu không có kế hoạch, chỉ tiêu hay nhiệm vụ nào: bảng trống.",
  },
  "table-incomplete": {
    en: "Errors: {count}, in {files}. What they concern may be missing from the table; “bdg check” lists them.",
    vi: "Số lỗi: {count}, trong {files}. Bảng có thể thiếu nội dung liên quan; “bdg check” liệt kê các lỗi.",
  },
  "no-document": {
    en: "No plan in what was named names a document that can be read: the table is empty.",
    vi: "Phần được nêu không có kế hoạch nào nêu văn bản đọc được: bảng trống.",
  },
  watching: {
    en: "Checking again after every change. Stop with Ctrl+C.",
    vi: "Sẽ kiểm tra lại sau mỗi thay đổi. Dừng bằng Ctrl+C.",
  },
  reading: { en: "Reading files: {done} of {total}", vi: "Đang đọc {done}/{total} tệp" },
  "severity-error": { en: "error", vi: "lỗi" },
  "severity-warning": { en: "warning", vi: "cảnh báo" },
  "severity-information": { en: "information", vi: "thông tin" },
  "severity-hint": { en: "hint", vi: "gợi ý" },
  "count-error": { en: "errors: {count}", vi: "{count} lỗi" },
  "count-warning": { en: "warnings: {count}", vi: "{count} cảnh báo" },
  "count-information": { en: "information: {count}", vi: "{count} thông tin" },
  "count-hint": { en: "hints: {count}", vi: "{count} gợi ý" },
  "count-unread": { en: "not read: {count}", vi: "không đọc được: {count}" },
  "no-problems": { en: "no problems", vi: "không có vấn đề nào" },
  summary: {
    en: "{counts} · files checked: {files} · as of {date}",
    vi: "{counts} · số tệp đã kiểm tra: {files} · tính đến {date}",
  },

  "clause-gap": { en: "there is no {missing}", vi: "không có {missing}" },
  "clause-count": { en: "clauses: {count}", vi: "số điều khoản: {count}" },
  "internal-error": {
    en: "This is a fault of bdg itself, not of your files. Please report it with the lines below.",
    vi: "Đây là lỗi của chính bdg, không phải của tệp của bạn. Vui lòng báo lại kèm các dòng dưới đây.",
  },
} as const satisfies Readonly<Record<string, { readonly en: string; readonly vi: string }>>;

export type CliMessage = keyof typeof cliMessages;
export type CliHoles<Key extends CliMessage> = Readonly<
  Record<HolesIn<(typeof cliMessages)[Key]["en"]>, string | number>
>;

/** One line of the command line in the user's language. */
export function cliMessage<Key extends CliMessage>(
  key: Key,
  language: Language,
  holes: CliHoles<Key>,
): string {
  const values = new Map<string, string | number>(Object.entries(holes));
  return cliMessages[key][language].replace(/\{(\w+)\}/g, (_, hole: string) =>
    String(values.get(hole) ?? ""),
  );
}

/** A line chosen now and said later, when the language is known. */
export type CliText = (language: Language) => string;

export function cliText<Key extends CliMessage>(key: Key, holes: CliHoles<Key>): CliText {
  return (language) => cliMessage(key, language, holes);
}
