import {
  averages,
  cadences,
  changes,
  comparators,
  comparedWith,
  doubled,
  keeping,
  levels,
  multiples,
  noChanges,
  otherCadences,
  periodic,
  promiseMarks,
  rankTails,
  rankVerbs,
  suffixes,
  zeros,
} from "../documents/commitments/lexicon.ts";
import { readPeriod } from "../documents/commitments/periods.ts";
import {
  matchPhrase,
  type PhraseTable,
  phraseSet,
  startsPhrase,
} from "../documents/commitments/phrase-table.ts";
import { type Token, tokenize } from "../documents/commitments/tokens.ts";
import { wordKey } from "../documents/commitments/word-key.ts";

/** A stretch of tokens. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

const LIGHT = phraseSet(
  "đến, tới, vào, trong, từ, cuối, hết, đầu, giữa, năm, các năm tiếp theo, những năm tiếp theo, giai đoạn, thời kỳ, trở đi, và, có, được, phải, cần, bảo đảm, đảm bảo, " +
    "trong đó, thêm, cả, lần lượt, tương ứng, đặt, đặt mục tiêu, đồng thời, riêng, kế hoạch, nhóm, top, tốp, xếp hạng, thứ hạng, tháng, quý, ngày, cơ bản, tiến tới, quyết tâm, mục tiêu, chỉ tiêu, ra, " +
    "by, in, the, and, of, have, has, be, year, at, end, from, onwards, that",
);
/** What is done with events and writings, which are counted themselves: a name does without it. */
const DEEDS = phraseSet(
  "tổ chức, mở, triển khai, thực hiện, hoàn thành, tiến hành, phát hành, đăng tải, đăng, duy trì, có thêm, lồng ghép, organise, organize, hold",
);
const TABLES: readonly PhraseTable<unknown>[] = [
  LIGHT,
  averages,
  cadences,
  changes,
  comparators,
  comparedWith,
  doubled,
  keeping,
  levels,
  multiples,
  otherCadences,
  periodic,
  promiseMarks,
  rankTails,
  rankVerbs,
  suffixes,
  zeros,
];

const WHEN: readonly PhraseTable<unknown>[] = [cadences, otherCadences, periodic];

const BY = wordKey("bằng");
const BEFORE_BY = phraseSet("đồng, công, cân, văn");
const AFTER_BY = phraseSet("cấp, tốt nghiệp, đại học, thạc sĩ, tiến sĩ, cách, chứng chỉ, lái");
/** Before a noun they are nouns themselves: "mức độ hài lòng", "khoảng cách thu nhập". */
const NOUNS_BEFORE_NOUNS = phraseSet("mức, khoảng");

/** "đồng bằng", "bằng cấp", "tăng trưởng": what only looks like a word that says how much. */
function isKept(tokens: readonly Token[], at: number, to: number): boolean {
  if (tokens[at]!.key === BY)
    return (at > 0 && startsPhrase(BEFORE_BY, tokens, at - 1)) || startsPhrase(AFTER_BY, tokens, at + 1);
  if (startsPhrase(NOUNS_BEFORE_NOUNS, tokens, at))
    return at + 1 < to && tokens[at + 1]!.kind === "word" && noiseLength(tokens, at + 1, to, false) === 0;
  return startsPhrase(noChanges, tokens, at);
}

/** "phần đầu đến năm 2030", "dẫn đầu năm 2030": no date begins inside another phrase. */
function isInside(tokens: readonly Token[], at: number): boolean {
  return [promiseMarks, rankTails].some((table) => (matchPhrase(table, tokens, at - 1)?.length ?? 0) > 1);
}

/** "(1)" before an entry. */
function isNumbering(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.key === "(" && tokens[at + 1]?.kind === "number" && tokens[at + 2]?.key === ")";
}

/**
 * How many tokens at `at` say when, how much or that something is to be reached, and nothing of what; 0 for none, or
 * where they go on behind `to`.
 */
function noiseLength(tokens: readonly Token[], at: number, to: number, withDeeds: boolean): number {
  const token = tokens[at];
  if (token === undefined || at >= to) return 0;
  const date = isInside(tokens, at) ? 0 : (readPeriod(tokens, at)?.end ?? at) - at;
  if (date > 0 && at + date <= to) return date;
  if (isNumbering(tokens, at) && at + 3 <= to) return 3;
  if (token.kind === "sign") return /^[%‰"“”]$/u.test(token.key) ? 0 : 1;
  if (token.kind === "number") return /^(?:19|20|21)\d\d$/u.test(token.text) ? 1 : 0;
  if (isKept(tokens, at, to)) return 0;
  const lengths = (withDeeds ? [...TABLES, DEEDS] : TABLES).map(
    (table) => matchPhrase(table, tokens, at)?.length ?? 0,
  );
  return Math.max(...lengths.filter((length) => at + length <= to), 0);
}

/** The range without the dates, comparators, verbs of reaching and signs at its beginning. */
export function trimStart(tokens: readonly Token[], range: TokenRange): TokenRange {
  let { from } = range;
  for (;;) {
    const length = noiseLength(tokens, from, range.to, false);
    if (length === 0) return { from, to: range.to };
    from += length;
  }
}

/** "chậm nhất là trước ngày 31 tháng 12 năm 2027". */
const LONGEST_NOISE = 12;

/** The same at its end; before a number, words such as "tổ chức", "mở" go too. */
export function trimEnd(tokens: readonly Token[], range: TokenRange, withDeeds = true): TokenRange {
  const { from } = range;
  let { to } = range;
  while (to > from) {
    const opening = openingOf(tokens, from, to);
    // What stands in brackets goes or stays with them.
    if (opening !== null) {
      if (!isNumbering(tokens, opening) && hasContent(tokens, { from: opening + 1, to: to - 1 })) break;
      to = opening;
      continue;
    }
    let length = 0;
    for (let count = Math.min(LONGEST_NOISE, to - from); count > 0 && length === 0; count -= 1)
      if (noiseLength(tokens, to - count, to, withDeeds) === count) length = count;
    if (length === 0) break;
    to -= length;
  }
  return { from, to };
}

const LONGEST_BRACKETS = 60;

/** The bracket that the one at the end of the range closes; null where it closes none in it. */
export function openingOf(tokens: readonly Token[], from: number, to: number): number | null {
  if (tokens[to - 1]!.key !== ")") return null;
  for (let i = to - 2; i >= Math.max(from, to - LONGEST_BRACKETS); i -= 1)
    if (tokens[i]!.key === "(") return i;
  return null;
}

export function trim(tokens: readonly Token[], range: TokenRange): TokenRange {
  return trimStart(tokens, trimEnd(tokens, range));
}

/** A text without the dates and the words of how much that it begins with. */
export function withoutFiller(text: string): string {
  const tokens = tokenize(text);
  const { from, to } = trimStart(tokens, { from: 0, to: tokens.length });
  const first = tokens.slice(from, to).findIndex(({ kind, key }) => kind === "word" && key !== "%");
  return first < 0 ? text : text.slice(tokens[from + first]!.start);
}

/** A text without the dates that it begins with: "Định kỳ hằng năm, …", "Đến năm 2027, …". */
export function withoutFirstDates(text: string): string {
  const tokens = tokenize(text);
  let at = 0;
  for (;;) {
    const date = (readPeriod(tokens, at)?.end ?? at) - at;
    const cadence = WHEN.map((table) => matchPhrase(table, tokens, at)?.length ?? 0);
    const sign = tokens[at]?.kind === "sign" ? 1 : 0;
    const length = Math.max(date, sign, ...cadence);
    if (length === 0) break;
    at += length;
  }
  return at < tokens.length ? text.slice(tokens[at]!.start) : text;
}

/** Whether the range has anything that says what is meant. */
export function hasContent(tokens: readonly Token[], range: TokenRange): boolean {
  const { from, to } = trim(tokens, range);
  return to > from;
}
