import type { DataDeclaration } from "../syntax/ast.ts";
import type { Grid, GridCell, GridRow } from "../text/grid.ts";
import { readTable, type TableContext, type TableValues } from "./bind-table.ts";
import { headingKind } from "./columns.ts";
import { readCsv } from "./csv-text.ts";
import { readPeriodHeading } from "./period-heading.ts";
import { findDayOrder, readTablePeriod } from "./read-period.ts";
import { readCellValue } from "./read-value.ts";

/** What a pasted table is about where it does not say so itself. */
export interface PasteAim extends Omit<TableContext, "evidence"> {
  /** The indicator, as the file names it, that it is pasted into; null where its rows name theirs. */
  readonly indicator: string | null;
}

export interface PastedTable extends TableValues {
  /** What stood in each row of the pasted text, cell by cell, by the `row` of a value's or a fault's cell. */
  readonly rows: ReadonlyMap<number, string>;
}

/** More is kept in a file and bound with `data`, not pasted. */
const mostRows = 5000;

/**
 * Reads cells as a sheet puts them on the clipboard: rows of cells with tabs between them, with or without headings,
 * long or with a column a period. Undefined where they are no table that says values of `aim`: no tabs, no cell that
 * is a value, or no way to tell what is what.
 */
export function readPastedTable(text: string, aim: PasteAim): PastedTable | undefined {
  if (!text.includes("\t")) return undefined;
  const rows = readCells(text);
  if (rows.length > mostRows) return undefined;
  const arranged = arrange(rows, aim);
  if (arranged === undefined) return undefined;
  const { grid, hasPeriods } = arranged;
  const declaration = { statements: [], period: hasPeriods ? null : given };
  if (!hasPeriods && aim.period === null) return undefined;
  const table = readTable(declaration, grid, aim);
  const texts = new Map(
    rows.map(({ row, cells }) => [row, cells.map((cell) => cell.text.trim()).join(" | ")]),
  );
  return { ...table, rows: texts };
}

/** That the whole table is of one period; which one is said beside it. */
const given: NonNullable<DataDeclaration["period"]> = { start: 0, end: 0, literal: null };

function readCells(text: string): readonly GridRow[] {
  const tabbed = readCsv(`sep=\t\n${text}`);
  if (tabbed.kind === "grid") return tabbed.grid.rows;
  // Some sheets put quotation marks on the clipboard as they are.
  return text.split(/\r\n|\r|\n/u).flatMap((line, row) => {
    const cells = line
      .split("\t")
      .map((cell, column): GridCell => ({ column, text: cell, kind: "text" }))
      .filter((cell) => cell.text.trim() !== "");
    return cells.length > 0 ? [{ row, cells }] : [];
  });
}

interface Arranged {
  readonly grid: Grid;
  readonly hasPeriods: boolean;
}

/** The table with headings that the reading knows, and a column for the indicator. */
function arrange(rows: readonly GridRow[], aim: PasteAim): Arranged | undefined {
  const order = findDayOrder(rows.flatMap(({ cells }) => cells.map(({ text }) => text)));
  const isPeriod = (text: string) => readTablePeriod(text, order ?? "day-first") !== undefined;
  const ofResults = (text: string) => {
    const heading = readPeriodHeading(text, order ?? "day-first");
    return heading?.period != null && heading.kind !== "target";
  };
  const at = rows.slice(0, lookedAt).findIndex((row, i) => isHeader(row, rows.slice(i + 1), aim, isPeriod));
  const header = at < 0 ? undefined : rows[at];
  const body = at < 0 ? rows : rows.slice(at + 1);
  const headings = header ? headingsOf(header, body, aim) : guessedHeadings(body, aim, isPeriod);
  if (headings === undefined) return undefined;
  const kinds = new Set([...headings.values()].map(headingKind));
  const hasValue = kinds.has("value") || kinds.has("part");
  const isWide = !hasValue && [...headings.values()].some(ofResults);
  if (!hasValue && !isWide) return undefined;
  const table = withIndicator(headings, body, aim);
  if (table === undefined) return undefined;
  return {
    grid: { sheet: null, rows: table, merges: [] },
    hasPeriods: isWide || kinds.has("period"),
  };
}

const lookedAt = 30;

/** Usual headings, or periods above what are none, or what says whose results or targets; a single cell is a title. */
function isHeader(
  row: GridRow,
  below: readonly GridRow[],
  aim: PasteAim,
  isPeriod: (text: string) => boolean,
): boolean {
  if (below.length === 0 || row.cells.some(({ text }) => aim.indicators.find(text) !== undefined))
    return false;
  const known = row.cells.filter(({ text }) => headingKind(text) !== undefined);
  if (known.length > 0 && (row.cells.length > 1 || below[0]!.cells.length === 1)) return true;
  const isOfKind = row.cells.some(({ text }) => readPeriodHeading(text, null)?.kind != null);
  if (isOfKind && row.cells.length > 1 && !row.cells.some(({ text }) => isValue(text) && !isPeriod(text)))
    return true;
  const periods = row.cells.filter(({ text }) => isPeriod(text));
  if (periods.length === 0) return false;
  // Over names the first cell is empty.
  if (row.cells.length === periods.length && row.cells[0]!.column > 0) return true;
  return periods.length === row.cells.length
    ? periods.some(({ column }) => !columnOf(below, column).every(isPeriod))
    : row.cells.length - periods.length === 1 &&
        !isPeriod(row.cells[0]!.text) &&
        periods.length > 1 &&
        !isValue(row.cells[0]!.text);
}

function headingsOf(header: GridRow, body: readonly GridRow[], aim: PasteAim): ReadonlyMap<number, string> {
  const headings = new Map(header.cells.map(({ column, text }) => [column, text]));
  if ([...headings.values()].some((text) => headingKind(text) === "indicator")) return headings;
  // Names often stand below an empty heading, or one of the office's own.
  const columns = columnsOf(body);
  const named = columns.find((column) =>
    columnOf(body, column).some((text) => aim.indicators.find(text) !== undefined),
  );
  const first = named ?? columns[0]!;
  const own = headings.get(first);
  const isOther =
    own === undefined || (headingKind(own) === undefined && readPeriodHeading(own, null) === undefined);
  if (isOther && (aim.indicator === null || named !== undefined)) headings.set(first, canonical.indicator);
  return headings;
}

const canonical = {
  indicator: "indicator",
  period: "period",
  value: "value",
  category: "category",
  evidence: "source",
} as const;

/** What each column holds, from its cells alone; undefined where two could be the value. */
function guessedHeadings(
  body: readonly GridRow[],
  aim: PasteAim,
  isPeriod: (text: string) => boolean,
): ReadonlyMap<number, string> | undefined {
  const columns = columnsOf(body);
  const headings = new Map<number, string>();
  const has = (kind: keyof typeof canonical) => [...headings.values()].includes(canonical[kind]);
  const left = (): readonly number[] => columns.filter((column) => !headings.has(column));
  const texts = (column: number) => columnOf(body, column);
  const named = columns.find((column) =>
    texts(column).some((text) => aim.indicators.find(text) !== undefined),
  );
  if (named !== undefined) headings.set(named, canonical.indicator);
  else if (aim.indicator === null) return undefined;
  const isMostly = (all: readonly string[]) => all.filter(isPeriod).length * 2 > all.length;
  const period = left().find((column) => isMostly(texts(column)));
  const values = left().filter((column) => texts(column).some(isValue));
  if (period !== undefined && values.some((column) => column !== period))
    headings.set(period, canonical.period);
  for (const column of left()) {
    if (texts(column).some((text) => aim.categories.find(text) !== undefined) && !has("category"))
      headings.set(column, canonical.category);
    else if (texts(column).some(isValue)) {
      if (has("value")) return undefined;
      headings.set(column, canonical.value);
    } else if (has("value") && !has("evidence")) headings.set(column, canonical.evidence);
  }
  const onlyYears = texts([...headings].find(([, kind]) => kind === canonical.value)?.[0] ?? -1).every(
    isPeriod,
  );
  // Two columns of years alone: which of them would be the values?
  return has("value") && !(onlyYears && has("period")) ? headings : undefined;
}

function isValue(text: string): boolean {
  return ["decimal-comma", "decimal-point"].some(
    (style) =>
      readCellValue({ column: 0, text, kind: "text" }, style as "decimal-comma" | "decimal-point").kind ===
      "value",
  );
}

function columnsOf(rows: readonly GridRow[]): readonly number[] {
  return [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort((a, b) => a - b);
}

function columnOf(rows: readonly GridRow[], column: number): readonly string[] {
  return rows.flatMap(({ cells }) => cells.filter((cell) => cell.column === column).map(({ text }) => text));
}

/** With the headings above, and the indicator in each row where no column names it. */
function withIndicator(
  headings: ReadonlyMap<number, string>,
  body: readonly GridRow[],
  aim: PasteAim,
): readonly GridRow[] | undefined {
  const named = [...headings].find(([, text]) => headingKind(text) === "indicator");
  const cell = (column: number, text: string): GridCell => ({ column, text, kind: "text" });
  const header = [...headings].sort(([a], [b]) => a - b).map(([column, text]) => cell(column, text));
  // Right above the others, since a second row of headings may be the first of them.
  const row = (body[0]?.row ?? 0) - 1;
  if (named !== undefined) return [{ row, cells: header }, ...body];
  if (aim.indicator === null) return undefined;
  const shift = (cells: readonly GridCell[], text: string) => [
    cell(0, text),
    ...cells.map((one) => ({ ...one, column: one.column + 1 })),
  ];
  return [
    { row, cells: shift(header, canonical.indicator) },
    ...body.map((one) => ({ row: one.row, cells: shift(one.cells, aim.indicator!) })),
  ];
}
