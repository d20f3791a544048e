import type { Allowance } from "../allowance.ts";
import type { Block, TableCell, TableRow } from "./blocks.ts";

/** A table of a web page while it is read. */
export interface HtmlTable {
  readonly rows: readonly TableRow[];
  /** Whether the rows that follow are its heading. */
  setHead(isHead: boolean): void;
  beginRow(): void;
  /**
   * Adds a cell to the row; one that stands in no row begins one.
   *
   * @param blocks what stands in it, which may still come
   * @param columns how many it spans, and `down` how many rows
   */
  addCell(blocks: readonly Block[], columns: number, down: number): void;
  endRow(): void;
}

interface Row {
  readonly isHeader: boolean;
  readonly cells: TableCell[];
}

/** A cell that reaches into the rows below it. */
interface Merged {
  readonly span: number;
  rows: number;
}

/** As many as a table of Word has. */
const mostColumns = 63;

export function createHtmlTable(allowance: Allowance): HtmlTable {
  const rows: Row[] = [];
  const merged = new Map<number, Merged>();
  let isHead = false;
  let row: Row | undefined;
  let column = 0;

  function beginRow(): Row {
    endRow();
    column = 0;
    row = { isHeader: isHead, cells: [] };
    rows.push(row);
    return row;
  }

  /** Goes on the cells above that reach down to where the next one would stand. */
  function passMerged({ cells }: Row): void {
    for (let above = merged.get(column); above; above = merged.get(column)) {
      allowance.paragraph();
      cells.push({ column, span: above.span, continues: true, blocks: [] });
      above.rows -= 1;
      if (above.rows === 0) merged.delete(column);
      column += above.span;
    }
  }

  function endRow(): void {
    if (row === undefined) return;
    const rest = [...merged.keys()].filter((one) => one >= column).sort((a, b) => a - b);
    for (const next of rest) {
      if (next < column) continue;
      column = next;
      passMerged(row);
    }
    row = undefined;
  }

  return {
    rows,
    setHead: (now) => {
      isHead = now;
    },
    beginRow,
    addCell: (blocks, columns, down) => {
      const at = row ?? beginRow();
      passMerged(at);
      allowance.paragraph();
      const span = Math.min(columns, mostColumns);
      at.cells.push({ column, span, continues: false, blocks });
      if (down > 1) merged.set(column, { span, rows: down - 1 });
      column += span;
    },
    endRow,
  };
}
