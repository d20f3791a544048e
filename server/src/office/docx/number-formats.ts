import { toRoman } from "../../text/roman-numeral.ts";

/** How Word writes a number of a list: its numFmt, as far as Vietnamese offices use them; others are decimal. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case "none":
      return "";
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "upperLetter":
      return toLetters(value);
    case "lowerLetter":
      return toLetters(value).toLowerCase();
    default:
      return String(value);
  }
}

/** After Z comes AA, then BB, as Word counts. */
function toLetters(value: number): string {
  if (value < 1) return "";
  const letter = String.fromCharCode(65 + ((value - 1) % 26));
  return letter.repeat(Math.min(Math.ceil(value / 26), 30));
}

/** Beyond what the numerals can say Word, too, has no better than digits. */
function roman(value: number): string {
  return value < 1 || value > 4999 ? String(value) : toRoman(value);
}
