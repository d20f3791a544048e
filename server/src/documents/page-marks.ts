import type { SourceLine } from "./source-lines.ts";

/** Page numbers stand at least this far apart; a table's column of numbers does not. */
const SHORTEST_PAGE = 900;

/**
 * The lines that are only page numbers: counting up, a page apart, with empty space or a page break beside them.
 * They belong to the paper, not to the words that were signed.
 */
export function findPageMarks(text: string, lines: readonly SourceLine[]): ReadonlySet<number> {
  const marks = new Set<number>();
  let last = 0;
  let lastEnd = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!;
    if (line.width > 12) continue;
    const number = /^-? ?(?:trang )?(\d{1,3})(?: ?\/ ?\d{1,3})? ?-?$/iu.exec(line.beginning)?.[1];
    if (number === undefined) continue;
    const value = Number(number);
    const next = lines[i + 1];
    const besideBreak = hasPageBreak(text, lines[i - 1]?.end ?? 0, next?.start ?? text.length);
    const isNext = value === last + 1 || (last === 0 && value === 2);
    const alone = line.afterBlank || next === undefined || next.afterBlank;
    if (!besideBreak && !(isNext && alone && (last === 0 || line.start - lastEnd >= SHORTEST_PAGE))) continue;
    if (!besideBreak && last === 0 && value === 2 && line.start < SHORTEST_PAGE) continue;
    marks.add(i);
    last = value;
    lastEnd = line.end;
  }
  return marks;
}

function hasPageBreak(text: string, start: number, end: number): boolean {
  const at = text.indexOf("\f", start);
  return at >= 0 && at < end;
}
