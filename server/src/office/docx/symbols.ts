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

/** Letters of Wingdings that stand before the items of a list: arrows, squares, diamonds. */
const bullets: ReadonlySet<string> = new Set([
  "F06C",
  "F06E",
  "F070",
  "F071",
  "F075",
  "F076",
  "F09F",
  "F0A7",
  "F0D8",
  "F0E0",
  "F0E8",
]);

/** The text of a `w:sym`; empty for other drawings than bullets. `code` is hexadecimal. */
export function symbolText(code: string, font: string): string {
  if (/wingdings/i.test(font) && bullets.has(code.toUpperCase())) return "•";
  const known = symbols.get(code.toUpperCase());
  if (known !== undefined) return known;
  const point = Number.parseInt(code, 16);
  const isDrawing = !(point >= 0x20 && point < 0xd800);
  return isDrawing ? "" : String.fromCharCode(point);
}
