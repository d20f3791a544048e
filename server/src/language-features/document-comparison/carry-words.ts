import { alignWords, toWords } from "../../documents/comparison/word-differences.ts";
import { findQuotedWords } from "../../documents/quoted-words.ts";

const longest = 240;

/**
 * What quoted words have become in a new version of their text: the words between those that stood around them, or as
 * many of them as there still are. Words that are there unchanged are given back; null where nothing is left of them.
 */
export function carryWords(before: string, words: string, after: string): string | null {
  if (findQuotedWords(after, words)) return words;
  const span = findQuotedWords(before, words);
  if (!span) return null;
  const from = countWords(before.slice(0, span.start));
  const to = Math.max(from + 1, countWords(before.slice(0, span.end)));
  const fresh = toWords(after);
  const pairs = alignWords(toWords(before), fresh);
  const left = pairs.findLast(([i]) => i < from)?.[1] ?? -1;
  const right = pairs.find(([i]) => i >= to)?.[1] ?? fresh.words.length;
  const inside = pairs.filter(([i]) => from <= i && i < to).map(([, j]) => j);
  const wide = tidy(fresh.words.slice(left + 1, right));
  const narrow = inside.length === 0 ? "" : tidy(fresh.words.slice(inside[0]!, inside.at(-1)! + 1));
  const candidates =
    wide.length <= Math.min(longest, 2 * words.length + 40)
      ? [wide, narrow]
      : [narrow, wide.slice(0, longest)];
  return candidates.find((one) => one !== "" && findQuotedWords(after, one) !== undefined) ?? null;
}

function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== "").length;
}

function tidy(words: readonly string[]): string {
  return words.join(" ").replace(/[\s,;:.]+$/u, "");
}
