import { sorted } from "../../text/sorted-list.ts";
import type { Category, IndicatorModel } from "../model.ts";
import type { Day } from "../period.ts";
import { add, compare, multiply, type Rational, rational, subtract } from "../rational.ts";
import { baselineOf, conditionOf, isAtOrBeyond } from "./condition.ts";
import { categoryKey, earliestReading } from "./counted-values.ts";
import { createValueContext, readingsOf, sourceOf, type ValueSource } from "./value-source.ts";

export type Direction = "up" | "down";

/** A corner of the path: the start, or a milestone ahead of the corner before it. */
export interface PathPoint {
  readonly day: Day;
  readonly value: Rational;
}

/**
 * The corners of an indicator's path for a category and direction as of a day, the start first, in order of time
 * (the path rule of docs/reference.md). Empty where there is nowhere to start from. For charts: straight lines
 * between the corners, level after the last; `path none` has the same corners, which are then not judged by.
 */
export function pathOf(
  indicator: IndicatorModel,
  category: Category | null,
  direction: Direction,
  asOf: Day,
): readonly PathPoint[] {
  return pathFrom(sourceOf(indicator, createValueContext(asOf)), category, direction);
}

export function pathFrom(
  source: ValueSource,
  category: Category | null,
  direction: Direction,
): readonly PathPoint[] {
  const start = startOf(source, category);
  if (start === null) return [];
  const points = [start];
  for (const milestone of milestonesOf(source.indicator, category, direction)) {
    const before = points[points.length - 1]!;
    if (milestone.day <= start.day) continue;
    if (!isAtOrBeyond(milestone.value, before.value, direction)) continue;
    // Of two on one day the more demanding counts: the second is kept only when it is ahead of the first.
    if (milestone.day === before.day) points.pop();
    points.push(milestone);
  }
  return points;
}

function startOf(source: ValueSource, category: Category | null): PathPoint | null {
  const baseline = baselineOf(source.indicator, category);
  if (baseline !== null) return { day: baseline.period.last, value: baseline.quantity.value };
  const earliest = earliestReading(readingsOf(source, categoryKey(category)));
  return earliest === undefined ? null : { day: earliest.period.last, value: earliest.quantity.value };
}

/** (deadline, target value) of every due point on the way, in order of time. */
function milestonesOf(
  indicator: IndicatorModel,
  category: Category | null,
  direction: Direction,
): readonly PathPoint[] {
  const key = categoryKey(category);
  const milestones: PathPoint[] = [];
  for (const target of indicator.targets) {
    if (target.form === "every" || target.form === "total") continue;
    if (!target.categories.some((one) => categoryKey(one) === key)) continue;
    const condition = conditionOf(target, category, indicator);
    if (condition?.direction !== direction) continue;
    for (const window of target.windows) milestones.push({ day: window.last, value: condition.value });
  }
  return sorted(milestones, (a, b) => a.day - b.day);
}

/** The path's value at a day; null on and before the day it starts. */
export function pathAt(points: readonly PathPoint[], day: Day): Rational | null {
  const start = points[0];
  if (start === undefined || day <= start.day) return null;
  let before = start;
  for (const after of points) {
    if (after.day >= day) return after.day === day ? after.value : between(before, after, day);
    before = after;
  }
  return before.value;
}

function between(before: PathPoint, after: PathPoint, day: Day): Rational {
  if (compare(before.value, after.value) === 0) return before.value;
  const part = rational(BigInt(day - before.day), BigInt(after.day - before.day));
  return add(before.value, multiply(subtract(after.value, before.value), part));
}
