import type { Status } from "../semantics/judgement.ts";
import type { Range } from "../text/line-index.ts";

/**
 * The plans of a program as the views show them: the side bar, the dashboard and the Test Explorer. Every text is
 * in the user's language and every number written as the hover writes it; what a view only sorts or draws by is a
 * plain number. Periods are written as in the JSON export (`2025-Q1`).
 */
export interface PlanOverview {
  /** `2025-06-30` */
  readonly asOf: string;
  readonly language: "en" | "vi";
  readonly plans: readonly PlanItem[];
}

/** A place in a file of the program; the path is relative to its root. */
export interface Place {
  readonly path: string;
  readonly range: Range;
}

export type TaskStatus = "met" | "missed" | "pending";

export interface PlanItem {
  /** null for the indicators and tasks of files without a plan. */
  readonly id: string | null;
  readonly name: string;
  /** The plan's own declaration; without one, the start of its first file. */
  readonly place: Place;
  /** Path of the plan document, if the plan names one. */
  readonly document: string | null;
  readonly counts: Readonly<Record<Status, number>>;
  readonly taskCounts: Readonly<Record<TaskStatus, number>>;
  /** In the order of the files. */
  readonly indicators: readonly IndicatorItem[];
  readonly tasks: readonly TaskItem[];
  readonly reports: readonly ReportItem[];
  /** Every body that leads or takes part, in the order of the file. */
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
}

export interface ClauseItem {
  /** `II.1-1` */
  readonly address: string;
  /** The first clause of its branch that has a heading worth grouping by: `II`, with its text. */
  readonly section: string;
  readonly sectionTitle: string;
  /** How an official would cite it. */
  readonly citation: string;
  /** Where it stands in the document; null where the document has no such clause. */
  readonly place: Place | null;
}

export interface IndicatorItem {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  readonly clauses: readonly ClauseItem[];
  /** Ids of bodies. */
  readonly lead: readonly string[];
  readonly with: readonly string[];
  /** The unit's name as the user reads it. */
  readonly unit: string;
  readonly status: Status;
  readonly statusText: string;
  /** The verdict in one line, as the hover has it: value, target, gap. */
  readonly verdict: string;
  readonly targets: readonly TargetItem[];
  readonly measured: readonly MeasuredItem[];
  /** What is drawn: one chart, or one a category; none where nothing can be drawn. */
  readonly charts: readonly ChartItem[];
  /** The next period to record: the due one first; null where there is none. */
  readonly nextPeriod: string | null;
  /** Whether there is a value for the period that is current on the date. */
  readonly hasCurrentValue: boolean;
}

export interface TargetItem {
  /** As written: `2025 reach 60%`. */
  readonly text: string;
  readonly place: Place;
  readonly due: readonly DueItem[];
}

export interface DueItem {
  readonly period: string;
  readonly periodText: string;
  readonly category: string | null;
  readonly status: Status;
  readonly statusText: string;
  /** Why, in one line with its numbers; the message of the problem where there is one. */
  readonly message: string;
  /** What was asked, what there is, what the path expects today, and the gap; null where there is none. */
  readonly asked: string | null;
  readonly value: string | null;
  readonly expected: string | null;
  readonly gap: string | null;
  readonly explanation: string | null;
}

export interface MeasuredItem {
  readonly period: string;
  readonly periodText: string;
  readonly category: string | null;
  readonly value: string;
  readonly evidence: string | null;
  readonly place: Place;
}

export interface TaskItem {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  readonly clauses: readonly ClauseItem[];
  readonly lead: readonly string[];
  readonly with: readonly string[];
  readonly status: TaskStatus;
  readonly statusText: string;
  readonly due: readonly {
    readonly period: string;
    readonly periodText: string;
    readonly status: TaskStatus;
    readonly statusText: string;
    readonly late: boolean;
    readonly evidence: string | null;
    readonly explanation: string | null;
  }[];
}

export interface ReportItem {
  readonly name: string;
  /** null where the report names none. */
  readonly period: string | null;
  readonly periodText: string | null;
  readonly place: Place;
}

/** x is a year with its part (2025.5 is the middle of 2025), y in the indicator's unit. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface ChartItem {
  readonly category: string | null;
  readonly baselines: readonly ChartPoint[];
  readonly measured: readonly (ChartPoint & { readonly missed: boolean })[];
  readonly targets: readonly (ChartPoint & {
    readonly status: Status;
    /** The upper bound of `between`. */
    readonly upper: number | null;
    readonly direction: "up" | "down" | null;
  })[];
  /** The path from the baseline over the targets. */
  readonly path: readonly ChartPoint[];
  /** The as-of date. */
  readonly today: number;
  readonly unit: string;
}
