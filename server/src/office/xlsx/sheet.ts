import type { Grid, GridCell, GridRange, GridRow } from "../../text/grid.ts";
import { OfficeError } from "../office-error.ts";
import { readPlainXml, type XmlElement } from "../xml.ts";
import { toDateText, toNumberText } from "./cell-values.ts";
import type { NumberFormat } from "./number-formats.ts";

export interface SheetContext {
  readonly name: string;
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
  /** The workbook asks for its formulas to be calculated: what it stores as their results may be placeholders. */
  readonly isUncalculated: boolean;
  /** How many cells it may have. */
  readonly room: number;
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  /** Without its `=`; empty where another cell's is shared, undefined where there is none. */
  formula: string | undefined;
}

const lastRow = 1_048_575;
const lastColumn = 16_383;
/** More of them are decoration; none is looked at then. */
const mostMerges = 10_000;

/**
 * Reads a sheet's cells. A cell outside the grid that Excel has is `damaged`, more cells than there is room for
 * `too-complex`; a place that is written nowhere follows the one before it.
 *
 * @throws OfficeError
 */
export function readSheet(
  bytes: Uint8Array,
  context: SheetContext,
): { readonly grid: Grid; readonly cells: number } {
  const rows: { row: number; cells: GridCell[] }[] = [];
  const merges: GridRange[] = [];
  /** Where one formula gives the results of several cells that are still to be calculated. */
  const uncalculated: GridRange[] = [];
  let count = 0;
  let row = -1;
  let column = -1;
  let cell: OpenCell | undefined;
  let isValue = false;
  let isFormula = false;

  const openCell = (element: XmlElement): OpenCell => {
    const place = readPlace(element.attribute("r"), row, column + 1);
    row = place.row;
    column = place.column;
    count += 1;
    if (count > context.room) throw new OfficeError("too-complex", "cells");
    const style = Number(element.attribute("s") ?? 0);
    return { ...place, type: element.attribute("t") ?? "n", style, value: "", formula: undefined };
  };

  readPlainXml(bytes, {
    open(element) {
      switch (element.name) {
        case "row": {
          const written = element.attribute("r");
          row = written === undefined ? row + 1 : toIndex(written, lastRow);
          column = -1;
          break;
        }
        case "c":
          cell = openCell(element);
          break;
        case "f":
          isFormula = cell !== undefined;
          if (cell) cell.formula = "";
          if (context.isUncalculated && element.attribute("t") === "array") {
            const range = readRange(element.attribute("ref") ?? "");
            if (range) uncalculated.push(range);
          }
          break;
        case "v":
        case "t":
          isValue = cell !== undefined;
          break;
        case "mergeCell": {
          const range = readRange(element.attribute("ref") ?? "");
          if (range) merges.push(range);
          break;
        }
      }
    },
    text(text) {
      if (isValue && cell) cell.value += text;
      else if (isFormula && cell) cell.formula += text;
    },
    close(name) {
      if (name === "v" || name === "t") isValue = false;
      else if (name === "f") isFormula = false;
      if (name !== "c" || !cell) return;
      // Such a cell has a number and no formula of its own.
      if (uncalculated.some((range) => isWithin(range, cell!))) cell.formula ??= "";
      const finished = finishCell(cell, context);
      if (finished) addCell(rows, cell.row, finished);
      cell = undefined;
    },
  });
  const grid: Grid = {
    sheet: context.name,
    rows: inOrder(rows),
    merges: merges.length > mostMerges ? [] : merges,
  };
  return { grid, cells: count };
}

function addCell(rows: { row: number; cells: GridCell[] }[], row: number, cell: GridCell): void {
  const last = rows.at(-1);
  if (last?.row === row) last.cells.push(cell);
  else rows.push({ row, cells: [cell] });
}

/** Excel writes them in order; what isn't is put in order. */
function inOrder(rows: readonly { row: number; cells: GridCell[] }[]): readonly GridRow[] {
  const isOrdered = rows.every(
    ({ row, cells }, i) =>
      (i === 0 || rows[i - 1]!.row < row) &&
      cells.every(({ column }, k) => k === 0 || cells[k - 1]!.column < column),
  );
  if (isOrdered) return rows;
  const byRow = new Map<number, Map<number, GridCell>>();
  for (const { row, cells } of rows) {
    const known = byRow.get(row) ?? new Map<number, GridCell>();
    byRow.set(row, known);
    for (const cell of cells) known.set(cell.column, both(known.get(cell.column), cell));
  }
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => ({ row, cells: [...cells.values()].sort((a, b) => a.column - b.column) }));
}

/** Of two cells at one place, which no spreadsheet writes, nothing says which holds. */
function both(first: GridCell | undefined, second: GridCell): GridCell {
  if (first === undefined) return second;
  const isSame =
    first.kind === second.kind && first.text === second.text && first.isPercent === second.isPercent;
  return isSame ? second : { column: second.column, text: `${first.text} | ${second.text}`, kind: "twice" };
}

function finishCell(
  { column, type, style, value, formula }: OpenCell,
  context: SheetContext,
): GridCell | undefined {
  const more = formula === undefined ? {} : { isFormula: true as const };
  // An empty text is a result; where a number should be, nothing is none.
  if (formula !== undefined && (context.isUncalculated || (type === "n" && value.trim() === "")))
    return { column, text: `=${formula}`, kind: "no-result", ...more };
  switch (type) {
    case "s": {
      const text = context.strings[Number(value)];
      if (text === undefined) throw new OfficeError("damaged", `no shared string ${value}`);
      return textCell(column, text, more);
    }
    case "e":
      return { column, text: value, kind: "error", ...more };
    case "b":
      return textCell(column, value === "1" ? "TRUE" : "FALSE", more);
    case "str":
    case "inlineStr":
      return textCell(column, value, more);
    case "d":
      return textCell(column, value.slice(0, 10), more);
    default: {
      if (value.trim() === "") return undefined;
      const number = toNumberText(value);
      if (number === undefined) throw new OfficeError("damaged", `no number: ${value.slice(0, 40)}`);
      const format = context.formats[style] ?? "number";
      const date = format === "date" ? toDateText(Number(value), context.is1904) : undefined;
      if (date !== undefined) return { column, text: date, kind: "date", ...more };
      return {
        column,
        text: number,
        kind: "number",
        ...(format === "percent" && { isPercent: true as const }),
        ...more,
      };
    }
  }
}

function textCell(column: number, text: string, more: { readonly isFormula?: true }): GridCell | undefined {
  return text.trim() === "" ? undefined : { column, text, kind: "text", ...more };
}

function readPlace(written: string | undefined, row: number, column: number) {
  if (written === undefined) return { row: Math.max(row, 0), column: checked(column, lastColumn) };
  const place = parsePlace(written);
  if (place === undefined) throw new OfficeError("damaged", `no cell: ${written.slice(0, 40)}`);
  return place;
}

function parsePlace(written: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(written);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]) - 1;
  return column - 1 <= lastColumn && row >= 0 && row <= lastRow ? { row, column: column - 1 } : undefined;
}

function readRange(written: string): GridRange | undefined {
  const [first, last] = written.split(":").map(parsePlace);
  if (!first || !last) return undefined;
  return { ...first, lastRow: last.row, lastColumn: last.column };
}

function isWithin(range: GridRange, { row, column }: OpenCell): boolean {
  return range.row <= row && row <= range.lastRow && range.column <= column && column <= range.lastColumn;
}

function toIndex(written: string, last: number): number {
  return checked(/^\d{1,10}$/.test(written) ? Number(written) - 1 : -1, last);
}

function checked(index: number, last: number): number {
  if (index < 0 || index > last) throw new OfficeError("damaged", `outside the sheet: ${index}`);
  return index;
}
