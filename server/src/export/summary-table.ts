import type { Language } from "../diagnostics/language.ts";
import type { Status } from "../semantics/judgement.ts";
import type { PlanFront } from "../semantics/model.ts";
import type { Day } from "../semantics/period.ts";
import type { Rational } from "../semantics/rational.ts";

/**
 * The summary as every format gets it: what stands in which cell is decided once (rows.ts), a format only writes it.
 * All texts are in one language and not yet escaped for anything.
 */
export interface Summary {
  readonly language: Language;
  readonly asOf: Day;
  readonly title: string;
  /** `tính đến 30/6/2025`. */
  readonly asOfText: string;
  readonly plans: readonly PlanSummary[];
}

export interface PlanSummary {
  readonly title: string;
  /** Path of the plan's file below the root. */
  readonly file: string;
  /** What the plan says of itself as a document; null for indicators and tasks without a plan. */
  readonly front: PlanFront | null;
  /** How many indicators and tasks have each status, only those that occur: `không đạt` 2. */
  readonly indicatorCounts: readonly LabelledCount[];
  readonly taskCounts: readonly LabelledCount[];
  /** null where the plan has none. */
  readonly indicators: SummaryTable | null;
  readonly tasks: SummaryTable | null;
}

export interface LabelledCount {
  readonly status: Status;
  readonly label: string;
  readonly count: number;
}

export interface SummaryTable {
  readonly title: string;
  readonly columns: readonly SummaryColumn[];
  readonly rows: readonly SummaryRow[];
}

export interface SummaryColumn {
  readonly heading: string;
  /** Whether it holds numbers and should stand to the right. */
  readonly isNumeric: boolean;
}

export interface SummaryRow {
  /** A category's row stands below its indicator's and repeats its name, so that it can be filtered and sorted. */
  readonly kind: "item" | "category";
  /** One for each column. */
  readonly cells: readonly Cell[];
}

export type Cell =
  | { readonly kind: "none" }
  | { readonly kind: "text"; readonly text: string }
  /** A number as people read it (`52,5%`) and as a spreadsheet does. */
  | { readonly kind: "number"; readonly text: string; readonly value: Rational }
  /** `55% (11/20)`: the counts are worth more than a bare 55. */
  | { readonly kind: "share"; readonly text: string; readonly value: Rational }
  | { readonly kind: "status"; readonly text: string; readonly status: Status };

export const emptyCell: Cell = { kind: "none" };

/** A text cell; an empty text is no value. */
export function textCell(text: string | null | undefined): Cell {
  return text ? { kind: "text", text } : emptyCell;
}
