import { bilingual } from "../../diagnostics/language.ts";
import { lookUpCitation } from "../../documents/citation-lookup.ts";
import { findQuotedWords } from "../../documents/quoted-words.ts";
import { singleStatements } from "../../syntax/single-statements.ts";
import { citationOf } from "../cited-clause.ts";
import { fitsHere } from "./convert-unit.ts";
import { type FixMaker, type FixPlace, fixHere, replace } from "./fix.ts";

/** Writes the name, keyword or address that is most like the one that is not known. */
export const nearestName: FixMaker = (place) => {
  const nearest = place.problem.data?.nearest;
  if (nearest === undefined) return [];
  if (place.problem.data?.kind === "unit" && !fitsHere(place, nearest)) return [];
  if (place.problem.code === "clause-not-found" && !keepsItsWords(place, nearest)) return [];
  if (place.problem.code.startsWith("unknown-") && !readsWell(place, nearest)) return [];
  const title = bilingual(`Change to “${nearest}”`, `Đổi thành “${nearest}”`);
  return [fixHere(place, title, [replace(place, place.span, nearest)], true)];
};

/**
 * With the other word, is there one problem of syntax less, and nothing said twice? Of a declaration that could not be
 * told as one nothing more was read: what is wrong in it comes to light then.
 */
function readsWell({ entry, span, parser, problem }: FixPlace, word: string): boolean {
  const text = entry.text.slice(0, span.start) + word + entry.text.slice(span.end);
  const { declaration, problems } = parser.parse(text);
  if (problem.code === "unknown-declaration") return declaration !== null;
  const wasBroken = entry.parsed.problems.some((problem) => problem.span.start === span.start);
  if (!declaration || problems.length > entry.parsed.problems.length - (wasBroken ? 1 : 0)) return false;
  const written = declaration.statements.find(({ start }) => start === span.start);
  if (!written || !singleStatements.has(written.kind)) return true;
  return declaration.statements.filter(({ kind }) => kind === written.kind).length === 1;
}

/** Would the quoted words of the citation be in the other clause? Then no new problem comes of it. */
function keepsItsWords({ context, entry, span }: FixPlace, address: string): boolean {
  const cited = entry.facts.citations.find((one) => one.address.start === span.start);
  if (!cited) return false;
  const { document, words } = citationOf(context, entry, cited.citation);
  if (words === null) return true;
  const found = lookUpCitation({ document, address }, context.documents.read)?.found;
  if (found?.kind !== "found") return false;
  return findQuotedWords(found.paragraph?.text ?? found.clause.text, words) !== undefined;
}
