import { bilingual } from "../../diagnostics/language.ts";
import { lex } from "../../syntax/lexer.ts";
import { type FixMaker, type FixPlace, fixHere, replace } from "./fix.ts";

/** Up to the end of the statement, or of the line; what has a quotation mark in it is another slip. */
const unquoted = [
  /^[^\r\n;#{}"“”]*[^\s;#{}"“”](?=[ \t]*(?:[\r\n;#{}]|$))/u,
  /^[^\r\n#"“”]*[^\s#"“”](?=[ \t]*(?:[\r\n#]|$))/u,
];

/** Words that may stand behind a text: `in` a body, `dated`, `as` a name. */
const behindText: ReadonlySet<unknown> = new Set(["in", "dated", "as"]);

/** Puts quotation marks around words where a text is expected, or may stand: a title, a note, evidence. */
export const quoteText: FixMaker = (place) => {
  const { entry, span, problem } = place;
  if (problem.data?.denominator !== undefined || namesItself(place)) return [];
  const end = endsOfWords(place).find((end) => readsWell(place, end));
  if (end === undefined) return [];
  const title = bilingual("Put it in quotation marks", "Đặt trong ngoặc kép");
  const words = entry.text.slice(span.start, end);
  const edit = replace(place, { start: span.start, end }, `"${words}"`);
  return [fixHere(place, title, [edit], problem.code === "syntax-error")];
};

/** `indicator Tỷ lệ nữ`: the first word of the title was taken for the name. */
function namesItself({ declaration, problem }: FixPlace): boolean {
  return problem.data?.expected === "title" && !/^\w+$/u.test(declaration?.name.text ?? "");
}

/** Where the words may end, the nearest place first. */
function endsOfWords({ entry, span }: FixPlace): readonly number[] {
  const rest = entry.text.slice(span.start);
  const ends = unquoted.flatMap((pattern) => {
    const words = pattern.exec(rest)?.[0] ?? "";
    return /\p{L}/u.test(words) ? [span.start + words.length] : [];
  });
  const last = ends.at(-1) ?? 0;
  const before = lex(entry.text).tokens.flatMap(({ keyword, startOffset }) =>
    behindText.has(keyword) && startOffset > span.start && startOffset < last
      ? [span.start + entry.text.slice(span.start, startOffset).trimEnd().length]
      : [],
  );
  return [...new Set([...before.slice(0, mostTried), ...ends])];
}

/** Each is parsed. */
const mostTried = 4;

/** With quotation marks there is less wrong, and nothing any more on the line. */
function readsWell({ entry, span, parser }: FixPlace, end: number): boolean {
  const { text } = entry;
  const quoted = `${text.slice(0, span.start)}"${text.slice(span.start, end)}"${text.slice(end)}`;
  const { problems } = parser.parse(quoted);
  const lineEnd = /[\r\n]|$/u.exec(quoted.slice(span.start))!.index + span.start;
  return (
    problems.length < entry.parsed.problems.length &&
    problems.every((one) => one.span.start < span.start || one.span.start > lineEnd)
  );
}
