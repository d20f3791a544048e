import { bilingual } from "../../diagnostics/language.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Puts straight quotation marks around a text that has curly ones. */
export const straightQuotes: FixMaker = (place) => {
  const { start, end } = place.span;
  const edits = [
    replace(place, { start, end: start + 1 }, '"'),
    ...(place.entry.text[end - 1] === '"' ? [] : [replace(place, { start: end - 1, end }, '"')]),
  ];
  return [fixHere(place, bilingual("Use straight quotation marks", "Dùng ngoặc kép thẳng"), edits, true)];
};
