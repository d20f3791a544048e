import { bilingual } from "../../diagnostics/language.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Writes a number with three digits behind a point so that it can be read in one way only. */
export const thousandsOrDecimal: FixMaker = (place) => {
  const { thousands, decimal } = place.problem.data ?? {};
  if (thousands === undefined || decimal === undefined) return [];
  const write = (text: string, isPreferred: boolean) =>
    fixHere(
      place,
      bilingual(`Write ${text}`, `Ghi ${text}`),
      [replace(place, place.span, text)],
      isPreferred,
    );
  // A unit that is whole has no use for the fraction; elsewhere either may be meant.
  return place.problem.severity === "error"
    ? [write(thousands, true)]
    : [write(decimal, true), write(thousands, false)];
};
