import { describe, expect, test } from "vitest";
import { readPeriodHeading } from "../../../server/src/data/period-heading.ts";
import { isoDate } from "../../../server/src/semantics/period.ts";
import { createTestService } from "../../support/test-service.ts";

const plan = `plan p "Kế hoạch" { period 2021..2030 }
indicator led "Tỷ lệ đơn vị có lãnh đạo nữ" { unit percent }
`;

/** What a table says of `led`, as `2024-01-01..2024-12-31 55 evidence`, and what was said of reading it. */
function read(rows: readonly string[], data = 'data "kq.csv"') {
  const files = { "a.bdg": `${plan}${data}\n`, "kq.csv": `${rows.join("\n")}\n` };
  const { service, log } = createTestService(files, { asOf: "2026-01-31" });
  expect(log).toEqual([]);
  const { measured } = service.judgement().plans[0]!.indicators[0]!.indicator;
  return {
    values: measured.map(
      ({ period, quantity, evidence }) =>
        `${isoDate(period.first)}..${isoDate(period.last)} ${quantity.value.numerator} ${evidence}`,
    ),
    problems: service.problemsOf("a.bdg").map(({ code, message }) => `${code} ${message}`),
  };
}

function pasted(rows: readonly string[], place = "<|>") {
  const { service, marked } = createTestService({ "a.bdg": plan, "b.bdg": `use "a.bdg"\n${place}\n` });
  const [at] = marked.get("b.bdg")!.cursors;
  return service.pastedTable("b.bdg", at!, rows.map((row) => row.replaceAll(";", "\t")).join("\r\n"));
}

const year = (number: number, value: number, evidence = "kq.csv") =>
  `${number}-01-01..${number}-12-31 ${value} ${evidence}`;

describe("a heading of results", () => {
  test.each([
    ["Thực hiện năm 2024", "2024"],
    ["THỰC HIỆN NĂM 2024", "2024"],
    ["thuc hien nam 2024", "2024"],
    ["Thực hiện\nnăm 2024", "2024"],
    ["Thực hiện (năm 2024)", "2024"],
    ["Thực hiện 2024", "2024"],
    ["Thực hiện cả năm 2024", "2024"],
    ["Kết quả năm 2024", "2024"],
    ["Kết quả thực hiện năm 2024", "2024"],
    ["KQ TH năm 2024", "2024"],
    ["TH năm 2024", "2024"],
    ["TH 2024", "2024"],
    ["Số liệu năm 2024", "2024"],
    ["Số thực hiện năm 2024", "2024"],
    ["Năm 2024 (thực hiện)", "2024"],
    ["2024 - TH", "2024"],
    ["Thực hiện quý I/2024", "2024-Q1"],
    ["TH quý 4 năm 2024", "2024-Q4"],
    ["Thực hiện 6 tháng đầu năm 2024", "2024-H1"],
    ["Kết quả thực hiện tháng 3/2024", "2024-03"],
    ["Actual 2024", "2024"],
    ["Results in 2024", "2024"],
  ])("%s", (text, period) => {
    expect(readPeriodHeading(text, "day-first")).toEqual({ period, kind: "result" });
  });

  test.each([
    "Ước thực hiện năm 2024",
    "Ước TH năm 2024",
    "ƯỚC THỰC HIỆN NĂM 2024",
    "Ước năm 2024",
    "Ước đạt năm 2024",
    "Kết quả ước thực hiện năm 2024",
    "Thực hiện năm 2024 (ước)",
    "Năm 2024 ước TH",
    "Sơ bộ 2024",
  ])("of an estimate: %s", (text) => {
    expect(readPeriodHeading(text, "day-first")).toEqual({ period: "2024", kind: "estimate" });
  });

  test.each([
    "Kế hoạch năm 2024",
    "KẾ HOẠCH NĂM 2024",
    "ke hoach nam 2024",
    "Chỉ tiêu năm 2024",
    "Chỉ tiêu kế hoạch năm 2024",
    "KH năm 2024",
    "KH giao năm 2024",
    "Mục tiêu năm 2024",
    "Dự kiến năm 2024",
    "Năm 2024 (KH)",
    "Target 2024",
  ])("of a target: %s", (text) => {
    expect(readPeriodHeading(text, "day-first")).toEqual({ period: "2024", kind: "target" });
  });

  test.each([
    "Thực hiện kế hoạch năm 2024",
    "Thực hiện năm 2024 so với kế hoạch",
    "TH/KH năm 2024 (%)",
    "So với năm 2023",
    "Thực hiện giai đoạn 2021-2025",
    "Tháng 13/2024",
    "Thực hiện",
    "Chỉ tiêu",
  ])("or none: %s", (text) => {
    expect(readPeriodHeading(text, "day-first")?.period ?? null).toBe(null);
  });
});

describe("a sheet as it is usual", () => {
  test("has its results by year, bound as pasted", () => {
    const rows = ["Chỉ tiêu;ĐVT;Thực hiện năm 2023;Thực hiện năm 2024", "led;%;45;50"];
    expect(read(rows).values).toEqual([year(2023, 45), year(2024, 50)]);
    expect(pasted(rows)!.text.match(/led.*/gu)).toEqual(["led  = 45", "led  = 50"]);
    const named = 'data "kq.csv" { periods "Thực hiện năm 2024" }';
    expect(read(rows, named).values).toEqual([year(2024, 50)]);
  });

  test("has results beside targets, a share of both and what is planned next", () => {
    const rows = [
      "TT;Nội dung;ĐVT;Kế hoạch năm 2024;Thực hiện năm 2024;TH/KH năm 2024 (%);Kế hoạch năm 2025",
      "1;led;%;48;50;104;52",
    ];
    expect(read(rows, 'data "kq.csv" { indicator "Nội dung"  periods "Thực hiện năm 2024" }').values).toEqual(
      [year(2024, 50)],
    );
    const usual = rows.map((row) => row.replace("Nội dung", "Chỉ tiêu"));
    expect(read(usual).values).toEqual([year(2024, 50)]);
    expect(pasted(rows)!.text.match(/led.*/gu)).toEqual(["led  = 50"]);
  });

  test("has the results apart from a year alone, which may be the plan's", () => {
    expect(read(["Chỉ tiêu;Năm 2023;Năm 2024;Thực hiện năm 2024", "led;45;48;50"]).values).toEqual([
      year(2023, 45),
      year(2024, 50),
    ]);
  });

  test("has targets alone, which are no results", () => {
    const rows = ["Chỉ tiêu;ĐVT;Kế hoạch năm 2024;Mục tiêu năm 2025", "led;%;48;50"];
    expect(read(rows)).toMatchObject({
      values: [],
      problems: [expect.stringContaining("No column of “kq.csv” is known to hold the values")],
    });
    expect(pasted(rows)).toBeUndefined();
    expect(read(rows, 'data "kq.csv" { periods "Kế hoạch năm 2024" }').values).toEqual([]);
    // Without a heading that is known, and where the report says the period.
    const own = ["Tên;Kế hoạch năm 2024", "led;48"];
    expect(pasted(own, "report 2024 {\n<|>\n}")).toBeUndefined();
    expect(pasted(["Tên;Kế hoạch năm 2024;TH năm 2024", "led;48;50"], "report 2024 {\n<|>\n}")!.text).toBe(
      "  led  = 50",
    );
  });
});

describe("estimates", () => {
  test("count until there are results, and the hint says how many there are", () => {
    const rows = ["Chỉ tiêu;Thực hiện năm 2023;Ước thực hiện năm 2024", "led;45;50"];
    expect(read(rows)).toEqual({
      values: [year(2023, 45), year(2024, 50, "Ước thực hiện năm 2024")],
      problems: ["data-read Values read from “kq.csv”: 2, estimates among them, by their heading: 1."],
    });
    expect(pasted(rows)!.text).toContain('led  = 50  "Ước thực hiện năm 2024"');
    const both = ["Chỉ tiêu;Ước thực hiện năm 2024;Thực hiện năm 2024;Nguồn", "led;45;50;BC 1"];
    expect(read(both)).toEqual({
      values: [year(2024, 50, "BC 1")],
      problems: ["data-read Values read from “kq.csv”: 1."],
    });
  });
});

describe("headings in two rows", () => {
  test("part a year into its target and its results", () => {
    const rows = ["Chỉ tiêu;ĐVT;Năm 2023;;Năm 2024;;", ";;KH;TH;KH;Ước TH;Tỷ lệ %", "led;%;40;45;48;50;104"];
    expect(read(rows).values).toEqual([year(2023, 45), year(2024, 50, "Năm 2024 Ước TH")]);
    expect(pasted(rows)!.text.match(/led.*/gu)).toEqual(["led  = 45", 'led  = 50  "Năm 2024 Ước TH"']);
    expect(read(rows, 'data "kq.csv" { periods "Năm 2023" }').values).toEqual([year(2023, 45)]);
  });

  test("part targets and results into years", () => {
    const rows = ["Chỉ tiêu;Kế hoạch;;Thực hiện;", ";2023;2024;2023;2024", "led;40;48;45;50"];
    expect(read(rows).values).toEqual([year(2023, 45), year(2024, 50)]);
    // What is said of the whole of it tells none of them apart.
    expect(read(rows, 'data "kq.csv" period 2023').values).toEqual([]);
  });

  test("are no rows of values, which have no name where it is missing", () => {
    const rows = ["Chỉ tiêu;Năm;Kết quả;Ghi chú", ";2023;45;TH", "led;2024;50;"];
    expect(read(rows).values).toEqual([year(2024, 50)]);
    expect(read(["Chỉ tiêu;Năm 2023;Năm 2024", ";2000;2001", "led;45;50"]).values).toEqual([
      year(2023, 45),
      year(2024, 50),
    ]);
  });
});
