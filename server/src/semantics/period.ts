import { type PeriodLiteral, type PeriodUnit, periodText } from "../syntax/period-literal.ts";

/** Days since 1970-01-01 in the Gregorian calendar, as a plain integer: no clock, no time zone. */
export type Day = number;

/** A span of whole days with the spelling it is written by; `first` and `last` are both inside. */
export interface Period {
  readonly unit: PeriodUnit;
  /** Canonical: `2025`, `2025-H1`, `2025-Q1`, `2025-01`, `2025-01-31`. */
  readonly text: string;
  readonly first: Day;
  readonly last: Day;
}

/**
 * When a plan's reporting year ends: the 31 December of a calendar year, or a day of December from 1 to 28
 * (`year ends 14/12`: 2025 runs from 2024-12-15 to 2025-12-14, and its halves, quarters and months end on a 14th).
 */
export interface Calendar {
  /** 0 for the calendar year, else the day of the month on which every month ends. */
  readonly monthEndsOn: number;
}

/** Whether every day of a period is in another. */
export function isWithin(inner: Period, outer: Period): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}

/** Whether two periods are the same days, however they are written. */
export function samePeriod(a: Period, b: Period): boolean {
  return a.first === b.first && a.last === b.last;
}

export const calendarYear: Calendar = { monthEndsOn: 0 };

const monthsIn: Readonly<Record<Exclude<PeriodUnit, "day">, number>> = {
  year: 12,
  half: 6,
  quarter: 3,
  month: 1,
};

/** The days of a written period under a reporting year. */
export function toPeriod(literal: PeriodLiteral, calendar: Calendar): Period {
  const text = periodText(literal);
  if (literal.unit === "day") {
    const day = dayNumber(literal.year, literal.index, literal.day);
    return { unit: "day", text, first: day, last: day };
  }
  const length = monthsIn[literal.unit];
  const firstMonth = literal.unit === "year" ? 1 : (literal.index - 1) * length + 1;
  const lastMonth = firstMonth + length - 1;
  return {
    unit: literal.unit,
    text,
    first: monthEnd(literal.year, firstMonth - 1, calendar) + 1,
    last: monthEnd(literal.year, lastMonth, calendar),
  };
}

/** The period of the same length that follows. */
export function nextLiteral(literal: PeriodLiteral): PeriodLiteral {
  if (literal.unit === "day") {
    const date = toDate(dayNumber(literal.year, literal.index, literal.day) + 1);
    return { unit: "day", year: date.year, index: date.month, day: date.day };
  }
  if (literal.unit === "year") return { ...literal, year: literal.year + 1 };
  const perYear = 12 / monthsIn[literal.unit];
  return literal.index < perYear
    ? { ...literal, index: literal.index + 1 }
    : { ...literal, year: literal.year + 1, index: 1 };
}

/** The period of a unit that holds a day, under a reporting year. */
export function literalAt(day: Day, unit: PeriodUnit, calendar: Calendar): PeriodLiteral {
  const date = toDate(day);
  if (unit === "day") return { unit, year: date.year, index: date.month, day: date.day };
  let { year, month } = date;
  if (calendar.monthEndsOn > 0 && date.day > calendar.monthEndsOn) {
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return { unit, year, index: unit === "year" ? 0 : Math.ceil(month / monthsIn[unit]), day: 0 };
}

/** The last day of a month (0 is December of the year before) under a reporting year. */
function monthEnd(year: number, month: number, calendar: Calendar): Day {
  if (calendar.monthEndsOn > 0) return dayNumber(year, month, calendar.monthEndsOn);
  return dayNumber(year, month + 1, 1) - 1;
}

/** Days since 1970-01-01; months outside 1 to 12 run over into the neighbouring years. */
export function dayNumber(year: number, month: number, day: number): Day {
  const y = year + Math.floor((month - 1) / 12);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  const shifted = m <= 2 ? y - 1 : y;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function toDate(day: Day): CalendarDate {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** `2025-06-30`. */
export function isoDate(day: Day): string {
  const date = toDate(day);
  return periodText({ unit: "day", year: date.year, index: date.month, day: date.day });
}

/** A day from `2025-06-30`; undefined for anything else, a 31 February included. */
export function parseIsoDate(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDate(day) === text ? day : undefined;
}
