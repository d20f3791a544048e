import { parsePeriodLiteral } from "../syntax/literals.ts";
import { evenWords } from "./even-words.ts";

/** In which order a table writes a day: `31/12/2024`, or `12/31/2024`. */
export type DayOrder = "day-first" | "month-first";

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

const halves: readonly (readonly [RegExp, string])[] = [
  [/^(?:6|sau) thang dau(?: nam)?$/u, "H1"],
  [/^(?:6|sau) thang cuoi(?: nam)?$/u, "H2"],
  [/^(?:nua nam dau|h1|half 1|first half)$/u, "H1"],
  [/^(?:nua nam cuoi|h2|half 2|second half)$/u, "H2"],
];
const quarters: Readonly<Record<string, string>> = {
  "1": "1",
  i: "1",
  "2": "2",
  ii: "2",
  "3": "3",
  iii: "3",
  "4": "4",
  iv: "4",
};

/**
 * A period as the language writes it (`2024`, `2024-Q1`, `2024-03`, `2024-12-31`), from what tables call it: "Năm
 * 2024", "Quý I/2024", "Q1 2024", "6 tháng đầu năm 2024", "Tháng 3/2024", "3/2024", "31/12/2024". Undefined where it
 * is none.
 */
export function readTablePeriod(text: string, order: DayOrder | null): string | undefined {
  const words = evenWords(text);
  const iso = /^(\d{4})(?:-(q[1-4]|h[12]|\d{2})(?:-(\d{2}))?)?$/u.exec(words);
  if (iso) return isoPeriod(iso[1]!, iso[2], iso[3]);
  const day = /^(?:ngay )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(words);
  if (day) {
    if (order === null) return undefined;
    const [d, m] = order === "day-first" ? [day[1]!, day[2]!] : [day[2]!, day[1]!];
    return isoPeriod(day[3]!, m.padStart(2, "0"), d.padStart(2, "0"));
  }
  const month = /^(?:thang |t|month )?(\d{1,2})(?:[/.-]| nam | )(\d{4})$/u.exec(words);
  if (month) return isoPeriod(month[2]!, month[1]!.padStart(2, "0"));
  const quarter = /^(?:quy |quarter |q)(iv|i{1,3}|[1-4])(?:[/.-]| nam | )(\d{4})$/u.exec(words);
  if (quarter) return `${quarter[2]}-Q${quarters[quarter[1]!]}`;
  const year = /^(.*?)(?:nam |year |[/.-]| )?(\d{4})$/u.exec(words);
  if (!year || !isYear(year[2]!)) return undefined;
  const before = year[1]!.trim();
  if (before === "" || before === "nam" || before === "ca" || before === "year") return year[2];
  const half = halves.find(([pattern]) => pattern.test(before));
  return half && `${year[2]}-${half[1]}`;
}

function isYear(year: string): boolean {
  return Number(year) >= 1900 && Number(year) <= 2200;
}

/** The period where there is one: no 13th month, no 31 April. */
function isoPeriod(year: string, part?: string, day?: string): string | undefined {
  const written = [year, part?.toUpperCase(), day].filter((step) => step !== undefined).join("-");
  return isYear(year) && parsePeriodLiteral(written) ? written : undefined;
}
