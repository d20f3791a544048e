import type { ChartItem } from "../charts/chart-types.ts";
import type { Language } from "../diagnostics/language.ts";
import type { Status, TaskJudgement } from "../semantics/judgement.ts";
import type { Range } from "../text/line-index.ts";

export interface PlanOverviewOptions {
  /** Days since 1970-01-01; the settings' day unless given. */
  readonly asOf?: number;
  /** Without the targets, baselines, values and charts of indicators, which a list has no use for. */
  readonly outline?: boolean;
}

/**
 * The plans of a program as the views show them: the side bar, the dashboard and the Test Explorer. Every text is
 * in the user's language and every number written as the hover writes it; what a view only sorts or draws by is a
 * plain number. Periods are written as in the JSON export (`2025-Q1`).
 */
export interface PlanOverview {
  /** `2025-06-30` */
  readonly asOf: string;
  readonly language: Language;
  /** The words of all verdicts, beginning a line, those that nothing has too. */
  readonly statusTexts: Readonly<Record<Status, string>>;
  readonly taskStatusTexts: Readonly<Record<TaskStatus, string>>;
  readonly plans: readonly PlanItem[];
}

/** A place in a file of the program; the path is relative to its root. */
export interface Place {
  readonly path: string;
  readonly range: Range;
}

export type TaskStatus = TaskJudgement["status"];

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
  /** The last days of all that is due, of indicators and tasks, in order of time: `2025-12-31`. */
  readonly deadlines: readonly string[];
  /** Every body that leads or takes part, in the order in which indicators and then tasks name them. */
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
}

export interface ClauseItem {
  /** `II.1-1` */
  readonly address: string;
  /**
   * The clause to group by: the outermost one of its branch (`II`), or the next where all of the plan is in one. With
   * its text, which is empty where the document can't be read.
   */
  readonly section: string;
  readonly sectionTitle: string;
  /** How an official would cite it; empty where the document has no such clause. */
  readonly citation: string;
  /** Where it stands in the document; null where the document has no such clause. */
  readonly place: Place | null;
}

/** What indicators and tasks are both shown with. */
interface JudgedItem<AnyStatus extends Status> {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  readonly clauses: readonly ClauseItem[];
  /** Ids of bodies. */
  readonly lead: readonly string[];
  readonly with: readonly string[];
  readonly status: AnyStatus;
  /** `Không đạt`: beginning a line, as everywhere below. */
  readonly statusText: string;
}

export interface IndicatorItem extends JudgedItem<Status> {
  /** The unit's name as the user reads it. */
  readonly unit: string;
  /** The verdict in a few words with its gap, as the code lens has it: `Không đạt · 0/1 hoạt động · thiếu 1 hoạt động`. */
  readonly summary: string;
  /** What the verdict rests on in one line, as the hover has it: period, value, what the plan says, gap. */
  readonly verdict: string;
  readonly targets: readonly TargetItem[];
  readonly baselines: readonly MeasuredItem[];
  readonly measured: readonly MeasuredItem[];
  /** What is drawn: one chart, or one a category; none where nothing can be drawn. */
  readonly charts: readonly ChartItem[];
  /** Whether a formula gives its values, so that there is nothing to record. */
  readonly isComputed: boolean;
  /** The next period to record: the due one first; null where there is none. */
  readonly nextPeriod: string | null;
  /**
   * Whether everything that should have a value on the date has one: the last period that is over or nearly over, and
   * what the headline looks at.
   */
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
  /** Its name as shown: `Nữ`; null for the indicator as a whole. So in values and charts. */
  readonly category: string | null;
  readonly status: Status;
  readonly statusText: string;
  /**
   * Verdict and why, in one line with its numbers, in the words of the hover: a problem's message speaks of all periods
   * of a target at once, and there is none on another day.
   */
  readonly message: string;
  /** What was asked, what there is, where the path is at the latest value, and the gap; null where there is none. */
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
  /** Its period begins after the date, so it does not count: seen from that day, it is in the future. */
  readonly isFuture: boolean;
  readonly place: Place;
}

export interface TaskItem extends JudgedItem<TaskStatus> {
  /** `Quá hạn · năm 2024` */
  readonly summary: string;
  readonly due: readonly {
    readonly period: string;
    readonly periodText: string;
    readonly status: TaskStatus;
    readonly statusText: string;
    /** `Năm 2024: quá hạn` */
    readonly message: string;
    readonly late: boolean;
    /** When it was done, as a phrase: `năm 2024`. */
    readonly done: string | null;
    readonly evidence: string | null;
    readonly explanation: string | null;
  }[];
}

export interface ReportItem {
  /** Its title, or what it is and its period. */
  readonly name: string;
  /** null where what the report names is no period. */
  readonly period: string | null;
  readonly periodText: string | null;
  readonly place: Place;
}
