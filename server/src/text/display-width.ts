/**
 * How wide text stands in a monospaced font, in columns. What a person sees as one letter counts once:
 * `ế` is one column whether it is typed as one, two or three code points; an ideograph or an emoji takes two.
 */
export function displayWidth(text: string): number {
  if (isOneColumnEach(text)) return text.length;
  let width = 0;
  for (const letter of lettersOf(text)) width += letterWidth(letter);
  return width;
}

/** The letters (grapheme clusters) of a text, in order. */
export function lettersOf(text: string): string[] {
  return Array.from(
    new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text),
    (part) => part.segment,
  );
}

/** ASCII, the composed Latin letters, the usual dashes and quotation marks: most texts have nothing else. */
function isOneColumnEach(text: string): boolean {
  return /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02af\u1e00-\u1eff\u2010-\u2015\u2018-\u2026]*$/.test(text);
}

/** Columns of one letter: 0 for a stray mark or an invisible character, 2 for a wide one, else 1. */
function letterWidth(letter: string): number {
  if (/^[\p{M}\p{Cf}\p{Cc}]*$/u.test(letter)) return 0;
  if (letter.includes("\ufe0f") || /\p{Emoji_Presentation}/u.test(letter)) return 2;
  return isWide(letter.codePointAt(0)!) ? 2 : 1;
}

/** First and last code point of the blocks whose characters take two columns (UAX #11, W and F). */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

function isWide(codePoint: number): boolean {
  return wideRanges.some(([first, last]) => codePoint >= first && codePoint <= last);
}
