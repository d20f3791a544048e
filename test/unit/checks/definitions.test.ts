import { describe, expect, it } from "vitest";
import { toJson } from "../../../server/src/export/json.ts";
import { rational } from "../../../server/src/semantics/rational.ts";
import { createTestService, expectDiagnostics, testSettings } from "../../support/test-service.ts";

const of = (unit: string, ...lines: readonly string[]) =>
  `indicator x "X" {\n  unit ${unit}\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;

/** The verdict of the only indicator, or of the last of several. */
function status(source: string): string {
  const { service } = createTestService({ "a.bdg": source });
  return JSON.parse(toJson(service.judgement())).plans[0].indicators.at(-1).status;
}

describe("two baselines", () => {
  const judged = (...lines: readonly string[]) =>
    of("count", ...lines, "target 2022 reach 10", "measured 2022 = 6");

  it("of one period that differ are an error at the second, whatever their order, and neither counts", () => {
    for (const [first, second] of [
      [1, 50],
      [50, 1],
    ]) {
      const source = judged(`baseline 2020 = ${first}`, `baseline 2020 = <|${second}|>`);
      const codes = ["duplicate-baseline"] as const;
      const { service, marked } = createTestService({ "test.bdg": source });
      const problems = service.problemsOf("test.bdg");
      expect(problems.map(({ code }) => code)).toEqual([...codes, "target-missed"]);
      expect(problems[0]!.range).toEqual(marked.get("test.bdg")!.ranges[0]);
      expect(problems[0]!.message).toBe(
        `There are two different baselines for 2020, ${second} here and ${first} elsewhere: neither counts. Delete the wrong one.`,
      );
      expect(problems[0]!.related.map(({ range }) => range.start.line)).toEqual([2]);
    }
  });

  it("that differ bring no second problem of a target that leans on them", () => {
    expectDiagnostics(
      of("percent", "baseline 2020 = 1%", "baseline 2020 = <|2%|>", "target 2030 >= baseline * 2"),
      ["duplicate-baseline"],
    );
    expectDiagnostics(
      of("percent", "baseline 2020 = 1%", "baseline 2020 = <|2%|>", "target 2030 reach 10%"),
      ["duplicate-baseline"],
    );
  });

  it.each([
    ["equal", "baseline 2020 = 50", "baseline 2020 = 50", "met"],
    ["of two years, the later last", "baseline 2019 = 1", "baseline 2020 = 50", "met"],
    ["of two years, the later first", "baseline 2020 = 50", "baseline 2019 = 1", "met"],
  ])("%s are no problem", (_, first, second, expected) => {
    const source = judged(first, second);
    expectDiagnostics(source, []);
    expect(status(source)).toBe(expected);
  });

  it("of two categories are no problem", () => {
    const source = `dimension s "S" { f "F" m "M" }\n${of("percent", "baseline 2020 for f = 1%", "baseline 2020 for m = 2%", "baseline 2020 = 3%")}`;
    expectDiagnostics(source, []);
  });
});

describe("a target that no value can meet", () => {
  it.each([
    ["target 2022 between <|19 and 17|>", "19% is more than 17%"],
    ["target 2022 between <|17,001 and 17%|>", "17.001% is more than 17%"],
    ["target 2022 between <|baseline * 0,9 and baseline * 0,8|>", "9% is more than 8%"],
    ["target 2022 about <|60% within -2%|>", "the tolerance is less than 0"],
  ])("%s", (line, reason) => {
    const source = of("percent", "baseline 2020 = 10%", "measured 2022 = 18%", line);
    const [problem] = expectDiagnostics(source, ["impossible-target"]);
    expect(problem!.message).toBe(`No value can meet this target: ${reason}.`);
  });

  it.each([
    ["target 2022 between 17 and 17", ""],
    ["target 2022 between baseline * 0,9 and baseline * 0,8", "baseline 2020 = -10%"],
    ["target 2022 about 17% within 0%", ""],
  ])("but: %s", (line, baseline) => {
    const source = of("percent", baseline, line, `measured 2022 = ${baseline === "" ? "17" : "-8.5"}%`);
    expectDiagnostics(source, []);
    expect(status(source)).toBe("met");
  });
});

describe("the edges of the forecast", () => {
  const edges = (...lines: readonly string[]) => of("percent", ...lines);

  it.each([
    [["on track from 70%", "off track below <|90%|>"], "70%, lower than the 90%"],
    [["off track below 90%", "on track from <|70%|>"], "70%, lower than the 90%"],
    [["off track below <|97,5%|>"], "95%, lower than the 97.5%"],
    [["on track from <|0,79|>"], "79%, lower than the 80%"],
  ])("%s overlap", (lines, words) => {
    const [problem] = expectDiagnostics(edges(...lines), ["edge-invalid"]);
    expect(problem!.message).toContain(`on track begins at ${words} below which it is off track`);
  });

  it.each([
    [["on track from 90%", "off track below 90%"]],
    [["on track from 80%"]],
    [["off track below 95%"]],
    [["on track from 70%", "off track below 50%"]],
  ])("%s don't", (lines) => {
    expectDiagnostics(edges(...lines), []);
  });

  it("are held against the workspace's", () => {
    const workspace = { onTrackFrom: rational(1n, 2n), offTrackBelow: rational(1n, 4n) };
    expectDiagnostics(edges("off track below <|60%|>"), ["edge-invalid"], {}, workspace);
    expectDiagnostics(edges("on track from 50%"), [], {}, workspace);
    const { service } = createTestService({ "test.bdg": edges("off track below 60%") });
    expect(service.problemsOf("test.bdg")).toEqual([]);
    service.updateSettings(testSettings(workspace));
    expect(service.problemsOf("test.bdg").map(({ code }) => code)).toEqual(["edge-invalid"]);
  });
});

describe("a formula that makes a percentage of a quotient once more", () => {
  const people = 'indicator a "A" { unit person }\nindicator b "B" { unit person }\n';

  it.each([
    ["percent", "a / b * <|100|>"],
    ["percent", "<|100|> * a / b"],
    ["percent", "a * <|100|> / b"],
    ["percent", "a / b / <|100|>"],
    ["percent", "(a / b - 1) * <|100|>"],
    ["percent", "1 - a / b * <|100|>"],
    ["permille", "a / b * <|1000|>"],
  ])("in %s: %s", (unit, formula) => {
    const source = `${people}unit permille "‰" { scale 0,1 percent }\n${of(unit, `formula = ${formula}`)}`;
    expectDiagnostics(source, ["percentage-times-hundred"]);
  });

  it("says what the quotient is without it", () => {
    const source = people + of("percent", "formula = a / b * 100");
    const { service } = createTestService({ "test.bdg": source });
    expect(service.problemsOf("test.bdg").map(({ message }) => message)).toEqual([
      "A quotient is in percent (%) already: 1 / 4 is 25%. Leave the 100 out.",
    ]);
  });

  it.each([
    ["percent", "a / b"],
    ["percent", "(a - b) / b"],
    ["percent", "a / (b + 100)"],
    ["ratio", "a / b * 100"],
    ["person", "a * 100"],
    ["person", "a + b"],
  ])("but not in %s: %s", (unit, formula) => {
    expectDiagnostics(people + of(unit, `formula = ${formula}`), []);
  });

  it("and not where a percentage itself is multiplied", () => {
    const source = `indicator a "A" { unit percent }\n${of("percent", "formula = a * 100")}`;
    expectDiagnostics(source, []);
  });
});
