/** A table as it was read from a file: the cells that hold something, row by row. */
export interface Grid {
  /** Of a workbook, the sheet's name; null for a CSV file. */
  readonly sheet: string | null;
  readonly rows: readonly GridRow[];
  /** Of a CSV file, the sign that parts its cells. */
  readonly delimiter?: string;
  /** Cells that were made one; what they show stands in the first. Ends are inclusive. */
  readonly merges: readonly GridRange[];
}

export interface GridRow {
  /** 0-based; of a CSV file, counted over records. */
  readonly row: number;
  /** In the order of their columns, without the empty ones. */
  readonly cells: readonly GridCell[];
  /** Of a CSV file, how many cells are written, with the empty ones. */
  readonly width?: number;
}

export interface GridCell {
  /** 0-based. */
  readonly column: number;
  /**
   * As typed; of a number its decimal with a point, of a date `2024-12-31`, of an error its sign (`#N/A`), of a
   * formula without a result the formula (`=SUM(A1:A9)`), of a cell that is there twice what each holds (`45 | 99`).
   */
  readonly text: string;
  readonly kind: "text" | "number" | "date" | "error" | "no-result" | "twice";
  /** It is the stored result of a formula. */
  readonly isFormula?: true;
  /** A number that is shown in percent: 0.55 is shown as 55%. */
  readonly isPercent?: true;
  /** Of a CSV file, where it stands in the text. */
  readonly start?: number;
  readonly end?: number;
}

export interface GridRange {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** `C7`: the name of a cell in a workbook; both counted from 0. */
export function cellName(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
