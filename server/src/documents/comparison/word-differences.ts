import { comparableText } from "../quoted-words.ts";

/** Words that stand one after the other in one text or in both. */
export interface WordDifference {
  readonly kind: "same" | "removed" | "added";
  /** As printed, the words parted by single spaces. */
  readonly text: string;
}

/** The words of a text, and for each how it is compared: capitals, tone placement and the like make no difference. */
export interface ComparedWords {
  readonly words: readonly string[];
  readonly keys: readonly string[];
}

export function toWords(text: string): ComparedWords {
  const words = text
    .normalize("NFC")
    .split(/\s+/u)
    .filter((word) => word !== "");
  return { words, keys: words.map(wordKeyOf) };
}

/** A comma behind a word makes no other word of it, a different number does. */
function wordKeyOf(word: string): string {
  return comparableText(word).replace(/^["'(]+|["'),;:.]+$/gu, "") || word;
}

/** Both texts in one row: what both have, and between it what the old one had and what the new one has. */
export function compareWords(before: string, after: string): readonly WordDifference[] {
  const [a, b] = [toWords(before), toWords(after)];
  const pairs = alignWords(a, b);
  const differences: WordDifference[] = [];
  const push = (kind: WordDifference["kind"], words: readonly string[]) => {
    if (words.length > 0) differences.push({ kind, text: words.join(" ") });
  };
  let [i, j] = [0, 0];
  let same: string[] = [];
  for (const [nextA, nextB] of [...pairs, [a.words.length, b.words.length] as const]) {
    if (nextA > i || nextB > j) {
      push("same", same);
      same = [];
      push("removed", a.words.slice(i, nextA));
      push("added", b.words.slice(j, nextB));
    }
    if (nextB < b.words.length) same.push(b.words[nextB]!);
    [i, j] = [nextA + 1, nextB + 1];
  }
  push("same", same);
  return differences;
}

/** So many comparisons of two words are made for two texts; what is longer is taken as rewritten. */
const mostComparisons = 4_000_000;

/** The places of the longest row of words that both have, as pairs of an index in each. */
export function alignWords(a: ComparedWords, b: ComparedWords): readonly (readonly [number, number])[] {
  const [m, n] = [a.keys.length, b.keys.length];
  let start = 0;
  while (start < m && start < n && a.keys[start] === b.keys[start]) start += 1;
  let end = 0;
  while (end < m - start && end < n - start && a.keys[m - 1 - end] === b.keys[n - 1 - end]) end += 1;
  const head = Array.from({ length: start }, (_, k) => [k, k] as const);
  const tail = Array.from({ length: end }, (_, k) => [m - end + k, n - end + k] as const);
  const middle = longestCommon(a.keys.slice(start, m - end), b.keys.slice(start, n - end));
  return [...head, ...middle.map(([i, j]) => [i + start, j + start] as const), ...tail];
}

function longestCommon(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  if (a.length === 0 || b.length === 0 || a.length * b.length > mostComparisons) return [];
  const width = b.length + 1;
  // How long the row is that begins at (i, j); a clause has fewer than 65,536 words where this is made.
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const down = lengths[(i + 1) * width + j]!;
      const right = lengths[i * width + j + 1]!;
      const both = a[i] === b[j] ? lengths[(i + 1) * width + j + 1]! + 1 : 0;
      lengths[i * width + j] = Math.max(down, right, both);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const length = lengths[i * width + j]!;
    if (a[i] === b[j] && length === lengths[(i + 1) * width + j + 1]! + 1) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (length === lengths[(i + 1) * width + j]!) i += 1;
    else j += 1;
  }
  return pairs;
}
