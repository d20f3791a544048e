import type { TextSpan } from "../text/text-span.ts";
import { wordKey } from "./commitments/word-key.ts";

interface Word extends TextSpan {
  readonly key: string;
}

/** Longer quotations and clauses are not searched: the table of the search grows with both. */
const mostWords = 3000;
const mostQuoted = 120;
/** The part of the quoted words that a passage must have. */
const leastShare = 0.5;

/**
 * The passage of a text that is most like the quoted words, for telling what an amended clause says now: the words in
 * their order, some of them others, some more or fewer. undefined where less than half of them are there.
 */
export function findNearestPassage(text: string, quoted: string): TextSpan | undefined {
  const words = wordsOf(text);
  const sought = wordsOf(quoted);
  if (words.length > mostWords || sought.length > mostQuoted || sought.length === 0) return undefined;
  const best = align(sought, words);
  if (best === undefined || best.same < sought.length * leastShare) return undefined;
  const { end } = words[best.to - 1]!;
  const closes = CLOSING.test(quoted.trimEnd().at(-1) ?? "") && CLOSING.test(text[end] ?? "");
  return { start: words[best.from]!.start, end: closes ? end + 1 : end };
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    key: wordKey(match[0].normalize("NFC")),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A word or a number with its signs, without the punctuation around it. */
const WORD = /[\p{L}\p{M}\p{N}](?:[^\s]*[\p{L}\p{M}\p{N}%‰])?|[≥≤<>]/gu;

const CLOSING = /["”’»)]/u;

interface Alignment {
  /** Words of the text, the last one not included. */
  readonly from: number;
  readonly to: number;
  /** How many of the sought words are there. */
  readonly same: number;
  readonly score: number;
}

/** All of the sought words beside some of the text's: 2 for the same word, -1 for another, a missing or a further one. */
function align(sought: readonly Word[], words: readonly Word[]): Alignment | undefined {
  let row: Alignment[] = Array.from({ length: words.length + 1 }, (_, at) => ({
    from: at,
    to: at,
    same: 0,
    score: 0,
  }));
  for (const { key } of sought) {
    const next: Alignment[] = [{ ...row[0]!, score: row[0]!.score - 1 }];
    for (let at = 1; at <= words.length; at += 1) {
      const isSame = words[at - 1]!.key === key;
      const beside = step(row[at - 1]!, at, isSame ? 2 : -1, isSame);
      const missing = step(row[at]!, row[at]!.to, -1, false);
      const further = step(next[at - 1]!, at, -1, false);
      let best = beside;
      if (missing.score > best.score) best = missing;
      if (further.score > best.score) best = further;
      next.push(best);
    }
    row = next;
  }
  return row.reduce<Alignment | undefined>(
    (best, one) => (one.to > one.from && (best === undefined || one.score > best.score) ? one : best),
    undefined,
  );
}

function step({ from, same, score }: Alignment, to: number, by: number, isSame: boolean): Alignment {
  return { from, to, same: same + (isSame ? 1 : 0), score: score + by };
}
