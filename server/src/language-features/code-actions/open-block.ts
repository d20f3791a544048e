import { bilingual } from "../../diagnostics/language.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Adds the brace that opens the block below. */
export const openBlock: FixMaker = (place) => {
  const { end } = place.span;
  if (!lacksBrace(place.entry.text, end)) return [];
  const title = bilingual("Add the opening brace", "Thêm dấu ngoặc nhọn mở");
  return [fixHere(place, title, [replace(place, { start: end, end }, " {")], true)];
};

/** Whether a declaration's brace is to be added at `end`: one that stands further on may be meant to open the block. */
export function lacksBrace(text: string, end: number): boolean {
  return !text.includes("{", end);
}
