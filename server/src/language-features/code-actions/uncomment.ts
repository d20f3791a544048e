import { bilingual } from "../../diagnostics/language.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Takes the # away from a line that has a value; not where the line would then be none. */
export const uncomment: FixMaker = (place) => {
  const { parser, entry, span } = place;
  const sign = /^#\s*/u.exec(entry.text.slice(span.start, span.end));
  if (!sign) return [];
  const line = entry.text.slice(span.start + sign[0].length, span.end);
  if (parser.parse(`report 2025 "-" {\n${line}\n}`).problems.length > 0) return [];
  const edit = replace(place, { start: span.start, end: span.start + sign[0].length }, "");
  return [fixHere(place, bilingual("Take the # away", "Bỏ dấu #"), [edit], true)];
};
