import { bilingual, type LocalText } from "../../diagnostics/language.ts";
import { createProblem, type Problem, type RelatedPlace } from "../../diagnostics/problem.ts";
import { lookUpCitation } from "../../documents/citation-lookup.ts";
import { type ClauseLookup, citedAddress, mostNamesakes } from "../../documents/clause-lookup.ts";
import type { ReadDocument, ReadyDocument } from "../../documents/document-reading.ts";
import { findNearestPassage } from "../../documents/nearest-passage.ts";
import type { Clause, Paragraph } from "../../documents/plan-document.ts";
import { findQuotedWords, locateQuotedWords } from "../../documents/quoted-words.ts";
import type { Citation } from "../../semantics/model.ts";

/** Each cited clause is in its document, is one clause, and still has the quoted words. */
export function checkCitations(
  citations: readonly Citation[],
  readDocument: ReadDocument,
): readonly Problem[] {
  return citations.flatMap((citation) => {
    const cited = lookUpCitation(citation, readDocument);
    return cited ? checkCitation(citation, cited.reading, cited.found) : [];
  });
}

/** Where the cited clauses stand in their documents, for the related places of other problems. */
export function clausePlaces(
  citations: readonly Citation[],
  readDocument: ReadDocument,
): readonly RelatedPlace[] {
  return citations.flatMap((citation) => {
    const cited = lookUpCitation(citation, readDocument);
    if (cited?.found.kind !== "found") return [];
    const { reading, found } = cited;
    const { span } = found.paragraph ?? found.clause;
    const text = excerpt(found.paragraph?.text ?? found.clause.text);
    return [{ place: { source: reading.source, span }, message: `${citation.address}: ${text}` }];
  });
}

function checkCitation(citation: Citation, reading: ReadyDocument, found: ClauseLookup): Problem[] {
  const file = citation.document ?? "";
  const { address } = citation;
  switch (found.kind) {
    case "not-found": {
      const { words } = citation;
      const moved = words === null ? [] : locateFew(reading, words);
      if (moved.length > 0) return [movedClause(citation, reading, moved)];
      const [nearest] = found.nearest;
      const hint: LocalText = nearest
        ? bilingual(
            ` Did you mean ${nearest.address} (“${excerpt(nearest.text)}”)?`,
            ` Có phải ý bạn là ${nearest.address} (“${excerpt(nearest.text)}”)?`,
          )
        : "";
      const details = nearest ? { data: { nearest: nearest.address } } : {};
      return [createProblem("clause-not-found", citation.place, { file, address, hint }, details)];
    }
    case "ambiguous": {
      const told = found.clauses.slice(0, mostNamesakes);
      const more = found.clauses.length > told.length ? ", …" : "";
      const choices = told.map((clause) => citedAddress(reading.document, clause)).join(", ") + more;
      const related = told.map((clause) => relatedTo(reading, clause));
      const holes = { file, address, count: String(found.clauses.length), choices };
      return [createProblem("clause-ambiguous", citation.place, holes, { related })];
    }
    case "found":
      return checkWords(citation, reading, found.clause, found.paragraph);
  }
}

/** The address is gone and the quoted words are elsewhere: the document was numbered anew. */
function movedClause(citation: Citation, reading: ReadyDocument, moved: readonly Clause[]): Problem {
  const addresses = moved.map(({ address }) => address).join(", ");
  const hint = bilingual(` The quoted words are in ${addresses}.`, ` Các từ trích dẫn hiện ở ${addresses}.`);
  const holes = { file: citation.document ?? "", address: citation.address, hint };
  const related = moved.map((clause) => relatedTo(reading, clause));
  const data = moved.length === 1 ? { data: { nearest: moved[0]!.address } } : {};
  return createProblem("clause-not-found", citation.place, holes, { related, ...data });
}

/** Words that more clauses than these have are not what moved. */
const mostElsewhere = 3;

function locateFew({ document }: ReadyDocument, words: string): readonly Clause[] {
  // One of them may be the cited clause itself, of which another paragraph was meant.
  const found = locateQuotedWords(document, words, mostElsewhere + 1);
  return found.length > mostElsewhere ? [] : found;
}

function checkWords(
  citation: Citation,
  reading: ReadyDocument,
  clause: Clause,
  paragraph: Paragraph | null,
): Problem[] {
  const { words, wordsPlace, address } = citation;
  if (words === null || wordsPlace === null || words.trim() === "") return [];
  const text = paragraph?.text ?? clause.text;
  if (findQuotedWords(text, words)) return [];
  const elsewhere = locateFew(reading, words).filter((other) => other !== clause);
  const now = elsewhere.length > 0 ? undefined : wordsNow(text, words);
  const hint: LocalText =
    elsewhere.length > 0
      ? bilingual(
          ` They are now in ${elsewhere.map((other) => other.address).join(", ")}.`,
          ` Hiện các từ này ở ${elsewhere.map((other) => other.address).join(", ")}.`,
        )
      : now !== undefined
        ? bilingual(` It says “${excerpt(now)}”.`, ` Điều khoản ghi “${excerpt(now)}”.`)
        : "";
  const holes = { words: excerpt(words), address, file: citation.document ?? "", hint };
  const related = [relatedTo(reading, clause), ...elsewhere.map((other) => relatedTo(reading, other))];
  const movedTo = elsewhere.map(({ address: other }) => other).join(" ");
  const data: Record<string, string> = {
    ...(movedTo !== "" && { movedTo }),
    ...(now !== undefined && { wordsNow: now }),
  };
  return [createProblem("clause-text-changed", wordsPlace, holes, { related, data })];
}

/** The passage that the quoted words have become, on one line; undefined where none is like them. */
function wordsNow(text: string, words: string): string | undefined {
  const span = findNearestPassage(text, words);
  const now = span && text.slice(span.start, span.end).replace(/\s+/gu, " ");
  return now !== undefined && findQuotedWords(text, now) ? now : undefined;
}

function relatedTo(reading: ReadyDocument, clause: Clause): RelatedPlace {
  return {
    place: { source: reading.source, span: clause.span },
    message: `${clause.address}: ${excerpt(clause.text)}`,
  };
}

/** The beginning of a clause's text, on one line. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}
