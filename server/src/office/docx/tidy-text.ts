/**
 * Tabs and the other ends of lines that a text may hold become spaces, so that a line stays one; a place where a word
 * may be parted at a line's end is no letter.
 */
export function tidy(text: string): string {
  return text
    .replace(/\u00ad/gu, "")
    .replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/gu, " ")
    .trim();
}
