import { readNumeral } from "./numerals.ts";
import { matchPhrase, phraseSet, phraseTable, startsPhrase } from "./phrase-table.ts";
import type { Token } from "./tokens.ts";
import { wordKey } from "./word-key.ts";

/**
 * A date phrase. `point`: by or in a period; `open`: from a year on; `range`: from one year to another, throughout;
 * `stage`: a stage of a plan ("giai đoạn 2026-2030"), whose last year is when a level is due; `deadline`: a
 * year that it must be before, or a date without its year, whose `to` is empty.
 */
export interface PeriodPhrase {
  readonly kind: "point" | "open" | "range" | "stage" | "deadline";
  readonly from: string;
  readonly to: string;
  /** A stage that is called one: "giai đoạn", "thời kỳ", "nhiệm kỳ", "năm học". */
  readonly named: boolean;
  /** "đến năm 2030", not "năm 2030": it bounds what is done each year rather than saying when. */
  readonly until: boolean;
  /** The token after the phrase. */
  readonly end: number;
}

const LEADING = phraseSet(
  "đến, tới, vào, trong, từ, kể từ, bắt đầu từ, tính từ, cho đến, cho tới, chậm nhất, chậm nhất là, muộn nhất, hết, cuối, kết thúc, khi kết thúc, " +
    "đầu, giữa, thời điểm, vào thời điểm, dịp, cả, by, in, from, until, through, during, the, end, of, since, trước, before, for, to, hoàn thành trong",
);
const FROM = phraseSet("từ, kể từ, bắt đầu từ, tính từ, from, since");
const BEFORE = phraseSet("trước, before");
const STAGE = phraseSet("giai đoạn, thời kỳ, thời kì, nhiệm kỳ, niên độ, the period, period");
const ONWARD = phraseSet(
  "trở đi, trở về sau, onwards, onward, on, và các năm tiếp theo, và những năm tiếp theo, và các năm sau, và những năm sau, " +
    "và các năm sau đó, và những năm sau đó, và các năm kế tiếp, và hằng năm tiếp theo",
);
const HALVES = phraseTable<"H1" | "H2">([
  ["H1", "6 tháng đầu, sáu tháng đầu, nửa đầu"],
  ["H2", "6 tháng cuối, sáu tháng cuối, nửa cuối"],
]);
const UNTIL = phraseSet("đến, tới, đến hết, đến cuối, cho đến, cho tới, to, through, until, by");

const YEAR = wordKey("năm");
const LISTING: ReadonlySet<string> = new Set([",", wordKey("và"), "and"]);
const MONTH = wordKey("tháng");
const DAY = wordKey("ngày");
const QUARTER = wordKey("quý");
const SCHOOL = wordKey("học");
const FINANCE = wordKey("tài");

/** Reads the date phrase that begins with the token at `at`, with the words that lead up to it; null if none does. */
export function readPeriod(tokens: readonly Token[], at: number): PeriodPhrase | null {
  let i = at;
  let from = false;
  let before = false;
  let until = false;
  for (let steps = 0; steps < 5; steps += 1) {
    const lead = matchPhrase(LEADING, tokens, i);
    if (lead === null) break;
    from ||= startsPhrase(FROM, tokens, i);
    before ||= startsPhrase(BEFORE, tokens, i);
    until ||= startsPhrase(UNTIL, tokens, i);
    i += lead.length;
  }
  i = afterCountOfYears(tokens, i);
  const core = readCore(tokens, i, i > at);
  if (core === null) return null;
  if (before && core.kind === "point" && core.to.length <= 4) return { ...core, kind: "deadline" };
  return { ...extend(tokens, core, from), until };
}

/** Behind the number in "3 năm 2026, 2027 và 2028", of which it says nothing new. */
function afterCountOfYears(tokens: readonly Token[], at: number): number {
  const count = readNumeral(tokens, at);
  if (count === null || tokens[count.end]?.key !== YEAR) return at;
  let years = 0;
  for (let i = count.end + 1; yearOf(tokens[i]) !== null; i += 1) {
    years += 1;
    while (LISTING.has(tokens[i + 1]?.key ?? "")) i += 1;
  }
  return years > 1 && Number(count.value) === years ? count.end : at;
}

/** "từ năm A đến năm B", "từ năm A trở đi", "từ năm A", "năm A và các năm tiếp theo". */
function extend(tokens: readonly Token[], core: PeriodPhrase, from: boolean): PeriodPhrase {
  // "từ năm 2026 đến năm 2030" is all of them, unless it is called a stage.
  if (core.kind === "stage" && from && !core.named) return { ...core, kind: "range" };
  if (core.kind !== "point") return core;
  const onward = matchPhrase(ONWARD, tokens, core.end);
  if (onward !== null) return { ...core, kind: "open", end: core.end + onward.length };
  if (!from) return core;
  const until = tokens[core.end]?.key === "-" ? 1 : (matchPhrase(UNTIL, tokens, core.end)?.length ?? 0);
  const last = until > 0 ? readCore(tokens, core.end + until, true) : null;
  if (last?.kind === "point")
    return { kind: "range", from: core.from, to: last.to, until: false, named: false, end: last.end };
  return { ...core, kind: "open" };
}

function readCore(tokens: readonly Token[], at: number, led: boolean): PeriodPhrase | null {
  const stage = matchPhrase(STAGE, tokens, at);
  if (stage !== null) return asNamed(readYears(tokens, at + stage.length, "stage"));
  const half = matchHalf(tokens, at);
  if (half !== null) return half;
  const key = tokens[at]?.key;
  if (key === YEAR) return readAfterYear(tokens, at + 1);
  if (key === wordKey("các") && tokens[at + 1]?.key === YEAR) return readYears(tokens, at + 2, "stage");
  if (key === DAY) return readDay(tokens, at + 1);
  if (key === MONTH) return readMonth(tokens, at + 1);
  if (key === QUARTER) return readQuarter(tokens, at + 1);
  return readBare(tokens, at, led);
}

function asNamed(period: PeriodPhrase | null): PeriodPhrase | null {
  return period === null ? null : { ...period, named: true };
}

function readAfterYear(tokens: readonly Token[], at: number): PeriodPhrase | null {
  const next = tokens[at]?.key;
  if (next === SCHOOL) return asNamed(readYears(tokens, at + 1, "stage")) ?? readYear(tokens, at + 1);
  if (next === FINANCE && tokens[at + 1]?.kind === "word") return readYear(tokens, at + 2);
  return readYears(tokens, at, "stage") ?? readYear(tokens, at);
}

/** Dates without "năm": "đến 2030", "2026-2030", "31/12/2027", "6/2027", and "2026:" at the head of an entry. */
function readBare(tokens: readonly Token[], at: number, led: boolean): PeriodPhrase | null {
  const years = readYears(tokens, at, "stage");
  if (years !== null && (led || !isQuantityUnit(tokens, years.end))) return years;
  const day = readNumericDay(tokens, at);
  if (day !== null) return day;
  const month = readNumericMonth(tokens, at);
  if (month !== null) return month;
  const year = readYear(tokens, at);
  if (year === null) return null;
  const next = tokens[year.end];
  if (next?.key === ":" || (tokens[at - 1]?.key === "(" && next?.key === ")")) return year;
  return led && !isQuantityUnit(tokens, year.end) ? year : null;
}

function isQuantityUnit(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.key === "%";
}

/** A year that stands alone. */
export function readYear(tokens: readonly Token[], at: number): PeriodPhrase | null {
  const year = yearOf(tokens[at]);
  return year === null
    ? null
    : { kind: "point", from: year, to: year, until: false, named: false, end: at + 1 };
}

export function yearOf(token: Token | undefined): string | null {
  return token?.kind === "number" && /^(19[5-9]\d|20\d\d|2100)$/u.test(token.text) ? token.text : null;
}

/** "2026-2030", "2026 - 2030", "2026 đến 2030". */
function readYears(tokens: readonly Token[], at: number, kind: "stage" | "range"): PeriodPhrase | null {
  const from = yearOf(tokens[at]);
  if (from === null) return null;
  const middle = tokens[at + 1]?.key;
  const until = middle === "-" || middle === "/" ? 1 : (matchPhrase(UNTIL, tokens, at + 1)?.length ?? 0);
  if (until === 0) return null;
  const skip = tokens[at + 1 + until]?.key === YEAR ? 1 : 0;
  const to = yearOf(tokens[at + 1 + until + skip]);
  if (to === null || to <= from) return null;
  return { kind, from, to, until: false, named: false, end: at + 2 + until + skip };
}

function matchHalf(tokens: readonly Token[], at: number): PeriodPhrase | null {
  const half =
    tokens[at]?.text === "6" || tokens[at]?.text === "06"
      ? readSixMonths(tokens, at)
      : matchPhrase(HALVES, tokens, at);
  if (half === null) return null;
  const skip = tokens[at + half.length]?.key === YEAR ? 1 : 0;
  const year = yearOf(tokens[at + half.length + skip]);
  if (year === null) return null;
  const period = `${year}-${half.meaning}`;
  return {
    kind: "point",
    from: period,
    to: period,
    until: false,
    named: false,
    end: at + half.length + skip + 1,
  };
}

function readSixMonths(
  tokens: readonly Token[],
  at: number,
): { meaning: "H1" | "H2"; length: number } | null {
  if (tokens[at + 1]?.key !== MONTH) return null;
  if (tokens[at + 2]?.key === wordKey("đầu")) return { meaning: "H1", length: 3 };
  return tokens[at + 2]?.key === wordKey("cuối") ? { meaning: "H2", length: 3 } : null;
}

/** After "ngày": "31/12/2027", "31 tháng 12 năm 2027"; "15/12" and "15" are deadlines without a year. */
function readDay(tokens: readonly Token[], at: number): PeriodPhrase | null {
  const numeric = readNumericDay(tokens, at);
  if (numeric !== null) return numeric;
  if (!isSmall(tokens[at], 31)) return null;
  const printed = tokens[at]!.text;
  const next = tokens[at + 1]?.key;
  if (next === MONTH && isSmall(tokens[at + 2], 12)) {
    const year = tokens[at + 3]?.key === YEAR ? yearOf(tokens[at + 4]) : null;
    if (year === null) return deadline(at + 3);
    return day(year, tokens[at + 2]!.text, printed, at + 5);
  }
  if ((next === "/" || next === "-") && isSmall(tokens[at + 2], 12)) return deadline(at + 3);
  return deadline(at + 1);
}

/** "31/12/2027", "31-12-2027", "31.12.2027". */
function readNumericDay(tokens: readonly Token[], at: number): PeriodPhrase | null {
  const dotted =
    tokens[at]?.kind === "number" ? /^(\d\d?)\.(\d\d?)\.(20\d\d)$/u.exec(tokens[at]!.text) : null;
  if (dotted !== null) return day(dotted[3]!, dotted[2]!, dotted[1]!, at + 1);
  const mark = tokens[at + 1]?.key;
  if ((mark !== "/" && mark !== "-") || tokens[at + 3]?.key !== mark) return null;
  const year = yearOf(tokens[at + 4]);
  if (year === null || !isSmall(tokens[at], 31) || !isSmall(tokens[at + 2], 12)) return null;
  return day(year, tokens[at + 2]!.text, tokens[at]!.text, at + 5);
}

function readMonth(tokens: readonly Token[], at: number): PeriodPhrase | null {
  if (!isSmall(tokens[at], 12)) return null;
  const skip = ["/", "-", YEAR].includes(tokens[at + 1]?.key ?? "") ? 1 : 0;
  const year = skip === 1 ? yearOf(tokens[at + 2]) : null;
  return year === null ? deadline(at + 1) : month(year, tokens[at]!.text, at + 3);
}

function readNumericMonth(tokens: readonly Token[], at: number): PeriodPhrase | null {
  if (tokens[at + 1]?.key !== "/" || tokens[at + 2]?.spaceBefore || !isSmall(tokens[at], 12)) return null;
  const year = yearOf(tokens[at + 2]);
  return year === null ? null : month(year, tokens[at]!.text, at + 3);
}

function readQuarter(tokens: readonly Token[], at: number): PeriodPhrase | null {
  const printed = tokens[at]?.text ?? "";
  const quarter =
    ["I", "II", "III", "IV"].indexOf(printed) + 1 || (/^0?[1-4]$/u.test(printed) ? Number(printed) : 0);
  if (quarter === 0) return null;
  const skip = ["/", "-", YEAR].includes(tokens[at + 1]?.key ?? "") ? 1 : 0;
  const year = skip === 1 ? yearOf(tokens[at + 2]) : null;
  if (year === null) return deadline(at + 1);
  const period = `${year}-Q${quarter}`;
  return { kind: "point", from: period, to: period, until: false, named: false, end: at + 3 };
}

function isSmall(token: Token | undefined, most: number): boolean {
  return (
    token?.kind === "number" &&
    /^\d\d?$/u.test(token.text) &&
    Number(token.text) >= 1 &&
    Number(token.text) <= most
  );
}

function deadline(end: number): PeriodPhrase {
  return { kind: "deadline", from: "", to: "", until: false, named: false, end };
}

function month(year: string, printed: string, end: number): PeriodPhrase {
  const period = `${year}-${printed.padStart(2, "0")}`;
  return { kind: "point", from: period, to: period, until: false, named: false, end };
}

function day(year: string, printedMonth: string, printedDay: string, end: number): PeriodPhrase {
  const period = `${year}-${printedMonth.padStart(2, "0")}-${printedDay.padStart(2, "0")}`;
  return { kind: "point", from: period, to: period, until: false, named: false, end };
}
