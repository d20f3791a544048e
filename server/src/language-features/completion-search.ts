import { plainLetters } from "../text/nearest-word.ts";

/** More entries than this are not sent; the editor asks again with more letters. */
export const mostEntries = 200;

/** What typed letters are matched with: words as written and without diacritics, each once. */
export function searchText(...texts: readonly string[]): string {
  const written = texts.filter((text) => text !== "").join(" ");
  const plain = plainLetters(written);
  return plain === written.toLowerCase() ? written : `${written} ${plain}`;
}

/** An editor looks at no more of an entry's words than this. */
const mostMatched = 128;

/**
 * What an entry is matched with once something is typed: the label or the title from where it was found on, with
 * diacritics where they were typed. The editor has to ask again with each letter, since it looks only at a beginning.
 */
export function matchText(typed: string, label: string, title: string): string {
  const isPlain = plainLetters(typed) === typed.toLowerCase();
  const written = (text: string) => (isPlain ? plainLetters(text) : text.normalize("NFC"));
  const wanted = written(typed).toLowerCase();
  for (const text of [label, title]) {
    const shown = written(text);
    const at = wanted === "" ? -1 : shown.toLowerCase().indexOf(wanted);
    if (at >= 0) return shown.slice(at, at + mostMatched);
  }
  return searchText(label, title);
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
