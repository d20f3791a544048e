import { maxCsvRows } from "../limits.ts";
import type { Grid, GridCell, GridRow } from "../text/grid.ts";

export type CsvReading =
  | { readonly kind: "grid"; readonly grid: Grid }
  /** What is wrong, and the offset of the character where it is. */
  | { readonly kind: "fault"; readonly fault: CsvFault; readonly at: number };

/**
 * `unclosed-quote`: a quoted cell never ends; `text-after-quote`: something stands between a closing quote and the
 * next delimiter; `too-many-rows`: more records than the limit.
 */
export type CsvFault = "unclosed-quote" | "text-after-quote" | "too-many-rows";

/**
 * Reads CSV strictly, each cell with its place in the text. The delimiter (`,`, `;` or tab) is found once, from the
 * first records; a line `sep=;` as Excel writes it says it. Text that was guarded from being taken for a formula by an
 * apostrophe loses it, as the export puts it there. Letters are composed, since windows-1258 and some disks have them
 * in parts; places count in the text as it is. Linear in the length of the text.
 */
export function readCsv(text: string): CsvReading {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const said = /^sep=([,;\t])(?:\r\n|\r|\n|$)/i.exec(text.slice(start, start + 8));
  const delimiter = said?.[1] ?? findDelimiter(text, start);
  const rows: GridRow[] = [];
  let at = start + (said?.[0].length ?? 0);
  for (let row = 0; at < text.length; row += 1) {
    if (row === maxCsvRows) return { kind: "fault", fault: "too-many-rows", at };
    const record = readRecord(text, at, delimiter);
    if ("fault" in record) return { kind: "fault", ...record };
    if (record.cells.length > 0) rows.push({ row, cells: record.cells, width: record.width });
    at = record.next;
  }
  return { kind: "grid", grid: { sheet: null, rows, delimiter, merges: [] } };
}

interface CsvRecord {
  readonly cells: readonly GridCell[];
  /** With the empty ones. */
  readonly width: number;
  readonly next: number;
}

function readRecord(
  text: string,
  from: number,
  delimiter: string,
): CsvRecord | { readonly fault: CsvFault; readonly at: number } {
  const cells: GridCell[] = [];
  let at = from;
  let column = 0;
  for (; ; column += 1) {
    if (text[at] === '"') {
      const end = closingQuote(text, at);
      if (end < 0) return { fault: "unclosed-quote", at };
      if (!isEnd(text, end + 1, delimiter)) return { fault: "text-after-quote", at: end + 1 };
      addCell(cells, column, text.slice(at + 1, end).replaceAll('""', '"'), at, end + 1);
      at = end + 1;
    } else {
      let end = at;
      while (!isEnd(text, end, delimiter)) end += 1;
      addCell(cells, column, text.slice(at, end), at, end);
      at = end;
    }
    if (text[at] !== delimiter) break;
    at += 1;
  }
  const next = text[at] === "\r" && text[at + 1] === "\n" ? at + 2 : at + 1;
  return { cells, width: column + 1, next };
}

function addCell(cells: GridCell[], column: number, written: string, start: number, end: number): void {
  const unguarded = /^'+[=+\-@\t\r\n＝＋－＠]/u.test(written) ? written.slice(1) : written;
  const text = unguarded.normalize("NFC");
  if (text.trim() !== "") cells.push({ column, text, kind: "text", start, end });
}

function isEnd(text: string, at: number, delimiter: string): boolean {
  if (at >= text.length) return true;
  const sign = text[at];
  return sign === delimiter || sign === "\n" || sign === "\r";
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

const lookedAt = 20;

/** The one that parts most of the first records alike, into most columns; a comma where nothing speaks for one. */
function findDelimiter(text: string, start: number): string {
  let best = ",";
  let most = 0;
  for (const delimiter of [";", "\t", ","]) {
    const points = evenness(text, start, delimiter);
    if (points > most) {
      best = delimiter;
      most = points;
    }
  }
  return best;
}

/** How many delimiters stand in those of the first records that have equally many; titles above a table have none. */
function evenness(text: string, start: number, delimiter: string): number {
  const counts = new Map<number, number>();
  let at = start;
  for (let i = 0; i < lookedAt && at < text.length; i += 1) {
    const end = endOfRecord(text, at);
    const count = countColumns(text, at, end, delimiter) - 1;
    counts.set(count, (counts.get(count) ?? 0) + 1);
    at = end + 1;
  }
  return Math.max(0, ...[...counts].map(([count, records]) => count * records));
}

function endOfRecord(text: string, from: number): number {
  let isQuoted = false;
  let at = from;
  for (; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === "\n" || sign === "\r")) break;
  }
  return at;
}

function countColumns(text: string, from: number, end: number, delimiter: string): number {
  let isQuoted = false;
  let count = 1;
  for (let at = from; at < end; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && text[at] === delimiter) count += 1;
  }
  return count;
}
