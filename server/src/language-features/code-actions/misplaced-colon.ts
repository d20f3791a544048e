import { bilingual } from "../../diagnostics/language.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Writes `=` for the colon before a value, or takes a colon away that nothing needs. */
export const misplacedColon: FixMaker = (place) => {
  const instead = insteadOfColon(place.entry.text, place.span.start, place.problem.data?.instead);
  const title =
    instead.trim() === ""
      ? bilingual("Remove the colon", "Bỏ dấu hai chấm")
      : bilingual("Write “=”", "Ghi “=”");
  return [fixHere(place, title, [replace(place, place.span, instead)], true)];
};

/** With the blanks around it that a colon has not. */
export function insteadOfColon(text: string, at: number, instead: string | undefined): string {
  const after = /\S/u.test(text.charAt(at + 1)) ? " " : "";
  if (instead !== "=") return after;
  return `${/\S/u.test(text.charAt(at - 1)) ? " " : ""}=${after}`;
}
