import { describe, expect, it } from "vitest";
import { createTestService } from "../../support/test-service.ts";

const of = (unit: string, ...lines: readonly string[]) =>
  `unit u "u" { range 0..10 }\ndimension sex "S" { f "F" m "M" }\nindicator x "X" {\n  unit ${unit}\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;

/** What the first problem of a missing value says behind the condition, and the lines that it leads to. */
function told(source: string, beside: Readonly<Record<string, string>> = {}) {
  const { service } = createTestService({ ...beside, "test.bdg": source });
  const { message, related } = service.problemsOf("test.bdg").find(({ code }) => code === "target-no-data")!;
  const places = related.map(({ path, range }) => `${path} ${range.start.line}`);
  return { says: /at least [^.]+\. (.+)$/.exec(message)![1], places };
}

describe("a window without a value that something was measured for", () => {
  it.each([
    ["percent", ["measured 2022 = 40%", "measured 2022 = 45%"], "2022 (two different values)"],
    ["percent", ["measured 2022 = 0 of 0"], "2022 (a share of 0)"],
    ["percent", ["measured 2022 = 3 person"], "2022 (in a unit that does not fit)"],
    ["person", ["measured 2022 = 9 of 20"], "2022 (in a unit that does not fit)"],
    ["person", ["measured 2022 = 4,5"], "2022 (not a whole number)"],
    ["person", ["measured 2022 = 1.234"], "2022 (thousands or decimals)"],
    ["u", ["measured 2022 = 11"], "2022 (not possible in its unit)"],
    ["percent", ["measured 2022 = 3 nothing"], "2022 (not readable)"],
    ["percent", ["measured 2021 = 0 of 0"], "2021 (a share of 0)"],
    [
      "percent",
      ["measured 2022-H1 = 0 of 0", "measured 2022-H2 = 3 person"],
      "the first half of 2022 (a share of 0) and the second half of 2022 (in a unit that does not fit)",
    ],
  ])("in %s, %s", (unit, lines, reasons) => {
    const { says, places } = told(of(unit, "target 2022 >= 5", ...lines));
    expect(says).toBe(`What was measured can't be used: ${reasons}.`);
    // The target's own place, and those of the values.
    expect(places).toEqual(["test.bdg 4", ...lines.map((_, i) => `test.bdg ${5 + i}`)]);
  });

  it("also tells the latest value that counts", () => {
    const lines = ["target 2022 >= 5", "measured 2021 = 60%", "measured 2022 = 0 of 0"];
    expect(told(of("percent", ...lines)).says).toBe(
      "What was measured can't be used: 2022 (a share of 0). The latest value, 60% in 2021, would have met it.",
    );
    const refused = [
      "aggregate mean",
      "target 2022 >= 5",
      "measured 2022-H1 = 40%",
      "measured 2022-H2 = 45%",
    ];
    expect(told(of("percent", ...refused)).says).toBe(
      "What was measured can't be used: 2022 (percentages that can't be joined). The latest value: 45% in the second half of 2022.",
    );
  });

  it("names a few of many", () => {
    const lines = [2015, 2016, 2017, 2018, 2019].map((year) => `measured ${year} = 0 of 0`);
    expect(told(of("percent", "target 2022 >= 5", ...lines)).says).toBe(
      "What was measured can't be used: 2015 (a share of 0), 2016 (a share of 0), 2017 (a share of 0), 2018 (a share of 0) and others.",
    );
  });

  it("leads to a report's line", () => {
    const report = 'use "test.bdg"\nreport 2022 "R" {\n  x = 0 of 0\n}\n';
    const { says, places } = told(of("percent", "target 2022 >= 5"), { "report.bdg": report });
    expect(says).toBe("What was measured can't be used: 2022 (a share of 0).");
    expect(places).toEqual(["test.bdg 4", "report.bdg 2"]);
  });

  it.each([
    ["of another category", "measured 2022 for f = 0 of 0", "Nothing has been measured yet."],
    ["of no category", "measured 2022 for z = 0 of 0", "Nothing has been measured yet."],
    ["of a later year", "measured 2023 = 0 of 0", "Nothing has been measured yet."],
  ])("but is not told of a value %s", (_, line, says) => {
    expect(told(of("percent", "target 2022 >= 5", line)).says).toBe(says);
  });
});
