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
const ESCAPABLE = "\\`*_{}[]()#+-.!<>~|/\"'$@^&=:;,%?";

/** Tags that editors write into Markdown, what pandoc writes around underlined words and in anchors. */
const MARKUP =
  /<\/?(?:u|b|i|a|em|strong|span|sup|sub|s|del|ins|mark|font|br|p|div|center)(?:\s[^<>]{0,200})?\/?>|\[\]\{[^{}]{0,200}\}|\[(?=[^\][]{1,400}\]\{[.#])|\]\{[.#][^{}]{0,200}\}/uy;

const COMBINING = /\p{M}/u;
const SPACE = /\s/u;

/** Composes text and evens out spaces, dashes and invisible characters; for searching, not for showing. */
export function foldText(text: string): string {
  return foldInto(text, 0, text.length, null, null);
}

/** Folds the source between two offsets, and remembers where each character came from. */
export function foldWithPlaces(source: string, start: number, end: number): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  const text = foldInto(source, start, end, starts, ends);
  return { text, starts, ends };
}

/** Folds the source between two offsets. */
export function foldRange(source: string, start: number, end: number): string {
  return foldInto(source, start, end, null, null);
}

/**
 * Leading and repeated spaces, the emphasis marks `**` and `__`, tags, and the backslash of a Markdown escape are left
 * out.
 */
function foldInto(
  source: string,
  start: number,
  end: number,
  starts: number[] | null,
  ends: number[] | null,
): string {
  let text = "";
  let afterSpace = true;
  let i = start;
  while (i < end) {
    const from = i;
    i = endOfPlainRun(source, i, end, afterSpace);
    if (i > from) {
      text += source.slice(from, i);
      afterSpace = source.charCodeAt(i - 1) === SPACE_CODE;
      for (let k = from; starts !== null && ends !== null && k < i; k += 1) {
        starts.push(k);
        ends.push(k + 1);
      }
      continue;
    }
    i = endOfMarkup(source, i, end);
    if (i > from && !isLineBreak(source, from)) continue;
    let character = " ";
    if (i === from) {
      if (source.charCodeAt(i) === BACKSLASH && i + 1 < end && ESCAPABLE.includes(source[i + 1]!)) i += 1;
      const first = i;
      i += 1;
      while (i < end && isCombining(source, i)) i += 1;
      const isAlone = i === first + 1 && isPlain(source.charCodeAt(first));
      character = isAlone ? source[first]! : foldCluster(source.slice(first, i));
    }
    if (character === "" || (character === " " && afterSpace)) continue;
    afterSpace = character === " ";
    if (starts !== null && ends !== null) {
      for (let k = 0; k < character.length; k += 1) {
        starts.push(from);
        ends.push(i);
      }
    }
    text += character;
  }
  return text;
}

const SPACE_CODE = 0x20;
const BACKSLASH = 0x5c;
const STAR = 0x2a;
const UNDERSCORE = 0x5f;
const LESS = 0x3c;
const OPEN = 0x5b;
const CLOSE = 0x5d;

/**
 * Where the emphasis mark, tag, or backslash that breaks a line ends that begins there; the same place if none does.
 */
function endOfMarkup(source: string, start: number, end: number): number {
  const code = source.charCodeAt(start);
  let i = start;
  if (code === STAR || code === UNDERSCORE) {
    while (i < end && source.charCodeAt(i) === code) i += 1;
    return i > start + 1 ? i : start;
  }
  if (code === BACKSLASH) return start + 1 === end ? end : start;
  if (code !== LESS && code !== OPEN && code !== CLOSE) return start;
  MARKUP.lastIndex = start;
  return MARKUP.test(source) && MARKUP.lastIndex <= end ? MARKUP.lastIndex : start;
}

function isLineBreak(source: string, start: number): boolean {
  return /^<(?:br|\/p)/iu.test(source.slice(start, start + 4));
}

/** Where the characters end, from `start` on, that fold to themselves: most of most texts, so they are copied at once. */
function endOfPlainRun(source: string, start: number, end: number, afterSpace: boolean): number {
  let i = start;
  let spaced = afterSpace;
  while (i < end) {
    const code = source.charCodeAt(i);
    if (isMark(code) || !isPlain(code)) break;
    const isSpace = code === SPACE_CODE;
    if (isSpace && spaced) break;
    spaced = isSpace;
    i += 1;
  }
  // A letter that a combining mark follows is folded together with it.
  return i > start && i < end && isCombining(source, i) ? i - 1 : i;
}

function isMark(code: number): boolean {
  return (
    code === BACKSLASH ||
    code === STAR ||
    code === UNDERSCORE ||
    code === LESS ||
    code === OPEN ||
    code === CLOSE
  );
}

/** ASCII and the composed letters of Vietnamese, which fold to themselves. */
function isPlain(code: number): boolean {
  if (code < 0x80) return code >= 0x20;
  return (
    (code > 0xd0 && code < 0x180 && code !== 0xf0) ||
    (code >= 0xc0 && code < 0xd0) ||
    (code >= 0x1ea0 && code < 0x1efa)
  );
}

function isCombining(source: string, index: number): boolean {
  const code = source.charCodeAt(index);
  if (code < 0x300 || code >= 0x3000) return false;
  return (
    code < 0x370 || (code >= 0x483 && !(code >= 0x1e00 && code < 0x2020) && COMBINING.test(source[index]!))
  );
}

function foldCluster(cluster: string): string {
  const first = cluster[0]!;
  if (INVISIBLE.includes(first)) return "";
  if (DASHES.includes(first)) return "-";
  if (BULLETS.includes(first)) return "•";
  if (first === "Ð" || first === "Ɖ") return "Đ";
  if (first === "ð") return "đ";
  if (first < " " || SPACE.test(first)) return " ";
  // Marks heaped on one letter are no writing; composing them would take quadratic time.
  return cluster.length > 8 ? first : cluster.normalize("NFC");
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
  return /^\p{Ll}/u.test(text);
}
