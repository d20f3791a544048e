import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { Statement } from "../../syntax/ast.ts";

/** What is said at most once in a declaration. */
const single: ReadonlySet<Statement["kind"]> = new Set<Statement["kind"]>([
  ...(["number", "issued", "period", "by", "yearEnds", "whole", "range", "scale", "decimals"] as const),
  ...(["aggregate", "unit", "formula", "path", "onTrackFrom", "offTrackBelow"] as const),
]);

export function checkRepeatedStatements(entry: Entry): readonly Problem[] {
  const seen = new Set<string>();
  return (entry.parsed.declaration?.statements ?? []).flatMap((statement) => {
    if (!single.has(statement.kind)) return [];
    if (!seen.has(statement.kind)) {
      seen.add(statement.kind);
      return [];
    }
    const { start, end } = statement.keyword;
    const holes = { keyword: entry.text.slice(start, end) };
    return [createProblem("duplicate-statement", { source: entry, span: { start, end } }, holes)];
  });
}
