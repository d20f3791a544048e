import type { GridCell, GridRow } from "../text/grid.ts";

/** The cell of a column; undefined where it is empty. */
export function cellAt(row: GridRow, column: number): GridCell | undefined {
  const guess = row.cells[column];
  if (guess?.column === column) return guess;
  const found = cellUpTo(row, column);
  return found?.column === column ? found : undefined;
}

/** The last cell that is no further right than a column. */
export function cellUpTo({ cells }: GridRow, column: number): GridCell | undefined {
  return cells[lastUpTo(cells, column, (cell) => cell.column)];
}

/** In a list that rises, the index of the last one whose number is no larger; -1 where there is none. */
export function lastUpTo<One>(all: readonly One[], most: number, numberOf: (one: One) => number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(all[middle]!) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
