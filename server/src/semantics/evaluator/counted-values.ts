import { sorted } from "../../text/sorted-list.ts";
import type { Finding } from "../judgement.ts";
import type { Category, IndicatorModel, MeasuredModel, Quantity } from "../model.ts";
import { type Day, type Period, samePeriod } from "../period.ts";
import { equals } from "../rational.ts";

/** What a measured value and a formula's value have in common. */
export interface Reading {
  readonly period: Period;
  readonly quantity: Quantity;
}

/** The values of an indicator that count as of a day, and what was wrong with the others. */
export interface CountedValues {
  /**
   * By category key, each list ordered by the last day of the period, of two with one last day the longer last:
   * so the final element is the latest value, and no period stands twice.
   */
  readonly byCategory: ReadonlyMap<string, readonly MeasuredModel[]>;
  readonly findings: readonly Finding[];
}

export const noValues: readonly MeasuredModel[] = [];
const nothingCounted: CountedValues = { byCategory: new Map(), findings: [] };

/** The key of a category in maps; the indicator as a whole has the empty one. */
export function categoryKey(category: Category | null): string {
  return category === null ? "" : category.id;
}

/**
 * Leaves out values whose period begins after `asOf`, and settles values given twice: equal ones count once
 * (the first with its share), unequal ones not at all.
 */
export function countValues(indicator: IndicatorModel, asOf: Day): CountedValues {
  if (indicator.measured.length === 0) return nothingCounted;
  const findings: Finding[] = [];
  const grouped = new Map<string, MeasuredModel[]>();
  for (const value of indicator.measured) {
    if (value.period.first > asOf) {
      findings.push({ kind: "measured-in-future", value });
      continue;
    }
    if (isOutsidePlan(value, indicator)) findings.push({ kind: "measured-outside-plan", value });
    const key = categoryKey(value.category);
    const group = grouped.get(key);
    if (group === undefined) grouped.set(key, [value]);
    else group.push(value);
  }
  const byCategory = new Map<string, readonly MeasuredModel[]>();
  for (const [key, values] of grouped)
    byCategory.set(key, settleDuplicates(sorted(values, byTime), findings));
  return { byCategory, findings };
}

function isOutsidePlan(value: MeasuredModel, indicator: IndicatorModel): boolean {
  const planned = indicator.plan?.period;
  if (!planned) return false;
  return value.period.last < planned.first || value.period.first > planned.last;
}

/** By last day; of two with one last day the longer comes last. */
export function byTime(a: Reading, b: Reading): number {
  return a.period.last - b.period.last || b.period.first - a.period.first;
}

/** One value for each period, from values in order of time. */
function settleDuplicates(sorted: readonly MeasuredModel[], findings: Finding[]): readonly MeasuredModel[] {
  if (!hasDuplicates(sorted)) return sorted;
  const settled: MeasuredModel[] = [];
  for (let start = 0; start < sorted.length; ) {
    const first = sorted[start]!;
    let end = start + 1;
    while (end < sorted.length && samePeriod(sorted[end]!.period, first.period)) end += 1;
    const run = sorted.slice(start, end);
    const different = run.filter((value) => !equals(value.quantity.value, first.quantity.value));
    for (const second of different) findings.push({ kind: "duplicate-measurement", first, second });
    if (different.length === 0) settled.push(run.find((value) => value.quantity.share !== null) ?? first);
    start = end;
  }
  return settled;
}

function hasDuplicates(sorted: readonly MeasuredModel[]): boolean {
  for (let index = 1; index < sorted.length; index++) {
    if (samePeriod(sorted[index - 1]!.period, sorted[index]!.period)) return true;
  }
  return false;
}

/** The readings whose period lies inside a span of days, in order of time. */
export function readingsInside<R extends Reading>(
  sorted: readonly R[],
  first: Day,
  last: Day,
): readonly R[] | undefined {
  let inside: R[] | undefined;
  for (let index = firstEndingFrom(sorted, first); index < sorted.length; index++) {
    const reading = sorted[index]!;
    if (reading.period.last > last) break;
    if (reading.period.first < first) continue;
    if (inside === undefined) inside = [reading];
    else inside.push(reading);
  }
  return inside;
}

/** The reading of exactly this period, if there is one. */
export function readingOf<R extends Reading>(sorted: readonly R[], period: Period): R | undefined {
  for (let index = firstEndingFrom(sorted, period.last); index < sorted.length; index++) {
    const reading = sorted[index]!;
    if (reading.period.last > period.last) return undefined;
    if (reading.period.first === period.first) return reading;
  }
  return undefined;
}

/** Index of the first reading whose period ends on or after a day. */
function firstEndingFrom(sorted: readonly Reading[], day: Day): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.period.last < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The reading that ends first, of two the longer: where a path starts when there is no baseline. */
export function earliestReading<R extends Reading>(sorted: readonly R[]): R | undefined {
  let earliest = sorted[0];
  for (let index = 1; index < sorted.length; index++) {
    const reading = sorted[index]!;
    if (reading.period.last !== earliest!.period.last) break;
    earliest = reading;
  }
  return earliest;
}

/** Without the readings whose period lies inside another's of the list: a year's total stands for its months. */
export function withoutParts<R extends Reading>(sorted: readonly R[]): readonly R[] {
  if (sorted.length < 2) return sorted;
  const whole: R[] = [];
  let earliestFirst = Number.POSITIVE_INFINITY;
  for (let index = sorted.length - 1; index >= 0; index--) {
    const reading = sorted[index]!;
    // Everything seen so far ends no earlier, so it holds this one as soon as it begins no later.
    if (earliestFirst <= reading.period.first) continue;
    earliestFirst = reading.period.first;
    whole.push(reading);
  }
  return whole.reverse();
}
