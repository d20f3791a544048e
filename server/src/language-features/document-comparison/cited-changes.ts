import { findClause } from "../../documents/clause-lookup.ts";
import type { DocumentComparison, KeptClause } from "../../documents/comparison/compare-documents.ts";
import type { Clause, Paragraph, PlanDocument } from "../../documents/plan-document.ts";
import { findQuotedWords } from "../../documents/quoted-words.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { CitationNode } from "../../syntax/ast.ts";
import { citationOf } from "../cited-clause.ts";
import type { FeatureContext } from "../feature-context.ts";
import type { ComparisonRequest } from "./comparison-types.ts";

/** A citation of the old version. */
export interface CitedChange {
  readonly id: string;
  readonly entry: Entry;
  readonly citation: CitationNode;
  /** The address as it stands in the file now. */
  readonly address: string;
  readonly clause: Clause;
  readonly paragraph: Paragraph | null;
  /** What has become of the clause; null where it is gone. */
  readonly kept: KeptClause | null;
}

export interface Citations {
  readonly changes: readonly CitedChange[];
  /** Clauses of the new version that are cited already. */
  readonly citedAnew: ReadonlySet<Clause>;
}

/** Whether a document is the one that is compared; once the plan names the new version, that one is. */
export function isCompared({ oldPath, version, applied }: ComparisonRequest, path: string): boolean {
  return (
    path === oldPath || (path === version.path && [...applied.keys()].some((id) => id.endsWith("#document")))
  );
}

/** Every citation of the old version in the program, with what has become of its clause. */
export function citationsOfOld(
  context: FeatureContext,
  old: PlanDocument,
  comparison: DocumentComparison,
  request: ComparisonRequest,
): Citations {
  const kept = new Map(comparison.kept.map((one) => [one.before, one] as const));
  const changes: CitedChange[] = [];
  const citedAnew = new Set<Clause>();
  for (const file of context.program.allFiles()) {
    for (const entry of file.entries) {
      entry.facts.citations.forEach(({ citation }, index) => {
        const bound = citationOf(context, entry, citation);
        if (bound.document === null || !isCompared(request, bound.document)) return;
        const id = `${entry.path}#${entry.parsed.declaration?.name.text ?? ""}#${index}`;
        const was = request.applied.get(id);
        const lookup = findClause(old, was ?? bound.address);
        const clause =
          lookup.kind === "found" ? lookup.clause : lookup.kind === "ambiguous" ? lookup.clauses[0]! : null;
        const fresh = was === undefined ? clauseOfNew(request, clause, bound.address, bound.words) : null;
        if (fresh) citedAnew.add(fresh);
        else if (clause) {
          const paragraph = lookup.kind === "found" ? lookup.paragraph : null;
          const change = kept.get(clause) ?? null;
          if (was !== undefined && change) citedAnew.add(change.after);
          changes.push({ id, entry, citation, address: bound.address, clause, paragraph, kept: change });
        }
      });
    }
  }
  return { changes, citedAnew };
}

/** A citation that was brought up to date before: its words are in the new version there, and not in the old one. */
function clauseOfNew(
  { version }: ComparisonRequest,
  clause: Clause | null,
  address: string,
  words: string | null,
): Clause | null {
  if (words === null || (clause && findQuotedWords(clause.text, words))) return null;
  const lookup = findClause(version.document, address);
  const fresh = lookup.kind === "found" ? lookup.clause : null;
  return fresh && findQuotedWords(fresh.text, words) ? fresh : null;
}
