import { lineStarts, positionAt } from "../text/line-index.ts";
import type { FileEdit } from "./feature-types.ts";

/**
 * The edits that turn one text into another, line by line where both have as many lines, so that a cursor stays where
 * it was; else one edit around all that differs.
 *
 * @param firstLine the line of the file on which the texts begin
 */
export function lineEdits(before: string, after: string, firstLine: number): readonly FileEdit[] {
  if (before === after) return [];
  const olds = linesOf(before);
  const news = linesOf(after);
  if (olds.length !== news.length) return [differing(before, after, firstLine)];
  return olds.flatMap((old, i) => (old === news[i] ? [] : [differing(old, news[i]!, firstLine + i)]));
}

function linesOf(text: string): readonly string[] {
  const starts = lineStarts(text);
  return starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length));
}

function differing(before: string, after: string, firstLine: number): FileEdit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  while (head > 0 && isInsideLetter(before, head)) head -= 1;
  while (tail > 0 && isInsideLetter(before, before.length - tail)) tail -= 1;
  const starts = lineStarts(before);
  const inFile = (offset: number) => {
    const { line, character } = positionAt(starts, offset);
    return { line: line + firstLine, character };
  };
  return {
    range: { start: inFile(head), end: inFile(before.length - tail) },
    text: after.slice(head, after.length - tail),
  };
}

/** Between the two halves of a surrogate pair, or of CR and LF: no place for an edit to begin or end. */
function isInsideLetter(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  return (code >= 0xdc00 && code <= 0xdfff) || (code === 10 && before === 13);
}
