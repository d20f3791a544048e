import { describe, expect, it } from "vitest";
import { judgeIndicator } from "../../../server/src/semantics/evaluator/judge-indicator.ts";
import { pathAt, pathOf } from "../../../server/src/semantics/evaluator/path.ts";
import type { EvaluationSettings } from "../../../server/src/semantics/judgement.ts";
import { rational, roundToPlaces } from "../../../server/src/semantics/rational.ts";
import { indicator, number, period } from "../../support/models.ts";

const settings: EvaluationSettings = {
  asOf: period("2024-06-30").last,
  onTrackFrom: number("0.95"),
  offTrackBelow: number("0.8"),
};

function womenLedUnits(value2023: string) {
  return indicator({
    baseline: ["2021 = 45"],
    target: ["2025 reach 60", "2030 reach 75"],
    measured: ["2022 = 9 of 20", `2023 = ${value2023}`],
  });
}

/** The worked example of docs/reference.md: 730 of the 1,461 days from 2021-12-31 to 2025-12-31 have gone by. */
describe("the worked example", () => {
  it("draws the path from the baseline through both milestones", () => {
    const points = pathOf(womenLedUnits("52,5"), null, "up", settings.asOf);
    expect(points.map(({ day, value }) => [day, roundToPlaces(value, 0)])).toEqual([
      [period("2021").last, "45"],
      [period("2025").last, "60"],
      [period("2030").last, "75"],
    ]);
    expect(pathAt(points, period("2023").last)).toEqual(rational(45n * 1461n + 15n * 730n, 1461n));
  });

  it.each([
    ["52,5", "on-track", "1.001", "7.5 of 7.4949 is past the path"],
    ["51,5", "at-risk", "0.867", "6.5 of 7.4949 is at least 80%, not 95%"],
    ["50,9", "off-track", "0.787", "5.9 of 7.4949 is under 80%"],
  ])("judges %s as %s", (value, status, covered) => {
    const judgement = judgeIndicator(womenLedUnits(value), settings);
    const due = judgement.targets.flatMap((target) => target.due);
    expect(due.map((point) => point.status)).toEqual([status, status]);
    expect(due.map((point) => roundToPlaces(point.covered!, 3))).toEqual([covered, covered]);
    expect(due.map((point) => roundToPlaces(point.expected!, 4))).toEqual(["52.4949", "52.4949"]);
    expect([judgement.status, judgement.result, judgement.forecast]).toEqual([status, "pending", status]);
  });
});
