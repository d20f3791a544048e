import type { Condition } from "../judgement.ts";
import type { Cadence, Category, IndicatorModel, TargetModel } from "../model.ts";
import type { Day, Period } from "../period.ts";
import { compare, divide, multiply, type Rational } from "../rational.ts";
import { baselineOf, conditionOf, intervalOf } from "./condition.ts";
import { categoryKey } from "./counted-values.ts";

/** What an indicator owes the higher plan's indicator that it implements. */
export type ParentFinding =
  | { readonly kind: "units-differ"; readonly parent: IndicatorModel }
  | { readonly kind: "missing"; readonly parent: IndicatorModel; readonly asked: AskedPoint }
  | {
      readonly kind: "weaker";
      readonly parent: IndicatorModel;
      /** The first due point of the parent's target for which nothing is demanding enough. */
      readonly asked: AskedPoint;
      /** The child's target that comes nearest. */
      readonly target: TargetModel;
    };

/** A due point of the parent, its condition in the parent's unit. */
export interface AskedPoint {
  readonly target: TargetModel;
  readonly category: Category | null;
  readonly window: Period;
  readonly condition: Condition;
  /** `reach` without a baseline, which doesn't say which way is up. */
  readonly isOpen: boolean;
}

interface OfferedPoint extends AskedPoint {
  /** The condition in the parent's unit. */
  readonly converted: Condition;
}

const cadenceLength: Readonly<Record<Cadence, number>> = { year: 12, half: 6, quarter: 3, month: 1 };

/**
 * For every due point of the parent the child must have one of the same category and direction, no later and at
 * least as demanding (`implements` in docs/reference.md): at most one finding for each target and category of the
 * parent. What was due before the child's plan began is not asked of it. A condition that needs a baseline that is
 * not there is left out on either side.
 */
export function compareWithParent(child: IndicatorModel, parent: IndicatorModel): readonly ParentFinding[] {
  if (parent.targets.length === 0) return [];
  if (child.unit.base !== parent.unit.base) return [{ kind: "units-differ", parent }];
  const offered = pointsOf(child).map(
    (point): OfferedPoint => ({ ...point, converted: convert(point.condition, child, parent) }),
  );
  const begin = beginOf(child);
  const findings: ParentFinding[] = [];
  const reported = new Set<string>();
  for (const asked of pointsOf(parent)) {
    const key = `${parent.targets.indexOf(asked.target)} ${categoryKey(asked.category)}`;
    if (asked.window.last < begin || reported.has(key)) continue;
    const candidates = offered.filter((one) => isComparable(one, asked));
    if (candidates.some((one) => suffices(one, asked))) continue;
    reported.add(key);
    const nearest = nearestOf(candidates, asked);
    if (nearest === undefined) findings.push({ kind: "missing", parent, asked });
    else findings.push({ kind: "weaker", parent, asked, target: nearest.target });
  }
  return findings;
}

function pointsOf(indicator: IndicatorModel): readonly AskedPoint[] {
  const points: AskedPoint[] = [];
  for (const target of indicator.targets) {
    for (const category of target.categories) {
      const condition = conditionOf(target, category, indicator);
      if (condition === null) continue;
      const isOpen = target.comparator === "reach" && baselineOf(indicator, category) === null;
      for (const window of target.windows) points.push({ target, category, window, condition, isOpen });
    }
  }
  return points;
}

/** The first day of the child's plan, or of its issue where that is later. */
function beginOf({ plan }: IndicatorModel): Day {
  return Math.max(
    plan?.period?.first ?? Number.NEGATIVE_INFINITY,
    plan?.issuedFrom ?? Number.NEGATIVE_INFINITY,
  );
}

function isComparable(offered: OfferedPoint, asked: AskedPoint): boolean {
  return (
    categoryKey(offered.category) === categoryKey(asked.category) &&
    directionOfOffered(offered, asked) === directionOfAsked(asked, offered) &&
    (offered.target.form === "total") === (asked.target.form === "total")
  );
}

/** `reach` without a baseline doesn't say which way is up; where the higher plan does, it goes that way. */
function directionOfOffered({ isOpen, condition }: OfferedPoint, asked: AskedPoint): Condition["direction"] {
  return (isOpen ? asked.condition.direction : null) ?? condition.direction;
}

/** What the higher plan leaves open another `reach` says, whose baseline is there. */
function directionOfAsked({ isOpen, condition }: AskedPoint, offered: OfferedPoint): Condition["direction"] {
  return isOpen && offered.target.comparator === "reach" ? offered.condition.direction : condition.direction;
}

function suffices(offered: OfferedPoint, asked: AskedPoint): boolean {
  if (offered.window.last > asked.window.last) return false;
  if (asked.target.form === "every" && !recursAsOften(offered, asked)) return false;
  return isAsDemanding(offered.converted, {
    ...asked.condition,
    direction: directionOfAsked(asked, offered),
  });
}

function recursAsOften(offered: AskedPoint, asked: AskedPoint): boolean {
  return offered.target.form === "every" && cadenceOf(offered.window) <= cadenceOf(asked.window);
}

function cadenceOf({ unit }: Period): number {
  return unit === "day" ? 0 : cadenceLength[unit];
}

function isAsDemanding(offered: Condition, asked: Condition): boolean {
  if (asked.direction === null) {
    const inner = intervalOf(offered);
    const outer = intervalOf(asked);
    return compare(inner.low, outer.low) >= 0 && compare(inner.high, outer.high) <= 0;
  }
  const ahead = compare(offered.value, asked.value) * (asked.direction === "up" ? 1 : -1);
  return ahead > 0 || (ahead === 0 && (isStrict(offered) || !isStrict(asked)));
}

function isStrict({ comparator }: Condition): boolean {
  return comparator === ">" || comparator === "<";
}

/** Of the child's due points the one to point at: the last that is not too late, else the first. */
function nearestOf(candidates: readonly OfferedPoint[], asked: AskedPoint): OfferedPoint | undefined {
  let nearest: OfferedPoint | undefined;
  for (const one of candidates) {
    if (one.window.last > asked.window.last) continue;
    if (nearest === undefined || one.window.last >= nearest.window.last) nearest = one;
  }
  return nearest ?? candidates[0];
}

function convert(condition: Condition, from: IndicatorModel, to: IndicatorModel): Condition {
  if (compare(from.unit.factor, to.unit.factor) === 0) return condition;
  const converted = (value: Rational): Rational =>
    divide(multiply(value, from.unit.factor), to.unit.factor) ?? value;
  return {
    ...condition,
    value: converted(condition.value),
    upper: condition.upper && converted(condition.upper),
    tolerance: condition.tolerance && converted(condition.tolerance),
  };
}
