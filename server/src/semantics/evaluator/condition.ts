import type { Condition } from "../judgement.ts";
import type { BaselineModel, Bound, Category, IndicatorModel, TargetModel } from "../model.ts";
import { samePeriod } from "../period.ts";
import {
  add,
  compare,
  divide,
  equals,
  fromInteger,
  magnitude,
  multiply,
  type Rational,
  subtract,
} from "../rational.ts";
import { categoryKey } from "./counted-values.ts";

const fifty = fromInteger(50);

type WithBaselines = Pick<IndicatorModel, "baselines">;

/**
 * The baseline of a category: of several the one that ends last, of two the longer. Unequal ones of the same period
 * don't count, whichever is written first.
 */
export function baselineOf({ baselines }: WithBaselines, category: Category | null): BaselineModel | null {
  const key = categoryKey(category);
  let found: BaselineModel | null = null;
  for (const baseline of baselines) {
    if (categoryKey(baseline.category) !== key) continue;
    if (found !== null && !isLater(baseline, found)) continue;
    if (rivalOf(baseline, baselines) === undefined) found = baseline;
  }
  return found;
}

/** The first baseline of the same category and period with another value. */
export function rivalOf(
  baseline: BaselineModel,
  baselines: readonly BaselineModel[],
): BaselineModel | undefined {
  return baselines.find(
    ({ category, period, quantity }) =>
      categoryKey(category) === categoryKey(baseline.category) &&
      samePeriod(period, baseline.period) &&
      !equals(quantity.value, baseline.quantity.value),
  );
}

function isLater(a: BaselineModel, b: BaselineModel): boolean {
  if (a.period.last !== b.period.last) return a.period.last > b.period.last;
  return a.period.first < b.period.first;
}

/** What a target asks of a category; null where it is relative to a baseline that is not there. */
export function conditionOf(
  target: TargetModel,
  category: Category | null,
  indicator: WithBaselines,
): Condition | null {
  const baseline = baselineOf(indicator, category)?.quantity.value ?? null;
  const value = resolveBound(target.bound, baseline);
  const upper = target.upper === null ? null : resolveBound(target.upper, baseline);
  if (value === null || (target.upper !== null && upper === null)) return null;
  return {
    comparator: target.comparator,
    direction: directionOf(target, value, baseline),
    value,
    upper,
    tolerance: target.comparator === "about" ? (target.tolerance ?? fiftieth(value)) : null,
  };
}

function resolveBound(bound: Bound, baseline: Rational | null): Rational | null {
  if (bound.kind === "absolute") return bound.value;
  if (baseline === null) return null;
  return bound.kind === "baseline-times" ? multiply(baseline, bound.factor) : add(baseline, bound.amount);
}

function directionOf(
  target: TargetModel,
  value: Rational,
  baseline: Rational | null,
): Condition["direction"] {
  switch (target.comparator) {
    case "reach":
      return baseline !== null && compare(baseline, value) > 0 ? "down" : "up";
    case ">=":
    case ">":
      return "up";
    case "<=":
    case "<":
      return "down";
    case "=":
    case "between":
    case "about":
      return null;
  }
}

function fiftieth(value: Rational): Rational {
  return divide(magnitude(value), fifty)!;
}

/** The values between which an undirected condition holds, both included. */
export function intervalOf(condition: Condition): { readonly low: Rational; readonly high: Rational } {
  const { value, upper, tolerance } = condition;
  if (tolerance !== null) return { low: subtract(value, tolerance), high: add(value, tolerance) };
  return { low: value, high: upper ?? value };
}

/** Whether a value meets a condition, exactly. */
export function holds(condition: Condition, value: Rational): boolean {
  switch (condition.comparator) {
    case ">":
      return compare(value, condition.value) > 0;
    case "<":
      return compare(value, condition.value) < 0;
    case ">=":
    case "<=":
    case "reach":
      return isAtOrBeyond(value, condition.value, condition.direction!);
    case "=":
    case "between":
    case "about": {
      const { low, high } = intervalOf(condition);
      return compare(value, low) >= 0 && compare(value, high) <= 0;
    }
  }
}

export function isAtOrBeyond(value: Rational, bound: Rational, direction: "up" | "down"): boolean {
  const difference = compare(value, bound);
  return direction === "up" ? difference >= 0 : difference <= 0;
}
