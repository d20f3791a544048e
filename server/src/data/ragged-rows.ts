import type { Grid, GridCell, GridRow } from "../text/grid.ts";
import type { TableColumns } from "./columns.ts";

/**
 * A row of a CSV file whose cells can't all be trusted to stand under their headings. `long`: it has a cell that no
 * heading stands above; `split`: it is wider, by empty cells, and holds what may be one number taken apart at its
 * comma; `short`: it ends before cells that its value needs.
 */
export interface RaggedRow {
  readonly kind: "long" | "split" | "short";
  /** How many cells it has, and how many the headings' row has. */
  readonly cells: number;
  readonly headings: number;
  /** The first cell too many, or where the number begins; null where cells are missing. */
  readonly cell: GridCell | null;
  /** The number as it may have been meant, `44,9`; null where none was taken apart. */
  readonly number: string | null;
}

/**
 * The rows below the headings that are wider or narrower in a way that may move a value under another heading, or
 * loses one. Empty cells too many are nothing, and cells that are not there are empty ones where a spreadsheet left
 * them out.
 */
export function findRaggedRows(
  { rows, delimiter }: Grid,
  columns: TableColumns,
): ReadonlyMap<GridRow, RaggedRow> {
  const ragged = new Map<GridRow, RaggedRow>();
  const headings = rows.find(({ row }) => row === columns.headerRow)?.width;
  if (headings === undefined) return ragged;
  const hasGaps = !isOfSheet(rows);
  const last = { value: lastOf(valueColumns(columns)), needed: lastOf(neededColumns(columns)) };
  for (const row of rows) {
    const cells: number = row.width ?? headings;
    if (row.row <= columns.headerRow || cells === headings) continue;
    const split = delimiter === "," && cells > headings ? splitNumber(row, columns, last.value) : undefined;
    const extra = row.cells.find(({ column }) => column >= headings);
    if (split && (extra || hasGaps))
      ragged.set(row, { kind: extra ? "long" : "split", cells, headings, ...split });
    else if (extra) ragged.set(row, { kind: "long", cells, headings, cell: extra, number: null });
    else if (hasGaps && last.needed >= cells)
      ragged.set(row, { kind: "short", cells, headings, cell: null, number: null });
  }
  return ragged;
}

/** Excel writes a sheet in parts of as many rows, and leaves out the last columns of a part that are empty in it. */
const rowsOfPart = 16;

/** Whether the rows are as wide as a spreadsheet writes them: equally in all of the table, or in each part of it. */
function isOfSheet(rows: readonly GridRow[]): boolean {
  const widths = new Map<number, number | undefined>();
  return rows.every(({ row, width }) => {
    const part = Math.floor(row / rowsOfPart);
    if (!widths.has(part)) widths.set(part, width);
    return widths.get(part) === width;
  });
}

function valueColumns({ value, periods }: TableColumns): readonly number[] {
  return [...value, ...periods.map(({ column }) => column)];
}

function neededColumns(columns: TableColumns): readonly number[] {
  return [...valueColumns(columns), ...(columns.period === null ? [] : [columns.period])];
}

/** A line may have more columns than a call takes arguments. */
function lastOf(columns: readonly number[]): number {
  return columns.reduce((last, column) => Math.max(last, column), -1);
}

/** Digits without quotation marks right before others, up to the last value: `44,9` where cells are parted by commas. */
function splitNumber(
  { cells }: GridRow,
  columns: TableColumns,
  last: number,
): Pick<RaggedRow, "cell" | "number"> | undefined {
  const others = [columns.indicator, columns.period, columns.category];
  const isPiece = (cell: GridCell | undefined, pattern: RegExp): cell is GridCell =>
    cell !== undefined &&
    pattern.test(cell.text) &&
    cell.end! - cell.start! === cell.text.length &&
    !others.includes(cell.column);
  for (const [i, cell] of cells.entries()) {
    if (cell.column > last) return undefined;
    const next = cells[i + 1];
    if (
      !isPiece(cell, /^\s*[-−+]?\d+$/u) ||
      !isPiece(next, /^\d+\s*%?\s*$/u) ||
      next.column !== cell.column + 1
    )
      continue;
    return { cell, number: `${cell.text},${next.text}`.trim() };
  }
  return undefined;
}
