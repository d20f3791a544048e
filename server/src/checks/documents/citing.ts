import { lookUpCitation } from "../../documents/citation-lookup.ts";
import type { ReadDocument } from "../../documents/document-reading.ts";
import type { Clause } from "../../documents/plan-document.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { Citation, IndicatorModel, TaskModel, UnitModel } from "../../semantics/model.ts";
import type { Agreement, PromiseMatch } from "./match-promises.ts";

/** One declaration that takes up a clause, or a plan that sets it aside. */
export interface Citing {
  readonly kind: "indicator" | "task" | "aside";
  /** Id and shown name of the indicator or task; of the plan for what is set aside. */
  readonly id: string;
  readonly name: string;
  readonly citation: Citation;
  /** Path of the document, and the address that the clause has in it. */
  readonly document: string;
  readonly address: string;
  /** Of an indicator, how each commitment of the clause stands with its targets, by its place in the clause. */
  readonly agreements: ReadonlyMap<number, Agreement>;
  /** Of an indicator. */
  readonly unit: UnitModel | null;
  /** The last day of the plan's period; null where it gives none. */
  readonly planEnd: number | null;
  /** Why the clause is set aside; empty where nothing is said. */
  readonly reason: string;
}

/** A clause that a plan sets aside, and the words behind it. */
export interface Aside {
  readonly citation: Citation;
  readonly reason: string;
}

const noAgreements: ReadonlyMap<number, Agreement> = new Map();

/** What an indicator or a task takes up, each clause once. */
export function citingsOf(
  model: IndicatorModel | TaskModel,
  promises: PromiseMatch | null,
  readDocument: ReadDocument,
): readonly Citing[] {
  const isIndicator = "unit" in model;
  const seen = new Set<string>();
  return model.citations.flatMap((citation) => {
    const found = foundClause(citation, readDocument);
    const key = `${citation.document}\n${found?.address}`;
    if (citation.document === null || !found || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        kind: isIndicator ? ("indicator" as const) : ("task" as const),
        id: model.id,
        name: model.name,
        citation,
        document: citation.document,
        address: found.address,
        agreements: isIndicator ? agreementsIn(found, promises) : noAgreements,
        unit: isIndicator ? model.unit : null,
        planEnd: model.plan?.period?.last ?? null,
        reason: "",
      },
    ];
  });
}

function agreementsIn(clause: Clause, promises: PromiseMatch | null): ReadonlyMap<number, Agreement> {
  const own = [...(promises?.agreements ?? [])].filter(([promise]) => promise.clause === clause);
  return new Map(own.map(([{ index }, agreement]) => [index, agreement]));
}

/** The clauses that a plan sets aside, with all that lie in them. */
export function asideCitings(
  plan: Entry,
  asides: readonly Aside[],
  readDocument: ReadDocument,
): readonly Citing[] {
  const declaration = plan.parsed.declaration;
  return asides.flatMap(({ citation, reason }) => {
    const found = foundClause(citation, readDocument);
    const { document } = citation;
    if (!found || document === null) return [];
    return withAllBelow(found).map((clause) => ({
      kind: "aside" as const,
      id: declaration?.name.text ?? "",
      name: declaration?.title?.value ?? "",
      citation,
      document,
      address: clause.address,
      agreements: noAgreements,
      unit: null,
      planEnd: null,
      reason,
    }));
  });
}

function foundClause(citation: Citation, readDocument: ReadDocument): Clause | undefined {
  const found = lookUpCitation(citation, readDocument)?.found;
  return found?.kind === "found" ? found.clause : undefined;
}

function withAllBelow(clause: Clause): readonly Clause[] {
  const all: Clause[] = [clause];
  // The list grows while it is gone through.
  for (const one of all) all.push(...one.children);
  return all;
}
