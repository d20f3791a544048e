import { lookUpCitation } from "../documents/citation-lookup.ts";
import type { Clause } from "../documents/plan-document.ts";
import type { Entry } from "../semantics/entry.ts";
import { citationOf } from "./cited-clause.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { CodeLensResult } from "./feature-types.ts";
import { indicatorSummary, taskDetail } from "./verdict-text.ts";

/**
 * In a plan document, above each clause that is cited: the indicators and tasks that cite it with their verdicts, each
 * leading to its declaration.
 */
export function getDocumentLenses(context: FeatureContext, path: string): readonly CodeLensResult[] {
  const citing = citingByClause(context, path);
  if (citing.size === 0) return [];
  const reading = context.documents.read(path);
  if (reading.kind !== "document") return [];
  // In the order of the document, which the lenses are shown in.
  return reading.document.clauses.flatMap((clause) => {
    const range = context.reporter.rangeOf({ source: reading.source, span: clause.span });
    return (citing.get(clause) ?? []).flatMap((entry) => {
      const title = titleOf(context, entry);
      const name = entry.parsed.declaration?.name;
      if (title === undefined || !name) return [];
      const target = { path: entry.path, range: context.reporter.rangeOf({ source: entry, span: name }) };
      return [{ range, title, target, records: null }];
    });
  });
}

/** The indicators and tasks of the program by the clauses of one document, in the order of files and lines. */
function citingByClause(context: FeatureContext, path: string): ReadonlyMap<Clause, readonly Entry[]> {
  const citing = new Map<Clause, Entry[]>();
  for (const file of context.program.paths()) {
    for (const entry of context.program.file(file)?.entries ?? []) {
      const kind = entry.parsed.declaration?.kind;
      if (kind !== "indicator" && kind !== "task") continue;
      for (const { citation } of entry.facts.citations) {
        const bound = citationOf(context, entry, citation);
        const cited = bound.document === path ? lookUpCitation(bound, context.documents.read) : undefined;
        if (cited?.found.kind !== "found") continue;
        const { clause } = cited.found;
        const known = citing.get(clause) ?? [];
        if (!known.includes(entry)) citing.set(clause, [...known, entry]);
      }
    }
  }
  return citing;
}

const longestName = 60;

function titleOf(context: FeatureContext, entry: Entry): string | undefined {
  const judgement = context.judgementOf(entry);
  if (!judgement) return undefined;
  const { name } = "indicator" in judgement ? judgement.indicator : judgement.task;
  const cut = name.lastIndexOf(" ", longestName);
  const short = name.length <= longestName ? name : `${name.slice(0, cut > 20 ? cut : longestName)}…`;
  const verdict =
    "indicator" in judgement
      ? indicatorSummary(judgement, context.settings)
      : taskDetail(judgement, context.settings);
  return `${short}: ${verdict}`;
}
