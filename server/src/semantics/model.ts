import type { ProblemCode } from "../diagnostics/catalog.ts";
import type { Place } from "../diagnostics/place.ts";
import type { Calendar, Period } from "./period.ts";
import type { Rational } from "./rational.ts";

/**
 * What the plan says, with every name resolved and every value converted to its indicator's unit.
 * The binder makes these from declarations; the evaluator, the exporters and the editor read them.
 * Nothing here depends on the as-of date.
 */

export type Aggregate = "latest" | "sum" | "mean" | "min" | "max";
export type Comparator = "reach" | ">=" | "<=" | ">" | "<" | "=" | "between" | "about";
export type Cadence = "year" | "half" | "quarter" | "month";

export interface PlanModel {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly period: { readonly first: number; readonly last: number; readonly text: string } | null;
  /** The first day of the `issued` period, from which recurring targets run; null where the plan does not say. */
  readonly issuedFrom: number | null;
  readonly calendar: Calendar;
  readonly front: PlanFront;
  readonly place: Place;
}

/** What a plan says of itself as a document, for the head and the foot of what is sent. */
export interface PlanFront {
  /** As written: `…/KH-SNV`. */
  readonly number: string | null;
  /** The body that issued it, and the one that belongs to. */
  readonly issuer: BodyModel | null;
  readonly above: BodyModel | null;
  readonly signed: { readonly role: string; readonly name: string | null } | null;
  /** The recipients. */
  readonly copies: readonly string[];
}

export interface UnitModel {
  readonly id: string;
  readonly name: string;
  /** How a value is written: `%` straight behind the number, else the unit's name after a space; empty for a bare number. */
  readonly symbol: string;
  /** In English, for one and for others: of the built-in units, whose words are ours. */
  readonly englishSymbol?: readonly [one: string, others: string];
  readonly whole: boolean;
  readonly range: { readonly min: Rational; readonly max: Rational } | null;
  /** Values of units with the same `base` convert into each other: base value = value × factor. */
  readonly base: string;
  readonly factor: Rational;
  /** Decimals shown; null where the value itself decides. */
  readonly decimals: number | null;
  readonly aggregate: Aggregate | null;
}

export interface Category {
  /** As JSON and messages name it: `female`, or `sex.female` where two dimensions have a `female`. */
  readonly id: string;
  readonly name: string;
}

export interface BodyModel {
  readonly id: string;
  readonly name: string;
}

/** A value in the indicator's unit; a share keeps its two counts (`9 of 20` in percent is 45). */
export interface Quantity {
  readonly value: Rational;
  readonly share: { readonly numerator: Rational; readonly denominator: Rational } | null;
}

export interface BaselineModel {
  readonly period: Period;
  readonly category: Category | null;
  readonly quantity: Quantity;
  readonly evidence: string | null;
  readonly place: Place;
}

export interface MeasuredModel {
  readonly period: Period;
  readonly category: Category | null;
  readonly quantity: Quantity;
  readonly evidence: string | null;
  /** The value as written, for underlining. */
  readonly place: Place;
  /** The evidence text, where there is one. */
  readonly evidencePlace: Place | null;
}

/** A value that is written down as measured and can't be one. */
export interface RefusedValue {
  readonly period: Period;
  readonly category: Category | null;
  /** The problem that says why; null where it can't be read at all. */
  readonly code: ProblemCode | null;
  readonly place: Place;
}

/** A bound in the indicator's unit, or relative to the baseline of the due point's category. */
export type Bound =
  | { readonly kind: "absolute"; readonly value: Rational }
  | { readonly kind: "baseline-times"; readonly factor: Rational }
  | { readonly kind: "baseline-plus"; readonly amount: Rational };

/** A target as written, before it is expanded into due points. */
export interface TargetModel {
  /** As written, white space folded, without the keyword: `2025 reach 60%`. */
  readonly text: string;
  readonly form: "period" | "range" | "every" | "total";
  readonly comparator: Comparator;
  readonly bound: Bound;
  /** The second bound of `between`. */
  readonly upper: Bound | null;
  /** The tolerance of `about … within`, in the indicator's unit; null for a bare `about` (a fiftieth of the bound). */
  readonly tolerance: Rational | null;
  /** One window for each due point, in order of time: a total has one, a range one for each of its periods. */
  readonly windows: readonly Period[];
  /** null stands for the indicator as a whole; several only for `for a, b`. Each window is due for each of these. */
  readonly categories: readonly (Category | null)[];
  readonly place: Place;
  /** The target's period as written. */
  readonly periodPlace: Place;
}

export interface Explanation {
  readonly period: Period;
  readonly text: string;
  readonly place: Place;
}

/** A formula over other indicators, with names resolved. */
export type FormulaModel =
  | { readonly kind: "number"; readonly value: Rational }
  | { readonly kind: "indicator"; readonly indicator: IndicatorModel }
  | {
      readonly kind: "operation";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: FormulaModel;
      readonly right: FormulaModel;
    };

export interface Citation {
  /** The address as written, composed: `II.1-1`. */
  readonly address: string;
  /** Path of the cited document below the root; null where the plan has no such document. */
  readonly document: string | null;
  readonly words: string | null;
  readonly place: Place;
  readonly wordsPlace: Place | null;
}

export interface IndicatorModel {
  readonly id: string;
  readonly name: string;
  readonly plan: PlanModel | null;
  readonly calendar: Calendar;
  readonly unit: UnitModel;
  /** The indicator's own aggregate, else its unit's, else null: then `latest` is assumed. */
  readonly aggregate: Aggregate | null;
  readonly baselines: readonly BaselineModel[];
  readonly targets: readonly TargetModel[];
  /** Its own values and those of every report that uses its plan, in the order of file and line. */
  readonly measured: readonly MeasuredModel[];
  /** What else is written there as measured. */
  readonly refused: readonly RefusedValue[];
  readonly formula: FormulaModel | null;
  readonly formulaPlace: Place | null;
  /**
   * What a formula's result is multiplied by to be in this indicator's unit: a quotient is a pure number, so 100 in
   * percent and 1 in ratio; any other result is in the base of its unit, so one over this unit's scale. Operands
   * whose unit is scaled are multiplied into its base by the formula itself.
   */
  readonly formulaFactor: Rational;
  readonly path: "linear" | "none";
  /** Edges as fractions (0.95), null where the workspace's hold. */
  readonly onTrackFrom: Rational | null;
  readonly offTrackBelow: Rational | null;
  readonly explanations: readonly Explanation[];
  readonly lead: readonly BodyModel[];
  readonly with: readonly BodyModel[];
  readonly citations: readonly Citation[];
  /** The higher plan's indicator that this one serves. */
  readonly parent: IndicatorModel | null;
  readonly note: string | null;
  /** The name in the declaration's head. */
  readonly place: Place;
}

export interface DoneModel {
  readonly period: Period;
  readonly evidence: string | null;
  readonly place: Place;
}

export interface TaskDueModel {
  readonly text: string;
  readonly recurs: boolean;
  readonly windows: readonly Period[];
  readonly place: Place;
}

export interface TaskModel {
  readonly id: string;
  readonly name: string;
  readonly plan: PlanModel | null;
  readonly due: readonly TaskDueModel[];
  readonly done: readonly DoneModel[];
  readonly explanations: readonly Explanation[];
  readonly lead: readonly BodyModel[];
  readonly with: readonly BodyModel[];
  readonly citations: readonly Citation[];
  readonly note: string | null;
  readonly place: Place;
}
