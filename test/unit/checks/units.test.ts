import { describe, expect, it } from "vitest";
import { toJson } from "../../../server/src/export/json.ts";
import { createTestService, expectDiagnostics, type TestOptions } from "../../support/test-service.ts";

const units =
  'unit dong "đồng" { aggregate sum }\nunit trieu "triệu" { scale 1000000 dong }\nunit ty "tỷ" { scale 1000 trieu }\n';
const money = (unit: string, ...lines: readonly string[]) =>
  `${units}indicator x "X" {\n  unit ${unit}\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;
const of = (unit: string, ...lines: readonly string[]) =>
  `indicator x "X" {\n  unit ${unit}\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;

function measured(source: string, options: TestOptions = {}): string | undefined {
  const { service } = createTestService({ "test.bdg": source }, options);
  return JSON.parse(toJson(service.judgement())).plans[0].indicators[0].measured[0]?.value;
}

describe("values are converted where units meet", () => {
  it.each([
    ["dong", "3 ty", "3000000000"],
    ["trieu", "3 ty", "3000"],
    ["ty", "3 trieu", "0.003"],
    ["ty", "1 dong", "0.000000001"],
    ["ty", "2,5", "2.5"],
    ["percent", "11 of 20", "55"],
    ["ratio", "11 of 20", "0.55"],
    ["percent", "1 of 3", "33.333333333333"],
    ["percent", "60", "60"],
    ["point", "3", "3"],
  ])("in %s, %s is %s", (unit, value, expected) => {
    expect(measured(money(unit, `measured 2024 = ${value}`))).toBe(expected);
  });

  it("a share is worth one over the scale in what is scaled from percent or ratio", () => {
    const source = `unit permille "‰" { scale 0,1 percent }\n${of("permille", "measured 2024 = 11 of 20")}`;
    expect(measured(source)).toBe("550");
  });
});

describe("a built-in unit by the word that is printed for it", () => {
  it("is that unit, in values and as the base of a scale", () => {
    expectDiagnostics(of("người", "target 2024 >= 30 người", "measured 2024 = 31 person"), []);
    expectDiagnostics(of("person", "measured 2024 = <|3,5 người|>"), ["fraction-of-whole"]);
    const scaled = `unit trieu "triệu" { scale 1000000 đồng }\n${of("vnd", "measured 2024 = 3 trieu")}`;
    expect(measured(scaled)).toBe("3000000");
  });

  it("is what the plan declares by that name, from the moment it does", () => {
    const source = of("người", "measured 2024 = 3,5 người");
    const { service } = createTestService({ "test.bdg": source });
    const codes = () => service.problemsOf("test.bdg").map(({ code }) => code);
    expect(codes()).toEqual(["fraction-of-whole"]);
    service.setFile("test.bdg", `unit người "người quy đổi" {}\n${source}`);
    expect(codes()).toEqual([]);
    service.setFile("test.bdg", source);
    expect(codes()).toEqual(["fraction-of-whole"]);
  });

  it("as each of them is", () => {
    expectDiagnostics(of("lần", "target 2024 <= 1,7 lần", "measured 2024 = 1,5 ratio"), []);
    expectDiagnostics(
      of("percent", "baseline 2021 = 50%", "target 2024 >= baseline + 10 điểm", "measured 2024 = 61%"),
      [],
    );
  });

  it("unless a unit of the plan is printed so, from the moment it is", () => {
    const source = of("lan", "measured 2024 = 3 lần");
    const { service } = createTestService({ "test.bdg": `unit lan "lần" { whole }\n${source}` });
    const codes = () => service.problemsOf("test.bdg").map(({ code }) => code);
    expect(codes()).toEqual(["unknown-name"]);
    service.editFile("test.bdg", [
      { range: { start: { line: 0, character: 10 }, end: { line: 0, character: 13 } }, text: "lượt" },
    ]);
    expect(codes()).toEqual(["unit-mismatch"]);
    service.editFile("test.bdg", [
      { range: { start: { line: 0, character: 10 }, end: { line: 0, character: 14 } }, text: "lần" },
    ]);
    expect(codes()).toEqual(["unknown-name"]);
  });

  it("is told in the reader's language", () => {
    const told = (language: "en" | "vi") =>
      createTestService(
        { "a.bdg": of("lần", "target 2024 <= 1,7", "measured 2024 = 1,8") },
        { language },
      ).service.problemsOf("a.bdg")[0]!.message;
    expect(told("en")).toMatch(/^1\.8 times in 2024; the plan says at most 1\.7 times/);
    expect(told("vi")).toMatch(/^1,8 lần năm 2024, kế hoạch yêu cầu không quá 1,7 lần/);
  });
});

describe("units that do not fit", () => {
  it.each([
    ["percent", "measured 2024 = <|3 person|>"],
    ["person", "measured 2024 = <|3%|>"],
    ["person", "measured 2024 = <|9 of 20|>"],
    ["percent", "measured 2024 = <|3 point|>"],
    ["percent", "target 2024 >= <|3 ty|>"],
    ["percent", "target 2024 >= baseline * <|3%|>"],
    ["percent", "target 2024 between <|1 ty|> and 3%"],
    ["percent", "measured 2024 = <|baseline * 2|>"],
  ])("in %s: %s", (unit, line) => {
    expectDiagnostics(money(unit, line), ["unit-mismatch"]);
  });

  it.each([
    ["percent", "target 2024 >= baseline + 3 point", "baseline 2021 = 3%"],
    ["percent", "target 2024 >= baseline + 3%", "baseline 2021 = 3%"],
    ["percent", "target 2024 about 50% within 3 point", ""],
    ["percent", "target 2024 between 10 and 13%", ""],
  ])("but a difference of percentages may be in points: %s, %s", (unit, line, other) => {
    expectDiagnostics(of(unit, line, other), ["target-no-data"]);
  });
});

describe("values that are not possible", () => {
  const limited = (value: string) => `unit u "u" { range 0..10 }\n${of("u", `measured 2024 = ${value}`)}`;

  it.each(["0", "10", "9,99"])("%s is within 0..10", (value) => {
    expectDiagnostics(limited(value), []);
  });

  it.each(["-0,01", "10,01", "11"])("%s is not, and does not count", (value) => {
    expectDiagnostics(limited(`<|${value}|>`), ["out-of-range"]);
    expect(measured(limited(value))).toBeUndefined();
  });

  it.each([
    ["person", "1,5", "fraction-of-whole"],
    ["person", "12345,678", "fraction-of-whole"],
    ["person", "0,125", "fraction-of-whole"],
    ["person", "1.234", "thousands-or-decimal"],
    ["person", "1,234", "thousands-or-decimal"],
    ["person", "1,000", "thousands-or-decimal"],
    ["vnd", "1.500", "thousands-or-decimal"],
  ] as const)("in %s, %s: %s, and it does not count", (unit, value, code) => {
    expectDiagnostics(of(unit, `measured 2024 = <|${value}|>`), [code]);
    expect(measured(of(unit, `measured 2024 = ${value}`))).toBeUndefined();
  });

  it("the unit that counts is the one that the number is written in", () => {
    expectDiagnostics(money("dong", "measured 2024 = 1,234 ty"), []);
    const source = `unit nghin "nghìn" { scale 1000 person }\n${of("nghin", "measured 2024 = <|1,500|> person")}`;
    expectDiagnostics(source, ["thousands-or-decimal"]);
  });

  it("what may have meant thousands offers both readings", () => {
    const [problem] = expectDiagnostics(of("person", "measured 2024 = 1.234"), ["thousands-or-decimal"]);
    expect(problem!.data).toEqual({ thousands: "1234", decimal: "1,234" });
    expect(problem!.severity).toBe("error");
  });

  it("and where fractions are fine it is a hint, and counts as the fraction", () => {
    const source = of("ratio", "measured 2024 = 1.234");
    expect(expectDiagnostics(source, ["thousands-or-decimal"])[0]!.severity).toBe("hint");
    expect(measured(source)).toBe("1.234");
  });

  it("a comma is a decimal comma there, and says nothing", () => {
    const source = of("ratio", "measured 2024 = 1,000");
    expectDiagnostics(source, []);
    expect(measured(source)).toBe("1");
  });

  it("is said with all its decimals, as it was written", () => {
    const said = (source: string, language: "en" | "vi" = "en") =>
      createTestService({ "a.bdg": source }, { language }).service.problemsOf("a.bdg")[0]!.message;
    expect(said(of("person", "measured 2024 = 12,3456"))).toMatch(/^12\.3456 people is a fraction/);
    expect(said(of("person", "measured 2024 = 12,3456"), "vi")).toMatch(/^12,3456 người /);
    expect(said(limited("10,001"))).toMatch(/^10\.001 u is not possible: u goes from 0 u to 10 u/);
    expect(said(of("person", "measured 2024 = 45,678%"))).toMatch(/^45\.678% does not fit/);
    expect(said(of("person", "measured 2024 = 1,000"))).toBe(
      "“1,000” is read with decimals, as 1. If 1000 is meant, write 1000.",
    );
    expect(said(of("person", "measured 2024 = 1.500"), "vi")).toBe(
      "“1.500” được hiểu là số thập phân, bằng 1,5. Nếu là 1500 thì hãy viết 1500.",
    );
  });

  it.each([
    ["450 of <|1.000|>", undefined],
    ["450 of <|1,000|>", undefined],
    ["4000 of <|1.250|>", "320000"],
    ["<|1.200|> of 5000", "0.024"],
    ["1,200 of 5000", "0.024"],
    ["<|1.500|> of <|2.000|>", "75"],
    ["16.13 of 8.75", "184.342857142857"],
  ])("a share of more than the whole, which thousands would put right: %s", (share, value) => {
    const source = of("percent", `measured 2024 = ${share}`);
    const problems = expectDiagnostics(
      source,
      [...share.matchAll(/<\|/g)].map(() => "thousands-or-decimal" as const),
    );
    const severity = value === undefined ? "error" : "hint";
    expect(problems.every((problem) => problem.severity === severity)).toBe(true);
    expect(measured(source.replace(/<\||\|>/g, ""))).toBe(value);
  });

  it.each([
    'unit nghin "nghìn đồng" { scale <|1.000|> vnd }',
    'unit nghin "nghìn đồng" { scale <|1,000|> vnd }',
    of("count", "formula = 3 * <|1,000|>"),
    of("percent", "baseline 2021 = 3", "target 2030 >= baseline * <|1.000|>"),
  ])("nobody multiplies by a one with three zeros behind it: %s", (source) => {
    expect(expectDiagnostics(source, ["thousands-or-decimal"])[0]!.severity).toBe("error");
  });

  it("but with decimals that are some, and only a point is a hint", () => {
    expectDiagnostics('unit dam "dặm" { scale 1,609 km }\nunit km "km"', []);
    const [problem] = expectDiagnostics('unit dam "dặm" { scale <|1.609|> km }\nunit km "km"', [
      "thousands-or-decimal",
    ]);
    expect(problem!.severity).toBe("hint");
  });

  it.each(["1_234", "1\u00a0234", "1234"])("%s is one thousand two hundred and thirty-four", (value) => {
    expect(measured(of("person", `measured 2024 = ${value}`))).toBe("1234");
  });
});

describe("the numbers of a unit", () => {
  it.each([
    ["decimals <|13|>", "decimals-invalid"],
    ["decimals <|1,5|>", "decimals-invalid"],
    ["scale <|0|> vnd", "scale-invalid"],
    ["scale <|0,0|> vnd", "scale-invalid"],
  ] as const)("that mean nothing are told: %s", (line, code) => {
    expectDiagnostics(`unit u "u" { ${line} }`, [code]);
  });

  it.each(["decimals 0", "decimals 12", "decimals 1,0", "scale 0,001 vnd"])("but not %s", (line) => {
    expectDiagnostics(`unit u "u" { ${line} }`, []);
  });

  it("that can't be read are told once", () => {
    expectDiagnostics('unit u "u" { decimals 1.234.567 }', ["invalid-number"]);
    expectDiagnostics('unit u "u" { scale 1.234.567 vnd }', ["invalid-number"]);
  });
});

describe("a number with more behind it is none", () => {
  it.each([
    ["1 000", "invalid-number"],
    ['12 345,6 "Báo cáo"', "invalid-number"],
    ["1 000 of 2_000", "invalid-number"],
    ["1.234,5", "invalid-number"],
    ["60 5", "unexpected-text"],
    ["11/20", "unexpected-text"],
    ["5 - 7", "unexpected-text"],
    ["60% for female", "unexpected-text"],
    ['60% "Báo cáo" for female', "unexpected-text"],
    ["5‰", "unexpected-character"],
    ["≈ 5", "unexpected-character"],
  ] as const)("measured 2024 = %s", (value, code) => {
    const source = of("percent", "measured 2023 = 7", `measured 2024 = ${value}; measured 2022 = 8`);
    expectDiagnostics(source, [code]);
    const { service } = createTestService({ "test.bdg": source });
    const values = JSON.parse(toJson(service.judgement())).plans[0].indicators[0].measured;
    expect(values.map((one: { period: string }) => one.period)).toEqual(["2023", "2022"]);
  });

  it.each([
    ["target 2024 <= 1 000", ["invalid-number"]],
    ["target 2024 between 1 000 and 2 000", ["invalid-number", "invalid-number"]],
    ["target 2024 between 1 and 2 3", ["unexpected-text"]],
    ["target 2024 about 5 within 1 000", ["invalid-number"]],
    ["target 2024 <= baseline * 2 3", ["unexpected-text"]],
    ["target 2024 <= 60% for female", ["unexpected-text"]],
  ] as const)("%s", (line, codes) => {
    const source = of("percent", "baseline 2020 = 1", "measured 2024 = 0", line);
    expectDiagnostics(source, codes);
    const { service } = createTestService({ "test.bdg": source });
    expect(service.judgement().plans[0]!.indicators[0]!.status).toBe("pending");
  });

  it("nor is half a formula the formula", () => {
    const source = of("count", "formula = 6 / 2 3", "target 2024 >= 3");
    expectDiagnostics(source, ["unexpected-text", "target-no-data"]);
  });

  it("and no unit has it for its scale or its range", () => {
    expectDiagnostics(`unit u "u" { range 0..1 000 }\n${of("u", "measured 2024 = 500")}`, ["invalid-number"]);
    expectDiagnostics(`unit u "u" { range 0..1 0 }\n${of("u", "measured 2024 = 500")}`, ["unexpected-text"]);
  });
});

describe("an indicator without a unit", () => {
  it("says so, and takes the first unit that a value is written with", () => {
    const source = 'indicator <|x|> "X" {\n  measured 2024 = 45%\n  target 2024 >= 40%\n}';
    expectDiagnostics(source, ["missing-unit"]);
    const { service } = createTestService({ "a.bdg": source.replace(/<\||\|>/g, "") });
    expect(service.judgement().plans[0]!.indicators[0]!.status).toBe("met");
  });

  it("says nothing of what would not fit the unit that stands in", () => {
    const others = 'indicator a "A" { unit person }\nindicator b "B" { unit person }\n';
    expectDiagnostics(
      `${others}indicator <|x|> "X" { measured 2024 = 45%; baseline 2023 = 3 person; formula = a + b }`,
      ["missing-unit"],
    );
    expectDiagnostics(`${others}indicator <|x|> "X" { formula = a + b }`, ["missing-unit"]);
  });

  it("is not held against the one that it implements", () => {
    const higher = 'indicator y "Y" { unit percent; target 2030 >= 60% }\n';
    expectDiagnostics(`${higher}indicator <|x|> "X" { target 2030 >= 60; implements y }`, ["missing-unit"]);
    expectDiagnostics(`${higher}indicator x "X" { unit <|nope|>; target 2030 >= 60; implements y }`, [
      "unknown-name",
    ]);
  });
});

describe("an indicator with a unit that is not there", () => {
  it("says so, and nothing of its values, which are judged in the unit that they are written with", () => {
    const source = 'indicator x "X" {\n  unit <|perzent|>\n  measured 2024 = 45%\n  target 2024 >= 40%\n}';
    expectDiagnostics(source, ["unknown-name"]);
    const { service } = createTestService({ "a.bdg": source.replace(/<\||\|>/g, "") });
    expect(service.judgement().plans[0]!.indicators[0]!.status).toBe("met");
  });

  it("nor of numbers and shares without one", () => {
    expectDiagnostics(of("<|viec|>", "measured 2024 = 9 of 20", "baseline 2023 = 3"), ["unknown-name"]);
  });
});

describe("a declaration whose name can't be read", () => {
  it.each([
    ['indicator <|3|>x "n" { }'],
    ['indicator <|4|>x "n" { unit percent; target 2024 >= 50% }'],
    ['task <|3|>t "n" { due 2024 }'],
    ["indicator <|{|> target 2024 >= 50 }"],
  ])("%s has that one problem, and is in no table", (source) => {
    const { service, marked } = createTestService({ "test.bdg": source });
    const problems = service.problemsOf("test.bdg").filter(({ code }) => code !== "target-no-data");
    expect(problems.map(({ code, range }) => [code, range.start])).toEqual([
      ["syntax-error", marked.get("test.bdg")!.ranges[0]!.start],
    ]);
    expect(JSON.parse(toJson(service.judgement())).plans).toEqual([]);
  });

  it("has its other problems where its title names it", () => {
    const { service } = createTestService({ "test.bdg": 'indicator "Nữ" { target 2030 >= 50 }' });
    const problems = service.problemsOf("test.bdg");
    expect(problems.map(({ code }) => code)).toEqual(["missing-unit", "syntax-error"]);
    expect(problems[0]!.message).toBe("“Nữ” has no unit. Add a line such as: unit percent");
  });
});

it("an empty title is none: the name stands in its place", () => {
  const { service } = createTestService({ "a.bdg": 'indicator x "" { unit percent }' });
  expect(service.judgement().plans[0]!.indicators[0]!.indicator.name).toBe("x");
});
