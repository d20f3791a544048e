import { type ClauseLookup, findClause } from "../documents/clause-lookup.ts";
import type { DocumentReading } from "../documents/document-reading.ts";
import type { Clause } from "../documents/plan-document.ts";
import { bindCitation } from "../semantics/binder/bind-parts.ts";
import type { Entry } from "../semantics/entry.ts";
import type { Citation } from "../semantics/model.ts";
import type { CitationNode } from "../syntax/ast.ts";
import type { FeatureContext } from "./feature-context.ts";

/** A document that was read. */
export type ReadyDocument = DocumentReading & { readonly kind: "document" };

export interface CitedClause {
  readonly citation: Citation;
  readonly path: string;
  readonly reading: ReadyDocument;
  readonly found: ClauseLookup;
}

/** A citation with its document, as the declaration that holds it means it. */
export function citationOf(context: FeatureContext, entry: Entry, citation: CitationNode): Citation {
  return bindCitation({ program: context.program, entry }, citation, context.binder.planOf(entry.path));
}

/** What a citation leads to; undefined where its document is not there, or not read yet. */
export function lookUpCitation(context: FeatureContext, citation: Citation): CitedClause | undefined {
  if (citation.document === null) return undefined;
  const reading = context.documents.read(citation.document);
  if (reading.kind !== "document") return undefined;
  const found = findClause(reading.document, citation.address);
  return { citation, path: citation.document, reading, found };
}

/** The clauses that a citation may mean: one, several of one address, or none. */
export function clausesOf({ found }: CitedClause): readonly Clause[] {
  if (found.kind === "found") return [found.clause];
  return found.kind === "ambiguous" ? found.clauses : [];
}
