import type { Citing } from "../checks/documents/citing.ts";
import type { Agreement } from "../checks/documents/match-promises.ts";
import { promisedText } from "../checks/documents/promised-text.ts";
import { inLanguage, type Language } from "../diagnostics/language.ts";
import type { Place } from "../diagnostics/place.ts";
import {
  type Commitment,
  type CommitmentReading,
  commitmentsOf,
} from "../documents/commitments/commitments.ts";
import type { Clause } from "../documents/plan-document.ts";
import {
  type ClauseCoverage,
  type ClauseStatus,
  type CommitmentAgreement,
  type CommitmentCoverage,
  type Coverage,
  clauseStatuses,
  type DocumentCoverage,
} from "../semantics/coverage.ts";
import type { Range } from "../text/line-index.ts";
import { type ClauseLedger, citingsInOrder, type DocumentRecord } from "./clause-ledger.ts";
import type { DocumentStore } from "./document-store.ts";

interface CoverageParts {
  readonly ledger: ClauseLedger;
  readonly documents: DocumentStore;
  readonly language: Language;
  rangeOf(place: Place): Range;
}

/** The whole table of clauses, commitments and who takes them up, from what the ledger knows. */
export function buildCoverage(parts: CoverageParts): Coverage {
  return { documents: parts.ledger.all().flatMap((record) => documentCoverage(record, parts) ?? []) };
}

function documentCoverage(record: DocumentRecord, parts: CoverageParts): DocumentCoverage | undefined {
  const { reading, namedIn } = record;
  if (!reading || namedIn.size === 0) return undefined;
  const clauses = [...commitmentsOf(reading.document)].map(([clause, found]) =>
    clauseCoverage(clause, found, citingsInOrder(record, clause.address), {
      ...parts,
      range: parts.rangeOf({ source: reading.source, span: clause.span }),
    }),
  );
  const plans = [...namedIn.keys()].map((entry) => {
    const { declaration } = entry.parsed;
    const id = declaration?.name.text ?? "";
    return { id, name: declaration?.title?.value ?? id, path: entry.path };
  });
  return {
    path: record.path,
    title: reading.document.title,
    plans: plans.sort((a, b) => (a.path < b.path ? -1 : 1)),
    counts: Object.fromEntries(
      clauseStatuses.map((status) => [status, clauses.filter((one) => one.status === status).length]),
    ) as Record<ClauseStatus, number>,
    clauses,
  };
}

function clauseCoverage(
  clause: Clause,
  { commitments }: CommitmentReading,
  citings: readonly Citing[],
  parts: CoverageParts & { readonly range: Range },
): ClauseCoverage {
  const active = citings.filter(({ kind }) => kind !== "aside");
  const aside = citings.find(({ kind }) => kind === "aside");
  const status =
    active.length > 0
      ? "covered"
      : aside
        ? "aside"
        : commitments.length > 0
          ? "not-covered"
          : "not-understood";
  return {
    address: clause.address,
    citation: clause.citation,
    text: clause.text,
    range: parts.range,
    status,
    reason: aside?.reason || null,
    commitments: commitments.map((one, index) => commitmentCoverage(one, index, citings, parts.language)),
    citedBy: active.map(({ kind, id, name, citation: { place } }) => ({
      kind: kind as "indicator" | "task",
      id,
      name,
      path: place.source.path,
      range: parts.rangeOf(place),
    })),
  };
}

/** From the best: what one indicator says well, another needn't say. */
const fromBest: readonly (readonly [Agreement, CommitmentAgreement])[] = [
  ["agrees", "agrees"],
  ["differs", "differs"],
  ["touched", "not-compared"],
];

function commitmentCoverage(
  commitment: Commitment,
  index: number,
  citings: readonly Citing[],
  language: Language,
): CommitmentCoverage {
  const { period, every, comparator, value, upper, unit, change } = commitment;
  const said = inLanguage(promisedText(commitment), language);
  return { period, every, comparator, value, upper, unit, change, said, ...agreementOf(index, citings) };
}

function agreementOf(
  index: number,
  citings: readonly Citing[],
): Pick<CommitmentCoverage, "agreement" | "by"> {
  const idsOf = (some: readonly Citing[]) => some.map(({ id }) => id);
  for (const [own, agreement] of fromBest) {
    const found = citings.filter(({ agreements }) => agreements.get(index) === own);
    if (found.length > 0) return { agreement, by: idsOf(found) };
  }
  const tasks = citings.filter(({ kind }) => kind === "task");
  if (tasks.length > 0) return { agreement: "task", by: idsOf(tasks) };
  if (!citings.some(({ kind }) => kind === "indicator")) return { agreement: null, by: [] };
  return { agreement: citings.some(({ kind }) => kind === "aside") ? "aside" : "no-target", by: [] };
}
