import type { PeriodLiteral } from "./period-literal.ts";

/**
 * The shapes of numbers and periods. Sticky patterns, each linear: set `lastIndex`, then `exec`.
 * A year alone is lexed as a number, since only the grammar knows which is meant.
 */

/** `2025-Q3`, `2025-H1`, `2025-03`, `2025-03-31`, `3/2025`, `31/3/2025`, and the mistaken `2021-2030`. */
export const periodPattern =
  /(?:\d{4}-(?:[HhQq]\d+|\d{1,4}(?:-\d{1,2})?)|\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}\/\d{4})(?![\p{L}\p{N}/_])/uy;

/**
 * Digits grouped by `_` or a no-break space, then a point or comma with digits. Groups of three behind other blanks
 * (`1 000`) and what follows with further points or commas (`1.234.567`) are taken along, to be refused as one.
 */
export const numberPattern =
  /(?:[1-9]\d{0,2}(?:[ \u00A0\u2009\u202F]\d{3}(?!\d))+(?![_\u00A0\u202F]\d)|\d+(?:[_\u00A0\u202F]\d+)*)(?:[.,]\d+)*/uy;

const isoPeriod = /^(\d{4})-(?:([Hh])(\d+)|([Qq])(\d+)|(\d{1,2})(?:-(\d{1,2}))?)$/;
const localPeriod = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/;

/** The period that a token spells; undefined where there is no such period (`2025-Q7`, `31/2/2025`). */
export function parsePeriodLiteral(image: string): PeriodLiteral | undefined {
  if (image.length === 4) {
    return /^\d{4}$/.test(image) ? { unit: "year", year: Number(image), index: 0, day: 0 } : undefined;
  }
  const iso = isoPeriod.exec(image);
  if (iso) {
    const year = Number(iso[1]);
    if (iso[2]) return inYear("half", year, Number(iso[3]), 2);
    if (iso[4]) return inYear("quarter", year, Number(iso[5]), 4);
    if (iso[7]) return date(year, Number(iso[6]), Number(iso[7]));
    return inYear("month", year, Number(iso[6]), 12);
  }
  const local = localPeriod.exec(image);
  if (!local) return undefined;
  const year = Number(local[3]);
  return local[1]
    ? date(year, Number(local[2]), Number(local[1]))
    : inYear("month", year, Number(local[2]), 12);
}

function inYear(
  unit: "half" | "quarter" | "month",
  year: number,
  index: number,
  most: number,
): PeriodLiteral | undefined {
  return index >= 1 && index <= most ? { unit, year, index, day: 0 } : undefined;
}

function date(year: number, month: number, day: number): PeriodLiteral | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { unit: "day", year, index: month, day };
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

const plainDigits = /^(?:0|[1-9]\d*)$/;
const oneGroup = /^[1-9]\d{0,2}([.,])\d{3}$/;

/** The mark of a number that reads as a decimal and may be meant as one group of thousands: `1.234`, `1,234`. */
export type ThousandsMark = "." | "," | null;

/** A number that can be read. */
export interface ReadNumber {
  /** Its digits, with a point before the decimals. */
  readonly decimal: string;
  readonly thousandsMark: ThousandsMark;
}

/** Undefined for more than one point or comma (`1.234.567`), and for groups that are not of three digits. */
export function parseDecimal(image: string): ReadNumber | undefined {
  if (plainDigits.test(image)) return { decimal: image, thousandsMark: null };
  const match = /^(\d+(?:[_\u00A0\u202F]\d+)*)(?:[.,](\d+))?$/.exec(image);
  if (!match) return undefined;
  const [, whole, fraction] = match;
  const groups = whole!.split(/[_\u00A0\u202F]/);
  if (groups.slice(1).some((group) => group.length !== 3)) return undefined;
  const digits = withoutZeros(groups.join(""));
  return {
    decimal: fraction === undefined ? digits : `${digits}.${fraction}`,
    thousandsMark: (oneGroup.exec(image)?.[1] ?? null) as ThousandsMark,
  };
}

/**
 * A number that can't be read surely as the language writes it: `1_234,5` for `1.234,5` and for `1,234.5`. Undefined
 * where its marks can't be told apart (`1.2.3`).
 */
export function rewrittenNumber(image: string): string | undefined {
  const digits = image.replace(/[^\d.,]/g, "");
  const parts = digits.split(/[.,]/);
  const marks = digits.replace(/\d/g, "");
  // Behind groups of `_` or blanks a mark parts the decimals, and so does the last of two kinds of marks.
  const isGrouped = digits.length < image.length;
  const fraction = areMixed(marks) || (isGrouped && marks !== "") ? parts.pop() : undefined;
  const groupMarks = fraction === undefined ? marks : marks.slice(0, -1);
  const isSure = isGrouped ? groupMarks === "" : !areMixed(groupMarks) && areThousands(parts);
  if (!isSure) return undefined;
  return grouped(parts.join("")) + (fraction === undefined ? "" : `,${fraction}`);
}

function areMixed(marks: string): boolean {
  return marks.includes(".") && marks.includes(",");
}

function areThousands([first = "", ...others]: readonly string[]): boolean {
  return /^[1-9]\d{0,2}$/.test(first) && others.every((group) => group.length === 3);
}

/** Thousands parted by `_`. */
function grouped(digits: string): string {
  const plain = withoutZeros(digits);
  const groups: string[] = [];
  for (let end = plain.length; end > 0; end -= 3) groups.unshift(plain.slice(Math.max(0, end - 3), end));
  return groups.join("_");
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}
