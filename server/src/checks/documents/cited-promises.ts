import { lookUpCitation } from "../../documents/citation-lookup.ts";
import { paragraphStarts } from "../../documents/clause-lookup.ts";
import { type Commitment, commitmentsOf } from "../../documents/commitments/commitments.ts";
import type { ReadDocument } from "../../documents/document-reading.ts";
import type { Clause, Paragraph } from "../../documents/plan-document.ts";
import { findQuotedWords } from "../../documents/quoted-words.ts";
import type { Citation } from "../../semantics/model.ts";
import type { TextSpan } from "../../text/text-span.ts";
import type { CitedPromise } from "./match-promises.ts";

/** The commitments of every clause that is cited, each once, with the citation that quotes it or the first. */
export function citedPromises(
  citations: readonly Citation[],
  readDocument: ReadDocument,
): readonly CitedPromise[] {
  const promises = new Map<Commitment, CitedPromise>();
  for (const citation of citations) {
    const cited = lookUpCitation(citation, readDocument);
    if (cited?.found.kind !== "found") continue;
    const { reading, found } = cited;
    const { clause, paragraph } = found;
    const quoted = quotedSpan(clause, paragraph, citation.words);
    const commitments = commitmentsOf(reading.document).get(clause)?.commitments ?? [];
    for (const [index, commitment] of commitments.entries()) {
      const isQuoted = quoted === null || touches(quoted, commitment.span);
      if (promises.has(commitment) && !isQuoted) continue;
      promises.set(commitment, { citation, clause, commitment, index, isQuoted });
    }
  }
  return [...promises.values()];
}

/** Where a citation's paragraph or words stand in the clause's text; null where it means the whole clause. */
function quotedSpan(clause: Clause, paragraph: Paragraph | null, words: string | null): TextSpan | null {
  const start = paragraph === null ? 0 : paragraphStarts(clause)[clause.paragraphs.indexOf(paragraph)]!;
  const text = paragraph?.text ?? clause.text;
  const found = words === null || words.trim() === "" ? undefined : findQuotedWords(text, words);
  if (found) return { start: start + found.start, end: start + found.end };
  return paragraph === null ? null : { start, end: start + text.length };
}

function touches(a: TextSpan, b: TextSpan): boolean {
  return a.start < b.end && b.start < a.end;
}

const mostBefore = 60;
const mostAfter = 40;

/** The words around a commitment as printed, on one line: its sentence where that is short. */
export function wordsAround(clause: Clause, { span }: Commitment): string {
  const { text } = clause;
  const before = text.slice(0, span.start);
  const from = /^[\s\S]*(?:[.;](?=\s)|\n)/u.exec(before)?.[0].length ?? 0;
  const after = /[.;](?=\s|$)|\n/u.exec(text.slice(span.end));
  const to = after ? span.end + after.index : text.length;
  const start = span.start - from > mostBefore ? wordStart(text, span.start - mostBefore) : from;
  const end = to - span.end > mostAfter ? wordEnd(text, span.end + mostAfter) : to;
  const words = text.slice(start, end).replace(/\s+/gu, " ").trim();
  return `${start > from ? "…" : ""}${words}${end < to ? "…" : ""}`;
}

function wordStart(text: string, at: number): number {
  const space = text.slice(at).search(/\s/u);
  return space < 0 ? at : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  const space = text.slice(0, at).search(/\s\S*$/u);
  return space < 0 ? at : space;
}
