import { bilingual } from "../../diagnostics/language.ts";
import { lineStarts, positionAt } from "../../text/line-index.ts";
import type { TextSpan } from "../../text/text-span.ts";
import { type FixMaker, type FixPlace, fixHere, replace } from "./fix.ts";

/** Deletes what is said for a second time. */
export const removeStatement: FixMaker = (place) => {
  const { statement, problem } = place;
  if (!statement) return [];
  const isPreferred = problem.code === "duplicate-statement";
  const edit = replace(place, lineOf(place, statement), "");
  return [fixHere(place, bilingual("Delete this line", "Xóa dòng này"), [edit], isPreferred)];
};

/** The statement's whole lines where it has them to itself, else the statement with the `;` that parts it. */
function lineOf({ entry }: FixPlace, { start, end }: TextSpan): TextSpan {
  const { text } = entry;
  const starts = lineStarts(text);
  const first = starts[positionAt(starts, start).line]!;
  const next = starts[positionAt(starts, end - 1).line + 1] ?? text.length;
  const tail = text.slice(end, next);
  if (text.slice(first, start).trim() === "" && /^\s*(?:#.*)?\s*$/u.test(tail))
    return { start: first, end: next };
  const behind = /^[^\S\r\n]*;[^\S\r\n]*/u.exec(tail);
  if (behind) return { start, end: end + behind[0].length };
  const before = /;?[^\S\r\n]*$/u.exec(text.slice(0, start))![0].length;
  return { start: start - before, end };
}
