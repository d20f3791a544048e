import { romanSigns, toRoman } from "../text/roman-numeral.ts";

/** The value of a well-formed upper-case roman numeral below 400 (`IV`, not `IIII`), else null. */
export function parseRoman(text: string): number | null {
  let rest = text;
  let value = 0;
  for (const [letters, worth] of romanSigns) {
    for (let times = 0; times < 3 && rest.startsWith(letters); times += 1) {
      value += worth;
      rest = rest.slice(letters.length);
    }
  }
  return rest === "" && value > 0 && value < 400 && toRoman(value) === text ? value : null;
}

const ORDINALS = [
  "nhất",
  "hai",
  "ba",
  "tư",
  "năm",
  "sáu",
  "bảy",
  "tám",
  "chín",
  "mười",
  "mười một",
  "mười hai",
];

/** The number of an ordinal or cardinal word (`nhất`, `tư`, `bốn`, `mười hai`), else null. */
export function parseOrdinalWord(word: string): number | null {
  const folded = word.toLowerCase();
  if (folded === "một") return 1;
  if (folded === "bốn") return 4;
  const index = ORDINALS.indexOf(folded);
  return index < 0 ? null : index + 1;
}

/** `thứ nhất`, `thứ hai`, …; from 13 on with digits (`thứ 13`). */
export function toOrdinal(value: number): string {
  return `thứ ${ORDINALS[value - 1] ?? value}`;
}

/** The letters in the order of Vietnamese lists. f, j, w and z occur in some documents and are missed in none. */
const LETTERS = "abcdđefghijklmnopqrstuvwxyz";
const OPTIONAL_LETTERS = "fjwz";

/** The place of a letter in a Vietnamese list, from 1; case does not matter. 0 if it is no such letter. */
export function letterValue(letter: string): number {
  return LETTERS.indexOf(letter.toLowerCase()) + 1;
}

/** The letters that a list going from one place to another leaves out, except those that no list must have. */
export function lettersBetween(from: number, to: number): readonly string[] {
  return [...LETTERS.slice(from, Math.max(from, to - 1))].filter(
    (letter) => !OPTIONAL_LETTERS.includes(letter),
  );
}
