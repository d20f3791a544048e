import type { Status } from "../../semantics/judgement.ts";
import type { Position, Range } from "../../text/line-index.ts";
import type { FileEdit } from "../feature-types.ts";

/** Which indicator: its name, and the path of the file that declares it where several files have one of that name. */
export interface IndicatorName {
  readonly id: string;
  readonly path?: string;
}

/** What can be recorded for an indicator, in the order in which it is asked for. */
export interface RecordSubject {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  /** The unit's name as the user reads it; empty where it has none. */
  readonly unit: string;
  /** Values as they may be typed: `52.5, 52.5% or 11/20`. */
  readonly example: string;
  /** At least one; null stands for the indicator as a whole. */
  readonly categories: readonly RecordCategory[];
  /** Why nothing can be recorded: it is computed. */
  readonly refusal: string | null;
}

export interface RecordCategory {
  /** As the JSON export names it. */
  readonly category: string | null;
  readonly name: string;
  /** Those without a value first, and of them the due one; a few, others may be typed. */
  readonly periods: readonly RecordPeriod[];
}

export interface RecordPeriod {
  /** `2025-Q1` */
  readonly period: string;
  readonly text: string;
  readonly state: "due" | "missing" | "open" | "recorded";
  /** What there is, or what is to be there, in a few words. */
  readonly detail: string;
  /** What is written for it now, with the number as the reader writes it: `11/20`; empty where there is none. */
  readonly value: string;
  readonly evidence: string;
}

export interface RecordParams extends IndicatorName {
  /** As typed: `2025`, `3/2025`, `2025-Q1`, `quý I năm 2025`. */
  readonly period: string;
  readonly category: string | null;
  /** As typed: `52,5%`, `11/20`, `1.234.567`. */
  readonly value: string;
  /** Empty for none. */
  readonly evidence: string;
}

export type RecordResult =
  | {
      readonly kind: "refused";
      /** What is wrong, or what is not given yet. */
      readonly at: "indicator" | "period";
      readonly message: string;
    }
  | {
      readonly kind: "refused";
      readonly at: "value";
      readonly message: string;
      /** The period as it was understood. */
      readonly period: RecordPeriod;
    }
  | {
      readonly kind: "value";
      readonly path: string;
      readonly edit: FileEdit;
      /** Where the written value ends once the edit is made. */
      readonly cursor: Position;
      /** The value as it was understood: `55% (11/20)`. */
      readonly value: string;
      readonly periodText: string;
      /** What it would mean, in one line that begins with the value. */
      readonly meaning: string;
      /** The verdict on the period, or on the target that the value counts for; null where it counts for none. */
      readonly status: Status | null;
      /**
       * What is odd about the value (more than all), and what would be reported besides verdicts: a value in the future,
       * parts that differ from their total.
       */
      readonly notes: readonly string[];
      /** The value that it would replace, as it is shown, and where that is. */
      readonly replaces: { readonly value: string; readonly path: string; readonly range: Range } | null;
    };
