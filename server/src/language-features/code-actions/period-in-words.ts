import { bilingual } from "../../diagnostics/language.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Writes a period in words, such as `quý 1 năm 2025`, as the language has it. */
export const periodInWords: FixMaker = (place) => {
  const period = place.problem.data?.period;
  if (period === undefined) return [];
  const title = bilingual(`Write ${period}`, `Ghi ${period}`);
  return [fixHere(place, title, [replace(place, place.span, period)], true)];
};
