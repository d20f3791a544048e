import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { NameKind } from "../../semantics/facts.ts";
import type { Program } from "../../semantics/program.ts";
import { findSymbol } from "../../semantics/scope.ts";
import type { QualifiedName } from "../../syntax/ast.ts";

/** Bodies belong to bodies, and indicators and plans implement others, without going in a circle. */
export function checkCircles(program: Program, entry: Entry): readonly Problem[] {
  const { declaration } = entry.parsed;
  if (declaration?.kind === "body") return circleProblems(program, entry, "body", "body-cycle");
  if (declaration?.kind === "indicator")
    return circleProblems(program, entry, "indicator", "implements-cycle");
  if (declaration?.kind === "plan") return circleProblems(program, entry, "plan", "implements-cycle");
  return [];
}

function circleProblems(
  program: Program,
  entry: Entry,
  kind: NameKind,
  code: "body-cycle" | "implements-cycle",
): readonly Problem[] {
  const [name] = higherNames(entry);
  if (!name) return [];
  const names = circleFrom(program, entry, kind);
  if (!names) return [];
  const place = { source: entry, span: { start: name.start, end: name.end } };
  return [createProblem(code, place, { names: names.join(" → ") })];
}

function circleFrom(program: Program, start: Entry, kind: NameKind): readonly string[] | undefined {
  const seen = new Set<Entry>();
  const search = (entry: Entry, way: readonly string[]): readonly string[] | undefined => {
    for (const name of higherNames(entry)) {
      const next = findSymbol(program, entry.path, name, kind)?.entry;
      if (!next) continue;
      if (next === start) return [...way, nameOf(next)];
      if (seen.has(next)) continue;
      seen.add(next);
      const circle = search(next, [...way, nameOf(next)]);
      if (circle) return circle;
    }
    return undefined;
  };
  return search(start, [nameOf(start)]);
}

function nameOf(entry: Entry): string {
  return entry.parsed.declaration?.name.text ?? "";
}

function higherNames(entry: Entry): readonly QualifiedName[] {
  const { declaration } = entry.parsed;
  if (declaration?.kind === "body") return declaration.partOf ? [declaration.partOf] : [];
  return (declaration?.statements ?? []).flatMap((one) => (one.kind === "implements" ? one.names : []));
}
