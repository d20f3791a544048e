import { bilingual, inLanguage, type LocalText } from "../../diagnostics/language.ts";
import type { Place } from "../../diagnostics/place.ts";
import { createProblem, type Problem, type RelatedPlace } from "../../diagnostics/problem.ts";
import type { Commitment, CommitmentReading } from "../../documents/commitments/commitments.ts";
import type { ReadyDocument } from "../../documents/document-reading.ts";
import type { Clause } from "../../documents/plan-document.ts";
import { calendarYear } from "../../semantics/period.ts";
import { excerpt } from "./check-citations.ts";
import { paragraphOf, promisedData } from "./check-promises.ts";
import { wordsAround } from "./cited-promises.ts";
import type { Citing } from "./citing.ts";
import { promisedSpan } from "./promise-date.ts";
import { relateUnits } from "./promise-unit.ts";
import { promisedText } from "./promised-text.ts";

/**
 * The commitments of a clause that no target of the indicators that cite it is about, told at the first of their
 * citations. Nothing is said where the clause is set aside or a task takes it up, nor of what is due after the plan.
 *
 * @param citings all that cite the clause, in the order of files and lines
 */
export function checkUntouched(
  clause: Clause,
  { commitments }: CommitmentReading,
  citings: readonly Citing[],
  reading: ReadyDocument,
): readonly Problem[] {
  const [first] = citings;
  if (!first || citings.some(({ kind }) => kind !== "indicator")) return [];
  const left = commitments.filter((commitment, index) => {
    const isTouched = citings.some(
      ({ agreements }) => (agreements.get(index) ?? "untouched") !== "untouched",
    );
    const span = promisedSpan(commitment, calendarYear);
    const isLater = span !== null && first.planEnd !== null && span.firstEnd > first.planEnd + 31;
    return !isTouched && !isLater;
  });
  const [commitment] = left;
  if (!commitment) return [];
  const promised: LocalText = (language) =>
    left.map((one) => inLanguage(promisedText(one), language)).join("; ");
  const words = wordsAround(clause, commitment);
  const place = { source: reading.source, span: paragraphOf(clause, commitment)?.span ?? clause.span };
  return [
    createProblem(
      "commitment-without-target",
      first.citation.place,
      { address: clause.address, promised, words },
      {
        related: [{ place, message: `${clause.address}: ${words}` }],
        data: { clauses: clause.address, document: reading.source.path, ...missingData(left, first) },
      },
    ),
  ];
}

/** What a quick fix writes as targets; nothing where a commitment can't be one of the indicator. */
function missingData(left: readonly Commitment[], { unit }: Citing): Readonly<Record<string, string>> {
  if (unit === null) return {};
  const missing = left.map((commitment) =>
    commitment.change === null && relateUnits(commitment.unit, unit).kind === "same"
      ? promisedData(commitment, unit)
      : null,
  );
  return missing.includes(null) ? {} : { missing: JSON.stringify(missing) };
}

const mostNamed = 8;
const mostRelated = 12;

/** The clauses of a document with commitments that nothing takes up or sets aside, told where a plan names the document. */
export function checkCovered(
  place: Place,
  file: string,
  uncovered: readonly Clause[],
  reading: ReadyDocument,
): readonly Problem[] {
  if (uncovered.length === 0) return [];
  const addresses = uncovered
    .slice(0, mostNamed)
    .map(({ address }) => address)
    .join(", ");
  const more = uncovered.length - mostNamed;
  const clauses =
    more > 0
      ? bilingual(`${addresses} and ${more} more`, `${addresses} và ${more} điều khoản khác`)
      : addresses;
  const related = uncovered.slice(0, mostRelated).map(
    (clause): RelatedPlace => ({
      place: { source: reading.source, span: clause.span },
      message: `${clause.address}: ${excerpt(clause.text)}`,
    }),
  );
  const clauseData = uncovered.map(({ address }) => address).join(" ");
  const data = { clauses: clauseData, document: reading.source.path };
  const holes = { count: String(uncovered.length), file, clauses };
  return [createProblem("clause-not-covered", place, holes, { related, data })];
}
