import type { Range } from "../text/line-index.ts";
import type { Cadence, Comparator } from "./model.ts";

/**
 * Which commitments of the signed documents a program takes up. Plain data, with every text in one language; paths are
 * below the root, lines and characters count from 0.
 */
export interface Coverage {
  /** The documents that plans name, as far as they can be read, in the order of their paths. */
  readonly documents: readonly DocumentCoverage[];
}

export interface DocumentCoverage {
  readonly path: string;
  /** What is printed below the kind of document; null where it can't be told. */
  readonly title: string | null;
  /** The plans that name it. */
  readonly plans: readonly { readonly id: string; readonly name: string; readonly path: string }[];
  /** How many of `clauses` have each status. */
  readonly counts: Readonly<Record<ClauseStatus, number>>;
  /** Every clause with a commitment, or with a number and a year that were not understood, in document order. */
  readonly clauses: readonly ClauseCoverage[];
}

/**
 * `covered`, an indicator or a task cites it; `aside`, a plan leaves it to others; `not-covered`; `not-understood`, it
 * has a number and a year in which no commitment was recognised, and nobody cites it.
 */
export type ClauseStatus = "covered" | "aside" | "not-covered" | "not-understood";

export const clauseStatuses: readonly ClauseStatus[] = ["covered", "aside", "not-covered", "not-understood"];

export interface ClauseCoverage {
  readonly address: string;
  readonly citation: string;
  readonly text: string;
  readonly range: Range;
  readonly status: ClauseStatus;
  /** Why it is set aside; null where it is not, or nothing is said. */
  readonly reason: string | null;
  readonly commitments: readonly CommitmentCoverage[];
  /** In the order of files and lines. */
  readonly citedBy: readonly CitingDeclaration[];
}

export interface CitingDeclaration {
  readonly kind: "indicator" | "task";
  readonly id: string;
  readonly name: string;
  readonly path: string;
  /** Of the address that cites the clause. */
  readonly range: Range;
}

/**
 * Of the indicators that cite the clause: `agrees`, one has a target that says the same; `differs`, a target says
 * something else (`target-differs-from-clause`); `not-compared`, a target is about that date but can't be compared for
 * sure; `task`, none is about it and a task cites the clause; `aside`, none is and a plan sets it aside; `no-target`.
 */
export type CommitmentAgreement = "agrees" | "differs" | "not-compared" | "task" | "aside" | "no-target";

export interface CommitmentCoverage {
  /** As `bdg clauses --format json` has them. */
  readonly period: string | null;
  readonly every: Cadence | null;
  readonly comparator: Comparator;
  readonly value: string;
  readonly upper: string | null;
  readonly unit: string | null;
  readonly change: "relative" | "points" | "per-year" | "multiple" | null;
  /** In words: `2030: at least 30%`. */
  readonly said: string;
  /** null where nobody cites the clause. */
  readonly agreement: CommitmentAgreement | null;
  /** Ids of the indicators that the agreement is about, else of the tasks. */
  readonly by: readonly string[];
}
