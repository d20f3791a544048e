import { bilingual } from "../../diagnostics/language.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Adds the brace that opens the block below, unless one further on may be meant to. */
export const openBlock: FixMaker = (place) => {
  const { end } = place.span;
  if (place.entry.text.includes("{", end)) return [];
  const title = bilingual("Add the opening brace", "Thêm dấu ngoặc nhọn mở");
  return [fixHere(place, title, [replace(place, { start: end, end }, " {")], true)];
};
