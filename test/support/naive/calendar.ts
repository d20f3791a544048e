/** Periods as spans of day numbers (days since 1970-01-01), through JavaScript's own UTC dates. */
import type { Cadence, PlanHeadModel, RangeModel } from "./plan-model.ts";

export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A span with the name that the JSON export gives it. */
export interface Window extends Span {
  readonly period: string;
}

/** The number of a day; months and days may overflow as in Date.UTC, the month counts from 1. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** `2025-01-31`. */
export function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The day number of `2025-01-31`. */
export function parseDay(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
}

/**
 * "`year ends 14/12` … then the year `2025`, its halves, quarters and months all end on the 14th
 * (2025 runs from 2024-12-15 to 2025-12-14). Without it the year is the calendar year."
 */
function lastDayOfMonth(year: number, month: number, yearEnds: number | null): number {
  return yearEnds === null ? dayNumber(year, month + 1, 0) : dayNumber(year, month, yearEnds);
}

function monthsSpan(year: number, from: number, to: number, yearEnds: number | null): Span {
  return {
    first: lastDayOfMonth(year, from - 1, yearEnds) + 1,
    last: lastDayOfMonth(year, to, yearEnds),
  };
}

/** "A period is a span of days with a start and an end." Throws for what is not a period. */
export function spanOf(period: string, yearEnds: number | null): Span {
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(period);
  if (day !== null) return { first: parseDay(period), last: parseDay(period) };
  const match = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})))?$/.exec(period);
  if (match === null) throw new Error(`not a period: ${period}`);
  const year = Number(match[1]);
  if (match[2] !== undefined) {
    return monthsSpan(year, Number(match[2]) * 6 - 5, Number(match[2]) * 6, yearEnds);
  }
  if (match[3] !== undefined) {
    return monthsSpan(year, Number(match[3]) * 3 - 2, Number(match[3]) * 3, yearEnds);
  }
  if (match[4] !== undefined) return monthsSpan(year, Number(match[4]), Number(match[4]), yearEnds);
  return monthsSpan(year, 1, 12, yearEnds);
}

export const windowOf = (period: string, yearEnds: number | null): Window => ({
  period,
  ...spanOf(period, yearEnds),
});

export const isInside = (inner: Span, outer: Span) => inner.first >= outer.first && inner.last <= outer.last;

/** The span from the start of the first to the end of the second. */
export function rangeSpan(range: RangeModel, yearEnds: number | null): Span {
  return { first: spanOf(range.from, yearEnds).first, last: spanOf(range.to, yearEnds).last };
}

const two = (n: number) => String(n).padStart(2, "0");

/** The names of the parts of a year. */
export function periodsOfYear(year: number, cadence: Cadence): string[] {
  const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
  switch (cadence) {
    case "year":
      return [String(year)];
    case "half":
      return upTo(2).map((n) => `${year}-H${n}`);
    case "quarter":
      return upTo(4).map((n) => `${year}-Q${n}`);
    case "month":
      return upTo(12).map((n) => `${year}-${two(n)}`);
  }
}

/** Which length of period a name is of. */
export function lengthOf(period: string): Cadence | "day" {
  if (/^\d{4}$/.test(period)) return "year";
  if (/H/.test(period)) return "half";
  if (/Q/.test(period)) return "quarter";
  return period.length === 7 ? "month" : "day";
}

/** Every period of one length that lies inside a span, in order of time. */
export function periodsInside(span: Span, length: Cadence | "day", yearEnds: number | null): Window[] {
  const found: Window[] = [];
  if (length === "day") {
    for (let day = span.first; day <= span.last; day += 1) found.push(windowOf(dayText(day), yearEnds));
    return found;
  }
  const firstYear = new Date(span.first * 86_400_000).getUTCFullYear();
  const lastYear = new Date(span.last * 86_400_000).getUTCFullYear();
  for (let year = firstYear - 1; year <= lastYear + 1; year += 1) {
    for (const period of periodsOfYear(year, length)) {
      const window = windowOf(period, yearEnds);
      if (isInside(window, span)) found.push(window);
    }
  }
  return found;
}

/**
 * "one for each month of the range after `in`, or of the plan's period from the first month that ends after
 * the first day of `issued` (of the whole period where the plan has no `issued`)"
 */
export function recurringWindows(
  cadence: Cadence,
  range: RangeModel | null,
  plan: PlanHeadModel | null,
): Window[] {
  const yearEnds = plan?.yearEnds ?? null;
  if (range !== null) return periodsInside(rangeSpan(range, yearEnds), cadence, yearEnds);
  if (plan === null) throw new Error("with no plan, `every` needs `in`");
  const windows = periodsInside(rangeSpan(plan.period, yearEnds), cadence, yearEnds);
  if (plan.issued === null) return windows;
  const issued = spanOf(plan.issued, yearEnds).first;
  return windows.filter((window) => window.last > issued);
}
