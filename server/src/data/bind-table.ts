import { maxEvidenceLength } from "../limits.ts";
import type { DataDeclaration } from "../syntax/ast.ts";
import type { DayOrder } from "../syntax/period-words.ts";
import { quote } from "../syntax/text-literal.ts";
import type { Grid, GridCell, GridRange, GridRow } from "../text/grid.ts";
import type { TextSpan } from "../text/text-span.ts";
import { type ColumnsFault, findColumns, type TableColumns } from "./columns.ts";
import type { NameIndex } from "./indicator-index.ts";
import { findNumberStyle, type NumberStyle } from "./number-style.ts";
import type { PeriodColumn } from "./period-heading.ts";
import { findRaggedRows, type RaggedRow } from "./ragged-rows.ts";
import { findDayOrder, isEitherDay, readTablePeriod } from "./read-period.ts";
import { type CellValue, readCellValue, readShare } from "./read-value.ts";
import { cellAt, lastUpTo } from "./row-search.ts";

/** A cell by its place; both count from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  /** Of a CSV file, where it stands in the text. */
  readonly span: TextSpan | null;
}

/** What is wrong with a table, and where. The shell of words around it is the catalog's. */
export type TableFault =
  | ColumnsFault
  | {
      readonly kind: "unknown-indicator";
      readonly cell: CellPlace;
      readonly text: string;
      /** Those that are known. */
      readonly names: NameIndex;
    }
  | {
      readonly kind: "unknown-category";
      readonly cell: CellPlace;
      readonly text: string;
      readonly names: NameIndex;
    }
  | { readonly kind: "no-period-in-cell"; readonly cell: CellPlace; readonly text: string }
  | { readonly kind: "no-number"; readonly cell: CellPlace; readonly text: string }
  | { readonly kind: "error-cell"; readonly cell: CellPlace; readonly text: string }
  | { readonly kind: "no-result"; readonly cell: CellPlace; readonly text: string }
  | { readonly kind: "cell-twice"; readonly cell: CellPlace; readonly text: string }
  | {
      readonly kind: "ragged-row";
      readonly cell: CellPlace;
      /** The number that may have been taken apart, `44,9`, the first cell too many, or the row's name. */
      readonly text: string;
      readonly row: RaggedRow;
    }
  | {
      readonly kind: "two-number-styles";
      readonly cell: CellPlace;
      readonly other: CellPlace;
      readonly text: string;
      readonly otherText: string;
    }
  | { readonly kind: "unclear-number"; readonly cell: CellPlace; readonly text: string }
  | { readonly kind: "two-day-orders"; readonly cell: CellPlace; readonly text: string };

/** A table as a report: its values as lines of the language, and the cell that each line comes from. */
export interface BoundTable {
  /** A `report` declaration with a line for each value; empty where there is none. */
  readonly text: string;
  /** For each line of the text after the first, the cell of its value. */
  readonly cells: readonly CellPlace[];
  /** For each of these, the cell that names its indicator, and the name that this has in the declaration's file. */
  readonly names: readonly CellPlace[];
  readonly indicators: readonly string[];
  readonly faults: readonly TableFault[];
  /** The style of its numbers, where some number shows it. */
  readonly style: NumberStyle | null;
  /** The order of its days, with one that would be another day in the other order; null where there is none. */
  readonly days: { readonly order: DayOrder; readonly example: string } | null;
  /** How many values are stored results of formulas. */
  readonly formulas: number;
  /** How many values are only estimated, by their heading. */
  readonly estimates: number;
}

/** One value of a table, in the words of the language. */
export interface TableValue {
  /** As the file names it, with its prefix. */
  readonly indicator: string;
  /** `2024-Q1` */
  readonly period: string;
  readonly category: string | null;
  /** With a decimal comma: `52,5%`, `11 of 20`. */
  readonly text: string;
  /** Null where the table names none. */
  readonly evidence: string | null;
  readonly cell: CellPlace;
  /** The cell that names the indicator. */
  readonly name: CellPlace;
}

/** The values of a table before they are written down. */
export interface TableValues extends Omit<BoundTable, "text" | "cells" | "names" | "indicators"> {
  readonly values: readonly TableValue[];
}

export interface TableContext {
  readonly indicators: NameIndex;
  readonly categories: NameIndex;
  /** The period of the whole table as the language writes it, where the declaration gives one. */
  readonly period: string | null;
  /** What stands for evidence where the table names none: the file's name. */
  readonly evidence: string;
}

/** Reads the values of a table for the indicators that a file sees, as a report. */
export function bindTable(declaration: DataDeclaration, grid: Grid, context: TableContext): BoundTable {
  const { values, ...rest } = readTable(declaration, grid, context);
  const cells = values.map(({ cell }) => cell);
  const names = values.map(({ name }) => name);
  const indicators = values.map(({ indicator }) => indicator);
  if (values.length === 0) return { text: "", cells, names, indicators, ...rest };
  const period = context.period ?? "2000";
  const text = `report ${period} ${quoted(context.evidence)} {\n${values.map(lineOf).join("\n")}\n}\n`;
  return { text, cells, names, indicators, ...rest };
}

function lineOf({ indicator, period, category, text, evidence }: TableValue): string {
  const of = category === null ? "" : ` for ${category}`;
  const behind = evidence === null ? "" : ` ${quoted(evidence)}`;
  return `  ${indicator} ${period}${of} = ${text}${behind}`;
}

/** Reads the values of a table for the indicators that a file sees. Total: what can't be read is a fault, never a number. */
export function readTable(
  declaration: Pick<DataDeclaration, "statements" | "period">,
  grid: Grid,
  context: Omit<TableContext, "evidence">,
): TableValues {
  const order = findDayOrder(grid.rows.flatMap(({ cells }) => cells.map(({ text }) => text)));
  const reading = findColumns(declaration, grid, order ?? "day-first");
  if (reading.kind === "faults")
    return { values: [], faults: reading.faults, style: null, days: null, formulas: 0, estimates: 0 };
  return new TableBinding(grid, reading.columns, context, order).bind();
}

/** The work of one binding: what is found on the way is gathered. */
class TableBinding {
  private readonly rows: readonly GridRow[];
  private readonly rowAt: ReadonlyMap<number, GridRow>;
  /** Every column with values; in a wide table, the period of each. */
  private readonly valueColumns: ReadonlySet<number>;
  private readonly periodAt: ReadonlyMap<number, PeriodColumn>;
  private readonly ragged: ReadonlyMap<GridRow, RaggedRow>;
  private readonly grid: Grid;
  private readonly columns: TableColumns;
  private readonly context: Omit<TableContext, "evidence">;
  private readonly order: DayOrder | null;
  private readonly faults: TableFault[] = [];
  private readonly values: TableValue[] = [];
  private style: NumberStyle | null = null;
  private eitherDay: string | null = null;
  private readonly reported = new Set<GridCell>();
  private formulas = 0;
  private estimates = 0;

  constructor(
    grid: Grid,
    columns: TableColumns,
    context: Omit<TableContext, "evidence">,
    order: DayOrder | null,
  ) {
    this.grid = grid;
    this.columns = columns;
    this.context = context;
    this.order = order;
    this.rows = grid.rows.filter(({ row }) => row > columns.headerRow);
    this.rowAt = new Map(this.rows.map((row) => [row.row, row]));
    this.periodAt = new Map(columns.periods.map((one) => [one.column, one]));
    this.valueColumns = new Set([...columns.value, ...this.periodAt.keys()]);
    this.ragged = findRaggedRows(grid, columns);
  }

  bind(): TableValues {
    this.checkPeriodHeadings();
    if (this.findStyle()) for (const row of this.rows) this.bindRow(row);
    const { values, faults, style, order, eitherDay, formulas, estimates } = this;
    const days = order === null || eitherDay === null ? null : { order, example: eitherDay };
    return { values, faults, style, days, formulas, estimates };
  }

  /** False where two styles, or a number that can be meant in both ways, make every value doubtful. */
  private findStyle(): boolean {
    const found: { readonly row: GridRow; readonly cell: GridCell }[] = [];
    for (const row of this.rows) {
      if (this.ragged.has(row)) continue;
      for (const cell of row.cells)
        if (cell.kind === "text" && this.valueColumns.has(cell.column)) found.push({ row, cell });
    }
    const { style, comma, point, unclear } = findNumberStyle(found.map(({ cell }) => cell.text));
    this.style = style;
    const at = (index: number) => ({
      cell: placeOf(found[index]!.row, found[index]!.cell),
      text: found[index]!.cell.text,
    });
    if (comma !== null && point !== null) {
      const other = at(point);
      this.faults.push({ kind: "two-number-styles", ...at(comma), other: other.cell, otherText: other.text });
      return false;
    }
    if (unclear !== null) this.faults.push({ kind: "unclear-number", ...at(unclear) });
    return unclear === null;
  }

  private bindRow(row: GridRow): void {
    const { indicator: column, category, value } = this.columns;
    const named = this.textAt(row, column);
    const hasValue = row.cells.some((cell) => this.valueColumns.has(cell.column));
    if (named === undefined) return;
    if (this.isRagged(row, named.text, hasValue)) return;
    // Without a name or a value it is a heading of a group, a total's line or a note.
    if (!hasValue || this.isDoubtful(row)) return;
    const indicator = this.context.indicators.find(named.text);
    if (indicator === undefined) {
      const names = this.context.indicators;
      this.faults.push({ kind: "unknown-indicator", cell: named.place, text: named.text, names });
      return;
    }
    const group = category === null ? undefined : this.textAt(row, category);
    const known = group && this.context.categories.find(group.text);
    if (group && !known && !isTotal(group.text)) {
      const names = this.context.categories;
      this.faults.push({ kind: "unknown-category", cell: group.place, text: group.text, names });
      return;
    }
    const subject = { indicator: indicator.written, name: named.place, category: known?.written ?? null };
    if (this.periodAt.size > 0) {
      for (const cell of row.cells) {
        const of = this.periodAt.get(cell.column);
        if (of) this.bindValue(row, [cell], subject, of.period, of.estimate);
      }
      return;
    }
    const period = this.periodOf(row);
    if (period === undefined) return;
    const cells = value.map((one) => cellAt(row, one));
    this.bindValue(row, cells, subject, period);
  }

  private periodOf(row: GridRow): string | undefined {
    if (this.columns.period === null) return this.context.period ?? undefined;
    const written = this.textAt(row, this.columns.period);
    if (written === undefined) {
      if (this.context.period !== null) return this.context.period;
      this.faults.push({
        kind: "no-period-in-cell",
        // There is no cell: it is the row's.
        cell: { row: row.row, column: this.columns.period, span: spanOf(row) },
        text: "",
      });
      return undefined;
    }
    const period = readTablePeriod(written.text, this.order);
    if (period !== undefined) {
      this.noteDay(written.text);
      return period;
    }
    const kind =
      this.order === null && /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/u.test(written.text.trim())
        ? "two-day-orders"
        : "no-period-in-cell";
    this.faults.push({ kind, cell: written.place, text: written.text });
    return undefined;
  }

  private bindValue(
    row: GridRow,
    cells: readonly (GridCell | undefined)[],
    subject: Pick<TableValue, "indicator" | "name" | "category">,
    period: string,
    estimate: string | null = null,
  ): void {
    const value: CellValue =
      cells.length === 2 ? readShare(cells[0], cells[1], this.style) : readCellValue(cells[0], this.style);
    const cell = cells.find((one) => one !== undefined);
    if (cell === undefined || value.kind === "empty") return;
    const place = placeOf(row, cell);
    if (value.kind !== "value") {
      this.faults.push({ kind: cellFaults[value.kind], cell: place, text: cell.text });
      return;
    }
    if (cells.some((one) => one?.isFormula)) this.formulas += 1;
    if (estimate !== null) this.estimates += 1;
    const source = this.columns.evidence === null ? undefined : this.textAt(row, this.columns.evidence);
    const evidence = source === undefined || isUnknown(source.cell) ? estimate : evidenceOf(source.text);
    this.values.push({ ...subject, period, text: value.text, evidence, cell: place });
  }

  /** Reports a row whose cells may stand under other headings than their own; it counts nothing. */
  private isRagged(row: GridRow, name: string, hasValue: boolean): boolean {
    const ragged = this.ragged.get(row);
    if (ragged === undefined) return false;
    const isKnown = this.context.indicators.find(name) !== undefined;
    // A short row without anything of a value is a heading of a group.
    const isTold = ragged.kind === "short" ? isKnown && this.saysMore(row) : hasValue || isKnown;
    if (!isTold) return false;
    const cell = ragged.cell
      ? placeOf(row, ragged.cell)
      : { row: row.row, column: ragged.cells - 1, span: spanOf(row) };
    const text = ragged.number ?? ragged.cell?.text ?? name;
    this.faults.push({ kind: "ragged-row", cell, text, row: ragged });
    return true;
  }

  /** Whether a row has more than a name: a period, a category or a value. */
  private saysMore(row: GridRow): boolean {
    const { period, category } = this.columns;
    return row.cells.some(
      ({ column }) => this.valueColumns.has(column) || column === period || column === category,
    );
  }

  /** Reports what says which value a row has, but is not known. */
  private isDoubtful(row: GridRow): boolean {
    const { indicator, category, period } = this.columns;
    for (const column of [indicator, category, period]) {
      const found = column === null ? undefined : this.textAt(row, column);
      if (found && this.isReportedAsUnknown(found.cell, found.place)) return true;
    }
    return false;
  }

  /** Where headings are periods, one that is not known hides the values below it. */
  private checkPeriodHeadings(): void {
    if (this.periodAt.size === 0) return;
    for (const row of this.columns.headings) {
      for (const cell of row.cells) {
        this.isReportedAsUnknown(cell, placeOf(row, cell));
        if (this.periodAt.has(cell.column)) this.noteDay(cell.text);
      }
    }
  }

  /** Once, also where the cell is merged over several rows. */
  private isReportedAsUnknown(cell: GridCell, place: CellPlace): boolean {
    if (!isUnknown(cell)) return false;
    if (this.reported.has(cell)) return true;
    this.reported.add(cell);
    this.faults.push({ kind: cellFaults[cell.kind], cell: place, text: cell.text });
    return true;
  }

  private noteDay(written: string): void {
    if (this.eitherDay === null && isEitherDay(written)) this.eitherDay = written.trim();
  }

  /** What a cell shows, or the merged cell that it is part of. */
  private textAt(
    row: GridRow,
    column: number,
  ): { readonly text: string; readonly cell: GridCell; readonly place: CellPlace } | undefined {
    const own = cellAt(row, column);
    if (own) return { text: own.text, cell: own, place: placeOf(row, own) };
    const merges = this.mergesIn(column);
    const merge = merges[lastUpTo(merges, row.row, (one) => one.row)];
    const first = merge && row.row <= merge.lastRow ? this.rowAt.get(merge.row) : undefined;
    const cell = first && cellAt(first, column);
    return first && cell && { text: cell.text, cell, place: placeOf(first, cell) };
  }

  private readonly merges = new Map<number, readonly GridRange[]>();

  /** Those over several rows whose text stands in a column, from above; none lies over another in a sheet. */
  private mergesIn(column: number): readonly GridRange[] {
    const known = this.merges.get(column);
    if (known) return known;
    const found = this.grid.merges
      .filter((one) => one.column === column && one.lastRow > one.row)
      .sort((a, b) => a.row - b.row);
    this.merges.set(column, found);
    return found;
  }
}

const cellFaults = {
  "no-result": "no-result",
  twice: "cell-twice",
  "error-cell": "error-cell",
  unreadable: "no-number",
} as const;

/** Nothing says what the cell shows. */
function isUnknown(cell: GridCell): cell is GridCell & { readonly kind: "no-result" | "twice" } {
  return cell.kind === "no-result" || cell.kind === "twice";
}

function evidenceOf(text: string): string {
  if (text.length <= maxEvidenceLength) return text;
  // Half of a pair of surrogates is no letter.
  return `${text.slice(0, maxEvidenceLength - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

function isTotal(text: string): boolean {
  return /^(?:tổng(?: số| cộng)?|chung|cả hai|total|all|both)$/iu.test(text.trim().normalize("NFC"));
}

function placeOf({ row }: GridRow, { column, start, end }: GridCell): CellPlace {
  return { row, column, span: start === undefined || end === undefined ? null : { start, end } };
}

/** From its first cell that holds something to its last one. */
function spanOf({ cells }: GridRow): TextSpan | null {
  const [start, end] = [cells[0]?.start, cells.at(-1)?.end];
  return start === undefined || end === undefined ? null : { start, end };
}

/** As a text of the language, on one line. */
function quoted(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, " ").trim();
  return quote(line);
}
