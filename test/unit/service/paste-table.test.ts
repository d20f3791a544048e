import { describe, expect, test } from "vitest";
import { textIn } from "../../support/markers.ts";
import { createTestService, type TestOptions } from "../../support/test-service.ts";

const plan = `plan p "Plan" { period 2021..2030 }
dimension sex "Sex" { female "Women"  male "Men" }
indicator led "Units led by women" {
  clause II.1
  unit percent
  target 2025 >= 60%
}
indicator acts "Activities" {
  unit count
  target every year >= 1
}
`;

/** What is pasted where `<|>` stands, and the file with it; null where it is pasted as it is. */
function paste(source: string, rows: readonly string[] | string, options: TestOptions = {}) {
  const { service, marked, log } = createTestService({ "plan.bdg": plan, "test.bdg": source }, options);
  const { text, cursors } = marked.get("test.bdg")!;
  const clipboard = typeof rows === "string" ? rows : `${rows.join("\r\n")}\r\n`;
  const result = service.pastedTable("test.bdg", cursors[0]!, clipboard);
  expect(log).toEqual([]);
  if (!result) return null;
  const [at] = cursors;
  const before = textIn(text, { start: { line: 0, character: 0 }, end: at! });
  const after = before + result.text + text.slice(before.length);
  service.setFile("test.bdg", after);
  const errors = service.problemsOf("test.bdg").filter(({ severity }) => severity === "error");
  return { ...result, after, errors: errors.map(({ code, message }) => `${code} ${message}`) };
}

const own = (body: string) => `plan q "Q" { period 2021..2030 }
indicator share "Share" {
  unit percent
  target 2025 >= 60%
${body}
}
`;

describe("in an indicator", () => {
  test.each([
    ["periods beside values", ["2022\t9/20", "2023\t55%"]],
    ["with headings", ["Year\tResult", "2022\t9/20", "2023\t55%"]],
    ["with a title above", ["RESULTS", "Year\tResult", "2022\t9/20", "2023\t55%"]],
    ["periods above values", ["2022\t2023", "9/20\t55%"]],
    ["the row of a wide table", ["\t2022\t2023", "Share\t9/20\t55%"]],
    ["with the indicator's name", ["Indicator\tYear\tValue", "share\t2022\t9/20", "Share\t2023\t55%"]],
    ["a share in two columns", ["Year\tNumerator\tDenominator", "2022\t9\t20", "2023\t55%\t"].slice(0, 2)],
  ])("%s", (name, rows) => {
    const result = paste(own("  <|>"), rows)!;
    expect(result.text).toBe(
      name.startsWith("a share")
        ? "measured 2022  = 9 of 20"
        : "measured 2022  = 9 of 20\n  measured 2023  = 55%",
    );
    expect([result.problems, result.errors]).toEqual([0, []]);
  });

  test("evidence comes along, and lines stand as far in as the cursor", () => {
    const result = paste(own("    <|>"), ['2022\t45\tReport 12\\a "x"', "2023\t50\tReport 13"])!;
    expect(result.text).toBe(
      'measured 2022  = 45  "Report 12\\\\a \\"x\\""\n    measured 2023  = 50  "Report 13"',
    );
    expect(result.errors).toEqual([]);
  });

  test("beside words the lines begin a line of their own", () => {
    expect(paste(own("  measured 2021 = 40%<|>"), ["2022\t45"])!.after).toContain(
      "  measured 2021 = 40%\n  measured 2022  = 45\n}",
    );
    expect(paste("indicator a { <|>}\n", ["2022\t45"])!.after).toBe(
      "indicator a { \n  measured 2022  = 45\n}\n",
    );
  });

  test("what can't be read is a comment in its place, never a number", () => {
    const result = paste(own("  <|>"), ["2022\t45", "2023\t#REF!", "sometime\t12", "2024\t50", "2024\t51"])!;
    expect(result.after).toContain(`  measured 2022  = 45
  # check: “#REF!” is no number: 2023 | #REF!
  # check: “sometime” is no period: sometime | 12
  measured 2024  = 50
  # check: another value of the same period: 2024 | 51
`);
    expect([result.count, result.problems, result.errors]).toEqual([2, 3, []]);
  });

  test("a value of another indicator stays beside", () => {
    const source = `${own("  <|>")}indicator other "Other" { unit percent }\n`;
    const result = paste(source, ["Indicator\t2022", "Share\t45", "Other\t3"])!;
    expect(result.text).toBe("measured 2022  = 45\n  # check: a value of another indicator: Other | 3");
  });

  test("the style of numbers is found once; where it can't be, no number is written", () => {
    expect(paste(own("  <|>"), ["2022\t1.234", "2023\t1.234,5"])!.text).toBe(
      "measured 2022  = 1234\n  measured 2023  = 1234.5",
    );
    const unclear = paste(own("  <|>"), ["2022\t1.234", "2023\t5"])!;
    expect(unclear.count).toBe(0);
    expect(unclear.text).toBe(
      "# check: “1.234” may mean thousands or decimals: 2022 | 1.234\n  # check: 2023 | 5",
    );
    expect(paste(own("  <|>"), ["2022\t62.5", "2023\t62,5"])!.count).toBe(0);
  });

  test.each([
    ["words", "no table at all"],
    ["one column", ["2022", "2023"]],
    ["lines of the language with tabs", ["\tmeasured 2022 = 45", "\tmeasured 2023 = 50"]],
    ["columns of years alone", ["2021\t2022", "2022\t2023"]],
    ["two columns of numbers", ["2022\t45\t46", "2023\t50\t51"]],
    ["a table of texts", ["a\tb", "c\td"]],
  ])("%s are pasted as they are", (_, rows) => expect(paste(own("  <|>"), rows)).toBeNull());

  test.each([
    ["a comment", "  # note <|> here"],
    ["a text", '  name "a <|> b"'],
    ["a statement", "  measured <|> 2021 = 4"],
  ])("%s is no place for values", (_, body) => expect(paste(own(body), ["2022\t45"])).toBeNull());
});

describe("in a report", () => {
  const report = 'use "plan.bdg"\nreport 2024 "R" {\n  <|>\n}\n';

  test("of its own period or of those that the table names", () => {
    expect(paste(report, ["led\t11/20", "Activities\t3"])!.text).toBe("led   = 11 of 20\n  acts  = 3");
    const long = paste(report, ["Indicator\tPeriod\tValue", "acts\tQ1 2024\t2", "II.1\t2024\t55%"])!;
    expect(long.text).toBe("acts 2024-Q1  = 2\n  led           = 55%");
    expect(long.errors).toEqual([]);
    expect(paste(report, ["\t2024-Q1\t2024-Q2", "acts\t1\t2"])!.text).toBe(
      "acts 2024-Q1  = 1\n  acts 2024-Q2  = 2",
    );
  });

  test("by category, and with names that are unknown listed", () => {
    const result = paste(report, ["acts\tWomen\t3", "acts\tMen\t4", "nobody\tMen\t5"])!;
    expect(result.text).toBe(
      "acts for female  = 3\n  acts for male    = 4\n  # check: “nobody” is no indicator here: nobody | Men | 5",
    );
  });
});

describe("between declarations", () => {
  test("a report for each period, and below them what could not be read", () => {
    const rows = ["\t2023\t2024", "Units led by women\t45%\t50%", "acts\t3\t?"];
    const result = paste('use "plan.bdg"\n<|>\n', rows)!;
    expect(result.after).toBe(`use "plan.bdg"
report 2023 "Pasted from a sheet" {
  led   = 45%
  acts  = 3
}

report 2024 "Pasted from a sheet" {
  led  = 50%
}

# check: “?” is no number: acts | 3 | ?
`);
    expect(result.errors).toEqual([]);
  });

  test("without a period it is no report", () => {
    expect(paste('use "plan.bdg"\n<|>\n', ["led\t45"])).toBeNull();
  });

  test("nor is a plan's block a place for values", () => {
    expect(paste('plan q "Q" {\n  <|>\n}\n', ["led\t2024\t45"])).toBeNull();
  });
});

test("a Vietnamese file gets its own words, in its own line ends", () => {
  const source =
    'kế hoạch q "Q" { giai đoạn 2021..2030 }\r\nchỉ tiêu share "Tỷ lệ" {\r\n  đơn vị tính percent\r\n  <|>\r\n}\r\n';
  const rows = [
    "Kỳ\tKết quả\tNguồn",
    "Tháng 3/2024\t62,5%\tBC 1",
    "Quý I/2024\t9 trên 20\t",
    "2025\tmột nửa\t",
  ];
  const result = paste(source, rows, { language: "vi" })!;
  expect(result.text).toBe(
    'kết quả 3/2024   = 62,5%  "BC 1"\r\n  kết quả 2024-Q1  = 9 trên 20\r\n  # check: “một nửa” không phải là số: 2025 | một nửa',
  );
  expect(result.errors).toEqual([]);
});
