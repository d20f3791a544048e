import { syntaxProblems } from "../../diagnostics/catalog-syntax.ts";
import { bilingual } from "../../diagnostics/language.ts";
import { lineEndOf } from "../../text/line-end.ts";
import { lineStarts, positionAt } from "../../text/line-index.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Problems that a comment above them can't silence, or that are about such a comment. */
const never: ReadonlySet<string> = new Set([
  ...["unused-ignore", "ignore-without-reason", "too-many-problems", "file-unreadable", "file-too-large"],
  ...["line-too-long", ...Object.keys(syntaxProblems)],
]);

/** Silences a problem where it is shown, with a place for the reason. */
export const addIgnore: FixMaker = (place) => {
  const { problem, entry, span } = place;
  if (never.has(problem.code)) return [];
  const starts = lineStarts(entry.text);
  const line = starts[positionAt(starts, span.start).line]!;
  const indent = /^[^\S\r\n]*/u.exec(entry.text.slice(line))![0];
  const lineEnd = lineEndOf(entry.text);
  const reason = place.context.settings.language === "vi" ? "lý do" : "the reason";
  const comment = `${indent}# bdg-ignore ${problem.code}: ${reason}${lineEnd}`;
  const title = bilingual(
    `Ignore “${problem.code}” here, with a reason`,
    `Bỏ qua “${problem.code}” ở đây, kèm lý do`,
  );
  return [fixHere(place, title, [replace(place, { start: line, end: line }, comment)])];
};

/** Adds a place for the reason to a comment that has none. */
export const addReason: FixMaker = (place) => {
  const reason = place.context.settings.language === "vi" ? "lý do" : "the reason";
  const at = { start: place.span.end, end: place.span.end };
  const { text } = place.entry;
  const colon = /^\s*:/u.exec(text.slice(at.end))?.[0] ?? "";
  const edit = replace(place, { start: at.start, end: at.end + colon.length }, `: ${reason}`);
  return [fixHere(place, bilingual("Add a reason", "Thêm lý do"), [edit], true)];
};

/** Takes away a comment that silences nothing. */
export const removeIgnore: FixMaker = (place) => {
  const { entry, span } = place;
  const ignore = entry.facts.ignores.find(({ codeSpan }) => codeSpan.start === span.start);
  if (!ignore) return [];
  const codes = entry.facts.ignores.filter(({ span: comment }) => comment.start === ignore.span.start);
  // The comment silences something else, too.
  if (codes.length > 1) {
    const at = codes.indexOf(ignore);
    const { start, end } = ignore.codeSpan;
    const word =
      at > 0 ? { start: codes[at - 1]!.codeSpan.end, end } : { start, end: codes[1]!.codeSpan.start };
    const title = bilingual(`Remove “${ignore.code}”`, `Xóa “${ignore.code}”`);
    return [fixHere(place, title, [replace(place, word, "")], true)];
  }
  const title = bilingual("Remove this comment", "Xóa dòng chú thích này");
  const starts = lineStarts(entry.text);
  const { line } = positionAt(starts, ignore.span.start);
  const isAlone = entry.text.slice(starts[line], ignore.span.start).trim() === "";
  const whole = { start: starts[line]!, end: starts[line + 1] ?? entry.text.length };
  const edit = replace(place, isAlone ? whole : ignore.span, "");
  return [fixHere(place, title, [edit], true)];
};
