/** What letters of the fonts Symbol and Wingdings show, as far as text has it; their codes lie from F000 on. */
const symbols: ReadonlyMap<string, string> = new Map([
  ["F02B", "+"],
  ["F02D", "-"],
  ["F03C", "<"],
  ["F03E", ">"],
  ["F0A3", "≤"],
  ["F0B1", "±"],
  ["F0B3", "≥"],
  ["F0B4", "×"],
  ["F0B7", "•"],
  ["F0A7", "•"],
]);

/** The text of a `w:sym`; empty for drawings. `code` is hexadecimal. */
export function symbolText(code: string): string {
  const known = symbols.get(code.toUpperCase());
  if (known !== undefined) return known;
  const point = Number.parseInt(code, 16);
  const isDrawing = !(point >= 0x20 && point < 0xd800);
  return isDrawing ? "" : String.fromCharCode(point);
}
