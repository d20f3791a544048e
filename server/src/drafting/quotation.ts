import { readPeriod } from "../documents/commitments/periods.ts";
import { phraseSet, startsPhrase } from "../documents/commitments/phrase-table.ts";
import type { Token } from "../documents/commitments/tokens.ts";
import { openingOf, type TokenRange, trimEnd, trimStart } from "./noise.ts";
import { afterSigns, type Placed, printed } from "./placed-commitment.ts";

const SHORT_QUOTATION = 22;
const USUAL_QUOTATION = 40;
const LONG_QUOTATION = 110;

/** The numbers with their dates and comparators; with few words the phrases around them are taken along. */
export function quotedWords(
  text: string,
  tokens: readonly Token[],
  region: TokenRange,
  first: Placed,
  last: Placed,
): string {
  const wordsFrom = trimEnd(tokens, { from: region.from, to: first.from }).to;
  const wordsTo = beforeBracket(tokens, last.to, trimStart(tokens, { from: last.to, to: region.to }).from);
  let from = afterSigns(tokens, wordsFrom, first.from);
  let to = beforeSigns(tokens, last.to, beforeJoints(tokens, last.to, wordsTo));
  const lengthOf = (start: number, end: number) => printed(text, tokens, { from: start, to: end }).length;
  if (lengthOf(from, to) >= SHORT_QUOTATION) return printed(text, tokens, { from, to });
  const ends = placesAfter(tokens, to, region.to).filter((end) => lengthOf(from, end) <= LONG_QUOTATION);
  to = ends.find((end) => lengthOf(from, end) >= USUAL_QUOTATION) ?? ends.at(-1) ?? to;
  if (lengthOf(from, to) < SHORT_QUOTATION)
    from =
      placesBefore(tokens, region.from, from).find((start) => lengthOf(start, to) <= LONG_QUOTATION) ?? from;
  return printed(text, tokens, {
    from: afterSigns(tokens, from, first.from),
    to: beforeSigns(tokens, last.to, to),
  });
}

/** Words that a phrase may begin with, so that the one before it may end there. */
const JOINTS = phraseSet(
  "!theo dõi, !từ thiện, !cho vay, !có công, !trong sạch, !về hưu, !để dành, của, được, cho, trong, với, và, tại, theo, về, có, để, nhằm, là, do, trên, ở, bằng, từ, đạt, so với, không, of, for, in, with, and, by, to",
);

/** Where words that begin before `from` may end, up to the next sign. */
function placesAfter(tokens: readonly Token[], from: number, to: number): readonly number[] {
  const places: number[] = [];
  for (let i = from; i < to; i += 1) {
    const isSign = tokens[i]!.kind === "sign" && /^[;:.(]$/u.test(tokens[i]!.key);
    if (isSign && i > from) return [...places, i];
    const isJoint = tokens[i]!.key === "," || startsPhrase(JOINTS, tokens, i);
    if (!isJoint || i === from || startsPhrase(JOINTS, tokens, i - 1)) continue;
    // "… vào năm 2027" is part of what is promised.
    if (readPeriod(tokens, i) === null) places.push(i);
  }
  return [...places, to];
}

/** Where words that end behind `to` may begin, the farthest first. */
function placesBefore(tokens: readonly Token[], from: number, to: number): readonly number[] {
  const places: number[] = [];
  for (let i = from; i < to; i += 1) {
    const isAfterSign = i > from && tokens[i - 1]!.kind === "sign";
    if (i === from || isAfterSign || startsPhrase(JOINTS, tokens, i)) places.push(i);
  }
  return places;
}

/** "3.000 lao động (trong đó …)": what stands in brackets is said of it, and no part of it. */
function beforeBracket(tokens: readonly Token[], from: number, to: number): number {
  const bracket = tokens.slice(from, to).findIndex(({ key }) => key === "(");
  // "95% (năm 2030)" is its date.
  return bracket < 0 || readPeriod(tokens, from + bracket + 1) !== null ? to : from + bracket;
}

/** "trong đó 40% là" goes on. */
function beforeJoints(tokens: readonly Token[], from: number, to: number): number {
  let at = to;
  while (at > from && startsPhrase(JOINTS, tokens, at - 1)) at -= 1;
  return at;
}

function beforeSigns(tokens: readonly Token[], from: number, to: number): number {
  let at = to;
  while (at > from && tokens[at - 1]!.kind === "sign" && !closes(tokens, from, at - 1)) at -= 1;
  return at;
}

/** A sign at the end that belongs to the words: "%", a quotation mark, a bracket that opened among them. */
function closes(tokens: readonly Token[], from: number, at: number): boolean {
  return /^["”%‰]$/u.test(tokens[at]!.key) || openingOf(tokens, from, at + 1) !== null;
}
