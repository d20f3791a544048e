import { bilingual } from "../../diagnostics/language.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Where a range of periods may stand. */
const withRange: ReadonlySet<string> = new Set(["period", "target", "due"]);

/** Writes `2021-2030` as the range that it is meant to be. */
export const rangeOfYears: FixMaker = (place) => {
  const range = place.problem.data?.range;
  if (range === undefined || !place.statement || !withRange.has(place.statement.kind)) return [];
  const title = bilingual(`Write ${range}`, `Ghi ${range}`);
  return [fixHere(place, title, [replace(place, place.span, range)], true)];
};
