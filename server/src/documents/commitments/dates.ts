import type { Item } from "./items.ts";
import { followingYears, respectively } from "./lexicon.ts";
import { hasSemicolon, isSemicolon, statementsOf } from "./parts.ts";
import type { PeriodPhrase } from "./periods.ts";
import { phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Promised } from "./promise.ts";
import type { Token } from "./tokens.ts";
import { wordKey } from "./word-key.ts";

interface DatedItem {
  readonly at: number;
  readonly period: PeriodPhrase;
  /** It belongs to what follows. */
  readonly forward: boolean;
}

/**
 * Gives each promised quantity of a sentence the date that is said for it there; null where none is. `inherits`: a
 * heading says when, too.
 */
export function bindDates(
  tokens: readonly Token[],
  items: readonly Item[],
  promised: readonly Promised[],
  inherits: boolean,
): void {
  const kept = mergeKept(tokens, items, promised);
  const printed = findDates(tokens, items, promised, kept);
  const paired = pairRespectively(tokens, items, promised, printed);
  const dates = joinYears(items, printed);
  let running: PeriodPhrase | null = null;
  let next = 0;
  const datedAfter = new Set<Promised>();
  for (let k = 0; k < promised.length; k += 1) {
    const one = promised[k]!;
    const until = promised[k + 1]?.at ?? Number.POSITIVE_INFINITY;
    for (; next < dates.length && dates[next]!.at < one.at; next += 1) running = dates[next]!.period;
    if (paired.has(one)) continue;
    const after = dateBehind(items, dates, one.at, until, inherits || running !== null);
    one.period = after?.period ?? running;
    if (after !== undefined) datedAfter.add(one);
    if (after !== undefined) running = after.period;
  }
  if (promised[0]?.period !== null) return;
  const isOnly = !inherits && dates.length === 1 && !items.some(({ kind }) => kind === "cadence");
  spreadBack(items, promised, datedAfter, isOnly && ENDED.has(dates[0]!.period.kind));
}

/** "các năm 2026-2028", but not a stage, which is meant as a whole. */
function eachYear(date: DatedItem): readonly DatedItem[] {
  const { kind, named, from, to } = date.period;
  if (named || (kind !== "stage" && kind !== "range") || !/^\d{4}\.\.\d{4}$/u.test(`${from}..${to}`))
    return [date];
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, step) => {
    const year = String(Number(from) + step);
    return { ...date, period: { ...date.period, kind: "point" as const, from: year, to: year } };
  });
}

/** "trong các năm 2026, 2027 và 2028" is all of them; of years apart only the last is sure to be due. */
function joinYears(items: readonly Item[], printed: readonly DatedItem[]): readonly DatedItem[] {
  const dates: DatedItem[] = [];
  for (const date of printed) {
    const before = dates.at(-1);
    if (before !== undefined && isNextYear(items, date.at) && goesOn(before.period, date.period))
      dates[dates.length - 1] = {
        ...before,
        period: { ...before.period, kind: "range", to: date.period.to },
      };
    else dates.push(date);
  }
  return dates;
}

/** "năm 2026, 2027", but "đến năm 2026, 2027" is due twice. */
function goesOn(years: PeriodPhrase, { to }: PeriodPhrase): boolean {
  return !years.until && years.kind !== "stage" && Number(to) === Number(years.to) + 1;
}

/** A bare year in a list of years. */
function isNextYear(items: readonly Item[], at: number): boolean {
  const { from, to } = items[at]!;
  return to === from + 1 && items[at - 1]?.kind === "separator" && items[at - 2]?.kind === "period";
}

/** The first date between two promises that is of the first; `hasDate`: it has one already, before it or above. */
function dateBehind(
  items: readonly Item[],
  dates: readonly DatedItem[],
  from: number,
  to: number,
  hasDate: boolean,
): DatedItem | undefined {
  return dates.find(
    ({ at, forward }) => !forward && at > from && at < to && !(hasDate && isOfAnother(items, from, at)),
  );
}

/** "…; năm 2024 đã đạt 56%", "…, hiện nay là 56% (năm 2024)": of what is told behind a promise. */
function isOfAnother(items: readonly Item[], promised: number, date: number): boolean {
  return items.slice(promised, date).some((item) => isSemicolon(item) || item.kind === "present");
}

const ENDED: ReadonlySet<PeriodPhrase["kind"]> = new Set(["point", "stage"]);

/**
 * "lần lượt đạt 50% và 70% vào năm 2026 và năm 2028": as many dates as numbers, on one side of them, in the sentence
 * or in a statement of it. Gives the promised that have their date by it.
 */
function pairRespectively(
  tokens: readonly Token[],
  items: readonly Item[],
  promised: readonly Promised[],
  dates: readonly DatedItem[],
): ReadonlySet<Promised> {
  const paired = new Set<Promised>();
  for (const { from, to } of [{ from: 0, to: items.length }, ...statementsOf(items)]) {
    if (!items.slice(from, to).some((item) => startsPhrase(respectively, tokens, item.from))) continue;
    const ones = promised.filter((one) => one.at >= from && one.at < to && !paired.has(one));
    const theirs = dates.filter(({ at }) => at >= from && at < to).flatMap(eachYear);
    if (ones.length < 2 || theirs.length !== ones.length) continue;
    const isBefore = theirs.at(-1)!.at < ones[0]!.at;
    if (!isBefore && theirs[0]!.at < ones.at(-1)!.at) continue;
    ones.forEach((one, k) => {
      one.period = theirs[k]!.period;
      paired.add(one);
    });
  }
  return paired;
}

/**
 * "A đạt 95%, B đạt 80% vào năm 2030": one date at the end of a list is the date of all; over a semicolon only where
 * nothing else says when.
 */
function spreadBack(
  items: readonly Item[],
  promised: readonly Promised[],
  datedAfter: Set<Promised>,
  isOnly: boolean,
): void {
  for (let k = promised.length - 2; k >= 0; k -= 1) {
    const one = promised[k]!;
    const later = promised[k + 1]!;
    const isParted = !isOnly && hasSemicolon(items, one.at, later.at);
    // Of a growth an end is no time: "tăng bình quân 15%/năm, chiếm 4% vào năm 2028".
    const isGrowth = one.change === "per-year" && later.change !== "per-year";
    if (one.period !== null || isParted || isGrowth || !datedAfter.has(later)) continue;
    one.period = later.period;
    datedAfter.add(one);
  }
}

function findDates(
  tokens: readonly Token[],
  items: readonly Item[],
  promised: readonly Promised[],
  kept: ReadonlyMap<number, PeriodPhrase | null>,
): readonly DatedItem[] {
  const dates: DatedItem[] = [];
  const compared = new Set<number>();
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    if (item.kind === "compared") markCompared(tokens, items, at, compared);
    if (item.kind !== "period" || item.period.to === "" || compared.has(at)) continue;
    const period = kept.has(at) ? kept.get(at)! : item.period;
    if (period === null || isBaseOfMultiple(tokens, items, at) || isOfBaseline(items, at, promised)) continue;
    dates.push({ at, period, forward: isForward(tokens, items, at, promised) });
  }
  const due = dates.filter(({ at }) => !isOfStandard(tokens, items, at));
  return due.length > 0 ? due : dates;
}

const STANDARDS = phraseSet("theo chuẩn, theo tiêu chí, theo bộ tiêu chí, chuẩn nghèo");
const STANDARD_REACH = 6;

/** "hộ nghèo theo chuẩn nghèo đa chiều giai đoạn 2026-2030": how long the measure is in force. */
function isOfStandard(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const item = items[at]!;
  if (item.kind !== "period" || item.period.kind !== "stage") return false;
  for (let i = at - 1; i >= 0 && at - i <= STANDARD_REACH && items[i]!.kind === "word"; i -= 1)
    if (startsPhrase(STANDARDS, tokens, items[i]!.from)) return true;
  return false;
}

const YEAR = wordKey("năm");
/** "so với kịch bản thông thường vào năm 2030" is due then. */
const WHEN = phraseSet("vào, đến, trong, by, in");
const COMPARED_REACH = 8;

function markCompared(
  tokens: readonly Token[],
  items: readonly Item[],
  at: number,
  compared: Set<number>,
): void {
  for (let i = at + 1; i <= at + COMPARED_REACH && i < items.length; i += 1) {
    const { kind } = items[i]!;
    if (kind === "separator") return;
    if (kind !== "period") continue;
    if (!startsPhrase(WHEN, tokens, items[i]!.from)) compared.add(i);
    return;
  }
}

/** "gấp 1,8 lần năm 2025". */
function isBaseOfMultiple(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  if (tokens[items[at]!.from]!.key !== YEAR) return false;
  const before = items[at - 1];
  if (before?.kind === "doubled") return true;
  return (
    before?.kind === "quantity" &&
    items.slice(Math.max(0, at - 6), at - 1).some(({ kind }) => kind === "multiple")
  );
}

/** "từ 31,5% năm 2024 lên 42%": the date of a number that is no promise. */
function isOfBaseline(items: readonly Item[], at: number, promised: readonly Promised[]): boolean {
  let i = at - 1;
  while (i >= 0 && items[i]!.kind === "word" && at - i < 4) i -= 1;
  const before = items[i];
  if (before?.kind !== "quantity" || !before.quantity.afterFrom) return false;
  return !promised.some((one) => one.at === i);
}

/** A date goes with what follows where it begins a part, or only verbs and comparators part it from the number. */
function isForward(
  tokens: readonly Token[],
  items: readonly Item[],
  at: number,
  promised: readonly Promised[],
): boolean {
  const next = promised.find((one) => one.at > at);
  const hasBefore = promised.some((one) => one.at < at && !hasSemicolon(items, one.at, at));
  if (next === undefined) return !promised.some((one) => one.at < at);
  if (!hasBefore && !promised.some((one) => one.at < at)) return true;
  if (items[at]!.from >= 0 && tokens[items[at]!.from]!.key === "(") return false;
  if (opensPart(tokens, items, at)) return true;
  if (items.slice(at + 1, next.at).every(leadsOn)) return true;
  return !hasBefore;
}

const OPENERS = phraseSet("phấn đấu, phần đầu, còn, tiếp, tiếp tục, riêng, sau đó, mục tiêu, hướng, tiến");

function opensPart(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  let i = at - 1;
  while (
    i >= 0 &&
    (items[i]!.kind === "promise" ||
      startsPhrase(OPENERS, tokens, items[i]!.from) ||
      items[i]!.kind === "keep")
  )
    i -= 1;
  const before = items[i];
  return before === undefined || before.kind === "separator";
}

function leadsOn({ kind }: Item): boolean {
  return LEADING.has(kind);
}

const LEADING: ReadonlySet<Item["kind"]> = new Set([
  "level",
  "comparator",
  "change",
  "multiple",
  "average",
  "promise",
  "keep",
  "light",
]);

const KEEP_REACH = 8;

/**
 * "đến năm 2026 và duy trì đến năm 2030", "đạt 100% vào năm 2026 và duy trì các năm tiếp theo": the first date becomes
 * the range, the second goes. Gives the new period of each period item that changes; null for one that goes.
 */
function mergeKept(
  tokens: readonly Token[],
  items: readonly Item[],
  promised: readonly Promised[],
): ReadonlyMap<number, PeriodPhrase | null> {
  const kept = new Map<number, PeriodPhrase | null>();
  for (let at = 0; at < items.length; at += 1) {
    if (items[at]!.kind !== "keep") continue;
    const first = lastPoint(items, at, kept);
    if (first === null) continue;
    const end = findKeptUntil(tokens, items, at, promised);
    if (end === null) continue;
    if (end.period === null) kept.set(first.at, { ...first.period, kind: "open" });
    else if (end.period.to > first.period.to) {
      kept.set(first.at, { ...first.period, kind: "range", to: end.period.to });
      kept.set(end.at, null);
    }
  }
  return kept;
}

function lastPoint(items: readonly Item[], before: number, kept: ReadonlyMap<number, PeriodPhrase | null>) {
  for (let i = before - 1; i >= 0; i -= 1) {
    const item = items[i]!;
    if (isSemicolon(item)) return null;
    if (item.kind === "period" && item.period.kind === "point" && !kept.has(i))
      return { at: i, period: item.period };
  }
  return null;
}

function findKeptUntil(
  tokens: readonly Token[],
  items: readonly Item[],
  at: number,
  promised: readonly Promised[],
) {
  for (let i = at + 1; i <= at + KEEP_REACH && i < items.length; i += 1) {
    const item = items[i]!;
    if (item.kind === "quantity" || (item.kind === "separator" && item.strength > 1)) return null;
    if (startsPhrase(followingYears, tokens, item.from)) return { at: i, period: null };
    if (item.kind !== "period") continue;
    const onlyOwn = promised.some((one) => one.at > i && items.slice(i + 1, one.at).every(leadsOn));
    const standsBetween = promised.some(
      (one) => one.at < at && one.at > (lastPoint(items, at, new Map())?.at ?? at),
    );
    return onlyOwn && standsBetween ? null : { at: i, period: item.period };
  }
  return null;
}
