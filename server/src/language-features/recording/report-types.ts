import type { Position } from "../../text/line-index.ts";
import type { FileRange } from "../feature-types.ts";

/** A plan for which a report can be made, and the periods that make sense. */
export interface ReportSubject {
  /** The plan's file. */
  readonly path: string;
  readonly name: string;
  /** The files that belong to the plan: its own, its reports, and others of its indicators. */
  readonly files: readonly string[];
  /** The due one first; others can be typed. */
  readonly periods: readonly {
    readonly period: string;
    readonly text: string;
    /** How many values wait for it, or that there is a report. */
    readonly detail: string;
  }[];
}

export interface ReportParams {
  /** The plan's file. */
  readonly path: string;
  /** As typed: `2025`, `2025-Q3`, `3/2025`, `tháng 3 năm 2025`. */
  readonly period: string;
}

export type ReportResult =
  | {
      readonly kind: "refused";
      readonly message: string;
      /** The report that is there already. */
      readonly existing: FileRange | null;
    }
  | {
      readonly kind: "report";
      /** Of a file that the program does not have. */
      readonly path: string;
      readonly text: string;
      /** Where the first value is to be written. */
      readonly cursor: Position;
      /** `2025-Q1` */
      readonly period: string;
      readonly periodText: string;
    };
