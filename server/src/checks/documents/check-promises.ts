import { bilingual, inLanguage, type LocalText } from "../../diagnostics/language.ts";
import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import { paragraphStarts } from "../../documents/clause-lookup.ts";
import type { Commitment } from "../../documents/commitments/commitments.ts";
import type { ReadDocument } from "../../documents/document-reading.ts";
import type { Clause, Paragraph } from "../../documents/plan-document.ts";
import { formatList } from "../../semantics/display.ts";
import type { IndicatorModel, UnitModel } from "../../semantics/model.ts";
import { toDecimal } from "../../semantics/rational.ts";
import { wordsAround } from "./cited-promises.ts";
import type { Aspect, Drift, PromiseMatch } from "./match-promises.ts";
import { promisedNumber } from "./promise-number.ts";
import { relateUnits } from "./promise-unit.ts";
import { promisedText } from "./promised-text.ts";

/** Tells of the targets that say something else than the clause that their indicator cites. */
export function checkPromises(
  indicator: IndicatorModel,
  { drifts }: PromiseMatch,
  readDocument: ReadDocument,
): readonly Problem[] {
  return drifts.map((drift) => driftProblem(drift, indicator, readDocument));
}

function driftProblem(drift: Drift, indicator: IndicatorModel, readDocument: ReadDocument): Problem {
  const { target, promise, aspects } = drift;
  const { citation, clause, commitment } = promise;
  const reading = citation.document === null ? undefined : readDocument(citation.document);
  const words = wordsAround(clause, commitment);
  const related =
    reading?.kind === "document"
      ? [
          {
            place: { source: reading.source, span: paragraphOf(clause, commitment)?.span ?? clause.span },
            message: `${clause.address}: ${words}`,
          },
        ]
      : [];
  const holes = {
    aspect: aspectsText(aspects),
    address: clause.address,
    words,
    promised: promisedText(commitment),
    target: target.text,
  };
  return createProblem("target-differs-from-clause", target.place, holes, {
    related,
    data: fixData(drift, indicator),
  });
}

const aspectNames: Readonly<Record<Aspect, LocalText>> = {
  number: bilingual("number", "con số"),
  comparator: bilingual("comparison", "cách so sánh"),
  date: bilingual("date", "thời hạn"),
  cadence: bilingual("frequency", "tần suất"),
};

function aspectsText(aspects: readonly Aspect[]): LocalText {
  return (language) =>
    formatList(
      aspects.map((aspect) => inLanguage(aspectNames[aspect], language)),
      language,
    );
}

/** The paragraph of a clause that a commitment was read in; undefined for a row of a table. */
export function paragraphOf(clause: Clause, { span }: Commitment): Paragraph | undefined {
  if (clause.cells !== null) return undefined;
  return clause.paragraphs[paragraphStarts(clause).findLastIndex((start) => start <= span.start)];
}

function fixData(
  { promise: { commitment }, aspects }: Drift,
  { unit }: IndicatorModel,
): Readonly<Record<string, string>> {
  return { aspects: aspects.join(" "), ...promisedData(commitment, unit) };
}

/** What a quick fix writes: a commitment's number in an indicator's unit, its comparator, its dates. */
export function promisedData(commitment: Commitment, unit: UnitModel): Readonly<Record<string, string>> {
  const number = promisedNumber(commitment, relateUnits(commitment.unit, unit));
  return {
    comparator: commitment.comparator,
    ...(number && { value: toDecimal(number.value) }),
    ...(number?.upper && { upper: toDecimal(number.upper) }),
    ...(commitment.period !== null && { period: commitment.period }),
    ...(commitment.every !== null && { every: commitment.every }),
    ...(commitment.change !== null && { change: commitment.change }),
  };
}
