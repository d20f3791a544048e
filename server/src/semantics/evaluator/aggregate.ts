import type { Aggregate, MeasuredModel, Quantity, UnitModel } from "../model.ts";
import { add, compare, divide, fromInteger, multiply, type Rational, zero } from "../rational.ts";
import { withoutParts } from "./counted-values.ts";

/** Several values of one window made into one. */
export interface Aggregated {
  /** null where the aggregate was refused. */
  readonly quantity: Quantity | null;
  /** The values that the result was made from, or that the aggregate refused to join. */
  readonly counted: readonly MeasuredModel[];
  readonly refused: "sum" | "mean" | null;
}

/** Percentages can't be added or averaged without their counts; units scaled from percent are percentages too. */
export function isPercentage(unit: UnitModel): boolean {
  return unit.id === "percent" || unit.base === "percent";
}

/**
 * The value of a window from the values inside it (in order of time, at least one). A single value is its own sum
 * and mean; only joining two can be refused.
 */
export function aggregateValues(
  inside: readonly MeasuredModel[],
  aggregate: Aggregate,
  unit: UnitModel,
): Aggregated {
  if (aggregate === "latest" || inside.length === 1) {
    const latest = inside[inside.length - 1]!;
    return { quantity: latest.quantity, counted: [latest], refused: null };
  }
  const values = withoutParts(inside);
  if (values.length === 1) return { quantity: values[0]!.quantity, counted: values, refused: null };
  if (aggregate === "sum" || aggregate === "mean") {
    const quantity = aggregate === "sum" ? sumOf(values, unit) : meanOf(values, unit);
    return { quantity, counted: values, refused: quantity === null ? aggregate : null };
  }
  const extreme = extremeOf(values, aggregate === "max" ? 1 : -1);
  return { quantity: extreme.quantity, counted: [extreme], refused: null };
}

/** null where percentages come without their counts, or shares meet numbers that are none. */
export function sumOf(values: readonly MeasuredModel[], unit: UnitModel): Quantity | null {
  let shares = 0;
  for (const value of values) if (value.quantity.share !== null) shares += 1;
  if (shares === values.length) return sumOfShares(values);
  if (shares > 0 || isPercentage(unit)) return null;
  return { value: total(values), share: null };
}

function meanOf(values: readonly MeasuredModel[], unit: UnitModel): Quantity | null {
  if (isPercentage(unit) || values.some((value) => value.quantity.share !== null)) return null;
  const mean = divide(total(values), fromInteger(values.length));
  return mean === undefined ? null : { value: mean, share: null };
}

function total(values: readonly MeasuredModel[]): Rational {
  let sum = zero;
  for (const value of values) sum = add(sum, value.quantity.value);
  return sum;
}

/** `9 of 20` and `3 of 10` sum to `12 of 30`. */
function sumOfShares(values: readonly MeasuredModel[]): Quantity | null {
  let numerator = zero;
  let denominator = zero;
  let perShare: Rational | undefined;
  for (const { quantity } of values) {
    const share = quantity.share!;
    numerator = add(numerator, share.numerator);
    denominator = add(denominator, share.denominator);
    // How much 1 is in this unit (100 in percent), read off a value that is not 0.
    perShare ??= divide(multiply(quantity.value, share.denominator), share.numerator);
  }
  const ratio = divide(numerator, denominator);
  if (ratio === undefined) return null;
  return {
    value: perShare === undefined ? zero : multiply(ratio, perShare),
    share: { numerator, denominator },
  };
}

function extremeOf(values: readonly MeasuredModel[], sign: 1 | -1): MeasuredModel {
  let extreme = values[0]!;
  for (const value of values) {
    if (compare(value.quantity.value, extreme.quantity.value) * sign > 0) extreme = value;
  }
  return extreme;
}
