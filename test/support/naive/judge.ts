/** The status of a due point: the table's ten lines, one after the other. */
import { isInside, type Window } from "./calendar.ts";
import { type Condition, conditionOf, holds, isAfter, windowsOf } from "./condition.ts";
import { compare, type Fraction, fraction, fromDecimal, over } from "./fraction.ts";
import { coveredPart, pathAt, pathPoints } from "./path.ts";
import type { Aggregate, IndicatorModel, PlanModel, TargetModel } from "./plan-model.ts";
import { aggregateOf } from "./units.ts";
import { type Counted, countedValues, latestOf, windowValue } from "./window-value.ts";

export type Status = "missed" | "no-data" | "off-track" | "at-risk" | "on-track" | "met" | "pending";

export interface JudgedDue {
  readonly window: Window;
  readonly category: string | null;
  readonly status: Status;
  readonly closed: boolean;
  readonly value: Fraction | null;
  readonly latest: Counted | null;
  readonly expected: Fraction | null;
  readonly covered: Fraction | null;
}

interface Verdict {
  readonly status: Status;
  readonly expected?: Fraction;
  readonly covered?: Fraction | null;
}

export function judgeTarget(model: PlanModel, indicator: IndicatorModel, target: TargetModel): JudgedDue[] {
  // A total's "values are summed", whatever the indicator's aggregate.
  const aggregate = target.when.kind === "total" ? "sum" : aggregateOf(model, indicator);
  const condition = conditionOf(model, indicator, target);
  const counted = countedValues(model, indicator, target.category);
  const latest = latestOf(counted);
  return windowsOf(model, target).map((window) => {
    const value = windowValue(model, indicator, target.category, window, aggregate);
    // "closed when A is after it, or when a value that counts in it has a period that ends on its last day";
    // of a formula's indicator, "where it also has measured values of its own, those count"
    const inside = counted.filter((measured) => isInside(measured, window));
    const own = inside.filter((measured) => !measured.computed);
    const counting = own.length > 0 ? own : inside;
    const closed = isAfter(model, window) || counting.some((measured) => measured.last === window.last);
    const verdict: Verdict =
      // "Without that baseline the due point is pending"
      condition === null
        ? { status: "pending" }
        : judge({ model, indicator, target, aggregate, condition, window, closed, value, latest });
    const expected = verdict.expected ?? null;
    const covered = verdict.covered ?? null;
    return {
      window,
      category: target.category,
      status: verdict.status,
      closed,
      value,
      latest,
      expected,
      covered,
    };
  });
}

interface Case {
  readonly model: PlanModel;
  readonly indicator: IndicatorModel;
  readonly target: TargetModel;
  readonly aggregate: Aggregate;
  readonly condition: Condition;
  readonly window: Window;
  readonly closed: boolean;
  readonly value: Fraction | null;
  readonly latest: Counted | null;
}

function judge(due: Case): Verdict {
  const { model, condition, window, closed, value, latest, aggregate } = due;
  const up = condition.direction === "up";
  const down = condition.direction === "down";
  // 1 "W is closed, has v, and the condition holds"
  if (closed && value !== null && holds(condition, value)) return { status: "met" };
  // 2 "W is closed and has v"
  if (closed && value !== null) return { status: "missed" };
  // 3 "A is after W"
  if (isAfter(model, window)) return { status: "no-data" };
  // 4 "W has v, the condition holds, and no further value can undo it: `sum` or `max` upward, `min` downward"
  const lasting = ((aggregate === "sum" || aggregate === "max") && up) || (aggregate === "min" && down);
  if (value !== null && holds(condition, value) && lasting) return { status: "met" };
  // 5 "the target recurs (`every`), the aggregate is not `latest`, or there is no ℓ"
  if (due.target.when.kind === "every" || aggregate !== "latest" || latest === null) {
    return { status: "pending" };
  }
  // 6 "ℓ would meet the condition"
  if (holds(condition, latest.value)) return { status: "on-track" };
  return forecast(due, latest);
}

function forecast({ model, indicator, target, condition }: Case, latest: Counted): Verdict {
  // 7 "the condition has no direction; or the indicator has `path none`; or there is no path at ℓ's date"
  if (condition.direction === null || indicator.path === "none") return { status: "pending" };
  const points = pathPoints(model, indicator, target.category, condition.direction);
  const expected = points === null ? null : pathAt(points, latest.last);
  if (points === null || expected === null) return { status: "pending" };
  const covered = coveredPart(latest.value, points[0]!.value, expected);
  const atLeast = (percent: string) =>
    covered !== null && compare(covered, over(fromDecimal(percent), fraction(100n, 1n))) >= 0;
  // 8 "ℓ is at or beyond the path, or has covered at least 95% of it"; "'At or beyond' is in the due point's
  // direction."
  const side = compare(latest.value, expected);
  const beyond = condition.direction === "up" ? side >= 0 : side <= 0;
  if (beyond || atLeast(indicator.onTrackFrom ?? "95")) return { status: "on-track", expected, covered };
  // 9 "ℓ has covered at least 80% of the path"
  if (atLeast(indicator.offTrackBelow ?? "80")) return { status: "at-risk", expected, covered };
  // 10 "else"
  return { status: "off-track", expected, covered };
}
