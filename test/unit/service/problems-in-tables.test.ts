import { describe, expect, test } from "vitest";
import { textIn } from "../../support/markers.ts";
import { createTestService, testSettings } from "../../support/test-service.ts";

const plan = `plan p "Kế hoạch" { period 2021..2030 }
indicator led "Units led by women" {
  unit percent
  target 2023 >= 60%
}
`;
const head = "Mã;Năm;Kết quả;Nguồn";

function at(csv: string, data = 'data "kq.csv"', others: Readonly<Record<string, string>> = {}) {
  const all = createTestService({ "a.bdg": `${plan}${data}\n`, "kq.csv": csv, ...others });
  const shown = (path = "kq.csv") =>
    all.service.problemsOf(path).map(({ message, range }) => [textIn(csv, range), message]);
  return { ...all, shown };
}

describe("a problem of a table stands in the CSV file, too", () => {
  test("at its cell, and says whose it is in place of where", () => {
    const { service, shown, log } = at(`${head}\nled;2022;?;\nledd;2022;45;\nled;Quý 5;45;\n`);
    expect(shown()).toEqual([
      ["?", "a.bdg: “?” is no number, so it is not counted."],
      ["ledd", "a.bdg: there is no indicator “ledd”, so its row is not counted. Did you mean “led”?"],
      ["Quý 5", "a.bdg: “Quý 5” is no period such as 2024, Q1/2024 or 3/2024, so its row is not counted."],
    ]);
    const [first] = service.problemsOf("kq.csv");
    expect(first).toMatchObject({ path: "kq.csv", severity: "error", data: undefined });
    // It leads to the declaration, and to no place where one is already.
    expect(first!.related).toEqual([
      {
        path: "a.bdg",
        message: 'data "kq.csv"',
        range: { start: { line: 5, character: 5 }, end: { line: 5, character: 13 } },
      },
    ]);
    // At the declaration each stands once, and says where it is.
    const own = service.problemsOf("a.bdg").filter(({ code }) => /^data-(?!read)/.test(code));
    expect(own.map(({ message }) => message.split(":")[0]).sort()).toEqual([
      "line 2, column 3",
      "line 3, column 1",
      "line 4, column 2",
    ]);
    expect(service.paths()).toEqual(["a.bdg"]);
    expect(service.tablesWithProblems()).toEqual(["kq.csv"]);
    expect(log).toEqual([]);
  });

  test("a missed target, at the value that misses it, with the indicator and the plan", () => {
    const { service } = at(`${head}\nled;2023;45;Báo cáo 1\n`);
    const missed = service.problemsOf("kq.csv");
    expect(missed).toMatchObject([
      {
        code: "target-missed",
        range: { start: { line: 1, character: 9 }, end: { line: 1, character: 11 } },
        message: expect.stringMatching(/^led \(a\.bdg\): 45% in 2023.*; the plan says .*60%/),
      },
    ]);
    expect(missed[0]!.related.map(({ path, range }) => [path, range.start.line])).toEqual([
      ["a.bdg", 5],
      ["a.bdg", 3],
    ]);
    // At the declaration it says where.
    expect(service.problemsOf("a.bdg").map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^kq\.csv, line 2, column 3: 45% in 2023/),
    );
  });

  test.each([
    ["line breaks in cells above", `${head}\nled;2022;45;"a\nb\r\nc"\nled;2021;"4 5x";\n`, '"4 5x"'],
    ["a line break in the cell itself", `${head}\nled;2022;"x\ny";\n`, '"x\ny"'],
    ["CRLF", `Tiêu đề\r\n\r\n${head}\r\nled;2022;x45;\r\n`, "x45"],
    ["CR", `${head}\rled;2022;x45;\r`, "x45"],
    ["a line that says the delimiter", `sep=;\n${head}\nled;2022;x45;\n`, "x45"],
    ["letters beyond the first plane before it", `Nguồn;Mã;Năm;Kết quả\n📈𝒳;led;2022;x45\n`, "x45"],
    ["letters in parts before it", `Nguồn;Mã;Năm;Kết quả\n${"Sở".normalize("NFD")};led;2022;x45\n`, "x45"],
    ["a period that is missing: the row", `${head}\nled;2022;45;\nled;;46;Báo cáo\n`, "led;;46;Báo cáo"],
    ["a quote that never ends", `${head}\nled;"2022;45;\n`, '"'],
  ])("with %s", (_, csv, wanted) =>
    expect(
      at(csv)
        .shown()
        .map(([text]) => text),
    ).toEqual([wanted]),
  );

  test("of a file with a byte-order mark, as an editor counts: without it", () => {
    const bytes = new Uint8Array(Buffer.from(`\ufeffledd;2022;45\n${head}\nledd;2022;45;\n`));
    const { service } = createTestService({ "a.bdg": `${plan}data "kq.csv"\n`, "kq.csv": bytes });
    expect(service.problemsOf("kq.csv").map(({ range }) => range)).toEqual([
      { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } },
    ]);
    const first = new Uint8Array(Buffer.from('\ufeff"Mã;Năm'));
    const broken = createTestService({ "a.bdg": `${plan}data "kq.csv"\n`, "kq.csv": first });
    expect(broken.service.problemsOf("kq.csv").map(({ range }) => range)).toEqual([
      { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    ]);
  });

  test("but not what is no cell's: a heading that is missing, a file that can't be read, a workbook's", () => {
    expect(at(`${head}\nled;2022;45;\n`, 'data "kq.csv" { value "Giá trị" }').shown()).toEqual([]);
    expect(at("a;b\n").shown()).toEqual([]);
    const { service, workbooks } = createTestService({ "a.bdg": `${plan}data "kq.xlsx"\n` });
    const cell = (column: number, text: string) => ({ column, text, kind: "text" as const });
    const rows = [
      { row: 0, cells: [cell(0, "Mã"), cell(1, "Năm"), cell(2, "Kết quả")] },
      { row: 1, cells: [cell(0, "led"), cell(1, "2023"), cell(2, "45")] },
      { row: 2, cells: [cell(0, "ledd"), cell(1, "2023"), cell(2, "45")] },
    ];
    workbooks.set("kq.xlsx", [{ sheet: "A", rows, merges: [] }]);
    expect(service.problemsOf("a.bdg").map(({ code }) => code)).toContain("data-unknown-indicator");
    expect([service.problemsOf("kq.xlsx"), service.tablesWithProblems()]).toEqual([[], []]);
  });

  test("at most five hundred, and one that counts the rest; of one table's fifty and one", () => {
    const many = Array.from({ length: 510 }, (_, i) => `i${i}`);
    const source = many
      .map((id) => `indicator ${id} "${id}" { unit percent; target 2023 >= 60% }\n`)
      .join("");
    const csv = `${head}\n${many.map((id) => `${id};2023;4;\n`).join("")}`;
    const missed = at(csv, `${source}data "kq.csv"`).service.problemsOf("kq.csv");
    expect(missed).toHaveLength(501);
    expect(missed.at(-1)).toMatchObject({
      path: "kq.csv",
      code: "too-many-problems",
      message: expect.stringMatching(/: 10\.$/),
    });
    const unknown = at(`${head}\n${"x;2023;4;\n".repeat(60)}`).service.problemsOf("kq.csv");
    expect(unknown.map(({ code }) => code).slice(49)).toEqual([
      "data-unknown-indicator",
      "data-more-problems",
    ]);
    expect(unknown.at(-1)!.range.start.line).toBe(51);
  });
});

describe("of several declarations that read one file", () => {
  const other = 'plan q "Khác" { period 2021..2030 }\nindicator acts "Activities" { unit count }\n';

  test("what they say alike stands there once, with all of them", () => {
    const csv = `${head}\nled;Quý 5;45;\nx;2022;45;\n`;
    const { service, shown } = at(csv, 'data "kq.csv" period 2022\ndata "kq.csv"', {
      "b.bdg": 'use "a.bdg"\ndata "kq.csv"\n',
    });
    expect(shown()).toEqual([
      [
        "Quý 5",
        "a.bdg, b.bdg: “Quý 5” is no period such as 2024, Q1/2024 or 3/2024, so its row is not counted.",
      ],
      ["x", "a.bdg, b.bdg: there is no indicator “x”, so its row is not counted."],
    ]);
    const [period, name] = service.problemsOf("kq.csv");
    const places = (of: typeof period) => of!.related.map(({ path, range }) => `${path} ${range.start.line}`);
    expect([places(period), places(name)]).toEqual([
      ["a.bdg 6", "b.bdg 1"],
      ["a.bdg 5", "a.bdg 6", "b.bdg 1"],
    ]);
  });

  test("what only one says is that one's", () => {
    const csv = `${head}\nled;2022;45;\nacts;2022;3;\n`;
    const { shown } = at(csv, 'data "kq.csv"', { "b/b.bdg": `${other}data "../kq.csv"\n` });
    expect(shown()).toEqual([
      ["led", "b/b.bdg: there is no indicator “led”, so its row is not counted."],
      ["acts", "a.bdg: there is no indicator “acts”, so its row is not counted."],
    ]);
  });
});

describe("what stands in the file goes", () => {
  const csv = `${head}\nledd;2022;45;\n`;

  test("when the file is mended, when the name is declared, when the declaration goes, when the file goes", () => {
    const { service, documents, shown } = at(csv);
    expect(shown()).toHaveLength(1);
    documents.set("kq.csv", csv.replace("ledd", "led"));
    service.documentChanged("kq.csv");
    expect([shown(), service.tablesWithProblems()]).toEqual([[], []]);

    documents.set("kq.csv", csv);
    service.documentChanged("kq.csv");
    expect(shown()).toHaveLength(1);
    service.setFile("b.bdg", 'indicator ledd "B" { unit percent }\n');
    service.setFile("a.bdg", `use "b.bdg"\n${plan}data "kq.csv"\n`);
    expect(shown()).toEqual([]);

    service.setFile("a.bdg", `${plan}data "kq.csv"\n`);
    expect(shown()).toHaveLength(1);
    service.setFile("a.bdg", plan);
    expect([shown(), service.tablesWithProblems()]).toEqual([[], []]);

    service.setFile("a.bdg", `${plan}data "kq.csv"\n`);
    expect(shown()).toHaveLength(1);
    documents.delete("kq.csv");
    service.documentChanged("kq.csv");
    expect([shown(), service.tablesWithProblems()]).toEqual([[], []]);
    service.removeFile("a.bdg");
    expect(service.boundCsvFiles()).toEqual([]);
  });

  test("when a comment or a setting silences it at the declaration, and speaks the user's language", () => {
    const silenced = `# bdg-ignore data-unknown-indicator: another plan's\ndata "kq.csv"`;
    expect(at(csv, silenced).shown()).toEqual([]);
    const { service, shown } = at(csv);
    service.updateSettings(testSettings({ severities: new Map([["data-unknown-indicator", "error"]]) }));
    expect(service.problemsOf("kq.csv").map(({ severity }) => severity)).toEqual(["error"]);
    service.updateSettings(testSettings({ severities: new Map([["data-unknown-indicator", "off"]]) }));
    expect(shown()).toEqual([]);
    service.updateSettings(testSettings({ language: "vi" }));
    expect(shown()).toEqual([
      ["ledd", "a.bdg: không có chỉ tiêu “ledd” nên không tính dòng này. Có phải ý bạn là “led”?"],
    ]);
  });

  test("and follows the declaration when lines come above it", () => {
    const { service } = at(csv);
    const lineOf = () => service.problemsOf("kq.csv")[0]!.related[0]!.range.start.line;
    expect(lineOf()).toBe(5);
    // In an indicator: nothing else is checked again for it.
    const start = { line: 2, character: 0 };
    service.editFile("a.bdg", [{ range: { start, end: start }, text: "# one\n# two\n" }]);
    expect(lineOf()).toBe(7);
    const before = service.problemsOf("kq.csv");
    expect(service.problemsOf("kq.csv")).toBe(before);
  });
});

describe("the problems at one declaration stand in the order of the table's cells", () => {
  const file = (first: string, data: string) => `plan p "P" { period 2021..2030 }
indicator a "${first}" { unit count }
indicator b "B" { unit count }
indicator c "C" { unit count }
${data}
`;
  const rows = [
    ["Mã", "Năm", "Kết quả"],
    ["b", "2028", "1"],
    ["c", "2028", "1"],
    ["a", "2028", "1"],
    ["b", "2029", "1"],
  ];
  const grid = {
    sheet: "S",
    rows: rows.map((cells, row) => ({
      row,
      cells: cells.map((text, column) => ({ column, text, kind: "text" as const })),
    })),
    merges: [],
  };

  test.each([
    ["a CSV file", 'data "kq.csv"', ["kq.csv, line 2, column 3", "kq.csv, line 3, column 3"]],
    ["a workbook", 'data "kq.xlsx"', ["kq.xlsx, S!C2", "kq.xlsx, S!C3"]],
  ])("of %s, whichever indicator was judged last, and so do those that are told of many", (_, data, told) => {
    const open = (source: string) => {
      const files = { "a.bdg": source, "kq.csv": rows.map((row) => row.join(";")).join("\n") };
      const { service, workbooks } = createTestService(files, { problemsPerFile: 2 });
      workbooks.set("kq.xlsx", [grid]);
      return service;
    };
    const service = open(file("A", data));
    service.problemsOf("a.bdg");
    for (const source of [file("Other", data), file("A", data).replace('"B"', '"Other"')]) {
      service.setFile("a.bdg", source);
      const problems = service.problemsOf("a.bdg");
      expect(problems).toEqual(open(source).problemsOf("a.bdg"));
      expect(problems.map(({ code }) => code)).toEqual([
        "measured-in-future",
        "measured-in-future",
        "too-many-problems",
      ]);
      expect(problems.slice(0, 2).map(({ message }) => message.split(":")[0])).toEqual(told);
    }
  });
});
