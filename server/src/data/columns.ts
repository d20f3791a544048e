import type { ColumnStatement, DataDeclaration, Text } from "../syntax/ast.ts";
import type { DayOrder } from "../syntax/period-words.ts";
import type { Grid, GridRow } from "../text/grid.ts";
import { nearestWord } from "../text/nearest-word.ts";
import { evenWords } from "./even-words.ts";
import {
  lowerHeadings,
  type PeriodColumn,
  readColumns,
  readPeriodHeading,
  resultColumns,
} from "./period-heading.ts";
import { readTablePeriod } from "./read-period.ts";

/** Which column of a table holds what; columns count from 0. */
export interface TableColumns {
  /** The rows of the headings, one or two: what stands above is a title. */
  readonly headings: readonly GridRow[];
  /** The last of them. */
  readonly headerRow: number;
  readonly indicator: number;
  /** One value, or the two parts of a share; none in a wide table. */
  readonly value: readonly number[];
  readonly period: number | null;
  readonly category: number | null;
  readonly evidence: number | null;
  /** Of a wide table: the columns that hold the values of one period each. */
  readonly periods: readonly PeriodColumn[];
}

export type ColumnsFault =
  /** No row has this heading; `text` is where it is written, `headings` those that are there. */
  | {
      readonly kind: "no-column";
      readonly text: Text;
      readonly headings: readonly string[];
      readonly nearest: string | null;
    }
  /** A heading of `periods` that is no period. */
  | { readonly kind: "no-period"; readonly text: Text }
  /** Nothing in the table looks like headings; `missing` is what is looked for. */
  | { readonly kind: "no-headings"; readonly missing: "indicator" | "value" | "period" };

export type ColumnsReading =
  | { readonly kind: "columns"; readonly columns: TableColumns }
  | { readonly kind: "faults"; readonly faults: readonly ColumnsFault[] };

/** The usual headings of each column, in both languages; the first that fits is taken. */
const usual: Readonly<Record<"indicator" | "period" | "value" | "category" | "evidence", RegExp>> = {
  indicator:
    /^(?:ma chi tieu|ma so|ma|chi tieu|ten chi tieu|noi dung chi tieu|indicator|indicator id|indicator code|id|code|ky hieu)$/u,
  period: /^(?:ky|ky bao cao|thoi gian|thoi ky|nam|quy|thang|ngay|period|year|quarter|month|date)$/u,
  value:
    /^(?:gia tri|ket qua|ket qua thuc hien|thuc hien|so lieu|value|result|measured|actual)(?: \(.*\))?$/u,
  category: /^(?:loai|phan to|nhom|gioi tinh|category|breakdown|sex)$/u,
  evidence: /^(?:nguon|nguon so lieu|minh chung|can cu|evidence|source)$/u,
};
const parts: readonly RegExp[] = [/^(?:tu so|numerator)$/u, /^(?:mau so|denominator)$/u];

/** Which column a usual heading is for; undefined for any other words. */
export function headingKind(text: string): keyof typeof usual | "part" | undefined {
  const words = evenWords(text);
  if (parts.some((pattern) => pattern.test(words))) return "part";
  return (Object.keys(usual) as (keyof typeof usual)[]).find((kind) => usual[kind].test(words));
}

/** What stands in the row that is most like one of headings: with usual ones, else with the most words. */
export function headingsIn({ rows }: Grid): readonly string[] {
  const header = bestRow(rows.slice(0, lookedAt), ({ cells }) => {
    const usualOnes = cells.filter(({ text }) => headingKind(text) !== undefined).length;
    const words = cells.filter(({ text }) => /\p{L}/u.test(text) || readTablePeriod(text, null)).length;
    return usualOnes * 100 + words;
  });
  return header?.cells.map(({ text }) => text.trim()) ?? [];
}

/** How far down headings are looked for: titles, the office's name and the unit may stand above. */
const lookedAt = 30;

/** Finds the columns that a `data` declaration names, or the usual ones where it names none. */
export function findColumns(
  declaration: Pick<DataDeclaration, "statements" | "period">,
  grid: Grid,
  order: DayOrder | null,
): ColumnsReading {
  const named = declaration.statements.filter((one): one is ColumnStatement => one.kind === "column");
  const rows = grid.rows.slice(0, lookedAt);
  return named.length > 0
    ? namedColumns(declaration, named, { ...grid, rows }, order)
    : usualColumns(declaration, { ...grid, rows }, order);
}

function namedColumns(
  declaration: Pick<DataDeclaration, "statements" | "period">,
  named: readonly ColumnStatement[],
  grid: Grid,
  order: DayOrder | null,
): ColumnsReading {
  const wanted = named.flatMap(({ headers }) => headers);
  const header = bestRow(
    grid.rows,
    (row) => wanted.filter(({ value }) => columnOf(row, value) !== undefined).length,
  );
  if (header === undefined) return { kind: "faults", faults: wanted.map((text) => noColumn(text, [])) };
  const faults: ColumnsFault[] = [];
  const headings = header.cells.map(({ text }) => text.trim());
  const find = (text: Text): number => {
    const column = columnOf(header, text.value);
    if (column === undefined) faults.push(noColumn(text, headings));
    return column ?? -1;
  };
  const of = (kind: ColumnStatement["column"]): readonly Text[] =>
    named.filter(({ column }) => column === kind).flatMap(({ headers }) => headers);
  const only = (kind: "period" | "category" | "evidence"): number | null => {
    const [text] = of(kind);
    if (text) return find(text);
    return kind === "period" && (declaration.period !== null || of("periods").length > 0)
      ? null
      : usualColumn(header, usual[kind]);
  };
  const indicator = of("indicator").map(find)[0] ?? usualColumn(header, usual.indicator);
  const lower = lowerHeadings(grid, header, indicator, order);
  const found = readColumns({ upper: header, lower }, order);
  const periods = of("periods").flatMap((text) => {
    const column = find(text);
    const own = resultColumns(found.filter(({ heading }) => heading === column));
    if (column >= 0 && own.length === 0) faults.push({ kind: "no-period", text });
    return own;
  });
  const value = of("value").map(find);
  const columns = {
    ...rowsOf(header, lower),
    value: value.length > 0 || of("periods").length > 0 ? value : valueColumns(header, lower),
    period: only("period"),
    category: only("category"),
    evidence: only("evidence"),
    periods,
  };
  if (faults.length > 0) return { kind: "faults", faults };
  return complete(declaration, { ...columns, indicator });
}

function noColumn(text: Text, headings: readonly string[]): ColumnsFault {
  return { kind: "no-column", text, headings, nearest: nearestWord(text.value, headings) ?? null };
}

function usualColumns(
  declaration: Pick<DataDeclaration, "statements" | "period">,
  grid: Grid,
  order: DayOrder | null,
): ColumnsReading {
  const header = bestRow(grid.rows, (row) => {
    if (usualColumn(row, usual.indicator) === null) return 0;
    return (
      Object.values(usual).filter((pattern) => usualColumn(row, pattern) !== null).length +
      row.cells.filter(({ text }) => readPeriodHeading(text, order)?.period != null).length
    );
  });
  if (header === undefined)
    return { kind: "faults", faults: [{ kind: "no-headings", missing: "indicator" }] };
  const indicator = usualColumn(header, usual.indicator);
  const lower = lowerHeadings(grid, header, indicator, order);
  const value = valueColumns(header, lower);
  const period = usualColumn(header, usual.period);
  return complete(declaration, {
    ...rowsOf(header, lower),
    indicator,
    value,
    period: declaration.period === null ? period : null,
    category: usualColumn(header, usual.category),
    evidence: usualColumn(header, usual.evidence),
    periods:
      value.length === 0 && declaration.period === null
        ? resultColumns(readColumns({ upper: header, lower }, order))
        : [],
  });
}

function rowsOf(upper: GridRow, lower: GridRow | null): Pick<TableColumns, "headings" | "headerRow"> {
  return lower === null
    ? { headings: [upper], headerRow: upper.row }
    : { headings: [upper, lower], headerRow: lower.row };
}

/** Two columns of a share before one of a value, since a table with both has the quotient beside them. */
function valueColumns(header: GridRow, lower: GridRow | null): readonly number[] {
  // What stands below "Thực hiện" is told apart there.
  if (lower !== null) return [];
  const share = parts.map((pattern) => usualColumn(header, pattern));
  if (share.every((column) => column !== null)) return share as readonly number[];
  const value = usualColumn(header, usual.value);
  return value === null ? [] : [value];
}

function complete(
  declaration: Pick<DataDeclaration, "statements" | "period">,
  columns: Omit<TableColumns, "indicator"> & { readonly indicator: number | null },
): ColumnsReading {
  const fault = (missing: "indicator" | "value" | "period"): ColumnsReading => ({
    kind: "faults",
    faults: [{ kind: "no-headings", missing }],
  });
  if (columns.indicator === null) return fault("indicator");
  if (columns.value.length === 0 && columns.periods.length === 0) return fault("value");
  if (columns.periods.length === 0 && columns.period === null && declaration.period === null)
    return fault("period");
  return { kind: "columns", columns: { ...columns, indicator: columns.indicator } };
}

function bestRow(rows: readonly GridRow[], score: (row: GridRow) => number): GridRow | undefined {
  let best: GridRow | undefined;
  let most = 0;
  for (const row of rows) {
    const points = score(row);
    if (points > most) {
      best = row;
      most = points;
    }
  }
  return best;
}

function columnOf(row: GridRow, heading: string): number | undefined {
  const wanted = evenWords(heading);
  return row.cells.find(({ text }) => evenWords(text) === wanted)?.column;
}

function usualColumn(row: GridRow, pattern: RegExp): number | null {
  return row.cells.find(({ text }) => pattern.test(evenWords(text)))?.column ?? null;
}
