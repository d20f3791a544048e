/** The measured values that count, and the value of a window. */
import { isInside, parseDay, type Span, spanOf, type Window } from "./calendar.ts";
import { evaluateFormula, operandsOf } from "./formula.ts";
import { compare, type Fraction, fraction, fromDecimal, over, plus } from "./fraction.ts";
import type { Aggregate, IndicatorModel, MeasuredModel, PlanModel, ShareModel } from "./plan-model.ts";
import { aggregateOf, fromPure, rootUnit, valueIn } from "./units.ts";

export interface Counted extends Window {
  readonly value: Fraction;
  readonly share: ShareModel | null;
  /** Given by a formula. */
  readonly computed: boolean;
}

/** All that was written for an indicator: its own values in the order of the file, then the reports'. */
export function measuredOf(model: PlanModel, indicator: IndicatorModel): MeasuredModel[] {
  const reported = model.reports.flatMap((report) =>
    report.entries
      .filter((entry) => entry.indicator === indicator.id)
      .map((entry) => ({
        period: entry.period ?? report.period,
        category: entry.category,
        value: entry.value,
        evidence: entry.evidence ?? report.source,
      })),
  );
  return [...indicator.measured, ...reported];
}

/** The written values of one category that count, one a period at most. */
function ownValues(model: PlanModel, indicator: IndicatorModel, category: string | null): Counted[] {
  const asOf = parseDay(model.asOf);
  const written: Counted[] = measuredOf(model, indicator)
    .filter((measured) => measured.category === category)
    .map((measured) => ({
      period: measured.period,
      ...spanOf(measured.period, model.plan?.yearEnds ?? null),
      value: valueIn(model, measured.value, indicator.unit),
      share: measured.value.kind === "share" ? measured.value : null,
      computed: false,
    }))
    // "Values whose period begins after A don't count"
    .filter((value) => value.first <= asOf);
  const counted: Counted[] = [];
  for (const period of new Set(written.map((value) => value.period))) {
    const same = written.filter((value) => value.period === period);
    const first = same[0]!;
    // "two unequal ones are an error (`duplicate-measurement`, …), and neither counts"
    if (same.some((value) => compare(value.value, first.value) !== 0)) continue;
    // "Two equal values for the same period and category count once (… the share is kept)"
    counted.push(same.find((value) => value.share !== null) ?? first);
  }
  return counted;
}

/** The written values and, with a formula, the values of its measured periods. */
export function countedValues(
  model: PlanModel,
  indicator: IndicatorModel,
  category: string | null,
): Counted[] {
  const own = ownValues(model, indicator, category);
  if (indicator.formula === null) return own;
  const operands = operandsOf(model, indicator.formula);
  const lists = operands.map((operand) => countedValues(model, operand, category));
  const computed: Counted[] = [];
  for (const candidate of lists[0] ?? []) {
    // "Where it also has measured values of its own, those count"
    if (own.some((value) => value.period === candidate.period)) continue;
    // "as measured periods those for which every operand has a measured value of exactly that period"
    const at = (operand: IndicatorModel) =>
      lists[operands.indexOf(operand)]!.find((value) => value.period === candidate.period)?.value ?? null;
    // "A division by zero gives no value"
    const value = evaluateFormula(model, indicator, at);
    if (value !== null) computed.push({ ...candidate, value, share: null, computed: true });
  }
  return [...own, ...computed];
}

/** "the one that ends last; of two that end on the same day, the one with the longer period" */
export function latestOf(values: readonly Counted[]): Counted | null {
  let latest: Counted | null = null;
  for (const value of values) {
    if (
      latest === null ||
      value.last > latest.last ||
      (value.last === latest.last && value.first < latest.first)
    ) {
      latest = value;
    }
  }
  return latest;
}

/** "the measured value that ends first, of two the longer" */
export function earliestOf(values: readonly Counted[]): Counted | null {
  let earliest: Counted | null = null;
  for (const value of values) {
    if (
      earliest === null ||
      value.last < earliest.last ||
      (value.last === earliest.last && value.first < earliest.first)
    ) {
      earliest = value;
    }
  }
  return earliest;
}

/** The value of a window with the aggregate given, null where it has none. */
export function windowValue(
  model: PlanModel,
  indicator: IndicatorModel,
  category: string | null,
  window: Span,
  aggregate: Aggregate,
): Fraction | null {
  // "The measured values of that category whose period lies inside the window"
  const inside = ownValues(model, indicator, category).filter((value) => isInside(value, window));
  if (inside.length === 0 && indicator.formula !== null) {
    // "the value that the formula gives with its operands' values in that window and category"
    return evaluateFormula(model, indicator, (operand) =>
      windowValue(model, operand, category, window, aggregateOf(model, operand)),
    );
  }
  if (inside.length === 0) return null;
  if (aggregate === "latest") return latestOf(inside)!.value;
  // "`sum`, `mean`, `min`, `max` leave out a value whose period lies inside another value's in the same window"
  const left = inside.filter((value) => !inside.some((other) => other !== value && isInside(value, other)));
  return aggregated(model, indicator, left, aggregate);
}

function aggregated(
  model: PlanModel,
  indicator: IndicatorModel,
  values: readonly Counted[],
  aggregate: "sum" | "mean" | "min" | "max",
): Fraction | null {
  // One value needs no aggregate: an aggregate says "how several values within one period make one".
  if (values.length === 1) return values[0]!.value;
  const numbers = values.map((value) => value.value);
  if (aggregate === "min") return numbers.reduce((a, b) => (compare(b, a) < 0 ? b : a));
  if (aggregate === "max") return numbers.reduce((a, b) => (compare(b, a) > 0 ? b : a));
  // "The mean of shares, and the sum or mean of percentages without their counts, is an error, and the window
  // has no value."
  if (aggregate === "mean" && values.some((value) => value.share !== null)) return null;
  const percentages = rootUnit(model, indicator.unit).root === "percent";
  if (percentages && values.some((value) => value.share === null)) return null;
  const shares = values.flatMap((value) => (value.share === null ? [] : [value.share]));
  if (shares.length === values.length) {
    // "Shares add as shares: `9 of 20` and `3 of 10` sum to `12 of 30`."
    const numerator = shares.map((share) => fromDecimal(share.numerator)).reduce(plus);
    const denominator = shares.map((share) => fromDecimal(share.denominator)).reduce(plus);
    return fromPure(model, over(numerator, denominator), indicator.unit);
  }
  const sum = numbers.reduce(plus);
  return aggregate === "sum" ? sum : over(sum, fraction(BigInt(values.length), 1n));
}
