import type { DayOrder } from "../syntax/period-words.ts";
import type { Grid, GridCell, GridRow } from "../text/grid.ts";
import { oneLine } from "../text/one-line.ts";
import { evenWords } from "./even-words.ts";
import { readTablePeriod } from "./read-period.ts";
import { cellUpTo } from "./row-search.ts";

/** What a column's numbers are: results, results that are only estimated ("Ước thực hiện"), or what was planned. */
export type NumberKind = "result" | "estimate" | "target";

/** A heading that says nothing but a period, what kind of numbers stand below it, or both: "Thực hiện năm 2024". */
export interface PeriodHeading {
  readonly period: string | null;
  readonly kind: NumberKind | null;
}

/** A column of values of one period. */
export interface PeriodColumn {
  readonly column: number;
  readonly period: string;
  /** The heading's words where its values are only estimated: "Ước thực hiện năm 2024". */
  readonly estimate: string | null;
}

/** A column as its headings have it, with the column of the upper one. */
export interface ReadColumn {
  readonly column: number;
  readonly heading: number;
  readonly period: string;
  readonly kind: NumberKind | null;
  readonly words: string;
}

/** The headings of a table: one row, or two, of which the lower one parts what stands under the upper one's. */
export interface HeadingRows {
  readonly upper: GridRow;
  readonly lower: GridRow | null;
}

const kinds: readonly (readonly [NumberKind, string])[] = [
  [
    "target",
    "(?:so )?(?:ke hoach|kh|chi tieu(?: ke hoach| kh)?|muc tieu|du toan|du kien|phan dau)(?: (?:duoc )?giao)?|targets?|plan(?:ned)?",
  ],
  [
    "estimate",
    "(?:so |ket qua )?(?:du )?uoc(?: tinh)?(?: ket qua)?(?: thuc hien| th| dat(?: duoc)?)?|so bo|estimate[ds]?|preliminary",
  ],
  [
    "result",
    "(?:so lieu |so |ket qua |kq |gia tri )?(?:da )?(?:thuc hien|th|thuc te|dat duoc)|so lieu|ket qua|kq|gia tri|actuals?|results?|measured|achieved",
  ],
];
const before = kinds.map(
  ([kind, words]) => [kind, new RegExp(`^(?:${words})(?= |$)(?: in | for )?`, "u")] as const,
);
const behind = kinds.map(([kind, words]) => [kind, new RegExp(`(?:(?<= )|^)(?:${words})$`, "u")] as const);

/** Undefined where a heading says anything else: "Thực hiện so với kế hoạch năm 2024" is no result of 2024. */
export function readPeriodHeading(text: string, order: DayOrder | null): PeriodHeading | undefined {
  const words = evenWords(text.replace(/[():]/gu, " "));
  const first = withoutKind(words, before);
  const last = withoutKind(first?.rest ?? words, behind);
  // "Thực hiện năm 2024 (ước)": what takes back more counts.
  const kind = kinds.map(([one]) => one).find((one) => one === first?.kind || one === last?.kind) ?? null;
  const rest = (last ?? first)?.rest ?? words;
  if (rest === "" && kind !== null) return { period: null, kind };
  const period = readTablePeriod(rest, order);
  return period === undefined ? undefined : { period, kind };
}

function withoutKind(
  words: string,
  patterns: readonly (readonly [NumberKind, RegExp])[],
): { readonly kind: NumberKind; readonly rest: string } | undefined {
  for (const [kind, pattern] of patterns) {
    if (pattern.test(words))
      return { kind, rest: words.replace(pattern, "").replace(/^[ ,–-]+|[ ,–-]+$/gu, "") };
  }
  return undefined;
}

/**
 * The row right below headings where it parts them: "KH | TH" below "Năm 2024", or years below "Thực hiện", if that
 * reaches over several columns. A row with a name, or with numbers that are no years, is one of values.
 */
export function lowerHeadings(
  { rows }: Grid,
  upper: GridRow,
  indicator: number | null,
  order: DayOrder | null,
): GridRow | null {
  const lower = rows.find(({ row }) => row === upper.row + 1);
  if (lower === undefined || lower.cells.some(({ column }) => column === indicator)) return null;
  let parts = false;
  for (const { column, text } of lower.cells) {
    const own = readPeriodHeading(text, order);
    if (own === undefined) {
      if (/\p{L}|%/u.test(text)) continue;
      return null;
    }
    const above = cellUpTo(upper, column);
    const over = above && readPeriodHeading(above.text, order);
    const isKind = own.kind !== null && own.period === null;
    parts ||= isKind || (over?.kind != null && over.period === null && above!.column < column);
  }
  return parts ? lower : null;
}

/** Every column whose headings say a period and nothing else but what its numbers are. */
export function readColumns({ upper, lower }: HeadingRows, order: DayOrder | null): readonly ReadColumn[] {
  const parted = new Set(lower?.cells.map(({ column }) => column));
  return [...(lower?.cells ?? []), ...upper.cells.filter(({ column }) => !parted.has(column))]
    .sort((a, b) => a.column - b.column)
    .flatMap((cell) => readColumn(cell, upper, order));
}

/** Those with results; targets are none. A year alone beside its results may be the plan's, an estimate is superseded. */
export function resultColumns(columns: readonly ReadColumn[]): readonly PeriodColumn[] {
  const withResults = new Set(columns.filter(({ kind }) => kind === "result").map(({ period }) => period));
  return columns
    .filter(({ kind, period }) => kind === "result" || (kind !== "target" && !withResults.has(period)))
    .map(({ column, period, kind, words }) => ({
      column,
      period,
      estimate: kind === "estimate" ? words : null,
    }));
}

function readColumn(cell: GridCell, upper: GridRow, order: DayOrder | null): readonly ReadColumn[] {
  const above = cellUpTo(upper, cell.column);
  const own = readPeriodHeading(cell.text, order);
  const over = above === cell ? own : above && readPeriodHeading(above.text, order);
  const period = own?.period ?? over?.period ?? null;
  if (above === undefined || own === undefined || over === undefined || period === null) return [];
  const words = oneLine(above === cell ? cell.text : `${above.text} ${cell.text}`);
  return [{ column: cell.column, heading: above.column, period, kind: own.kind ?? over.kind, words }];
}
