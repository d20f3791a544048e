import { bilingual } from "../../diagnostics/language.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Up to the end of the statement, or of the line; what has a quotation mark in it is another slip. */
const unquoted = [
  /^[^\r\n;#{}"“”]*[^\s;#{}"“”](?=[ \t]*(?:[\r\n;#{}]|$))/u,
  /^[^\r\n#"“”]*[^\s#"“”](?=[ \t]*(?:[\r\n#]|$))/u,
];

/** Puts quotation marks around words where a text is expected, or may stand: a title, a note, evidence. */
export const quoteText: FixMaker = (place) => {
  const { entry, span, parser, problem } = place;
  let fewest = entry.parsed.problems.length;
  let words = "";
  for (const pattern of unquoted) {
    const tried = pattern.exec(entry.text.slice(span.start))?.[0] ?? "";
    if (!/\p{L}/u.test(tried)) continue;
    const rest = entry.text.slice(span.start + tried.length);
    const { problems } = parser.parse(`${entry.text.slice(0, span.start)}"${tried}"${rest}`);
    if (problems.length >= fewest) continue;
    fewest = problems.length;
    words = tried;
  }
  if (words === "") return [];
  const title = bilingual("Put it in quotation marks", "Đặt trong ngoặc kép");
  const edit = replace(place, { start: span.start, end: span.start + words.length }, `"${words}"`);
  return [fixHere(place, title, [edit], problem.code === "syntax-error")];
};
