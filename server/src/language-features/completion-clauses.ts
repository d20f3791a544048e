import { citedAddress } from "../documents/clause-lookup.ts";
import type { ReadyDocument } from "../documents/document-reading.ts";
import type { Clause } from "../documents/plan-document.ts";
import { planDocumentPath } from "../semantics/binder/bind-parts.ts";
import { visibleSymbols } from "../semantics/scope.ts";
import type { CompletionPlace } from "./completion-place.ts";
import { matchText, mostEntries, searchText, typedPattern } from "./completion-search.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { CompletionEntry, CompletionResult } from "./feature-types.ts";

const mostDetail = 80;

/**
 * Clause addresses of the plan's document with the beginning of their text, found by its words too.
 *
 * @param from where the words that are looked for begin, in the place's text; one address is one word
 */
export function clauseEntries(
  context: FeatureContext,
  place: CompletionPlace,
  given: readonly string[],
  from: number | undefined,
): CompletionResult {
  const reading = documentOf(context, place.located.entry.path);
  if (!reading) return { entries: [], isIncomplete: reading === undefined };
  const start = from ?? place.text.length - place.typed.length;
  const typed = place.text.slice(start).replace(/\s+/gu, " ");
  const pattern = typed === "" ? null : typedPattern(typed);
  const range = place.rangeFrom(start);
  const entries: CompletionEntry[] = [];
  for (const clause of reading.document.clauses) {
    if (pattern && !pattern.test(clause.address) && !pattern.test(clause.text.replace(/\s+/gu, " ")))
      continue;
    if (entries.length >= mostEntries) break;
    const address = citedAddress(reading.document, clause);
    const order = `${given.includes(address) ? 2 : 1}${String(entries.length).padStart(4, "0")}`;
    entries.push({ ...clauseEntry(clause, address, reading.source.path, typed), range, sortText: order });
  }
  return { entries, isIncomplete: true };
}

/** The first document of the file's plan; undefined while it is being read, null where there is none. */
export function documentOf(context: FeatureContext, path: string): ReadyDocument | null | undefined {
  const document = planDocumentPath(context.program, context.binder.planOf(path));
  const reading = document === null ? undefined : context.documents.read(document);
  if (reading?.kind === "pending") return undefined;
  return reading?.kind === "document" ? reading : null;
}

function clauseEntry(
  clause: Clause,
  address: string,
  path: string,
  typed: string,
): Omit<CompletionEntry, "range" | "sortText"> {
  const line = clause.text.replace(/\s+/gu, " ").trim();
  const detail = line.length > mostDetail ? `${line.slice(0, mostDetail - 1).trimEnd()}…` : line;
  return {
    label: address,
    kind: "clause",
    detail,
    subject: { kind: "clause", path, address },
    insertText: address,
    snippet: null,
    filterText: matchText(typed, address, line),
  };
}

/** Names that a plan gave its documents, for `in` behind an address. */
export function documentEntries(context: FeatureContext, place: CompletionPlace): CompletionResult {
  const range = place.rangeFrom(place.text.length - place.typed.length);
  const visible = visibleSymbols(context.program, place.located.entry.path, "document");
  const entries = visible.map(({ symbol, prefix }, i): CompletionEntry => {
    const label = prefix === null ? symbol.name.text : `${prefix}.${symbol.name.text}`;
    return {
      label,
      kind: "document",
      detail: symbol.title,
      subject: null,
      insertText: label,
      snippet: null,
      range,
      filterText: searchText(label, symbol.title),
      sortText: `1${String(i).padStart(4, "0")}`,
    };
  });
  return { entries, isIncomplete: false };
}
