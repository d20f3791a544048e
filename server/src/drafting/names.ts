import { builtinUnits } from "../semantics/builtin-units.ts";
import { keywordSpellings, keywords } from "../syntax/keywords.ts";
import { plainKey } from "./plain-letters.ts";

/** Gives out the names of one file, none of them twice. */
export interface NameTaker {
  /**
   * A name that is not taken yet, of the first of these syllables: as many as make it short, and more of them, or a
   * number at the end, where that is needed to tell it from the others.
   *
   * @param words plain syllables
   * @param fallback the name where there are none
   */
  take(words: readonly string[], fallback: string): string;
}

/** The usual length of a name, in syllables and in letters; a name that must differ from another may be longer. */
const usualWords = 6;
const usualLetters = 28;
const longest = 40;

/** A name must be no word that could be taken for a keyword by a reader, although the grammar would allow it. */
const RESERVED: ReadonlySet<string> = new Set([
  ...keywords.flatMap((keyword) =>
    [...keywordSpellings[keyword].en, ...keywordSpellings[keyword].vi].map((word) =>
      plainKey(word).replaceAll(" ", "_"),
    ),
  ),
  ...builtinUnits.keys(),
]);

/** @param used names that are there already */
export function createNameTaker(used: Iterable<string> = []): NameTaker {
  const taken = new Set(used);
  /** The last number that a name got, so that a thousand clauses of one name are not tried one by one. */
  const numbers = new Map<string, number>();
  const isFree = (name: string) => name !== "" && !taken.has(name) && !RESERVED.has(name);
  return {
    take: (words, fallback) => {
      const candidates = namesOf(words);
      const base = candidates[0] ?? fallback;
      const name = candidates.find(isFree) ?? (isFree(base) ? base : numbered(base, isFree, numbers));
      taken.add(name);
      return name;
    },
  };
}

/** From the usual name on, each a syllable longer. */
function namesOf(words: readonly string[]): readonly string[] {
  const meaning = words.filter((word) => word.length <= 20);
  const start = meaning.findIndex((word) => /^[a-z]/u.test(word));
  if (start < 0) return [];
  const own = meaning.slice(start);
  const names: string[] = [];
  for (let count = 1; count <= own.length; count += 1) {
    const name = own.slice(0, count).join("_");
    if (name.length > longest) break;
    names.push(name);
  }
  let usual = names.findLastIndex((name, index) => index < usualWords && name.length <= usualLetters);
  if (usual < 0) usual = 0;
  return names.slice(usual);
}

function numbered(base: string, isFree: (name: string) => boolean, numbers: Map<string, number>): string {
  for (let number = (numbers.get(base) ?? 1) + 1; ; number += 1) {
    if (!isFree(`${base}_${number}`)) continue;
    numbers.set(base, number);
    return `${base}_${number}`;
  }
}
