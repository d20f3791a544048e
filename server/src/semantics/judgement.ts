import type {
  Category,
  Comparator,
  DoneModel,
  IndicatorModel,
  MeasuredModel,
  PlanModel,
  Quantity,
  TargetModel,
  TaskDueModel,
  TaskModel,
} from "./model.ts";
import type { Day, Period } from "./period.ts";
import type { Rational } from "./rational.ts";

export type Status = "met" | "missed" | "no-data" | "on-track" | "at-risk" | "off-track" | "pending";

/** From worst to best: a headline is the first of these among its due points. */
export const statusesFromWorst: readonly Status[] = [
  "missed",
  "no-data",
  "off-track",
  "at-risk",
  "on-track",
  "met",
  "pending",
];

/** The date and the workspace's edges; the same program and settings always give the same judgement. */
export interface EvaluationSettings {
  readonly asOf: Day;
  /** Fractions: 0.95 and 0.80 unless the workspace says otherwise. */
  readonly onTrackFrom: Rational;
  readonly offTrackBelow: Rational;
}

/** What a due point asks, in the indicator's unit; `reach` has become up or down, a baseline has been worked in. */
export interface Condition {
  readonly comparator: Comparator;
  readonly direction: "up" | "down" | null;
  /** The bound; the lower one of `between`; the middle of `about`. */
  readonly value: Rational;
  /** The upper bound of `between`. */
  readonly upper: Rational | null;
  /** Half the width of `about`. */
  readonly tolerance: Rational | null;
}

/** A window, a condition, and a category or none, with its verdict. */
export interface DuePoint {
  readonly target: TargetModel;
  readonly window: Period;
  readonly category: Category | null;
  /** null where the target is relative to a baseline that is not there. */
  readonly condition: Condition | null;
  readonly status: Status;
  /** The line of the status table that decided (1 to 10); 0 where there is no condition. */
  readonly decidedBy: number;
  readonly closed: boolean;
  /** The value of the window and the measured values that it was made from. */
  readonly value: Quantity | null;
  readonly counted: readonly MeasuredModel[];
  /** ℓ: the latest value of the indicator in that category as of the date, null where there is none. */
  readonly latest: LatestValue | null;
  /** The path at ℓ's date, where lines 8 to 10 decided. */
  readonly expected: Rational | null;
  readonly covered: Rational | null;
  readonly explanation: string | null;
}

/** ℓ; a formula's has no measured value of its own behind it. */
export interface LatestValue {
  readonly period: Period;
  readonly quantity: Quantity;
  readonly measured: MeasuredModel | null;
}

/** What the arithmetic found on the way; checks turn these into problems. */
export type Finding =
  | { readonly kind: "assumed-aggregate"; readonly values: readonly MeasuredModel[] }
  | {
      readonly kind: "refused-aggregate";
      readonly aggregate: "sum" | "mean";
      readonly values: readonly MeasuredModel[];
      readonly window: Period;
    }
  | { readonly kind: "duplicate-measurement"; readonly first: MeasuredModel; readonly second: MeasuredModel }
  | {
      readonly kind: "parts-differ-from-total";
      readonly total: MeasuredModel;
      readonly parts: readonly MeasuredModel[];
      readonly sum: Rational;
    }
  | {
      readonly kind: "period-too-long";
      readonly value: MeasuredModel;
      readonly target: TargetModel;
      readonly window: Period;
    }
  | { readonly kind: "division-by-zero"; readonly window: Period }
  | { readonly kind: "formula-disagrees"; readonly value: MeasuredModel; readonly computed: Rational }
  | { readonly kind: "measured-in-future"; readonly value: MeasuredModel }
  | { readonly kind: "measured-outside-plan"; readonly value: MeasuredModel }
  | { readonly kind: "baseline-missing"; readonly target: TargetModel; readonly category: Category | null };

export interface IndicatorJudgement {
  readonly indicator: IndicatorModel;
  /** In the order of the file; within a target in order of time. */
  readonly targets: readonly { readonly target: TargetModel; readonly due: readonly DuePoint[] }[];
  readonly status: Status;
  readonly result: Status;
  readonly forecast: Status | null;
  readonly findings: readonly Finding[];
}

export interface TaskDuePoint {
  readonly due: TaskDueModel;
  readonly window: Period;
  readonly status: "met" | "missed" | "pending";
  readonly late: boolean;
  readonly done: DoneModel | null;
  readonly explanation: string | null;
}

export interface TaskJudgement {
  readonly task: TaskModel;
  readonly due: readonly TaskDuePoint[];
  readonly status: "met" | "missed" | "pending";
}

/** Everything judged about one plan, in the order of the files and of the declarations in them. */
export interface PlanJudgement {
  /** null for the indicators and tasks of files without a plan. */
  readonly plan: PlanModel | null;
  /** Path of the file that declares the plan; for files without one, the first of them. */
  readonly path: string;
  readonly indicators: readonly IndicatorJudgement[];
  readonly tasks: readonly TaskJudgement[];
}

export interface ProgramJudgement {
  readonly asOf: Day;
  readonly plans: readonly PlanJudgement[];
}
