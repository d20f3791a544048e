import type { Commitment } from "../../documents/commitments/commitments.ts";
import { baselineOf, conditionOf, intervalOf } from "../../semantics/evaluator/condition.ts";
import type { Condition } from "../../semantics/judgement.ts";
import type { IndicatorModel, TargetModel } from "../../semantics/model.ts";
import {
  add,
  compare,
  divide,
  equals,
  fromDecimal,
  hundred,
  magnitude,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
} from "../../semantics/rational.ts";
import type { UnitRelation } from "./promise-unit.ts";

/** A commitment's number or numbers in an indicator's unit. */
export interface PromisedNumber {
  readonly value: Rational;
  readonly upper: Rational | null;
}

/** What was compared: whether the numbers and the comparators agree, and whether a difference is sure to be one. */
export interface NumberRelation {
  readonly number: boolean;
  readonly comparator: boolean;
  /** False where the two may be about different quantities: a change beside a level, say. */
  readonly comparable: boolean;
}

export function promisedNumber({ value, upper }: Commitment, unit: UnitRelation): PromisedNumber | null {
  const low = fromDecimal(value);
  const high = upper === null ? null : fromDecimal(upper);
  if (!low || high === undefined) return null;
  if (unit.kind !== "same") return { value: low, upper: high };
  return { value: multiply(low, unit.factor), upper: high && multiply(high, unit.factor) };
}

/** Holds a target's number and comparator against a commitment's; null where a baseline is not there. */
export function relateNumbers(
  commitment: Commitment,
  target: TargetModel,
  indicator: IndicatorModel,
  unit: UnitRelation,
): NumberRelation | null {
  const condition = conditionOf(target, target.categories[0] ?? null, indicator);
  if (condition === null && target.bound.kind === "absolute") return null;
  const promised = promisedNumber(commitment, unit);
  if (promised === null) return null;
  if (commitment.change !== null) return relateChange(commitment, target, indicator, condition, promised);
  if (condition === null) return null;
  const number = isSameLevel(commitment, condition, promised, unit.kind === "unclear");
  return { number, comparator: isSameComparator(commitment, condition, indicator), comparable: true };
}

function isSameLevel(
  { comparator }: Commitment,
  condition: Condition,
  { value, upper }: PromisedNumber,
  anyScale: boolean,
): boolean {
  if (upper !== null) {
    const { low, high } = intervalOf(condition);
    return compare(low, value) >= 0 && compare(high, upper) <= 0;
  }
  if (condition.comparator === "between") {
    const { low, high } = intervalOf(condition);
    if (comparator === ">=" || comparator === ">") return isSame(low, value, anyScale);
    if (comparator === "<=" || comparator === "<") return isSame(high, value, anyScale);
    return compare(low, value) <= 0 && compare(high, value) >= 0;
  }
  return isSame(condition.value, value, anyScale);
}

/** Powers of ten that a unit's name may hide: shares and percent, thousands, millions, billions. */
const hiddenScales = [2, 3, 6, 9].map((power) => rational(10n ** BigInt(power)));

/** Printed fractions are rounded to twelve places. */
const rounding = rational(1n, 10n ** 9n);

function isSame(a: Rational, b: Rational, anyScale = false): boolean {
  if (equals(a, b)) return true;
  const quotient = divide(a, b);
  if (!quotient) return false;
  if (isClose(quotient, one)) return true;
  return anyScale && hiddenScales.some((scale) => equals(quotient, scale) || isOneOver(quotient, scale));
}

function isOneOver(quotient: Rational, scale: Rational): boolean {
  return equals(multiply(quotient, scale), one);
}

function isClose(a: Rational, b: Rational): boolean {
  return compare(magnitude(subtract(a, b)), rounding) <= 0;
}

/** `reach` agrees with a plain comparator of its direction; the others agree with themselves, or where none can tell. */
function isSameComparator(
  { comparator: said }: Commitment,
  condition: Condition,
  { unit }: IndicatorModel,
): boolean {
  const { comparator: written, direction, value } = condition;
  if (written === said || said === "between") return true;
  const isHundred = unit.base === "percent" && equals(multiply(value, unit.factor), hundred);
  switch (said) {
    case "reach":
      return written !== ">" && written !== "<" && written !== "about";
    case ">=":
      return written === "reach"
        ? direction === "up"
        : written === "between" || (written === "=" && isHundred);
    case "<=":
      return written === "reach"
        ? direction === "down"
        : written === "between" || (written === "=" && value.numerator === 0n);
    case "=":
      return written === "reach" || (written === "<=" && value.numerator === 0n);
    case "about":
      return written === "between";
    default:
      return false;
  }
}

/**
 * A change is promised without a sign and may be written in three ways: relative to the baseline, as the level that it
 * leads to, or as the value of an indicator that measures the change itself.
 */
function relateChange(
  { change, unit }: Commitment,
  { bound }: TargetModel,
  indicator: IndicatorModel,
  condition: Condition | null,
  promised: PromisedNumber,
): NumberRelation {
  const baseline = baselineOf(indicator, null)?.quantity.value ?? null;
  const holds = (...sizes: readonly (Rational | undefined)[]) =>
    sizes.some((one) => one !== undefined && isWithin(magnitude(one), promised));
  const isRatio = change === "multiple";
  // "giảm 2/3", "giảm một nửa" are printed without a unit, and are shares as they stand.
  const asShare = (part: Rational) => (isRatio || unit === null ? part : multiply(part, hundred));
  if (bound.kind === "baseline-times") {
    const number = holds(asShare(subtract(bound.factor, one)), ...(isRatio ? [bound.factor] : []));
    return { number, comparator: true, comparable: change === "relative" || isRatio };
  }
  if (bound.kind === "baseline-plus") {
    const share = baseline && divide(bound.amount, baseline);
    const number = holds(bound.amount, share ? asShare(share) : undefined);
    return { number, comparator: true, comparable: change === "points" };
  }
  const level = condition?.value;
  if (!level) return { number: false, comparator: true, comparable: false };
  const difference = baseline ? subtract(level, baseline) : undefined;
  const share = baseline && difference ? divide(difference, baseline) : undefined;
  const times = baseline && isRatio ? divide(level, baseline) : undefined;
  const number = holds(level, times, share && asShare(share)) || (change === "points" && holds(difference));
  return { number, comparator: true, comparable: change === "per-year" };
}

function isWithin(value: Rational, { value: low, upper }: PromisedNumber): boolean {
  if (upper === null) return isSame(value, low);
  return compare(value, low) >= 0 && compare(value, upper) <= 0;
}

/** How far apart two numbers are, for finding the nearest: 0 where they are one. */
export function distance(target: TargetModel, { value }: PromisedNumber): number {
  if (target.bound.kind !== "absolute") return 0;
  const difference = magnitude(subtract(target.bound.value, value));
  const sum = add(magnitude(target.bound.value), magnitude(value));
  const share = divide(difference, sum);
  return share ? Number(share.numerator) / Number(share.denominator) : 0;
}
