/** The path of a due point. */
import { spanOf } from "./calendar.ts";
import { baselineOf, conditionOf, type Direction, windowsOf } from "./condition.ts";
import { compare, type Fraction, fraction, minus, over, plus, times } from "./fraction.ts";
import type { IndicatorModel, PlanModel } from "./plan-model.ts";
import { valueIn } from "./units.ts";
import { countedValues, earliestOf } from "./window-value.ts";

export interface PathPoint {
  readonly day: number;
  readonly value: Fraction;
}

/** The start first, then the points that count, in order of time; null where there is no start. */
export function pathPoints(
  model: PlanModel,
  indicator: IndicatorModel,
  category: string | null,
  direction: "up" | "down",
): PathPoint[] | null {
  const start = startOf(model, indicator, category);
  if (start === null) return null;
  const points = [start];
  for (const point of milestones(model, indicator, category, direction)) {
    // "one on or before the start's day is left out"
    if (point.day <= start.day) continue;
    // "and so is one that lies behind the point before it"
    const before = points[points.length - 1]!;
    if (isBehind(point.value, before.value, direction)) continue;
    points.push(point);
  }
  return points;
}

const isBehind = (value: Fraction, other: Fraction, direction: Direction) =>
  direction === "up" ? compare(value, other) < 0 : compare(value, other) > 0;

/**
 * "(last day of the baseline's period, baseline value) of that category; with no baseline for that category,
 * (last day of its period, value) of the measured value that ends first, of two the longer"
 */
function startOf(model: PlanModel, indicator: IndicatorModel, category: string | null): PathPoint | null {
  const baseline = baselineOf(model, indicator, category);
  if (baseline !== null) {
    const day = spanOf(baseline.period, model.plan?.yearEnds ?? null).last;
    return { day, value: valueIn(model, baseline.value, indicator.unit) };
  }
  const earliest = earliestOf(countedValues(model, indicator, category));
  return earliest === null ? null : { day: earliest.last, value: earliest.value };
}

/**
 * "(deadline, target value) of the indicator's due points of the same category and direction that neither recur
 * nor are totals, in order of time. Of two on one day the more demanding counts"
 */
function milestones(
  model: PlanModel,
  indicator: IndicatorModel,
  category: string | null,
  direction: "up" | "down",
): PathPoint[] {
  const all: PathPoint[] = [];
  for (const target of indicator.targets) {
    if (target.when.kind === "every" || target.when.kind === "total") continue;
    const condition = conditionOf(model, indicator, target);
    if (condition === null || condition.direction !== direction || target.category !== category) continue;
    for (const window of windowsOf(model, target)) all.push({ day: window.last, value: condition.bound });
  }
  const days = [...new Set(all.map((point) => point.day))].sort((a, b) => a - b);
  return days.map((day) =>
    all
      .filter((point) => point.day === day)
      .reduce((best, point) => (isBehind(best.value, point.value, direction) ? point : best)),
  );
}

/** The path at a day; null where "d is not after the start's day". */
export function pathAt(points: readonly PathPoint[], day: number): Fraction | null {
  if (day <= points[0]!.day) return null;
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1]!;
    const to = points[index]!;
    if (day > to.day) continue;
    // "in straight lines, over days"
    const part = fraction(BigInt(day - from.day), BigInt(to.day - from.day));
    return plus(from.value, times(minus(to.value, from.value), part));
  }
  // "After its last point the path stays level."
  return points[points.length - 1]!.value;
}

/** "covered = (ℓ - start value) / (path at d - start value)"; null "where the path at d equals the start value". */
export function coveredPart(latest: Fraction, start: Fraction, expected: Fraction): Fraction | null {
  if (compare(expected, start) === 0) return null;
  return over(minus(latest, start), minus(expected, start));
}
