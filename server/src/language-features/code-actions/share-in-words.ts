import { bilingual } from "../../diagnostics/language.ts";
import { keywordText } from "../../syntax/keywords.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Writes `11/20` as the share that it is meant to be. */
export const shareInWords: FixMaker = (place) => {
  const denominator = place.problem.data?.denominator;
  if (denominator === undefined) return [];
  const { start } = place.span;
  const { text } = place.entry;
  const from = text.slice(0, start).trimEnd().length;
  const to = text.indexOf(denominator, start) + denominator.length;
  const words = `${keywordText("of", place.fileLanguage)} ${denominator}`;
  const title = bilingual(`Write “${words}”`, `Ghi “${words}”`);
  return [fixHere(place, title, [replace(place, { start: from, end: to }, ` ${words}`)], true)];
};
