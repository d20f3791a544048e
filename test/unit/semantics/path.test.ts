import { describe, expect, it } from "vitest";
import { type Direction, pathAt, pathOf } from "../../../server/src/semantics/evaluator/path.ts";
import { isoDate } from "../../../server/src/semantics/period.ts";
import { toDecimal } from "../../../server/src/semantics/rational.ts";
import { category, type IndicatorParts, indicator, period } from "../../support/models.ts";

function corners(parts: IndicatorParts, direction: Direction = "up", of: string | null = null): string {
  const points = pathOf(indicator(parts), of === null ? null : category(of), direction, period("2030").last);
  return points.map(({ day, value }) => `${isoDate(day)} ${toDecimal(value)}`).join(", ");
}

describe("the corners of a path", () => {
  it.each<[string, IndicatorParts, string]>([
    [
      "from the last day of the baseline",
      { baseline: ["2021 = 40"], target: ["2025 >= 60"] },
      "2021-12-31 40, 2025-12-31 60",
    ],
    [
      "without one from the value that ends first",
      { target: ["2025 >= 60"], measured: ["2023 = 50", "2022-06 = 45"] },
      "2022-06-30 45, 2025-12-31 60",
    ],
    [
      "of two that end together the longer",
      { target: ["2025 >= 60"], measured: ["2022-12 = 50", "2022 = 45"] },
      "2022-12-31 45, 2025-12-31 60",
    ],
    ["nowhere to start from", { target: ["2025 >= 60"] }, ""],
    [
      "milestones in order of time, however written",
      { baseline: ["2021 = 40"], target: ["2030 >= 75", "2025 > 60"] },
      "2021-12-31 40, 2025-12-31 60, 2030-12-31 75",
    ],
    [
      "each year of a sustained target",
      { baseline: ["2021 = 40"], target: ["2023..2024 >= 60"] },
      "2021-12-31 40, 2023-12-31 60, 2024-12-31 60",
    ],
    [
      "without recurring ones and totals",
      {
        baseline: ["2021 = 40"],
        target: ["every year in 2022..2023 >= 50", "total 2022..2024 >= 55", "2025 >= 60"],
      },
      "2021-12-31 40, 2025-12-31 60",
    ],
    [
      "without the other direction",
      { baseline: ["2021 = 40"], target: ["2023 <= 10", "2024 = 50", "2025 >= 60"] },
      "2021-12-31 40, 2025-12-31 60",
    ],
    [
      "of two on a day the more demanding",
      { baseline: ["2021 = 40"], target: ["2025 >= 55", "2025-12 >= 60", "2025-Q4 >= 58"] },
      "2021-12-31 40, 2025-12-31 60",
    ],
    [
      "without what is due by the start",
      { baseline: ["2021 = 40"], target: ["2021 >= 50", "2020 >= 45", "2025 >= 60"] },
      "2021-12-31 40, 2025-12-31 60",
    ],
    [
      "a floor under the baseline is not a way down",
      { baseline: ["2020 = 28,2"], target: ["2025 >= 27", "2030 >= 30"] },
      "2020-12-31 28.2, 2030-12-31 30",
    ],
    [
      "nor one under the milestone before",
      { baseline: ["2020 = 10"], target: ["2022 >= 50", "2025 >= 27", "2030 >= 60"] },
      "2020-12-31 10, 2022-12-31 50, 2030-12-31 60",
    ],
    [
      "of several baselines the one that ends last",
      { baseline: ["2021 = 40", "2020 = 30"], target: ["2025 >= 60"] },
      "2021-12-31 40, 2025-12-31 60",
    ],
  ])("%s", (_, parts, expected) => {
    expect(corners(parts)).toBe(expected);
  });

  it("keeps to one category and direction", () => {
    const parts = {
      baseline: ["2021 = 40", "2021 for female = 20"],
      target: ["2025 >= 60", "2025 for female <= 10", "2024 for female >= 30"],
    };
    expect(corners(parts, "down", "female")).toBe("2021-12-31 20, 2025-12-31 10");
  });
});

describe("the value on a path", () => {
  // 2021 to 2023 is 730 days, so 73 days are a tenth of the way from 40 to 60.
  const points = pathOf(indicator({ baseline: ["2021 = 40"], target: ["2023 >= 60"] }), null, "up", 0);
  const start = period("2021").last;
  it.each<[string, number, string | null]>([
    ["none on the day it starts", start, null],
    ["none before", start - 1, null],
    ["in a straight line over days", start + 73, "42"],
    ["at the milestone", start + 730, "60"],
    ["level after the last", start + 5000, "60"],
  ])("%s", (_, day, expected) => {
    const value = pathAt(points, day);
    expect(value && toDecimal(value)).toBe(expected);
  });
});
