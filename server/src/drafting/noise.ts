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
  otherCadences,
  periodic,
  promiseMarks,
  rankTails,
  rankVerbs,
  suffixes,
  zeros,
} from "../documents/commitments/lexicon.ts";
import { matchPhrase, type PhraseTable, phraseSet } from "../documents/commitments/phrase-table.ts";
import type { Token } from "../documents/commitments/tokens.ts";
import { wordKey } from "../documents/commitments/word-key.ts";

/** A stretch of tokens. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

const LIGHT = phraseSet(
  "đến, tới, vào, trong, từ, cuối, hết, đầu, giữa, năm, các năm tiếp theo, những năm tiếp theo, giai đoạn, thời kỳ, trở đi, và, có, được, phải, cần, bảo đảm, đảm bảo, " +
    "trong đó, thêm, cả, đặt, đặt mục tiêu, đồng thời, riêng, kế hoạch, nhóm, top, tốp, xếp hạng, thứ hạng, tháng, quý, ngày, cơ bản, tiến tới, quyết tâm, mục tiêu, chỉ tiêu, ra, " +
    "by, in, the, and, of, have, has, be, year, at, end, from, onwards, that",
);
const DEEDS = phraseSet(
  "tổ chức, xây dựng, mở, thành lập, triển khai, thực hiện, hoàn thành, hỗ trợ, trồng, tiến hành, phát hành, đăng tải, đăng, duy trì, có thêm, đầu tư, hình thành, phát triển, lồng ghép, organise, organize, hold, build",
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

const BY = wordKey("bằng");
const BEFORE_BY = phraseSet("đồng, công, cân, văn");
const AFTER_BY = phraseSet("cấp, tốt nghiệp, đại học, thạc sĩ, tiến sĩ, cách, chứng chỉ, lái");

/** "đồng bằng", "bằng cấp": here "bằng" is no "equal to". */
function isKept(tokens: readonly Token[], at: number): boolean {
  return (
    (at > 0 && matchPhrase(BEFORE_BY, tokens, at - 1) !== null) ||
    matchPhrase(AFTER_BY, tokens, at + 1) !== null
  );
}

/** How many tokens at `at` say when, how much or that something is to be reached, and nothing of what; 0 for none. */
function noiseLength(tokens: readonly Token[], at: number, withDeeds: boolean): number {
  const token = tokens[at];
  if (token === undefined) return 0;
  if (token.kind === "sign") return /^[%‰"“”]$/u.test(token.key) ? 0 : 1;
  if (token.kind === "number") return /^(?:19|20|21)\d\d$/u.test(token.text) ? 1 : 0;
  if (token.key === BY && isKept(tokens, at)) return 0;
  let longest = 0;
  for (const table of withDeeds ? [...TABLES, DEEDS] : TABLES)
    longest = Math.max(longest, matchPhrase(table, tokens, at)?.length ?? 0);
  return longest;
}

/** The range without the dates, comparators, verbs of reaching and signs at its beginning. */
export function trimStart(tokens: readonly Token[], range: TokenRange): TokenRange {
  let { from } = range;
  for (;;) {
    const length = noiseLength(tokens, from, false);
    if (length === 0 || from + length > range.to) return { from, to: range.to };
    from += length;
  }
}

/** The same at its end; before a number, words such as "tổ chức", "xây dựng" go too. */
export function trimEnd(tokens: readonly Token[], range: TokenRange, withDeeds = true): TokenRange {
  let { to } = range;
  while (to > range.from) {
    let length = 0;
    for (let count = Math.min(6, to - range.from); count > 0 && length === 0; count -= 1)
      if (noiseLength(tokens, to - count, withDeeds) === count) length = count;
    if (length === 0) break;
    to -= length;
  }
  return { from: range.from, to };
}

export function trim(tokens: readonly Token[], range: TokenRange): TokenRange {
  return trimStart(tokens, trimEnd(tokens, range));
}

/** Whether the range has anything that says what is meant. */
export function hasContent(tokens: readonly Token[], range: TokenRange): boolean {
  const { from, to } = trim(tokens, range);
  return to > from;
}
