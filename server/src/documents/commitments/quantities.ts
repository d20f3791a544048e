import { type Comparator, ranks, rankTails, rankVerbs, suffixes } from "./lexicon.ts";
import { decimalOf, type Numeral, readNumeral } from "./numerals.ts";
import { readPeriod } from "./periods.ts";
import { hasPhrase, matchPhrase, phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Token } from "./tokens.ts";
import { readUnit, type UnitReading } from "./units.ts";
import { wordKey } from "./word-key.ts";

/** A number with its unit: what a commitment may be made of. Places are tokens. */
export interface Quantity {
  readonly value: string;
  readonly upper: string | null;
  readonly numeral: "figure" | "word" | "fraction";
  readonly unit: UnitReading;
  /** Where the unit begins. */
  readonly unitFrom: number;
  /** "trở lên", "trở xuống" after it. */
  readonly suffix: Comparator | null;
  /** The token after that. */
  readonly suffixEnd: number;
  /** "từ" stands right before it, and no range follows: a baseline, or "từ 98% trở lên". */
  readonly afterFrom: boolean;
  readonly isRank: boolean;
  readonly end: number;
}

const FROM = phraseSet("từ, between, from");
const THROUGH = phraseSet("đến, tới, and");
const DASH = "-";
const NUMBER_OF = phraseSet("số, trong số, tổng số, of, các");
const SUFFIX_REACH = 8;

/** Reads the quantity that begins with the token at `at`; null if there is none. */
export function readQuantity(tokens: readonly Token[], at: number): Quantity | null {
  const first = readPlace(tokens, at) ?? readNumeral(tokens, at);
  if (first === null) return null;
  const afterFrom = at > 0 && startsPhrase(FROM, tokens, at - 1);
  const firstUnit = first.kind === "fraction" ? null : readUnit(tokens, first.end);
  const range = first.kind === "figure" ? readRangeEnd(tokens, first.end, firstUnit, afterFrom) : null;
  const last = range ?? first;
  const isRank = range === null && first.kind !== "fraction" && isRankAt(tokens, at, first.end);
  const isBare = last.kind === "fraction" || isRank || isBeforeDate(tokens, last);
  const unit = isBare ? noUnit(last.end) : readUnit(tokens, last.end);
  const suffix = readSuffix(tokens, unit.end);
  return {
    value: first.value,
    upper: range?.value ?? null,
    numeral: first.kind,
    unit,
    unitFrom: last.end,
    suffix: suffix?.meaning ?? null,
    suffixEnd: suffix?.end ?? unit.end,
    afterFrom: (afterFrom || isAfterFromLevel(tokens, at)) && range === null,
    isRank,
    end: unit.end,
  };
}

const LEVEL = phraseSet("mức");

/** "từ mức 64% lên 75%". */
function isAfterFromLevel(tokens: readonly Token[], at: number): boolean {
  return startsPhrase(LEVEL, tokens, at - 1) && startsPhrase(FROM, tokens, at - 2);
}

/** "đứng thứ 12/34": the place, not a fraction. */
function readPlace(tokens: readonly Token[], at: number): Numeral | null {
  if (tokens[at - 1]?.key !== NTH || tokens[at + 1]?.key !== "/" || tokens[at + 2]?.kind !== "number")
    return null;
  const value = decimalOf(tokens[at]!.text);
  return value === null ? null : { value, end: at + 3, kind: "figure" };
}

/** "đạt 0,75 năm 2026", but "kế hoạch 5 năm 2021-2025". */
function isBeforeDate(tokens: readonly Token[], { value, end }: Numeral): boolean {
  return value.includes(".") && readPeriod(tokens, end) !== null;
}

function noUnit(end: number): UnitReading {
  return { end, kind: "none", cadence: null, slashes: 0 };
}

/** "15-20", "85%-90%", "từ 15 đến 20", "15 triệu - 20 triệu": the second number. */
function readRangeEnd(tokens: readonly Token[], end: number, unit: UnitReading | null, afterFrom: boolean) {
  for (const at of unit === null || unit.end === end ? [end] : [end, unit.end]) {
    const isDash = tokens[at]?.key === DASH;
    const through = isDash ? null : matchPhrase(THROUGH, tokens, at);
    if (!isDash && through === null) continue;
    const next = at + (through?.length ?? 1);
    if (tokens[next]?.kind !== "number") continue;
    const last = readNumeral(tokens, next);
    if (last?.kind !== "figure") continue;
    if (isDash || afterFrom || (at === end && isSmallRange(tokens, end - 1, next))) return last;
  }
  return null;
}

/** "02 đến 03 sản phẩm": two plain figures that rise, and no year. */
function isSmallRange(tokens: readonly Token[], first: number, second: number): boolean {
  const [lower, upper] = [tokens[first]!.text, tokens[second]!.text];
  return /^\d{1,3}$/u.test(lower) && /^\d{1,3}$/u.test(upper) && Number(lower) < Number(upper);
}

/** "trở lên" stands after the unit, or after the noun that the number counts. */
function readSuffix(tokens: readonly Token[], from: number): { meaning: Comparator; end: number } | null {
  for (let i = from; i < from + SUFFIX_REACH; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.kind !== "word") return null;
    const suffix = matchPhrase(suffixes, tokens, i);
    if (suffix !== null) return { meaning: suffix.meaning, end: i + suffix.length };
  }
  return null;
}

const NTH = wordKey("thứ");
const TOP = phraseSet("top, tốp");

/** "top 15", "thuộc nhóm 10 tỉnh dẫn đầu", "đứng thứ 5". */
function isRankAt(tokens: readonly Token[], at: number, end: number): boolean {
  if (startsPhrase(TOP, tokens, at - 1)) return true;
  const before = Math.max(0, at - 5);
  if (tokens[at - 1]?.key === NTH)
    return hasPhrase(ranks, tokens, before, at) && hasPhrase(STANDINGS, tokens, before, at);
  if (!hasPhrase(GROUPS, tokens, Math.max(0, at - 3), at) && !startsPhrase(NUMBER_OF, tokens, at - 1))
    return false;
  const isNext = startsPhrase(GROUP, tokens, at - 1) && JOINTS.has(tokens[at - 2]?.key ?? "");
  return (
    (isNext || hasPhrase(rankVerbs, tokens, before, at)) &&
    hasPhrase(rankTails, tokens, end, end + RANK_REACH)
  );
}

/** How far behind its number "dẫn đầu", "tốt nhất" may stand. */
const RANK_REACH = 16;
const GROUPS = phraseSet("nhóm, trong, vào, among");
/** "thuộc nhóm 10 tỉnh dẫn đầu về …, nhóm 15 tỉnh dẫn đầu về …". */
const GROUP = phraseSet("nhóm");
const JOINTS: ReadonlySet<string> = new Set([",", ";", wordKey("và")]);
const STANDINGS = phraseSet("xếp, đứng, vị trí, hạng, xếp hạng, giữ");
