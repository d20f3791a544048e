import { bilingual } from "../../diagnostics/language.ts";
import { keywordText } from "../../syntax/keywords.ts";
import { parseDecimal } from "../../syntax/literals.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Writes `11/20` as the share that it is meant to be, and so `55% (11/20)`. */
export const shareInWords: FixMaker = (place) => {
  const { numerator, denominator } = place.problem.data ?? {};
  if (denominator === undefined) return [];
  const { start, end } = place.span;
  const { text } = place.entry;
  if (numerator !== undefined) {
    // The whole number, behind a sign or a word, and nothing but evidence behind the bracket.
    const percentage = /(?<=[=<>≥≤\p{L}]\s*)([\d.,_]+)\s*%\s*$/u.exec(text.slice(0, start));
    const rest = text.slice(start, end).replace(/^[^)]*\)/u, "");
    if (!percentage || !isPercentageOf(percentage[1]!, numerator, denominator)) return [];
    if (!/^\s*(?:"|$)/u.test(rest)) return [];
    const share = `${numerator} ${keywordText("of", place.fileLanguage)} ${denominator}`;
    const edit = replace(place, { start: percentage.index, end: end - rest.length }, share);
    return [fixHere(place, bilingual(`Write “${share}”`, `Ghi “${share}”`), [edit], true)];
  }
  const from = text.slice(0, start).trimEnd().length;
  const to = text.indexOf(denominator, start) + denominator.length;
  const words = `${keywordText("of", place.fileLanguage)} ${denominator}`;
  const title = bilingual(`Write “${words}”`, `Ghi “${words}”`);
  return [fixHere(place, title, [replace(place, { start: from, end: to }, ` ${words}`)], true)];
};

/** Whether they say the same, as far as the percentage is rounded. */
function isPercentageOf(percentage: string, numerator: string, denominator: string): boolean {
  const [said, part, whole] = [percentage, numerator, denominator].map((one) => parseDecimal(one)?.decimal);
  if (said === undefined || part === undefined || whole === undefined || Number(whole) === 0) return false;
  const decimals = said.split(".")[1]?.length ?? 0;
  return Math.abs((100 * Number(part)) / Number(whole) - Number(said)) <= 0.5001 / 10 ** decimals;
}
