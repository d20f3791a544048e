import { describe, expect, it } from "vitest";
import { judgeIndicator } from "../../../server/src/semantics/evaluator/judge-indicator.ts";
import type {
  DuePoint,
  EvaluationSettings,
  IndicatorJudgement,
} from "../../../server/src/semantics/judgement.ts";
import { toDecimal } from "../../../server/src/semantics/rational.ts";
import {
  activity,
  constant,
  formula,
  type IndicatorParts,
  indicator,
  number,
  percent,
  period,
  plan,
  ratio,
} from "../../support/models.ts";

function settings(asOf: string): EvaluationSettings {
  return { asOf: period(asOf).first, onTrackFrom: number("0.95"), offTrackBelow: number("0.8") };
}

function judge(asOf: string, parts: IndicatorParts): IndicatorJudgement {
  return judgeIndicator(indicator(parts), settings(asOf));
}

function duePoints(asOf: string, parts: IndicatorParts): readonly DuePoint[] {
  return judge(asOf, parts).targets.flatMap(({ due }) => due);
}

/** `met:1` for each due point: its status and the line of the table that decided. */
function verdicts(asOf: string, parts: IndicatorParts): string {
  return duePoints(asOf, parts)
    .map(({ status, decidedBy }) => `${status}:${decidedBy}`)
    .join(" ");
}

function value(asOf: string, parts: IndicatorParts): string | null {
  const quantity = duePoints(asOf, parts)[0]!.value;
  if (quantity === null) return null;
  const share =
    quantity.share && ` ${toDecimal(quantity.share.numerator)}/${toDecimal(quantity.share.denominator)}`;
  return `${toDecimal(quantity.value, 3)}${share ?? ""}`;
}

function findings(asOf: string, parts: IndicatorParts): readonly string[] {
  return judge(asOf, parts).findings.map(({ kind }) => kind);
}

const summed = { unit: activity, aggregate: "sum" } as const;

describe("the status table, line by line", () => {
  it.each<[string, string, IndicatorParts, string]>([
    ["1: past and held", "2026-01-01", { target: ["2025 >= 60"], measured: ["2025 = 60"] }, "met:1"],
    [
      "1: the year's figure settles the year in December",
      "2025-12-20",
      { target: ["2025 >= 60"], measured: ["2025 = 61"] },
      "met:1",
    ],
    [
      "1: a figure for its last quarter does too",
      "2025-12-20",
      { target: ["2025 >= 60"], measured: ["2025-Q4 = 61"] },
      "met:1",
    ],
    [
      "2: closed and not held",
      "2025-12-20",
      { target: ["2025 >= 60"], measured: ["2025 = 59,999"] },
      "missed:2",
    ],
    [
      "2: exact: 2 of 3 is less than 66,67%",
      "2026-01-01",
      { target: ["2025 >= 66,67"], measured: ["2025 = 2 of 3"] },
      "missed:2",
    ],
    [
      "3: past without a value",
      "2026-01-01",
      { target: ["2025 >= 60"], measured: ["2024 = 99"] },
      "no-data:3",
    ],
    [
      "not past on the last day itself",
      "2025-12-31",
      { target: ["2025 >= 60"], measured: ["2024 = 99"] },
      "on-track:6",
    ],
    [
      "4: a sum can only grow",
      "2025-05-01",
      { ...summed, target: ["2025 >= 2"], measured: ["2025-01 = 2"] },
      "met:4",
    ],
    [
      "4: even where the target recurs",
      "2025-05-01",
      { ...summed, target: ["every year in 2025 >= 2"], measured: ["2025-01 = 2"] },
      "met:4",
    ],
    [
      "4: a maximum upward",
      "2025-05-01",
      { unit: activity, aggregate: "max", target: ["2025 > 2"], measured: ["2025-01 = 3"] },
      "met:4",
    ],
    [
      "4: a minimum downward",
      "2025-05-01",
      { unit: activity, aggregate: "min", target: ["2025 < 2"], measured: ["2025-01 = 1"] },
      "met:4",
    ],
    [
      "5: a sum downward may yet be too much",
      "2025-05-01",
      { ...summed, target: ["2025 <= 2"], measured: ["2025-01 = 1"] },
      "pending:5",
    ],
    [
      "5: a recurring target is not forecast",
      "2025-05-01",
      { target: ["every year in 2025 >= 2"], measured: ["2024 = 9"] },
      "pending:5",
    ],
    ["5: nothing measured", "2025-05-01", { target: ["2025 >= 2"] }, "pending:5"],
    [
      "5: a total is summed, whatever the unit's aggregate",
      "2025-05-01",
      { unit: activity, target: ["total 2024..2025 >= 9"], measured: ["2024 = 20"] },
      "met:4",
    ],
    [
      "5: a total not reached yet",
      "2025-05-01",
      { unit: activity, target: ["total 2024..2025 >= 30"], measured: ["2024 = 20"] },
      "pending:5",
    ],
    [
      "6: the latest value would do",
      "2025-05-01",
      { target: ["2025 >= 60"], measured: ["2024 = 60"] },
      "on-track:6",
    ],
    [
      "6: even where the condition has no direction",
      "2025-05-01",
      { target: ["2025 about 60"], measured: ["2024 = 61,2"] },
      "on-track:6",
    ],
    [
      "7: no direction",
      "2025-05-01",
      { target: ["2025 about 60"], measured: ["2023 = 10", "2024 = 61,21"] },
      "pending:7",
    ],
    [
      "7: path none",
      "2025-05-01",
      { path: "none", target: ["2025 >= 60"], measured: ["2023 = 10", "2024 = 50"] },
      "pending:7",
    ],
    [
      "7: a single value is where the path starts",
      "2025-05-01",
      { target: ["2025 >= 60"], measured: ["2024 = 50"] },
      "pending:7",
    ],
    [
      "7: the baseline is no earlier than the value",
      "2025-05-01",
      { baseline: ["2024 = 40"], target: ["2025 >= 60"], measured: ["2024 = 50"] },
      "pending:7",
    ],
    [
      "8: on the path downward",
      "2024-06-01",
      { baseline: ["2021 = 20"], target: ["2025 <= 10"], measured: ["2023 = 15"] },
      "on-track:8",
    ],
    [
      "10: the wrong way",
      "2024-06-01",
      { baseline: ["2021 = 20"], target: ["2025 <= 10"], measured: ["2023 = 21"] },
      "off-track:10",
    ],
    [
      "0: relative to a baseline that is not there",
      "2026-06-01",
      { target: ["2025 >= baseline * 1,1"], measured: ["2025 = 21"] },
      "pending:0",
    ],
  ])("%s", (_, asOf, parts, expected) => {
    expect(verdicts(asOf, parts)).toBe(expected);
  });

  it("keeps the edges of the indicator before the workspace's", () => {
    // 5 of 10 on the way: half is covered.
    const half = {
      baseline: ["2021 = 40"],
      target: ["2023 >= 50", "2025 >= 50"],
      measured: ["2023-12-31 = 45"],
    };
    const at = (parts: Partial<IndicatorParts>): string => verdicts("2023-12-31", { ...half, ...parts });
    expect(at({})).toBe("missed:2 off-track:10");
    expect(at({ offTrackBelow: number("0.5") })).toBe("missed:2 at-risk:9");
    expect(at({ onTrackFrom: number("0.5") })).toBe("missed:2 on-track:8");
  });
});

describe("direction of reach", () => {
  it.each<[string, IndicatorParts, string]>([
    [
      "down when the baseline is above",
      { baseline: ["2020 = 70"], target: ["2025 reach 60"], measured: ["2025 = 59"] },
      "met:1",
    ],
    [
      "up when the baseline equals it",
      { baseline: ["2020 = 60"], target: ["2025 reach 60"], measured: ["2025 = 59"] },
      "missed:2",
    ],
    ["up with no baseline", { target: ["2025 reach 60"], measured: ["2025 = 59"] }, "missed:2"],
    [
      "by the baseline of the same category only",
      { baseline: ["2020 = 70"], target: ["2025 for female reach 60"], measured: ["2025 for female = 59"] },
      "missed:2",
    ],
    [
      "held against a baseline's multiple",
      { baseline: ["2020 = 70"], target: ["2025 reach baseline * 0,9"], measured: ["2025 = 63"] },
      "met:1",
    ],
  ])("%s", (_, parts, expected) => {
    expect(verdicts("2026-01-01", parts)).toBe(expected);
  });
});

describe("the value of a window", () => {
  it.each<[string, IndicatorParts, string | null]>([
    [
      "latest: the one that ends last",
      { target: ["2025 >= 1"], measured: ["2025-11 = 7", "2025-03 = 9"] },
      "7",
    ],
    [
      "latest: of two on one day the longer",
      { target: ["2025 >= 1"], measured: ["2025-12 = 7", "2025 = 9", "2025-Q4 = 8"] },
      "9",
    ],
    ["latest: keeps its share", { target: ["2025 >= 1"], measured: ["2025 = 9 of 20"] }, "45 9/20"],
    ["only what lies inside", { target: ["2025-Q1 >= 1"], measured: ["2025 = 9", "2024-12 = 5"] }, null],
    ["sum", { ...summed, target: ["2025 >= 1"], measured: ["2025-01 = 2", "2025-07 = 3"] }, "5"],
    [
      "sum: a total stands for its parts, at every level",
      {
        ...summed,
        target: ["2025 >= 1"],
        measured: ["2025-01 = 2", "2025-Q1 = 5", "2025-02-03 = 1", "2025-07 = 3"],
      },
      "8",
    ],
    [
      "sum of shares",
      { aggregate: "sum", target: ["2025 >= 1"], measured: ["2025-01 = 9 of 20", "2025-02 = 3 of 10"] },
      "40 12/30",
    ],
    [
      "sum of shares that are all 0",
      { aggregate: "sum", target: ["2025 >= 1"], measured: ["2025-01 = 0 of 20", "2025-02 = 0 of 10"] },
      "0 0/30",
    ],
    [
      "mean",
      { ...summed, aggregate: "mean", target: ["2025 >= 1"], measured: ["2025-01 = 2", "2025-07 = 3"] },
      "2.5",
    ],
    [
      "mean leaves out parts",
      {
        ...summed,
        aggregate: "mean",
        target: ["2025 >= 1"],
        measured: ["2025-H1 = 2", "2025-01 = 100", "2025-H2 = 3"],
      },
      "2.5",
    ],
    [
      "min",
      { ...summed, aggregate: "min", target: ["2025 >= 1"], measured: ["2025-01 = 2", "2025-07 = 3"] },
      "2",
    ],
    [
      "max leaves out parts of a total",
      {
        ...summed,
        aggregate: "max",
        target: ["2025 >= 1"],
        measured: ["2025-Q1 = 2", "2025-01 = 8", "2025-07 = 3"],
      },
      "3",
    ],
    [
      "a total is summed",
      { unit: activity, target: ["total 2024..2025 >= 1"], measured: ["2024 = 2", "2025 = 3"] },
      "5",
    ],
    [
      "a value of another category is not this one's",
      { target: ["2025 >= 1"], measured: ["2025 for female = 9"] },
      null,
    ],
    [
      "equal values count once, the share is kept",
      { target: ["2025 >= 1"], measured: ["2025 = 45", "2025 = 9 of 20"] },
      "45 9/20",
    ],
    ["unequal ones not at all", { target: ["2025 >= 1"], measured: ["2025 = 45", "2025 = 46"] }, null],
    ["what begins after the day does not count", { target: ["2027 >= 1"], measured: ["2027 = 45"] }, null],
  ])("%s", (_, parts, expected) => {
    expect(value("2026-06-01", parts)).toBe(expected);
  });

  it("counts a period that has begun, though it ends after the day", () => {
    expect(value("2025-06-01", { target: ["2025 >= 1"], measured: ["2025 = 45"] })).toBe("45");
  });

  it("refuses to add or average percentages without their counts, and has no value then", () => {
    const measured = ["2025-01 = 40", "2025-02 = 50"];
    for (const aggregate of ["sum", "mean"] as const) {
      expect(value("2026-06-01", { aggregate, target: ["2025 >= 1"], measured })).toBeNull();
      expect(verdicts("2026-06-01", { aggregate, target: ["2025 >= 1"], measured })).toBe("no-data:3");
    }
    const shares = ["2025-01 = 1 of 2", "2025-02 = 2 of 2"];
    expect(
      value("2026-06-01", { unit: ratio, aggregate: "mean", target: ["2025 >= 1"], measured: shares }),
    ).toBeNull();
    expect(
      value("2026-06-01", { unit: ratio, aggregate: "sum", target: ["2025 >= 1"], measured: shares }),
    ).toBe("0.75 3/4");
  });
});

describe("what is noticed about values", () => {
  it.each<[string, IndicatorParts, readonly string[]]>([
    [
      "an assumed aggregate",
      { unit: activity, target: ["2025 >= 1"], measured: ["2025-01 = 1", "2025-02 = 1"] },
      ["assumed-aggregate"],
    ],
    [
      "not where it is written",
      { ...summed, target: ["2025 >= 1"], measured: ["2025-01 = 1", "2025-02 = 1"] },
      [],
    ],
    [
      "not for a total",
      { unit: activity, target: ["total 2024..2025 >= 1"], measured: ["2025-01 = 1", "2025-02 = 1"] },
      [],
    ],
    [
      "a refused aggregate, once for two targets of one window",
      { aggregate: "mean", target: ["2025 >= 1", "2025 <= 9"], measured: ["2025-01 = 1", "2025-02 = 1"] },
      ["refused-aggregate"],
    ],
    [
      "unequal values",
      { target: ["2025 >= 1"], measured: ["2025 = 1", "2025 = 2"] },
      ["duplicate-measurement"],
    ],
    [
      "parts that are complete and differ",
      { ...summed, measured: ["2025 = 10", "2025-H1 = 4", "2025-H2 = 5"] },
      ["parts-differ-from-total"],
    ],
    [
      "parts that are not complete may differ",
      { ...summed, measured: ["2025 = 10", "2025-H1 = 4", "2025-Q3 = 5"] },
      [],
    ],
    [
      "parts of two lengths that add up",
      { ...summed, measured: ["2025 = 10", "2025-H1 = 4", "2025-Q3 = 5", "2025-Q4 = 1"] },
      [],
    ],
    ["too long a period", { target: ["2025-Q1 >= 1"], measured: ["2025 = 9"] }, ["period-too-long"]],
    [
      "not where the window has a value",
      { target: ["2025-Q1 >= 1"], measured: ["2025 = 9", "2025-01 = 3"] },
      [],
    ],
    ["the future", { measured: ["2027 = 9"] }, ["measured-in-future"]],
    [
      "outside the plan",
      { plan: plan("2021..2030"), measured: ["2020 = 9", "2021 = 9"] },
      ["measured-outside-plan"],
    ],
    [
      "no baseline to be relative to",
      { baseline: ["2020 for female = 1"], target: ["2025 >= baseline + 1"] },
      ["baseline-missing"],
    ],
  ])("%s", (_, parts, expected) => {
    expect(findings("2026-06-01", parts)).toEqual(expected);
  });
});

describe("formulas", () => {
  const women = indicator({ ...summed, id: "women", measured: ["2024 = 9", "2025-01 = 4", "2025-02 = 6"] });
  const all = indicator({ ...summed, id: "all", measured: ["2024 = 20", "2025 = 25"] });
  const share: IndicatorParts = { formula: formula(women, "/", all), formulaFactor: number("100") };

  it("takes its operands' values in the window", () => {
    expect(value("2026-01-01", { ...share, target: ["2025 >= 1"] })).toBe("40");
  });

  it("has a measured value where every operand has one for exactly that period", () => {
    const point = duePoints("2025-06-01", { ...share, target: ["2030 >= 60"] })[0]!;
    expect(point.latest && [point.latest.period.text, toDecimal(point.latest.quantity.value)]).toEqual([
      "2024",
      "45",
    ]);
  });

  it("is settled by an exact period that ends the window", () => {
    expect(verdicts("2024-12-31", { ...share, target: ["2024 >= 40"] })).toBe("met:1");
    expect(verdicts("2025-12-31", { ...share, target: ["2025 >= 40"] })).toBe("on-track:6");
  });

  it("lets its own measured value count, and says where it disagrees", () => {
    const parts = { ...share, target: ["2024 >= 1"], measured: ["2024 = 46"] };
    expect(value("2026-01-01", parts)).toBe("46");
    expect(findings("2026-01-01", parts)).toEqual(["formula-disagrees"]);
    expect(findings("2026-01-01", { ...parts, measured: ["2024 = 45"] })).toEqual([]);
    const latest = duePoints("2025-01-05", { ...parts, target: ["2030 >= 60"] })[0]!.latest!;
    expect([toDecimal(latest.quantity.value), latest.measured !== null]).toEqual(["46", true]);
  });

  it("has no value where it divides by zero", () => {
    const none = indicator({ ...summed, id: "none", measured: ["2024 = 0"] });
    const parts = { formula: formula(women, "/", none), target: ["2024 >= 1"] };
    expect(value("2026-01-01", parts)).toBeNull();
    expect(findings("2026-01-01", parts)).toEqual(["division-by-zero"]);
  });

  it("has no value in a category in which an operand has none", () => {
    expect(value("2026-01-01", { ...share, target: ["2024 for female >= 1"] })).toBeNull();
  });

  it("may stand on other formulas, with numbers", () => {
    const rest = indicator({ id: "rest", ...share, measured: [] });
    const men: IndicatorParts = { formula: formula(constant(100), "-", rest), target: ["2024 >= 1"] };
    expect(value("2026-01-01", men)).toBe("55");
  });

  it("works a formula out once for a window, however often it is named", () => {
    let doubled = women;
    // 2 to the power of 40 evaluations, were each named operand worked out again.
    for (let depth = 0; depth < 40; depth++)
      doubled = indicator({ unit: activity, formula: formula(doubled, "+", doubled) });
    expect(
      value("2026-01-01", {
        unit: activity,
        formula: formula(doubled, "*", constant(0)),
        target: ["2024 >= 0"],
      }),
    ).toBe("0");
  });
});

describe("headlines", () => {
  it("looks at the targets last due and next due, of each group", () => {
    const judgement = judge("2026-06-01", {
      baseline: ["2020 = 10"],
      target: ["2023 >= 12", "2025 >= 20", "2027 >= 30", "2030 >= 99"],
      measured: ["2023 = 11", "2025 = 25"],
    });
    // 2023 was missed, but 2025 came after it; 25 is past the 20 where the path to 30 in 2027 was at the end of 2025.
    expect([judgement.status, judgement.result, judgement.forecast]).toEqual(["on-track", "met", "on-track"]);
  });

  it("lets a deadline of today be the next one", () => {
    const judgement = judge("2025-12-31", { target: ["2024 >= 5", "2025 >= 5"], measured: ["2024 = 5"] });
    expect([judgement.status, judgement.result, judgement.forecast]).toEqual(["on-track", "met", "on-track"]);
  });

  it("takes the worst of categories and of recurring targets, each by itself", () => {
    const judgement = judge("2026-06-01", {
      target: ["2025 for female, male >= 5", "every quarter in 2025..2026 >= 1"],
      measured: ["2025 for female = 5", "2026-Q1 = 1"],
    });
    expect(
      duePoints("2026-06-01", {
        target: ["2025 for female, male >= 5"],
        measured: ["2025 for female = 5"],
      }).map((point) => `${point.category?.id} ${point.status}`),
    ).toEqual(["female met", "male no-data"]);
    expect([judgement.status, judgement.result, judgement.forecast]).toEqual([
      "no-data",
      "no-data",
      "pending",
    ]);
  });

  it("is pending where nothing is due", () => {
    const judgement = judge("2026-06-01", { measured: ["2025 = 1"] });
    expect([judgement.status, judgement.result, judgement.forecast]).toEqual(["pending", "pending", null]);
  });
});

describe("explanations", () => {
  const due = (explain: readonly string[], target: readonly string[]): readonly (string | null)[] =>
    duePoints("2026-06-01", { ...summed, explain, target, measured: ["2025-01 = 1"] }).map(
      (point) => point.explanation,
    );

  it("stand with what failed in their period, and with nothing else", () => {
    expect(due(["2025-Q2", "2025-Q1"], ["every quarter in 2025 >= 1"])).toEqual([
      null,
      "why 2025-Q2",
      null,
      null,
    ]);
    expect(due(["2025"], ["every half in 2025 >= 1"])).toEqual([null, "why 2025"]);
    expect(due(["2025"], ["total 2024..2025 >= 9"])).toEqual(["why 2025"]);
    expect(due(["2025"], ["2024 >= 9"])).toEqual([null]);
  });
});

describe("a reporting year that ends on 14 December", () => {
  const calendar = { monthEndsOn: 14 };
  it("closes with its last day", () => {
    const parts: IndicatorParts = { calendar, unit: percent, target: ["2025 >= 5"], measured: [] };
    expect(verdicts("2025-12-14", parts)).toBe("pending:5");
    expect(verdicts("2025-12-15", parts)).toBe("no-data:3");
  });

  it("puts 15 December into the next year", () => {
    const measured = ["2024-12-14 = 1", "2024-12-15 = 2"];
    expect(value("2026-01-01", { calendar, ...summed, target: ["2025 >= 1"], measured })).toBe("2");
    expect(value("2026-01-01", { calendar, ...summed, target: ["2024 >= 1"], measured })).toBe("1");
  });
});
