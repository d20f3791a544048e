import { plainLetters } from "../text/nearest-word.ts";

/** More entries than this are not sent; the editor asks again with more letters. */
export const mostEntries = 200;

/** What typed letters are matched with: words as written and without diacritics, each once. */
export function searchText(...texts: readonly string[]): string {
  const written = texts.filter((text) => text !== "").join(" ");
  const plain = plainLetters(written);
  return plain === written.toLowerCase() ? written : `${written} ${plain}`;
}

const variants: Readonly<Record<string, string>> = {
  a: "aàáảãạăằắẳẵặâầấẩẫậ",
  d: "dđ",
  e: "eèéẻẽẹêềếểễệ",
  i: "iìíỉĩị",
  o: "oòóỏõọôồốổỗộơờớởỡợ",
  u: "uùúủũụưừứửữự",
  y: "yỳýỷỹỵ",
};

/**
 * A pattern for texts that have the typed letters, with any diacritics, composed or not. For the long lists in which
 * taking the diacritics off each text would take too long.
 */
export function typedPattern(typed: string): RegExp {
  const letters = [...plainLetters(typed)].map((letter) => {
    const group = variants[letter];
    const all = new Set([...(group ?? letter), ...(group ?? letter).toUpperCase()]);
    const one = `[${[...all].map((sign) => (/[\\\]^-]/.test(sign) ? `\\${sign}` : sign)).join("")}]`;
    return group ? `${one}[\\u0300-\\u0323]*` : one;
  });
  return new RegExp(letters.join(""));
}
