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
    ["person", "1.234", "thousands-or-decimal"],
    ["vnd", "1.500", "thousands-or-decimal"],
  ] as const)("in %s, %s: %s, and it does not count", (unit, value, code) => {
    expectDiagnostics(of(unit, `measured 2024 = <|${value}|>`), [code]);
    expect(measured(of(unit, `measured 2024 = ${value}`))).toBeUndefined();
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

  it.each(["1_234", "1\u00a0234", "1234"])("%s is one thousand two hundred and thirty-four", (value) => {
    expect(measured(of("person", `measured 2024 = ${value}`))).toBe("1234");
  });
});

describe("an indicator without a unit", () => {
  it("says so, and takes the first unit that a value is written with", () => {
    const source = 'indicator <|x|> "X" {\n  measured 2024 = 45%\n  target 2024 >= 40%\n}';
    expectDiagnostics(source, ["missing-unit"]);
    const { service } = createTestService({ "a.bdg": source.replace(/<\||\|>/g, "") });
    expect(service.judgement().plans[0]!.indicators[0]!.status).toBe("met");
  });
});
