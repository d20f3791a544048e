import type { Entry } from "../semantics/entry.ts";
import { lineStarts, positionAt } from "../text/line-index.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { FoldingRangeResult } from "./feature-types.ts";

/** What can be folded in a file, by line: blocks, runs of comments, and `# region` to `# endregion`. */
export function getFoldingRanges(context: FeatureContext, path: string): readonly FoldingRangeResult[] {
  const folds: FoldingRangeResult[] = [];
  const regions: number[] = [];
  let run: { first: number; last: number } | undefined;
  const endRun = (): void => {
    if (run && run.last > run.first) folds.push({ kind: "comment", startLine: run.first, endLine: run.last });
    run = undefined;
  };
  for (const entry of context.program.file(path)?.entries ?? []) {
    folds.push(...blockOf(entry));
    for (const { line, text } of commentLines(entry)) {
      if (/^#\s*region\b/iu.test(text)) regions.push(line);
      else if (/^#\s*endregion\b/iu.test(text)) {
        const start = regions.pop();
        if (start !== undefined) folds.push({ kind: "region", startLine: start, endLine: line });
      } else {
        if (run?.last !== line - 1) endRun();
        run = { first: run?.first ?? line, last: line };
        continue;
      }
      endRun();
    }
  }
  endRun();
  return folds.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** A block without the line of its closing brace, so that the brace stays in sight. */
function blockOf(entry: Entry): readonly FoldingRangeResult[] {
  const { declaration } = entry.parsed;
  if (!declaration) return [];
  const starts = lineStarts(entry.text);
  const first = positionAt(starts, declaration.start).line;
  const last = positionAt(starts, Math.max(declaration.start, declaration.end - 1)).line;
  const isClosed = /^[^\S\r\n]*\}/u.test(entry.text.slice(starts[last]));
  const endLine = entry.firstLine + last - (isClosed ? 1 : 0);
  const startLine = entry.firstLine + first;
  return endLine > startLine ? [{ kind: "block", startLine, endLine }] : [];
}

/** The comments that have a line of their own. */
function commentLines(entry: Entry): readonly { readonly line: number; readonly text: string }[] {
  if (entry.parsed.comments.length === 0) return [];
  const starts = lineStarts(entry.text);
  return entry.parsed.comments.flatMap(({ start, end }) => {
    const { line } = positionAt(starts, start);
    const isAlone = entry.text.slice(starts[line], start).trim() === "";
    return isAlone ? [{ line: entry.firstLine + line, text: entry.text.slice(start, end) }] : [];
  });
}
