import type { PlanDocument } from "../../documents/plan-document.ts";
import type { UnreadPart } from "../../text/document-text.ts";
import type { FileEdit } from "../feature-types.ts";

/** A new version of a plan document, to be held against the one that a plan names. */
export interface NewVersion {
  readonly document: PlanDocument;
  /** The text that it was read from. */
  readonly text: string;
  /** What it takes in from other files and is not in the text. */
  readonly unread: readonly UnreadPart[];
  /** Its file name, for people. */
  readonly name: string;
  /** Where it lies below the root; null for one outside, which no plan can name. */
  readonly path: string | null;
}

export interface ComparisonRequest {
  /** Path of the document below the root that the plan names. */
  readonly oldPath: string;
  readonly version: NewVersion;
  /**
   * The fixes that were made already, by their ids, with what each said before: without it an address that was brought
   * up to date would be taken for one of the old version.
   */
  readonly applied: ReadonlyMap<string, string>;
}

/** One thing to bring up to date. Applying one leaves the others to be asked for again. */
export interface ComparisonFix {
  readonly id: string;
  /** What the place says now, to be given back in `applied`. */
  readonly was: string;
  readonly title: string;
  readonly detail: string;
  /** By path. */
  readonly edits: ReadonlyMap<string, readonly FileEdit[]>;
}

export interface ComparisonResult {
  /** What is different, as Markdown. */
  readonly markdown: string;
  /** In the order in which they are best made; the plan's `document` last. */
  readonly fixes: readonly ComparisonFix[];
  /** How many clauses are reworded, moved, gone and new. */
  readonly differences: number;
}
