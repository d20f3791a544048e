import { plainLetters } from "../text/nearest-word.ts";

/** Words as they are compared in tables: small letters without diacritics, one space between them. */
export function evenWords(text: string): string {
  return plainLetters(text)
    .replace(/[\s\u00a0\u202f]+/gu, " ")
    .trim();
}
