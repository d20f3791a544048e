/** The signs and pairs of signs of roman numerals, from the largest down, with what each is worth. */
export const romanSigns: readonly (readonly [letters: string, worth: number])[] = [
  ["M", 1000],
  ["CM", 900],
  ["D", 500],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

/** The roman numeral of a number from 1 to 4999. */
export function toRoman(value: number): string {
  let rest = value;
  let text = "";
  for (const [letters, worth] of romanSigns) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}
