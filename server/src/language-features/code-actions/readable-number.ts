import { bilingual } from "../../diagnostics/language.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Writes a number such as `1.234,5` or `1 000` so that it can be read. */
export const readableNumber: FixMaker = (place) => {
  const number = place.problem.data?.number;
  if (number === undefined) return [];
  const title = bilingual(`Write ${number}`, `Ghi ${number}`);
  return [fixHere(place, title, [replace(place, place.span, number)], true)];
};
