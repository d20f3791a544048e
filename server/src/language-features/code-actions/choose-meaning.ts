import { bilingual } from "../../diagnostics/language.ts";
import { lookUpCitation } from "../../documents/citation-lookup.ts";
import { citedAddress, mostNamesakes } from "../../documents/clause-lookup.ts";
import { findQuotedWords } from "../../documents/quoted-words.ts";
import { resolveName } from "../../semantics/scope.ts";
import { citationOf } from "../cited-clause.ts";
import { type Fix, type FixMaker, type FixPlace, fixHere, replace } from "./fix.ts";

/** Writes which dimension's category is meant. */
export const chooseCategory: FixMaker = (place) => {
  const { context, entry, span } = place;
  const mention = entry.facts.mentions.find(({ name }) => name.start === span.start);
  if (!mention || mention.name.qualifier) return [];
  const resolution = resolveName(context.program, entry.path, mention.name, mention.kind);
  if (resolution.kind !== "ambiguous") return [];
  const names = resolution.symbols.map(
    (symbol) => `${symbol.entry.parsed.declaration?.name.text ?? ""}.${symbol.name.text}`,
  );
  return [...new Set(names)].map((name) => choice(place, name));
};

/** Writes which of several clauses with one address is meant. */
export const chooseClause: FixMaker = (place) => {
  const { context, entry, span } = place;
  const cited = entry.facts.citations.find(({ address }) => address.start === span.start);
  if (!cited) return [];
  const citation = citationOf(context, entry, cited.citation);
  const { words } = citation;
  const looked = lookUpCitation(citation, context.documents.read);
  if (looked?.found.kind !== "ambiguous") return [];
  const { document } = looked.reading;
  const fitting = looked.found.clauses.filter(
    ({ text }) => words === null || findQuotedWords(text, words) !== undefined,
  );
  return fitting.slice(0, mostNamesakes).map((clause) => choice(place, citedAddress(document, clause)));
};

function choice(place: FixPlace, text: string): Fix {
  return fixHere(place, bilingual(`Write ${text}`, `Ghi ${text}`), [replace(place, place.span, text)]);
}
