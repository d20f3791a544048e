import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { commitmentsOf } from "../../../server/src/documents/commitments/commitments.ts";
import { readPlanDocument } from "../../../server/src/documents/plan-document.ts";
import { getNewPlan } from "../../../server/src/language-features/new-plan.ts";
import { createDeclarationParser } from "../../../server/src/syntax/parse.ts";
import { createTestService } from "../../support/test-service.ts";

const parser = createDeclarationParser();

function draft(text: string, keywords?: "en" | "vi"): string {
  const options = { documentPath: "plan.txt", language: "en", ...(keywords && { keywords }) } as const;
  return getNewPlan(parser, text, readPlanDocument(text), options).text;
}

/** A document's problems, and what the formatter would do, of the plan that is drafted from it. */
function check(text: string, plan: string) {
  const { service, log } = createTestService({ "plan.bdg": plan, "plan.txt": text }, { asOf: "2026-06-30" });
  return {
    problems: service.problemsOf("plan.bdg").map(({ code, severity }) => `${severity} ${code}`),
    edits: service.formatting("plan.bdg"),
    log,
  };
}

/** What a plan without values may be told. */
const ALLOWED = new Set([
  "warning target-no-data",
  "warning task-overdue",
  "warning baseline-missing",
  "hint reach-without-baseline",
  "hint about-without-tolerance",
]);

/** Invented documents, and the signed one that every copy of the plan starts from. */
const folder = new URL("../documents/fixtures/", import.meta.url);
const documents = readdirSync(folder)
  .filter((name) => /\.(?:txt|md)$/u.test(name))
  .map((name) => [name, readFileSync(new URL(name, folder), "utf8")] as const);
const strategy = readFileSync(
  new URL("../../../samples/national/chien-luoc-2021-2030.txt", import.meta.url),
  "utf8",
);
const reform = readFileSync(new URL("./fixtures/ke-hoach-cchc-2024.txt", import.meta.url), "utf8");
const all = [
  ...documents,
  ["chien-luoc-2021-2030.txt", strategy] as const,
  ["ke-hoach-cchc-2024.txt", reform] as const,
];

describe.each(all)("%s", (_name, text) => {
  it.each(["vi", "en"] as const)(
    "gives a plan in order that lacks nothing but values (keywords: %s)",
    (keywords) => {
      const plan = draft(text, keywords);
      const { problems, edits, log } = check(text, plan);
      expect(problems.filter((problem) => !ALLOWED.has(problem))).toEqual([]);
      expect(edits).toEqual([]);
      expect(log).toEqual([]);
      expect(draft(text, keywords)).toBe(plan);
    },
  );

  it("cites every clause that promises something", () => {
    const plan = draft(text, "en");
    const cited = new Set(
      [...plan.matchAll(/^ {2}clause +(\S+)/gmu)].map((match) => match[1]!.replace(/~1$/u, "")),
    );
    const promising = [...commitmentsOf(readPlanDocument(text))]
      .filter(([, { commitments }]) => commitments.length > 0)
      .map(([{ address }]) => address);
    expect(promising.filter((address) => !cited.has(address))).toEqual([]);
  });
});

const snv = documents.find(([name]) => name === "ke-hoach-snv-2022.txt")![1];

/** A declaration of a plan, on as many lines as it has. */
function declaration(plan: string, head: RegExp): string {
  return new RegExp(`^${head.source}[\\s\\S]*?^\\}`, "mu").exec(plan)?.[0] ?? "";
}

/** Columns aside. */
function lines(text: string): readonly string[] {
  return text.split("\n").map((line) => line.replace(/(?<=\S) {2,}/gu, " "));
}

describe("the first plan", () => {
  const plan = draft(snv);

  it("has the front and back matter that is printed", () => {
    expect(lines(declaration(plan, /kế hoạch /u))).toEqual([
      'kế hoạch binh_dang_gioi_2022 "Kế hoạch thực hiện Chiến lược quốc gia về bình đẳng giới giai đoạn 2021-2030" {',
      "  # check: the document leaves its number blank",
      '  số "…/KH-SNV"',
      "  # check: the document leaves its date blank, in part or wholly",
      "  ban hành 2022",
      "  cơ quan ban hành so_noi_vu",
      "  giai đoạn 2021..2030",
      '  văn bản "plan.txt"',
      '  căn cứ "Nghị quyết số 28/NQ-CP" ngày 3/3/2021',
      '  căn cứ "Quyết định số 2873/QĐ-UBND" ngày 8/7/2021',
      '  ký "Giám đốc" "Lê Minh Tuấn"',
      '  nơi nhận "Chủ tịch UBND tỉnh (để b/c)",',
      '                    "Sở Lao động - Thương binh và Xã hội",',
      '                    "Giám đốc và các Phó Giám đốc Sở",',
      '                    "Công đoàn cơ sở Sở Nội vụ",',
      '                    "Các CQ, ĐV thuộc, trực thuộc Sở",',
      '                    "Lưu: VT, VP"',
      "}",
    ]);
  });

  it("has one indicator for two dates of one thing, with the words of the clause", () => {
    expect(lines(declaration(plan, /chỉ tiêu \S+ "Cơ quan, đơn vị/u))).toEqual([
      'chỉ tiêu co_quan_lanh_dao_chu_chot "Cơ quan, đơn vị thuộc, trực thuộc Sở có lãnh đạo chủ chốt là nữ" {',
      '  điều khoản II.1-1 "đến năm 2025 đạt 60% và đến năm 2030 đạt 75%"',
      "  đơn vị tính percent",
      "  mục tiêu 2025 đạt 60%",
      "  mục tiêu 2030 đạt 75%",
      "}",
    ]);
  });

  it("has exactly the five promises", () => {
    expect(
      plan
        .match(/^ {2}(?:điều khoản|mục tiêu) .*/gmu)
        ?.slice(0, 12)
        .map((line) => lines(line)[0]),
    ).toEqual([
      '  điều khoản II.1-1 "đến năm 2025 đạt 60% và đến năm 2030 đạt 75%"',
      "  mục tiêu 2025 đạt 60%",
      "  mục tiêu 2030 đạt 75%",
      '  điều khoản II.1-2 "đến năm 2025 đạt 30% và năm 2030 đạt 40%"',
      "  mục tiêu 2025 đạt 30%",
      "  mục tiêu 2030 đạt 40%",
      '  điều khoản II.2 "thực hiện lồng ghép ít nhất một hoạt động"',
      "  mục tiêu mỗi năm ít nhất 1",
      '  điều khoản II.3 "Đến năm 2025 và duy trì đến năm 2030, 100%"',
      "  mục tiêu 2025..2030 đạt 100%",
      '  điều khoản II.4 "Định kỳ hàng tháng, Trang thông tin điện tử"',
      "  mục tiêu mỗi tháng ít nhất 1",
    ]);
  });

  it("declares who leads and who takes part, each once, and what they belong to", () => {
    expect(
      plan.match(/^cơ quan .*/gmu)?.map((line) => lines(line)[0]!.replace(/^cơ quan \S+ /u, "")),
    ).toEqual([
      '"Sở Nội vụ"',
      '"Công đoàn Sở Nội vụ" thuộc so_noi_vu',
      '"Ban Vì sự tiến bộ của phụ nữ của Sở" thuộc so_noi_vu',
      '"Người đứng đầu các cơ quan, đơn vị thuộc, trực thuộc Sở" thuộc so_noi_vu',
      '"Phòng Công chức, viên chức" thuộc so_noi_vu',
      '"Văn phòng Sở" thuộc so_noi_vu',
      '"Các cơ quan, đơn vị thuộc, trực thuộc Sở" thuộc so_noi_vu',
      '"Công đoàn cơ sở Sở Nội vụ" thuộc so_noi_vu',
    ]);
  });

  it("has a task for each clause of III and IV, led by whom the text or its heading names", () => {
    const clauses = [...plan.matchAll(/^nhiệm vụ [\s\S]*?^\}/gmu)].map(([text]) => {
      const value = (word: string) => new RegExp(`^ {2}${word} +(.*)`, "mu").exec(text)?.[1] ?? "-";
      return [value("điều khoản").split(" ")[0], value("chủ trì"), value("phối hợp"), value("hạn")].join(
        " | ",
      );
    });
    expect(clauses).toEqual([
      "III.1 | - | - | mỗi năm",
      "III.2 | - | - | -",
      "III.3 | - | - | -",
      "III.4 | - | - | -",
      "III.5 | - | - | -",
      "IV.1.a | nguoi_dung_dau_cac_co_quan | - | -",
      "IV.1.b | nguoi_dung_dau_cac_co_quan | - | -",
      "IV.1.c | nguoi_dung_dau_cac_co_quan | - | -",
      "IV.2.a | phong_cong_chuc_vien_chuc | van_phong_so | -",
      "IV.2.b | phong_cong_chuc_vien_chuc | co_quan_don_vi_thuoc_truc | -",
      // The office only helps the section that IV.2.a charges.
      "IV.3.a | phong_cong_chuc_vien_chuc | van_phong_so | -",
      "IV.3.b | van_phong_so | co_quan_don_vi_thuoc_truc | mỗi năm",
      "IV.3.c | van_phong_so | - | -",
      "IV.4 | cong_doan_co_so_so_noi | - | -",
    ]);
  });
});

/** One clause of a plan for 2026 to 2030, and what its indicator has in English keywords. */
function indicatorOf(clause: string): readonly string[] {
  const text = `Số: 9/KH-UBND\n\nAn Khê, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\nPhát triển giai đoạn 2026-2030\n\nI. MỤC TIÊU\n\n1. ${clause}\n`;
  const plan = draft(text, "en");
  const { problems } = check(text, plan);
  expect(problems.filter((problem) => !ALLOWED.has(problem))).toEqual([]);
  return [...plan.matchAll(/^indicator \S+ (".*") \{\n([\s\S]*?)^\}/gmu)].flatMap(([, name, body]) => [
    name!,
    ...lines(body!)
      .filter((line) => /^ {2}(?:unit|target|aggregate|lead|# )/u.test(line))
      .map((line) => line.trim()),
  ]);
}

describe("targets in the language's own forms", () => {
  test.each([
    [
      "Tỷ lệ hộ nghèo còn dưới 2,5% vào năm 2030.",
      ['"Tỷ lệ hộ nghèo"', "unit percent", "target 2030 < 2.5%"],
    ],
    [
      "Tỷ lệ che phủ rừng đạt ít nhất 41% vào năm 2027 và 45% vào năm 2030.",
      ['"Tỷ lệ che phủ rừng"', "unit percent", "target 2027 >= 41%", "target 2030 >= 45%"],
    ],
    [
      "Đến năm 2030 khoảng 18.000 lượt người được tư vấn.",
      ['"Lượt người được tư vấn"', "unit luot_nguoi", "target 2030 about 18_000"],
    ],
    [
      "Từ năm 2027 trở đi, 100% trạm y tế có bác sĩ.",
      ['"Trạm y tế có bác sĩ"', "unit percent", "target 2027.. reach 100%"],
    ],
    [
      "Hằng năm, Hội Nông dân tỉnh tổ chức ít nhất 02 hội thi.",
      ['"Hội thi"', "unit hoi_thi", "target every year >= 2", "lead hoi_nong_dan_tinh"],
    ],
    [
      "Từ năm 2027 đến năm 2029, mỗi năm mở ít nhất 3 lớp cho cán bộ xã.",
      ['"Lớp cho cán bộ xã"', "unit lop", "target every year in 2027..2029 >= 3"],
    ],
    [
      "Vận tải công cộng đáp ứng từ 12-15% nhu cầu đi lại vào năm 2030.",
      ['"Vận tải công cộng đáp ứng nhu cầu đi lại"', "unit percent", "target 2030 between 12% and 15%"],
    ],
    [
      "Đến năm 2030 giảm ít nhất 30% số vụ tai nạn so với năm 2025.",
      [
        '"Số vụ tai nạn"',
        "# check: the unit was guessed; the clause only names the change",
        "unit count",
        "# check: the target is relative: add the baseline",
        // At least 30% fewer is at most 70% of what it was.
        "target 2030 <= baseline * 0.7",
      ],
    ],
    [
      "Đến năm 2030 tăng thêm ít nhất 20% số doanh nghiệp so với năm 2025.",
      [
        '"Số doanh nghiệp"',
        "# check: the unit was guessed; the clause only names the change",
        "unit count",
        "# check: the target is relative: add the baseline",
        "target 2030 >= baseline * 1.2",
      ],
    ],
    [
      "Đến năm 2030 tỷ lệ giải ngân tăng 2 điểm phần trăm.",
      [
        '"Tỷ lệ giải ngân"',
        "unit percent",
        "# check: the target is relative: add the baseline",
        "target 2030 reach baseline + 2 point",
      ],
    ],
    [
      "Chỉ số chuyển đổi số thuộc top 10 vào năm 2028.",
      ['"Chỉ số chuyển đổi số"', "unit thu_hang", "target 2028 <= 10"],
    ],
    ["Đến năm 2030 không còn hộ ở nhà tạm.", ['"Hộ ở nhà tạm"', "unit count", "target 2030 = 0"]],
    [
      "Đến năm 2030 giảm 5% số vụ, 10% số người chết vì tai nạn giao thông so với năm 2025.",
      [
        '"Số vụ"',
        "# check: the unit was guessed; the clause only names the change",
        "unit count",
        "# check: the target is relative: add the baseline",
        "target 2030 reach baseline * 0.95",
        '"Số người chết vì tai nạn giao thông"',
        "# check: the unit was guessed; the clause only names the change",
        "unit person",
        "# check: the target is relative: add the baseline",
        "target 2030 reach baseline * 0.9",
      ],
    ],
    [
      "Đạt 95% hồ sơ trực tuyến.",
      [
        '"Hồ sơ trực tuyến"',
        "unit percent",
        "# check: the clause gives no date; the plan's last year was taken",
        "target 2030 reach 95%",
      ],
    ],
    ["Đến năm 2028 doanh thu đạt trên 1.500 tỷ đồng.", ['"Doanh thu"', "unit ty_dong", "target 2028 > 1500"]],
    [
      "90% hồ sơ được số hóa vào năm 2027; 75% dữ liệu được dùng lại vào năm 2028.",
      [
        '"Hồ sơ được số hóa"',
        "unit percent",
        "target 2027 reach 90%",
        '"Dữ liệu được dùng lại"',
        "unit percent",
        "target 2028 reach 75%",
      ],
    ],
  ] as const)("%s", (clause, expected) => {
    expect(indicatorOf(clause)).toEqual(expected);
  });
});

/** The sentences on which recognition is tested, with the headings above them. */
const sentences = readFileSync(new URL("../documents/commitments.cases.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as { readonly text: string; readonly heading: string | null });

describe("any promise that is recognised", () => {
  const oneLine = (text: string) => text.replace(/\s+/gu, " ").trim();
  const batches = Array.from({ length: Math.ceil(sentences.length / 50) }, (_, i) =>
    sentences.slice(i * 50, i * 50 + 50),
  );

  it.each([
    ["under a plan with years", "KẾ HOẠCH\nPhát triển giai đoạn 2026-2030\n\n", ALLOWED],
    // Without a year a cadence has no range, and its target is left to a comment.
    [
      "in a text that may have none",
      "KẾ HOẠCH\nPhát triển\n\n",
      new Set([...ALLOWED, "information commitment-without-target"]),
    ],
  ])("is written without a problem %s", (_name, front, allowed) => {
    for (const batch of batches) {
      const articles = batch.map(
        ({ text, heading }, i) => `Điều ${i + 1}. ${oneLine(heading ?? "Nhiệm vụ")}\n\n1. ${oneLine(text)}`,
      );
      const written = `${front}${articles.join("\n\n")}\n`;
      const plan = draft(written, "vi");
      const { problems, edits, log } = check(written, plan);
      const wrong = problems.filter((problem) => !allowed.has(problem));
      expect([wrong, edits, log], wrong.length > 0 ? plan : "").toEqual([[], [], []]);
    }
  });
});

describe("documents that are no plan", () => {
  it("gives the plan alone where nothing is promised", () => {
    const text = "QUY CHẾ\nLàm việc của phòng\n\nI. QUY ĐỊNH CHUNG\n\n1. Làm việc đúng giờ.\n";
    const plan = draft(text);
    expect(plan).toContain(
      "# check: no number with a date was recognised in this document, so there are no indicators",
    );
    expect(plan).toContain('kế hoạch lam_viec_phong "Quy chế làm việc của phòng"');
    expect(check(text, plan).problems).toEqual([]);
  });

  it.each([
    "",
    "\n\n",
    "chỉ có một dòng",
    '\u202e\u0000\ud800 “\\"”\n1. \\ " # {}\n2. đạt 5% năm 2030 "x" \\',
    `I. ${"A".repeat(300)}`,
  ])("never fails: %j", (text) => {
    const plan = draft(text);
    const { problems, edits, log } = check(text, plan);
    expect(problems.filter((problem) => !ALLOWED.has(problem))).toEqual([]);
    expect([edits, log]).toEqual([[], []]);
  });
});
