import { describe, expect, it } from "vitest";
import { compareWithParent } from "../../../server/src/semantics/evaluator/compare-with-parent.ts";
import { activity, type IndicatorParts, indicator, number, percent, plan } from "../../support/models.ts";

function compared(child: IndicatorParts, parent: IndicatorParts): string {
  return compareWithParent(indicator(child), indicator(parent))
    .map((finding) => {
      if (finding.kind === "units-differ") return finding.kind;
      const asked = `${finding.asked.window.text} of ${finding.asked.target.text}`;
      return finding.kind === "missing" ? `missing ${asked}` : `${finding.target.text} weaker than ${asked}`;
    })
    .join("; ");
}

describe("the targets of an indicator against those of the one it implements", () => {
  it.each<[string, readonly string[], readonly string[], string]>([
    ["the same", ["2025 >= 60"], ["2025 >= 60"], ""],
    ["more", ["2025 >= 61"], ["2025 >= 60"], ""],
    ["sooner", ["2024 >= 60"], ["2025 >= 60"], ""],
    ["less", ["2025 >= 59"], ["2025 >= 60"], "2025 >= 59 weaker than 2025 of 2025 >= 60"],
    ["later", ["2026 >= 99"], ["2025 >= 60"], "2026 >= 99 weaker than 2025 of 2025 >= 60"],
    ["equal is less than above", ["2025 >= 60"], ["2025 > 60"], "2025 >= 60 weaker than 2025 of 2025 > 60"],
    ["above is enough for at least", ["2025 > 60"], ["2025 >= 60"], ""],
    ["downward, lower is more", ["2025 <= 5"], ["2025 <= 6"], ""],
    ["downward, higher is less", ["2025 <= 7"], ["2025 <= 6"], "2025 <= 7 weaker than 2025 of 2025 <= 6"],
    ["another direction is none at all", ["2025 <= 7"], ["2025 >= 6"], "missing 2025 of 2025 >= 6"],
    [
      "another category is none at all",
      ["2025 >= 7"],
      ["2025 for female >= 6"],
      "missing 2025 of 2025 for female >= 6",
    ],
    ["none", [], ["2025 >= 6"], "missing 2025 of 2025 >= 6"],
    [
      "one finding for a sustained target, at its first year",
      ["2025 >= 5"],
      ["2025..2030 >= 6"],
      "2025 >= 5 weaker than 2025 of 2025..2030 >= 6",
    ],
    ["the same cadence", ["every year in 2022..2023 >= 1"], ["every year in 2022..2023 >= 1"], ""],
    ["a shorter cadence", ["every month in 2022..2023 >= 1"], ["every year in 2022..2023 >= 1"], ""],
    [
      "a longer cadence",
      ["every year in 2022..2023 >= 1"],
      ["every half in 2022..2023 >= 1"],
      "every year in 2022..2023 >= 1 weaker than 2022-H1 of every half in 2022..2023 >= 1",
    ],
    [
      "a single year does not recur",
      ["2022 >= 1"],
      ["every year in 2022..2023 >= 1"],
      "2022 >= 1 weaker than 2022 of every year in 2022..2023 >= 1",
    ],
    ["an interval inside", ["2025 = 60"], ["2025 about 60 within 2"], ""],
    [
      "an interval that sticks out",
      ["2025 between 59 and 63"],
      ["2025 about 60 within 2"],
      "2025 between 59 and 63 weaker than 2025 of 2025 about 60 within 2",
    ],
    [
      "a total is a matter of its own",
      ["2025 >= 100"],
      ["total 2021..2025 >= 60"],
      "missing 2021..2025 of total 2021..2025 >= 60",
    ],
  ])("%s", (_, child, parent, expected) => {
    expect(compared({ target: child }, { target: parent })).toBe(expected);
  });

  it.each<[string, IndicatorParts, IndicatorParts, string]>([
    [
      "the child's, the same",
      { target: ["2025 reach 20"] },
      { baseline: ["2020 = 30"], target: ["2025 reach 20"] },
      "",
    ],
    [
      "the child's, more",
      { target: ["2025 reach 19"] },
      { baseline: ["2020 = 30"], target: ["2025 reach 20"] },
      "",
    ],
    [
      "the child's, less",
      { target: ["2025 reach 25"] },
      { baseline: ["2020 = 30"], target: ["2025 reach 20"] },
      "2025 reach 25 weaker than 2025 of 2025 reach 20",
    ],
    ["the child's, under a ceiling", { target: ["2025 reach 20"] }, { target: ["2025 <= 20"] }, ""],
    ["the child's, over a floor", { target: ["2025 reach 20"] }, { target: ["2025 >= 20"] }, ""],
    [
      "the child's, beside an interval",
      { target: ["2025 reach 20"] },
      { target: ["2025 = 20"] },
      "missing 2025 of 2025 = 20",
    ],
    [
      "the parent's, the same",
      { baseline: ["2020 = 30"], target: ["2025 reach 20"] },
      { target: ["2025 reach 20"] },
      "",
    ],
    [
      "the parent's, less",
      { baseline: ["2020 = 30"], target: ["2025 reach 25"] },
      { target: ["2025 reach 20"] },
      "2025 reach 25 weaker than 2025 of 2025 reach 20",
    ],
    [
      "the parent's, which is at least where the child says another way",
      { target: ["2025 <= 20"] },
      { target: ["2025 reach 20"] },
      "missing 2025 of 2025 reach 20",
    ],
    ["both, which are at least", { target: ["2025 reach 25"] }, { target: ["2025 reach 20"] }, ""],
    [
      "both, and less",
      { target: ["2025 reach 15"] },
      { target: ["2025 reach 20"] },
      "2025 reach 15 weaker than 2025 of 2025 reach 20",
    ],
    [
      "none: the child's baseline lies the other way",
      { baseline: ["2020 = 10"], target: ["2025 reach 20"] },
      { baseline: ["2020 = 30"], target: ["2025 reach 20"] },
      "missing 2025 of 2025 reach 20",
    ],
  ])("reach without a baseline, %s", (_, child, parent, expected) => {
    expect(compared(child, parent)).toBe(expected);
  });

  it("converts units", () => {
    const dozen = { ...activity, id: "dozen", factor: number("12") };
    const parent = { unit: activity, target: ["2025 >= 24"] };
    expect(compared({ unit: dozen, target: ["2025 >= 2"] }, parent)).toBe("");
    expect(compared({ unit: dozen, target: ["2025 >= 1,9"] }, parent)).not.toBe("");
    expect(compared({ unit: percent, target: ["2025 >= 99"] }, parent)).toBe("units-differ");
  });

  it("does not ask for what was due before the plan began", () => {
    const parent = { target: ["2025 >= 60", "2030 >= 70"] };
    expect(compared({ plan: plan("2026..2030"), target: ["2030 >= 70"] }, parent)).toBe("");
    expect(compared({ plan: plan("2025..2030"), target: ["2030 >= 70"] }, parent)).not.toBe("");
  });
});
