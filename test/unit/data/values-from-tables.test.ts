import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoDate } from "../../../server/src/semantics/period.ts";
import { rational } from "../../../server/src/semantics/rational.ts";
import type { Grid } from "../../../server/src/text/grid.ts";
import { propertyRuns } from "../../support/runs.ts";
import { createTestService } from "../../support/test-service.ts";

const plan = `plan p "Kế hoạch" { period 2021..2030 }
dimension sex "Giới tính" { female "Nữ"  male "Nam" }
indicator led "Tỷ lệ đơn vị có lãnh đạo nữ" {
  clause II.1
  unit percent
  target 2025 >= 60%
}
indicator acts "Hoạt động" {
  unit count
  target every year >= 1
}
`;

/** What an indicator's measured values are, as `2022-01-01..2022-12-31 category value evidence`. */
function valuesOf(csv: string | readonly Grid[], data = 'data "kq.csv"', id = "led", source = plan) {
  const files = { "test.bdg": `${source}${data}\n`, ...(typeof csv === "string" && { "kq.csv": csv }) };
  const { service, workbooks, log } = createTestService(files);
  if (typeof csv !== "string") workbooks.set("kq.xlsx", csv);
  const { indicators } = service.judgement().plans[0]!;
  const { measured } = indicators.find(({ indicator }) => indicator.id === id)!.indicator;
  expect(log).toEqual([]);
  return measured.map(({ period, category, quantity, evidence }) =>
    [
      `${isoDate(period.first)}..${isoDate(period.last)}`,
      ...(category ? [category.id] : []),
      `${quantity.value.numerator}/${quantity.value.denominator}`,
      evidence,
    ].join(" "),
  );
}

function problemsOf(csv: string, data = 'data "kq.csv"') {
  const { service } = createTestService({ "test.bdg": `${plan}${data}\n`, "kq.csv": csv });
  return service
    .problemsOf("test.bdg")
    .filter(({ code }) => code.startsWith("data-"))
    .map(({ code, message, related }) => ({ code, message, related }));
}

const year = (number: number) => `${number}-01-01..${number}-12-31`;

describe("a long table", () => {
  test("is read below its titles, whatever the delimiter and the headings' language", () => {
    for (const [delimiter, headings] of [
      [";", ["Chỉ tiêu", "Năm", "Kết quả", "Nguồn"]],
      [",", ["Indicator", "Year", "Value", "Source"]],
      ["\t", ["MÃ CHỈ TIÊU", "kỳ báo cáo", "Thực hiện", "minh chứng"]],
    ] as const) {
      const rows = [
        ["BẢNG KẾT QUẢ"],
        [],
        headings,
        ["led", "2022", "9/20", "Báo cáo 1"],
        ["led", "2023", "55%", ""],
      ];
      expect(valuesOf(rows.map((row) => row.join(delimiter)).join("\r\n"))).toEqual([
        `${year(2022)} 45/1 Báo cáo 1`,
        `${year(2023)} 55/1 kq.csv`,
      ]);
    }
  });

  test.each([
    "led",
    "Tỷ lệ đơn vị có lãnh đạo nữ",
    "ty le don vi co lanh dao nu",
    "1.2. Tỷ lệ đơn vị có lãnh đạo nữ",
    "II.1",
  ])("finds the indicator by %j", (name) =>
    expect(valuesOf(`Chỉ tiêu;Năm;Kết quả\n${name};2022;45\n`)).toEqual([`${year(2022)} 45/1 kq.csv`]),
  );

  test.each([
    ["2024", year(2024)],
    ["Năm 2024", year(2024)],
    ["Quý II/2024", "2024-04-01..2024-06-30"],
    ["Q2 2024", "2024-04-01..2024-06-30"],
    ["quý 2 năm 2024", "2024-04-01..2024-06-30"],
    ["6 tháng đầu năm 2024", "2024-01-01..2024-06-30"],
    ["Tháng 3/2024", "2024-03-01..2024-03-31"],
    ["3/2024", "2024-03-01..2024-03-31"],
    ["31/12/2024", "2024-12-31..2024-12-31"],
    ["2024-H2", "2024-07-01..2024-12-31"],
  ])("reads the period %s", (written, span) => {
    expect(valuesOf(`Chỉ tiêu;Kỳ;Kết quả\nled;${written};45\n`)).toEqual([`${span} 45/1 kq.csv`]);
  });

  test("knows categories, and takes a total's row for no category", () => {
    const csv = "Chỉ tiêu;Năm;Giới tính;Kết quả\nacts;2022;Nữ;3\nacts;2022;male;4\nacts;2022;Tổng số;7\n";
    expect(valuesOf(csv, 'data "kq.csv"', "acts")).toEqual([
      `${year(2022)} female 3/1 kq.csv`,
      `${year(2022)} male 4/1 kq.csv`,
      `${year(2022)} 7/1 kq.csv`,
    ]);
  });

  test("takes a share from two columns, before the quotient beside them", () => {
    const csv = "Chỉ tiêu;Năm;Tử số;Mẫu số;Kết quả\nled;2022;11;20;0,55\n";
    expect(valuesOf(csv)).toEqual([`${year(2022)} 55/1 kq.csv`]);
    const named = 'data "kq.csv" { value "Tử số", "Mẫu số" }';
    expect(valuesOf(csv, named)).toEqual([`${year(2022)} 55/1 kq.csv`]);
  });

  test("passes over groups, empty cells and signs for nothing", () => {
    const csv = "Chỉ tiêu;Năm;Kết quả\nI. CHÍNH TRỊ;;\nled;2022;-\nled;2023;\nled;2024;…\n;;\n";
    expect([valuesOf(csv), problemsOf(csv)]).toEqual([[], []]);
  });

  test("gives the whole table one period", () => {
    expect(valuesOf("Mã;Kết quả\nled;45\n", 'data "kq.csv" period 2024-Q1')).toEqual([
      "2024-01-01..2024-03-31 45/1 kq.csv",
    ]);
  });
});

describe("a wide table", () => {
  const csv = "TT;Chỉ tiêu;2022;Năm 2023;Ghi chú\n1;led;45;9/16;x\n2;acts;3;;\n";

  test("has a column for each period, named or found", () => {
    const expected = [`${year(2022)} 45/1 kq.csv`, `${year(2023)} 225/4 kq.csv`];
    expect(valuesOf(csv)).toEqual(expected);
    expect(valuesOf(csv, 'data "kq.csv" { indicator "Chỉ tiêu"  periods "2022", "Năm 2023" }')).toEqual(
      expected,
    );
    expect(valuesOf(csv, 'data "kq.csv" { periods "2022" }')).toEqual(expected.slice(0, 1));
  });
});

describe("a workbook", () => {
  const row = (index: number, ...cells: readonly (string | number | null)[]) => ({
    row: index,
    cells: cells.flatMap((cell, column) =>
      cell === null
        ? []
        : [
            {
              column,
              text: String(cell),
              kind: typeof cell === "number" ? ("number" as const) : ("text" as const),
            },
          ],
    ),
  });

  test("by sheet name or number; a merged name counts for each of its rows", () => {
    const sheets: readonly Grid[] = [
      { sheet: "Khác", rows: [], merges: [] },
      {
        sheet: "2024",
        rows: [row(2, "Chỉ tiêu", "Năm", "Kết quả"), row(3, "led", 2022, 45), row(4, null, 2023, 52.5)],
        merges: [{ row: 3, column: 0, lastRow: 4, lastColumn: 0 }],
      },
    ];
    const expected = [`${year(2022)} 45/1 kq.xlsx`, `${year(2023)} 105/2 kq.xlsx`];
    expect(valuesOf(sheets, 'data "kq.xlsx" sheet "2024"')).toEqual(expected);
    expect(valuesOf(sheets, 'data "kq.xlsx" sheet 2')).toEqual(expected);
  });

  test("a percentage is what is shown, exactly", () => {
    const cells = [
      { column: 0, text: "led", kind: "text" as const },
      { column: 1, text: "2022", kind: "number" as const },
      { column: 2, text: "0.455", kind: "number" as const, isPercent: true as const },
    ];
    const sheets: readonly Grid[] = [
      { sheet: "A", rows: [row(0, "Mã", "Năm", "Kết quả"), { row: 1, cells }], merges: [] },
    ];
    expect(valuesOf(sheets, 'data "kq.xlsx"')).toEqual([`${year(2022)} 91/2 kq.xlsx`]);
  });
});

describe("numbers", () => {
  const of = (...values: readonly string[]) =>
    `Mã;Kỳ;Kết quả\n${values.map((value, i) => `acts;${2000 + i};${value}`).join("\n")}\n`;
  const read = (...values: readonly string[]) =>
    valuesOf(of(...values), 'data "kq.csv"', "acts", plan.replace("unit count", "unit vnd")).map(
      (line) => line.split(" ")[1],
    );

  test("the style is found once, from all of them", () => {
    expect(read("1.234", "1.234.567", "12,5".replace(",5", ""))).toEqual(["1234/1", "1234567/1", "12/1"]);
    expect(read("1,234", "1,234,567")).toEqual(["1234/1", "1234567/1"]);
    expect(read("1 234 567".replaceAll(" ", "\u00a0"))).toEqual(["1234567/1"]);
  });

  test("one that is unclear, or two styles, and none is counted", () => {
    expect(read("1.234", "5")).toEqual([]);
    expect(read("1.234", "62,5", "62.5")).toEqual([]);
    expect(problemsOf(of("1.234"))[0]).toMatchObject({
      code: "data-number-unclear",
      message: expect.stringContaining("line 2, column 3: “1.234” may mean thousands or decimals"),
      related: [
        { path: "kq.csv", range: { start: { line: 1, character: 10 }, end: { line: 1, character: 15 } } },
      ],
    });
  });

  test("what is no number is never one", () => {
    for (const text of ["ba", "12a", "1.2.3", "--3", "1,2,3", "12/0", "3 of", "1e3", "١٢", "0x1F", "∞"])
      expect([text, read(text)]).toEqual([text, []]);
  });

  test("every whole number comes back as it was written, in each style", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.constantFrom(".", ","), (number, group) => {
        const digits = number.toString();
        const grouped = digits.replace(/\B(?=(\d{3})+$)/g, group);
        // A second number says which style it is.
        const values = read(grouped, group === "." ? "1.000.000" : "1,000,000");
        expect(values[0]).toBe(`${number}/1`);
      }),
      propertyRuns(200),
    );
  });
});

describe("problems", () => {
  test("a share that a spreadsheet made a day of is no number, and the message says what happened", () => {
    const { service, workbooks } = createTestService({ "test.bdg": `${plan}data "kq.xlsx"\n` });
    const cell = (column: number, text: string, kind: "text" | "date" = "text") => ({ column, text, kind });
    const rows = [
      { row: 0, cells: [cell(0, "Mã"), cell(1, "Năm"), cell(2, "Kết quả")] },
      { row: 1, cells: [cell(0, "led"), cell(1, "2022"), cell(2, "2026-11-20", "date")] },
    ];
    workbooks.set("kq.xlsx", [{ sheet: "A", merges: [], rows }]);
    const [problem] = service.problemsOf("test.bdg").filter(({ code }) => code.startsWith("data-"));
    expect(problem!.message).toMatch(/^A!C2: “2026-11-20” is no number.*took it for a date/);
  });

  const workbookOf = (rows: Grid["rows"]) => {
    const { service, workbooks } = createTestService({ "test.bdg": `${plan}data "kq.xlsx"\n` });
    workbooks.set("kq.xlsx", [
      { sheet: "A", merges: [{ row: 1, column: 0, lastRow: 2, lastColumn: 0 }], rows },
    ]);
    const problems = service
      .problemsOf("test.bdg")
      .filter(({ code }) => code.startsWith("data-"))
      .map(({ code, message }) => `${code} ${/^A!\w+/.exec(message)?.[0] ?? message}`);
    const values = service.judgement().plans[0]!.indicators.map(({ indicator }) => indicator.measured.length);
    return { problems, values };
  };
  const cells = (row: number, ...texts: readonly string[]) => ({
    row,
    cells: texts.flatMap((text, column) =>
      text === ""
        ? []
        : [
            {
              column,
              text,
              kind: text.startsWith("=")
                ? ("no-result" as const)
                : text.includes("|")
                  ? ("twice" as const)
                  : ("text" as const),
            },
          ],
    ),
  });

  test("a formula without a result, and a cell that is there twice, say which value, name, category or period isn't known", () => {
    const { problems, values } = workbookOf([
      cells(0, "Mã", "Năm", "Giới tính", "Kết quả", "Nguồn"),
      cells(1, "=B9", "2021", "", "40"),
      cells(2, "", "2022", "", "41"),
      cells(3, "led", "=B1+1", "", "42"),
      cells(4, "led", "2024", "=C1", "43"),
      cells(5, "led", "2025", "", "=SUM(D1:D4)"),
      cells(6, "led", "2026", "", "45 | 99"),
      cells(7, "led", "2027 | 2028", "", "46"),
      cells(8, "led", "2021", "", "47", "=E1"),
      cells(9, "led", "=B1"),
    ]);
    expect(problems).toEqual([
      "data-cell-twice A!D7",
      "data-cell-twice A!B8",
      "data-formula-no-result A!A2",
      "data-formula-no-result A!B4",
      "data-formula-no-result A!C5",
      "data-formula-no-result A!D6",
      "data-read Values read from “kq.xlsx”: 1.",
    ]);
    expect(values).toEqual([1, 0]);
  });

  test("a heading whose formula has no result hides a period of a wide table, and is told", () => {
    const { problems, values } = workbookOf([cells(0, "Mã", "2021", "=B1+1"), cells(3, "led", "40", "41")]);
    expect(problems).toEqual(["data-formula-no-result A!C1", "data-read Values read from “kq.xlsx”: 1."]);
    expect(values).toEqual([1, 0]);
  });

  test("stand at the declaration, say their cell, and lead to it", () => {
    const csv = 'Mã;Năm;Kết quả\nled;2022;"x\ny"\nled;Quý 5;3\nledd;2022;3\n';
    expect(
      problemsOf(csv).map(({ code, message, related }) => [
        code,
        message.split(":")[0],
        related[0]?.range.start.line,
      ]),
    ).toEqual([
      ["data-number-unreadable", "line 2, column 3", 1],
      ["data-period-unreadable", "line 4, column 2", 3],
      ["data-unknown-indicator", "line 5, column 1", 4],
    ]);
  });

  test("of the judgement name the cell whose value they are about", () => {
    const { service } = createTestService(
      { "test.bdg": `${plan}data "kq.csv"\n`, "kq.csv": "Mã;Năm;Kết quả\nled;2025;45\n" },
      { asOf: "2026-06-30" },
    );
    const [missed] = service.problemsOf("test.bdg").filter(({ code }) => code === "target-missed");
    expect(missed).toMatchObject({
      range: { start: { line: 11, character: 5 } },
      message: expect.stringMatching(/^kq\.csv, line 2, column 3: 45% in 2025/),
      related: expect.arrayContaining([
        expect.objectContaining({
          path: "kq.csv",
          range: { start: { line: 1, character: 9 }, end: { line: 1, character: 11 } },
        }),
      ]),
    });
  });

  test("of a value that the unit does not allow", () => {
    const { service } = createTestService({
      "test.bdg": `${plan}data "kq.csv"\n`,
      "kq.csv": "Mã;Năm;Kết quả\nacts;2022;1,5\n",
    });
    expect(service.problemsOf("test.bdg").map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^kq\.csv, line 2, column 3: .*1\.5/),
    );
  });
});

describe("days", () => {
  const hint = (...days: readonly string[]) =>
    problemsOf(`Mã;Ngày;Kết quả\n${days.map((day) => `led;${day};45\n`).join("")}`).find(
      ({ code }) => code === "data-read",
    )?.message;

  test("that could be meant in both orders are said, with the order they are read in", () => {
    expect(hint("31/12/2023", "03/04/2024", "05/06/2024")).toBe(
      "Values read from “kq.csv”: 3, days before months (03/04/2024).",
    );
    expect(hint("12/31/2023", "03/04/2024")).toBe(
      "Values read from “kq.csv”: 2, months before days (03/04/2024).",
    );
    const wide = "Mã;03/04/2024;Ghi chú\nled;45;5/6/2024\n";
    expect(problemsOf(wide)[0]!.message).toBe(
      "Values read from “kq.csv”: 1, days before months (03/04/2024).",
    );
  });

  test("that can be meant in one only, and days elsewhere, are nothing to be said", () => {
    expect(hint("31/12/2023", "3/3/2024", "2024-04-03", "4/2024", "2024")).toBe(
      "Values read from “kq.csv”: 5.",
    );
    expect(problemsOf("Mã;Năm;Kết quả;Ghi chú\nled;2024;45;03/04/2024\n")[0]!.message).toBe(
      "Values read from “kq.csv”: 1.",
    );
  });
});

describe("what changes", () => {
  const csv = "Mã;Năm;Kết quả\nled;2022;45\nmoi;2022;3\n";
  const codes = (service: ReturnType<typeof createTestService>["service"]) =>
    service
      .problemsOf("test.bdg")
      .map(({ code }) => code)
      .filter((code) => code.startsWith("data-unknown"));

  test("an indicator that gets the name of a row has its value at once, and loses it again", () => {
    const { service } = createTestService({ "test.bdg": `${plan}data "kq.csv"\n`, "kq.csv": csv });
    expect(codes(service)).toEqual(["data-unknown-indicator"]);
    const at = { line: 2, character: 0 };
    const added = 'indicator moi "Mới" { unit count; target 2030 >= 5 }\n';
    service.editFile("test.bdg", [{ range: { start: at, end: at }, text: added }]);
    expect(codes(service)).toEqual([]);
    const moi = () =>
      service.judgement().plans[0]!.indicators.find(({ indicator }) => indicator.id === "moi");
    expect(moi()!.indicator.measured.map(({ quantity }) => quantity.value)).toEqual([rational(3n, 1n)]);
    service.editFile("test.bdg", [{ range: { start: at, end: { line: 3, character: 0 } }, text: "" }]);
    expect(codes(service)).toEqual(["data-unknown-indicator"]);
  });

  test("another text of the table, its loss, and the loss of its declaration", () => {
    const { service, documents } = createTestService({ "test.bdg": `${plan}data "kq.csv"\n`, "kq.csv": csv });
    const led = () => service.judgement().plans[0]!.indicators[0]!.indicator.measured.length;
    expect(led()).toBe(1);
    documents.set("kq.csv", `${csv}led;2023;50\n`);
    service.documentChanged("kq.csv");
    expect(led()).toBe(2);
    documents.delete("kq.csv");
    service.documentChanged("kq.csv");
    expect([led(), service.problemsOf("test.bdg").some(({ code }) => code === "data-file-missing")]).toEqual([
      0,
      true,
    ]);
    documents.set("kq.csv", csv);
    service.documentChanged("kq.csv");
    expect(led()).toBe(1);
    const lines = plan.split("\n").length - 1;
    service.editFile("test.bdg", [
      { range: { start: { line: lines, character: 0 }, end: { line: lines + 1, character: 0 } }, text: "" },
    ]);
    expect(led()).toBe(0);
  });

  test("a table in a file of its own serves the plan that it uses", () => {
    const { service } = createTestService({
      "plan.bdg": plan,
      "so-lieu.bdg": 'use "plan.bdg" as k\ndata "kq.csv"\n',
      "kq.csv": "Mã;Năm;Kết quả\nled;2022;45\n",
    });
    expect(service.judgement().plans[0]!.indicators[0]!.indicator.measured).toHaveLength(1);
    expect(service.textOf("so-lieu.bdg")).toBe('use "plan.bdg" as k\ndata "kq.csv"\n');
  });
});
