/** How Word writes a number of a list: its numFmt, as far as Vietnamese offices use them; others are decimal. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case "none":
      return "";
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "upperRoman":
      return toRoman(value);
    case "lowerRoman":
      return toRoman(value).toLowerCase();
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

const romans: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function toRoman(value: number): string {
  if (value < 1 || value > 4999) return String(value);
  let rest = value;
  let text = "";
  for (const [size, sign] of romans) {
    while (rest >= size) {
      text += sign;
      rest -= size;
    }
  }
  return text;
}
