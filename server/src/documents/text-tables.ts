import type { TableCellText, TableRowText } from "../text/document-text.ts";
import { foldText } from "./fold-text.ts";
import { isSignatureLine } from "./printed-words.ts";
import type { SourceLine } from "./source-lines.ts";

/** The tables of a plain or Markdown text. */
export interface TextTables {
  /** The rows by the lines of the text that they stand on. */
  readonly rows: ReadonlyMap<number, TableRowText>;
  /** The lines that Markdown draws below a heading (`| --- | --- |`). */
  readonly drawn: ReadonlySet<number>;
}

/**
 * Finds the tables that have a heading: rows between bars, as in Markdown, or with tabs between their cells, as they
 * are copied from Word. What only puts things side by side, as the head of a letter, is none.
 */
export function findTextTables(text: string, lines: readonly SourceLine[]): TextTables {
  const rows = new Map<number, TableRowText>();
  const drawn = new Set<number>();
  let from = 0;
  while (from < lines.length) {
    const sign = signOf(text, lines[from]!);
    let to = from + 1;
    while (sign !== null && to < lines.length && goesOn(text, lines[to]!, sign)) to += 1;
    if (sign !== null && to - from > 1) addTable(text, lines.slice(from, to), sign, rows, drawn);
    from = to;
  }
  return { rows, drawn };
}

type Sign = "|" | "\t";

/** What stands between the cells of a line; null if it is no row. */
function signOf(text: string, line: SourceLine): Sign | null {
  if (text[line.start] === "|") return "|";
  return isTabbed(text, line) ? "\t" : null;
}

/** At least three columns with tabs between them. */
export function isTabbed(text: string, line: SourceLine): boolean {
  return /\S\t\s*\S[^\t]*\t\s*\S/u.test(text.slice(line.start, line.end));
}

function goesOn(text: string, line: SourceLine, sign: Sign): boolean {
  return !line.afterBlank && signOf(text, line) === sign;
}

function addTable(
  text: string,
  lines: readonly SourceLine[],
  sign: Sign,
  rows: Map<number, TableRowText>,
  drawn: Set<number>,
): void {
  const hasLine = sign === "|" && isDrawn(text, lines[1]!);
  const read = lines
    .filter((_, index) => !(hasLine && index === 1))
    .map(({ line, start, end }) => ({ line, cells: cellsOf(text, start, end, sign) }));
  // A table of Word that has no heading row gets an empty one from some programs.
  const hasEmptyHeading = hasLine && read[0]!.cells.every(({ words }) => words === "");
  const first = read[hasEmptyHeading ? 1 : 0];
  if (first === undefined || read.some(({ cells }) => cells.some(isLetterhead))) return;
  if (!first.cells.some(({ words }) => HEADING.test(words)) && (!hasLine || hasEmptyHeading)) return;
  const headings = hasEmptyHeading ? 2 : 1;
  const columns = first.cells.map(({ words }) => words);
  for (const [index, { line, cells }] of read.entries()) {
    const isHeading = index < headings || (index === headings && numbersColumns(cells));
    rows.set(line, {
      line,
      isHeading,
      cells: cells.map(({ start, end }, column) => ({
        start,
        end,
        heading: isHeading ? "" : (columns[column] ?? ""),
      })),
    });
  }
  if (hasLine) drawn.add(lines[1]!.line);
}

const HEADING = /^(?:tt|stt|số tt|số thứ tự|chỉ tiêu|đơn vị(?: tính)?|đvt|năm \d{4}|\d{4})$/iu;

function isDrawn(text: string, line: SourceLine): boolean {
  return /^\|(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?$/u.test(text.slice(line.start, line.end));
}

interface ReadCell extends Pick<TableCellText, "start" | "end"> {
  /** Folded. */
  readonly words: string;
}

/** The cells of a line, their places counted from its start, without the spaces and the emphasis around their words. */
function cellsOf(text: string, start: number, end: number, sign: Sign): readonly ReadCell[] {
  const cells: ReadCell[] = [];
  let from = sign === "|" ? start + 1 : start;
  for (let i = from; i <= end; i += 1) {
    if (i < end && (text[i] !== sign || text[i - 1] === "\\")) continue;
    if (i === end && sign === "|" && from === end) break;
    const words = text.slice(from, i);
    const before = /^[\s*_]*/u.exec(words)![0].length;
    const inside = words.slice(before).replace(/[\s*_]+$/u, "");
    const at = from + before - start;
    cells.push({ start: at, end: at + inside.length, words: foldText(inside).trim() });
    from = i + 1;
  }
  return cells;
}

/** The head of a letter, recipients and signatures are often set in a table without lines. */
function isLetterhead({ words }: ReadCell): boolean {
  return /^nơi (?:nhận|gửi)|cộng hòa xã hội|độc lập -|đảng cộng sản/iu.test(words) || isSignatureLine(words);
}

/** "(1) | (2) | (3)", below a heading. */
function numbersColumns(cells: readonly ReadCell[]): boolean {
  return (
    cells.length > 2 && cells.every(({ words }, index) => words.replace(/[()]/gu, "") === `${index + 1}`)
  );
}
