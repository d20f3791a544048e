/** Due points: windows, conditions with their bounds worked out, directions. */
import {
  lengthOf,
  parseDay,
  periodsInside,
  rangeSpan,
  recurringWindows,
  spanOf,
  type Window,
  windowOf,
} from "./calendar.ts";
import {
  absolute,
  compare,
  type Fraction,
  fraction,
  fromDecimal,
  minus,
  over,
  plus,
  times,
} from "./fraction.ts";
import type { Comparator, IndicatorModel, MeasuredModel, PlanModel, TargetModel } from "./plan-model.ts";
import { numberIn, valueIn } from "./units.ts";

export type Direction = "up" | "down" | null;

export interface Condition {
  readonly comparator: Comparator;
  readonly bound: Fraction;
  readonly upper: Fraction | null;
  readonly within: Fraction | null;
  readonly direction: Direction;
}

/** The windows of a target, in order of time. */
export function windowsOf(model: PlanModel, target: TargetModel): Window[] {
  const yearEnds = model.plan?.yearEnds ?? null;
  const when = target.when;
  switch (when.kind) {
    case "point":
      return [windowOf(when.period, yearEnds)];
    case "range": {
      // "one for each: 2025, 2026, … 2030 (or `2025..`, to the plan's end)"
      const first = spanOf(when.from, yearEnds).first;
      const last = when.to === null ? planEnd(model) : spanOf(when.to, yearEnds).last;
      return periodsInside({ first, last }, lengthOf(when.from), yearEnds);
    }
    case "every":
      return recurringWindows(when.cadence, when.in, model.plan);
    case "total":
      // "one: the window runs from the start of 2021 to the end of 2025"
      return [{ period: `${when.from}..${when.to}`, ...rangeSpan(when, yearEnds) }];
  }
}

function planEnd(model: PlanModel): number {
  if (model.plan === null) throw new Error("an open range needs a plan");
  return rangeSpan(model.plan.period, model.plan.yearEnds).last;
}

/** Of several the one that ends last, of two the longer; two unequal ones of a period are an error, and neither counts. */
export function baselineOf(
  model: PlanModel,
  indicator: IndicatorModel,
  category: string | null,
): MeasuredModel | null {
  const written = indicator.baselines
    .filter((baseline) => baseline.category === category)
    .map((baseline) => ({
      baseline,
      ...spanOf(baseline.period, model.plan?.yearEnds ?? null),
      value: valueIn(model, baseline.value, indicator.unit),
    }));
  const counted = written.filter((one) =>
    written.every(
      (other) => other.baseline.period !== one.baseline.period || compare(other.value, one.value) === 0,
    ),
  );
  const inOrder = counted.sort((a, b) => b.last - a.last || a.first - b.first);
  return inOrder[0]?.baseline ?? null;
}

/** Null where the target's value is relative to a baseline that is not there. */
export function conditionOf(
  model: PlanModel,
  indicator: IndicatorModel,
  target: TargetModel,
): Condition | null {
  const bound = boundOf(model, indicator, target);
  if (bound === null) return null;
  const inUnit = (value: TargetModel["upper"]) =>
    value === null ? null : valueIn(model, value, indicator.unit);
  return {
    comparator: target.comparator,
    bound,
    upper: inUnit(target.upper),
    within: inUnit(target.within),
    direction: directionOf(model, indicator, target, bound),
  };
}

function boundOf(model: PlanModel, indicator: IndicatorModel, target: TargetModel): Fraction | null {
  const value = target.value;
  if (value.kind !== "relative") return valueIn(model, value, indicator.unit);
  const baseline = baselineOf(model, indicator, target.category);
  if (baseline === null) return null;
  const from = valueIn(model, baseline.value, indicator.unit);
  if (value.operator === "*") return times(from, fromDecimal(value.number));
  const step = numberIn(model, value.number, value.unit, indicator.unit);
  return value.operator === "+" ? plus(from, step) : minus(from, step);
}

/**
 * "Up: `>=`, `>`, and `reach`, unless the baseline of that category is above V. Down: `<=`, `<`, and `reach`
 * where it is. `=`, `between` and `about` have none."
 */
function directionOf(
  model: PlanModel,
  indicator: IndicatorModel,
  target: TargetModel,
  bound: Fraction,
): Direction {
  switch (target.comparator) {
    case ">=":
    case ">":
      return "up";
    case "<=":
    case "<":
      return "down";
    case "reach": {
      const baseline = baselineOf(model, indicator, target.category);
      if (baseline === null) return "up";
      return compare(valueIn(model, baseline.value, indicator.unit), bound) > 0 ? "down" : "up";
    }
    default:
      return null;
  }
}

/** Whether a value meets the condition. */
export function holds(condition: Condition, value: Fraction): boolean {
  const side = compare(value, condition.bound);
  switch (condition.comparator) {
    case ">=":
      return side >= 0;
    case ">":
      return side > 0;
    case "<=":
      return side <= 0;
    case "<":
      return side < 0;
    case "=":
      return side === 0;
    case "reach":
      return condition.direction === "down" ? side <= 0 : side >= 0;
    case "between":
      return side >= 0 && compare(value, condition.upper!) <= 0;
    case "about": {
      // "holds from V - T to V + T …; a bare `about V` takes a fiftieth of V"
      const within = condition.within ?? over(absolute(condition.bound), fraction(50n, 1n));
      return compare(absolute(minus(value, condition.bound)), within) <= 0;
    }
  }
}

/** "A is after it" */
export const isAfter = (model: PlanModel, window: Window) => parseDay(model.asOf) > window.last;
