import type { Token } from "./tokens.ts";
import { phraseKeys } from "./word-key.ts";

/** Phrases of one or more words or signs, each with what it means. */
export interface PhraseTable<Meaning> {
  /** The phrases that begin with a word or sign, the longest first. */
  startingWith(key: string): readonly PhraseEntry<Meaning>[];
}

interface PhraseEntry<Meaning> {
  readonly keys: readonly string[];
  readonly meaning: Meaning;
  /** It only begins like one of the phrases, and is none. */
  readonly isOther: boolean;
}

export interface PhraseMatch<Meaning> {
  readonly meaning: Meaning;
  /** How many tokens it takes. */
  readonly length: number;
}

/**
 * Makes a table from lists of phrases parted by commas, one list for each meaning; one with a "!" before it is none,
 * where a shorter one would be found in it ("mức thu, !mức thu nhập"). The lists are taken apart at the
 * first question: an editor that opens a plan without a document should not wait for a hundred of them.
 */
export function phraseTable<Meaning>(lists: readonly (readonly [Meaning, string])[]): PhraseTable<Meaning> {
  let entries: ReadonlyMap<string, readonly PhraseEntry<Meaning>[]> | undefined;
  return {
    startingWith: (key) => {
      entries ??= entriesOf(lists);
      return entries.get(key) ?? [];
    },
  };
}

function entriesOf<Meaning>(
  lists: readonly (readonly [Meaning, string])[],
): ReadonlyMap<string, readonly PhraseEntry<Meaning>[]> {
  const table = new Map<string, PhraseEntry<Meaning>[]>();
  for (const [meaning, list] of lists) {
    for (const phrase of list.split(",")) {
      const isOther = phrase.trim().startsWith("!");
      const keys = phraseKeys(phrase.trim().slice(isOther ? 1 : 0));
      const entries = table.get(keys[0]!) ?? [];
      entries.push({ keys, meaning, isOther });
      table.set(keys[0]!, entries);
    }
  }
  for (const entries of table.values()) entries.sort((a, b) => b.keys.length - a.keys.length);
  return table;
}

/** The longest phrase that begins with the token at `at`. */
export function matchPhrase<Meaning>(
  table: PhraseTable<Meaning>,
  tokens: readonly Token[],
  at: number,
): PhraseMatch<Meaning> | null {
  const first = tokens[at];
  if (first === undefined || first.kind === "number" || first.kind === "code") return null;
  for (const { keys, meaning, isOther } of table.startingWith(first.key)) {
    if (keys.every((key, k) => tokens[at + k]?.key === key))
      return isOther ? null : { meaning, length: keys.length };
  }
  return null;
}

/** Whether one of the phrases begins with the token at `at`. */
export function startsPhrase(table: PhraseTable<unknown>, tokens: readonly Token[], at: number): boolean {
  return matchPhrase(table, tokens, at) !== null;
}

const LONGEST = 5;

/** Where the longest of the phrases begins that ends right before the token at `end`; null if none does. */
export function startOfPhraseBefore(
  table: PhraseTable<unknown>,
  tokens: readonly Token[],
  end: number,
): number | null {
  for (let length = LONGEST; length >= 1; length -= 1)
    if (matchPhrase(table, tokens, end - length)?.length === length) return end - length;
  return null;
}

/** Whether one of the phrases begins in the tokens from `from` up to `to`. */
export function hasPhrase(
  table: PhraseTable<unknown>,
  tokens: readonly Token[],
  from: number,
  to: number,
): boolean {
  for (let i = Math.max(0, from); i < to; i += 1) if (startsPhrase(table, tokens, i)) return true;
  return false;
}

/** A table of phrases that all mean the same. */
export function phraseSet(list: string): PhraseTable<true> {
  return phraseTable([[true, list]]);
}
