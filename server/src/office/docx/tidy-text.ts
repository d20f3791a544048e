/** Tabs and the other ends of lines that a text may hold become spaces, so that a line stays one. */
export function tidy(text: string): string {
  return text.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/gu, " ").trim();
}
