import { bilingual } from "../../diagnostics/language.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Writes `=` for the colon before a value, or takes a colon away that nothing needs. */
export const misplacedColon: FixMaker = (place) => {
  const instead = insteadOfColon(place.entry.text, place.span.start, place.problem.data?.instead);
  const title =
    instead === "" ? bilingual("Remove the colon", "Bỏ dấu hai chấm") : bilingual("Write “=”", "Ghi “=”");
  return [fixHere(place, title, [replace(place, place.span, instead)], true)];
};

/** With the blank before it that a colon has not. */
export function insteadOfColon(text: string, at: number, instead: string | undefined): string {
  return instead === "=" && /\S/u.test(text.charAt(at - 1)) ? " =" : (instead ?? "");
}
