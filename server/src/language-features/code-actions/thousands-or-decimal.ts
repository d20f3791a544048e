import { bilingual } from "../../diagnostics/language.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Writes a number with three digits behind a point or comma so that it can be read in one way only. */
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
  // An error has no use for the fraction; elsewhere either may be meant, but few write a zero behind their decimals.
  if (place.problem.severity === "error") return [write(thousands, true)];
  const isRound = thousands.endsWith("0");
  return [write(decimal, !isRound), write(thousands, isRound)];
};
