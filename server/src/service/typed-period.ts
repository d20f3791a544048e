import { readTablePeriod } from "../data/read-period.ts";
import { parsePeriodLiteral } from "../syntax/literals.ts";
import type { PeriodLiteral } from "../syntax/period-literal.ts";
import { plainLetters } from "../text/nearest-word.ts";

/**
 * A period as people write it into a box: as the language has it, as tables call it, or as a sentence says it ("quý 1
 * năm 2025", "ngày 31 tháng 12 năm 2024", "June 2025", "in the first half of 2025"). Days stand before months.
 */
export function readTypedPeriod(text: string): PeriodLiteral | undefined {
  const written = text.normalize("NFC").trim();
  const literal = parsePeriodLiteral(written);
  if (literal) return literal;
  const period = readTablePeriod(withoutSentence(written), "day-first");
  return period === undefined ? undefined : parsePeriodLiteral(period);
}

const monthNames = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const ordinals: readonly (readonly [RegExp, string])[] = [
  [/^(?:first|1st) (?=quarter |half )/u, "1"],
  [/^(?:second|2nd) (?=quarter |half )/u, "2"],
  [/^(?:third|3rd) (?=quarter )/u, "3"],
  [/^(?:fourth|4th|last) (?=quarter )/u, "4"],
];

/** The words of a sentence, small and without diacritics, as a table would have them. */
function withoutSentence(text: string): string {
  const words = plainLetters(text)
    .replace(/[\s,]+/gu, " ")
    .replace(/^(?:trong|in|on|for) /u, "")
    .replace(/^the /u, "")
    .replace(/^qui (?=\S)/u, "quy ")
    .replace(/^nua dau nam /u, "nua nam dau ")
    .replace(/^nua cuoi nam /u, "nua nam cuoi ")
    .replace(/ of (?=\d{4}$)/u, " ");
  return inNumbers(withMonth(words));
}

/** `first half 2025` is `half 1 2025`. */
function inNumbers(words: string): string {
  for (const [pattern, number] of ordinals) {
    const match = pattern.exec(words);
    if (match) return words.slice(match[0].length).replace(" ", ` ${number} `);
  }
  return words;
}

/** `ngay 31 thang 12 nam 2024`, `31 december 2024` and `december 31 2024` are `31/12/2024`, `june 2025` is `6/2025`. */
function withMonth(words: string): string {
  const named = words.replace(/(?<![a-z])([a-z]{3,9})\.?(?= \d)/u, (word, name: string) => {
    const month = monthNames.findIndex((one) => one === name || (name.length === 3 && one.startsWith(name)));
    return month < 0 ? word : `month${month + 1}`;
  });
  return named
    .replace(/^ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})$/u, "$1/$2/$3")
    .replace(/^(\d{1,2}) month(\d{1,2}) (\d{4})$/u, "$1/$2/$3")
    .replace(/^month(\d{1,2}) (\d{1,2}) (\d{4})$/u, "$2/$1/$3")
    .replace(/^month(\d{1,2}) (\d{4})$/u, "$1/$2");
}
