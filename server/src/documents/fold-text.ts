/**
 * Recognition reads a folded copy of the text: letters composed, every kind of space, dash, bullet and invisible
 * character made one, Markdown residue taken out. What is shown to people is always the original, so a folded
 * text remembers where each of its characters came from.
 */
export interface FoldedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where its source begins. */
  readonly starts: readonly number[];
  /** For each UTF-16 unit of `text`: where its source ends. */
  readonly ends: readonly number[];
}

const DASHES = "-‐‑‒–—―−﹣－\uf02d";
const BULLETS = "•●▪■◦·∙♦◆➢►‣○\uf0b7\uf0a7\uf0d8\uf076";
const INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f";
const ESCAPABLE = "\\`*_{}[]()#+-.!>~|/";

const COMBINING = /\p{M}/u;
const SPACE = /\s/u;

/** Composes text and evens out spaces, dashes and invisible characters; for searching, not for showing. */
export function foldText(text: string): string {
  return foldRange(text, 0, text.length, text.length).text;
}

/**
 * Folds the source between two offsets, at most about `limit` characters of it. Leading and repeated spaces, the
 * emphasis marks `**` and `__`, and the backslash of a Markdown escape are left out.
 */
export function foldRange(source: string, start: number, end: number, limit: number): FoldedText {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  const stop = Math.min(end, start + limit);
  let i = start;
  while (i < stop) {
    const from = i;
    let character = source[i]!;
    if (character === "\\" && i + 1 < end && ESCAPABLE.includes(source[i + 1]!)) {
      i += 1;
      character = source[i]!;
    } else if ((character === "*" || character === "_") && source[i + 1] === character) {
      while (source[i] === character && i < stop) i += 1;
      continue;
    }
    i += 1;
    if (character > "\u007f" || (i < end && source.charCodeAt(i) >= 0x300)) {
      while (i < end && isCombining(source, i)) i += 1;
      character = foldCluster(source.slice(source[from] === "\\" ? from + 1 : from, i));
    } else if (character < " ") character = " ";
    if (character === " " && (text === "" || text.endsWith(" "))) continue;
    for (let k = 0; k < character.length; k += 1) {
      starts.push(from);
      ends.push(i);
    }
    text += character;
  }
  return { text, starts, ends };
}

function isCombining(source: string, index: number): boolean {
  const code = source.charCodeAt(index);
  return code >= 0x300 && code < 0x3000 && COMBINING.test(source[index]!);
}

function foldCluster(cluster: string): string {
  const first = cluster[0]!;
  if (INVISIBLE.includes(first)) return "";
  if (DASHES.includes(first)) return "-";
  if (BULLETS.includes(first)) return "•";
  if (first === "Ð" || first === "Ɖ") return "Đ";
  if (first === "ð") return "đ";
  if (SPACE.test(first)) return " ";
  return cluster.normalize("NFC");
}

/** True for a text that has capital letters and no small ones, as the headings of signed documents are printed. */
export function isAllCapitals(text: string): boolean {
  let letters = 0;
  for (const character of text) {
    const lower = character.toLowerCase();
    if (character === lower && character !== character.toUpperCase()) return false;
    if (character !== lower) letters += 1;
  }
  return letters >= 2;
}

/** True if the text begins with a small letter. */
export function startsWithSmallLetter(text: string): boolean {
  const first = text.match(/^\p{Ll}/u);
  return first !== null;
}
