import { type DayOrder, readPeriodName } from "../syntax/period-words.ts";
import { evenWords } from "./even-words.ts";

/**
 * The order of days in a table, found once from all of its dates: day first unless one can only be meant the other
 * way; null where both occur.
 */
export function findDayOrder(texts: readonly string[]): DayOrder | null {
  let dayFirst = false;
  let monthFirst = false;
  for (const text of texts) {
    const match = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$/u.exec(text.trim());
    if (!match) continue;
    dayFirst ||= Number(match[1]) > 12;
    monthFirst ||= Number(match[2]) > 12;
  }
  if (dayFirst && monthFirst) return null;
  return monthFirst ? "month-first" : "day-first";
}

/** A day that would be another one in the other order: `03/04/2024`, not `03/03/2024` or `25/04/2024`. */
export function isEitherDay(text: string): boolean {
  const match = /(?:^|\s)(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$/u.exec(text.trim());
  if (!match) return false;
  const [first, second] = [Number(match[1]), Number(match[2])];
  return first !== second && first <= 12 && second <= 12;
}

/** A period as the language writes it, from what a table calls it: "Năm 2024", "Quý I/2024", "6 tháng đầu năm 2024". */
export function readTablePeriod(text: string, order: DayOrder | null): string | undefined {
  return readPeriodName(evenWords(text), order);
}
