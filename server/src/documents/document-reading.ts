import type { Source } from "../diagnostics/place.ts";
import type { FileFailure } from "../host.ts";
import type { UnreadPart } from "../text/document-text.ts";
import type { PlanDocument } from "./plan-document.ts";

/** A document that was read. */
export interface ReadyDocument {
  readonly kind: "document";
  readonly document: PlanDocument;
  readonly source: Source;
  /** What it takes in from other files and is not in its text. */
  readonly unread: readonly UnreadPart[];
}

/** A plan document as the rest of the core sees it: read into clauses, or why not. */
export type DocumentReading =
  | ReadyDocument
  | { readonly kind: "failure"; readonly failure: FileFailure }
  /** It is being loaded; nothing is said about it yet. */
  | { readonly kind: "pending" };

/** Gives the document at a path below the root; the same object as long as the file is unchanged. */
export type ReadDocument = (path: string) => DocumentReading;
