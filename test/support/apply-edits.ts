import { lineStarts, type Position, type Range } from "../../server/src/text/line-index.ts";

/** A text with edits applied that were all made for it as it is, as an editor does; overlapping edits throw. */
export function applyEdits(
  text: string,
  edits: readonly { readonly range: Range; readonly text: string }[],
): string {
  const starts = lineStarts(text);
  const offset = ({ line, character }: Position): number => {
    const start = starts[line];
    if (start === undefined) throw new Error(`no line ${line}`);
    const end = starts[line + 1] ?? text.length;
    if (start + character > end) throw new Error(`line ${line} has no character ${character}`);
    return start + character;
  };
  const placed = edits
    .map(({ range, text: fresh }) => ({ start: offset(range.start), end: offset(range.end), fresh }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let done = 0;
  for (const { start, end, fresh } of placed) {
    if (start < done) throw new Error(`edits overlap at ${start}`);
    result += text.slice(done, start) + fresh;
    done = end;
  }
  return result + text.slice(done);
}
