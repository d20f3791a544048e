import { describe, expect, test } from "vitest";
import { readTable } from "../../../server/src/data/bind-table.ts";
import { readCsv } from "../../../server/src/data/csv-text.ts";
import { createNameIndex, type NameIndex } from "../../../server/src/data/indicator-index.ts";
import { findRaggedRows } from "../../../server/src/data/ragged-rows.ts";
import type { Grid, GridCell, GridRange, GridRow } from "../../../server/src/text/grid.ts";

/** How often the places of rows and cells were looked at. */
class Counter {
  looks = 0;

  cell(column: number, text: string): GridCell {
    const counter = this;
    return {
      get column() {
        counter.looks += 1;
        return column;
      },
      text,
      kind: "text",
    };
  }

  row(row: number, cells: readonly GridCell[]): GridRow {
    const counter = this;
    return {
      get row() {
        counter.looks += 1;
        return row;
      },
      cells,
    };
  }

  merge(row: number, lastRow: number): GridRange {
    const counter = this;
    return {
      get row() {
        counter.looks += 1;
        return row;
      },
      get column() {
        counter.looks += 1;
        return 0;
      },
      lastRow,
      lastColumn: 0,
    };
  }
}

const indicators = createNameIndex([{ written: "led", id: "led", title: "Led", clauses: [] }]);

function read(rows: readonly GridRow[], merges: readonly GridRange[] = [], known: NameIndex = indicators) {
  const grid: Grid = { sheet: "S", rows, merges };
  const context = { indicators: known, categories: createNameIndex([]), period: null };
  return readTable({ statements: [], period: null }, grid, context);
}

describe("a table is read in as many steps as it has cells, times a little", () => {
  test("where names are merged over rows, however many of both there are", () => {
    const counter = new Counter();
    const heading = ["Chỉ tiêu", "Năm", "Kết quả"].map((text, column) => counter.cell(column, text));
    const rows = [counter.row(0, heading)];
    const merges: GridRange[] = [];
    for (let row = 1; row <= 6000; row += 1) {
      const isFirst = row % 6 === 1;
      // As a program other than Excel may write them: from below.
      if (isFirst) merges.unshift(counter.merge(row, row + 5));
      const name = isFirst ? [counter.cell(0, "led")] : [];
      rows.push(counter.row(row, [...name, counter.cell(1, "2024"), counter.cell(2, String(row))]));
    }
    const { values } = read(rows, merges);
    expect(values).toHaveLength(6000);
    expect(values.every(({ name, cell }) => name.row === cell.row - ((cell.row - 1) % 6))).toBe(true);
    expect(counter.looks).toBeLessThan(rows.length * 100);
  });

  test("with a column for each of very many periods", () => {
    const counter = new Counter();
    const years = Array.from({ length: 3000 }, (_, i) => counter.cell(i + 1, `Năm ${1900 + (i % 300)}`));
    const rows = [counter.row(0, [counter.cell(0, "Chỉ tiêu"), ...years])];
    // The first period is empty, so that no cell stands where its column says.
    for (let row = 1; row <= 5; row += 1)
      rows.push(
        counter.row(row, [counter.cell(0, "led"), ...years.slice(1).map((_, i) => counter.cell(i + 2, "5"))]),
      );
    counter.looks = 0;
    expect(read(rows).values).toHaveLength(5 * 2999);
    expect(counter.looks).toBeLessThan(6 * 3000 * 20);
  });

  test("with as many rows, nearly all of them empty", () => {
    const counter = new Counter();
    const years = Array.from({ length: 3000 }, (_, i) => counter.cell(i + 1, `Năm ${1900 + (i % 300)}`));
    const rows = [counter.row(0, [counter.cell(0, "Chỉ tiêu"), ...years])];
    for (let row = 1; row <= 3000; row += 1)
      rows.push(counter.row(row, [counter.cell(0, "led"), counter.cell(9, "5")]));
    expect(read(rows).values).toHaveLength(3000);
    expect(counter.looks).toBeLessThan(6000 * 200);
  });

  test("where no name is known: only those that are shown are compared with what they may be", () => {
    let compared = 0;
    const known: NameIndex = {
      find: () => undefined,
      nearest: () => {
        compared += 1;
        return undefined;
      },
    };
    const heading = ["Chỉ tiêu", "Năm", "Kết quả"].map(
      (text, column): GridCell => ({ column, text, kind: "text" }),
    );
    const rows = Array.from(
      { length: 500 },
      (_, i): GridRow => ({
        row: i + 1,
        cells: [`x${i}`, "2024", "5"].map((text, column) => ({ column, text, kind: "text" })),
      }),
    );
    expect(read([{ row: 0, cells: heading }, ...rows], [], known).faults).toHaveLength(500);
    expect(compared).toBe(0);
  });

  test("of CSV, with more columns than a call takes arguments", () => {
    const headings = 200_000;
    const grid = readCsv(`Chỉ tiêu${",2024".repeat(headings)}\nled,1,2${",".repeat(headings)}\n`);
    if (grid.kind !== "grid") throw new Error(grid.fault);
    const periods = Array.from({ length: headings }, (_, i) => ({
      column: i + 1,
      period: "2024",
      estimate: null,
    }));
    const columns = {
      headings: [],
      headerRow: 0,
      indicator: 0,
      value: [],
      period: null,
      category: null,
      evidence: null,
      periods,
    };
    const [ragged] = findRaggedRows(grid.grid, columns).values();
    expect(ragged).toMatchObject({ kind: "split", number: "1,2" });
  });
});
