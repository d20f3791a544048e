import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import type { Entry } from "../../semantics/entry.ts";
import { singleStatements } from "../../syntax/single-statements.ts";

export function checkRepeatedStatements(entry: Entry): readonly Problem[] {
  const seen = new Set<string>();
  return (entry.parsed.declaration?.statements ?? []).flatMap((statement) => {
    if (!singleStatements.has(statement.kind)) return [];
    if (!seen.has(statement.kind)) {
      seen.add(statement.kind);
      return [];
    }
    const { start, end } = statement.keyword;
    const holes = { keyword: entry.text.slice(start, end) };
    return [createProblem("duplicate-statement", { source: entry, span: { start, end } }, holes)];
  });
}
