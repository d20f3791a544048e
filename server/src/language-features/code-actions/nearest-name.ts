import { bilingual, type LocalText } from "../../diagnostics/language.ts";
import { lookUpCitation } from "../../documents/citation-lookup.ts";
import { findQuotedWords } from "../../documents/quoted-words.ts";
import { singleStatements } from "../../syntax/single-statements.ts";
import { citationOf } from "../cited-clause.ts";
import { unitInstead } from "./convert-unit.ts";
import { type FixMaker, type FixPlace, fixHere, refusedFix, replace } from "./fix.ts";
import { measuredInOther, restDoesNotFit, saidAlready, severalClauses, wordsNotThere } from "./refusals.ts";

/** Writes the name, keyword or address that is most like the one that is not known. */
export const nearestName: FixMaker = (place) => {
  const nearest = place.problem.data?.nearest;
  if (nearest === undefined) return [];
  const title = bilingual(`Change to “${nearest}”`, `Đổi thành “${nearest}”`);
  const refusal = refusalOf(place, nearest);
  if (refusal !== undefined) return [refusedFix(title, refusal, true)];
  return [fixHere(place, title, [replace(place, place.span, nearest)], true)];
};

/** Why the other word would be another problem; undefined where it would not. */
function refusalOf(place: FixPlace, nearest: string): LocalText | undefined {
  const { code, data } = place.problem;
  const unit = data?.kind === "unit" ? unitInstead(place, nearest) : undefined;
  if (unit) return measuredInOther(unit);
  if (code === "clause-not-found") return miscitation(place, nearest);
  return code.startsWith("unknown-") ? misreading(place, nearest) : undefined;
}

/**
 * With the other word there has to be one problem of syntax less, and nothing said twice. Of a declaration that could
 * not be told as one nothing more was read: what is wrong in it comes to light then.
 */
function misreading({ entry, span, parser, problem }: FixPlace, word: string): LocalText | undefined {
  const text = entry.text.slice(0, span.start) + word + entry.text.slice(span.end);
  const { declaration, problems } = parser.parse(text);
  if (!declaration) return restDoesNotFit(word);
  if (problem.code === "unknown-declaration") return undefined;
  const wasBroken = entry.parsed.problems.some((problem) => problem.span.start === span.start);
  if (problems.length > entry.parsed.problems.length - (wasBroken ? 1 : 0)) return restDoesNotFit(word);
  const written = declaration.statements.find(({ start }) => start === span.start);
  if (!written || !singleStatements.has(written.kind)) return undefined;
  const isOnly = declaration.statements.filter(({ kind }) => kind === written.kind).length === 1;
  return isOnly ? undefined : saidAlready(word);
}

/** The other clause has to be one alone, with the quoted words of the citation in it. */
function miscitation({ context, entry, span }: FixPlace, address: string): LocalText | undefined {
  const cited = entry.facts.citations.find((one) => one.address.start === span.start);
  if (!cited) return undefined;
  const { document, words } = citationOf(context, entry, cited.citation);
  const found = lookUpCitation({ document, address }, context.documents.read)?.found;
  if (found?.kind === "ambiguous") return severalClauses(address);
  if (words === null || found?.kind !== "found") return undefined;
  const text = found.paragraph?.text ?? found.clause.text;
  return findQuotedWords(text, words) === undefined ? wordsNotThere(address) : undefined;
}
