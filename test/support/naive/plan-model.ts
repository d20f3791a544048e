/**
 * A plan as the judgement sees it, in plain JSON: what the naive evaluator judges, what the printer turns
 * into .bdg text and what the generator makes up.
 *
 * Periods are written as the JSON export writes them (`2025`, `2025-H1`, `2025-Q1`, `2025-01`, `2025-01-31`),
 * numbers as decimal strings with a point (`52.5`, `-3`), categories as bare names, unique in the plan.
 */

export type Cadence = "year" | "half" | "quarter" | "month";
export type Aggregate = "latest" | "sum" | "mean" | "min" | "max";
export type Comparator = "reach" | ">=" | "<=" | ">" | "<" | "=" | "between" | "about";

/** A number, in the indicator's unit where `unit` is null, else in a unit of the same family. */
export interface NumberModel {
  readonly kind: "number";
  readonly number: string;
  readonly unit: string | null;
}

/** `9 of 20`; the denominator is not zero. Only in `percent` and `ratio`. */
export interface ShareModel {
  readonly kind: "share";
  readonly numerator: string;
  readonly denominator: string;
}

/** `baseline * 0,9`, `baseline + 10 point`: relative to the baseline of the target's category. */
export interface RelativeModel {
  readonly kind: "relative";
  readonly operator: "*" | "+" | "-";
  readonly number: string;
  readonly unit: string | null;
}

export type ValueModel = NumberModel | ShareModel;
export type BoundModel = ValueModel | RelativeModel;

export interface RangeModel {
  readonly from: string;
  readonly to: string;
}

export type WhenModel =
  | { readonly kind: "point"; readonly period: string }
  /** `to` is null for `P1..`, to the plan's end. */
  | { readonly kind: "range"; readonly from: string; readonly to: string | null }
  | { readonly kind: "every"; readonly cadence: Cadence; readonly in: RangeModel | null }
  | { readonly kind: "total"; readonly from: string; readonly to: string };

export interface TargetModel {
  readonly when: WhenModel;
  readonly category: string | null;
  readonly comparator: Comparator;
  readonly value: BoundModel;
  /** The second value of `between`. */
  readonly upper: ValueModel | null;
  /** The T of `about V within T`. */
  readonly within: ValueModel | null;
}

export interface MeasuredModel {
  readonly period: string;
  readonly category: string | null;
  readonly value: ValueModel;
  readonly evidence: string | null;
}

export type FormulaModel =
  | { readonly kind: "name"; readonly id: string }
  | { readonly kind: "number"; readonly number: string }
  | {
      readonly kind: "binary";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: FormulaModel;
      readonly right: FormulaModel;
    };

export interface IndicatorModel {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly aggregate: Aggregate | null;
  readonly formula: FormulaModel | null;
  readonly baselines: readonly MeasuredModel[];
  readonly targets: readonly TargetModel[];
  readonly measured: readonly MeasuredModel[];
  readonly explains: readonly { readonly period: string; readonly text: string }[];
  readonly path: "linear" | "none" | null;
  /** In percent, null for the usual 95. */
  readonly onTrackFrom: string | null;
  /** In percent, null for the usual 80. */
  readonly offTrackBelow: string | null;
  readonly lead: readonly string[];
  readonly with: readonly string[];
}

export type DueModel =
  | { readonly kind: "point"; readonly period: string }
  | { readonly kind: "every"; readonly cadence: Cadence; readonly in: RangeModel | null };

export interface TaskModel {
  readonly id: string;
  readonly name: string;
  readonly due: readonly DueModel[];
  readonly done: readonly { readonly period: string; readonly evidence: string | null }[];
  readonly lead: readonly string[];
  readonly with: readonly string[];
}

export interface UnitModel {
  readonly id: string;
  readonly name: string;
  readonly whole: boolean;
  readonly range: { readonly from: string; readonly to: string } | null;
  readonly scale: { readonly factor: string; readonly unit: string } | null;
  readonly decimals: number | null;
  readonly aggregate: Aggregate | null;
}

/** A report's values; an entry's period is the report's where it is null, and so is its evidence. */
export interface ReportModel {
  readonly period: string;
  readonly source: string | null;
  /** Whether it stands in a file of its own that uses the plan's file. */
  readonly apart: boolean;
  readonly entries: readonly {
    readonly indicator: string;
    readonly period: string | null;
    readonly category: string | null;
    readonly value: ValueModel;
    readonly evidence: string | null;
  }[];
}

export interface PlanHeadModel {
  readonly id: string;
  readonly name: string;
  readonly period: RangeModel;
  readonly issued: string | null;
  /** The day of December on which the reporting year ends, null for the calendar year. */
  readonly yearEnds: number | null;
}

export interface PlanModel {
  readonly asOf: string;
  readonly plan: PlanHeadModel | null;
  readonly units: readonly UnitModel[];
  readonly dimensions: readonly {
    readonly id: string;
    readonly name: string;
    readonly categories: readonly string[];
  }[];
  readonly bodies: readonly { readonly id: string; readonly name: string; readonly in: string | null }[];
  readonly indicators: readonly IndicatorModel[];
  readonly tasks: readonly TaskModel[];
  readonly reports: readonly ReportModel[];
}
