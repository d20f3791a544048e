import { type ClauseLookup, findClause } from "./clause-lookup.ts";
import type { ReadDocument, ReadyDocument } from "./document-reading.ts";

/** What a citation leads to in its document. */
export interface CitedClause {
  readonly path: string;
  readonly reading: ReadyDocument;
  readonly found: ClauseLookup;
}

/**
 * What a citation leads to; undefined where its document is not there, or not read yet.
 *
 * @param citation the path of its document, null where it has none, and the address as it is written
 */
export function lookUpCitation(
  { document, address }: { readonly document: string | null; readonly address: string },
  readDocument: ReadDocument,
): CitedClause | undefined {
  if (document === null) return undefined;
  const reading = readDocument(document);
  if (reading.kind !== "document") return undefined;
  return { path: document, reading, found: findClause(reading.document, address) };
}
