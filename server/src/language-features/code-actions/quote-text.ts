import { bilingual } from "../../diagnostics/language.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Up to the end of the line or of the statement; what has a quotation mark in it is another slip. */
const unquoted = /^[^\r\n;#{}"“”]*[^\s;#{}"“”]/u;

/** Puts quotation marks around words where a text is expected, or may stand: a title, a note, evidence. */
export const quoteText: FixMaker = (place) => {
  const { entry, span, parser, problem } = place;
  const words = unquoted.exec(entry.text.slice(span.start))?.[0] ?? "";
  if (!/\p{L}/u.test(words)) return [];
  const end = span.start + words.length;
  const quoted = `"${words}"`;
  const text = entry.text.slice(0, span.start) + quoted + entry.text.slice(end);
  if (parser.parse(text).problems.length >= entry.parsed.problems.length) return [];
  const title = bilingual("Put it in quotation marks", "Đặt trong ngoặc kép");
  const edit = replace(place, { start: span.start, end }, quoted);
  return [fixHere(place, title, [edit], problem.code === "syntax-error")];
};
