import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import { type Chains, higherNames } from "../../semantics/chains.ts";
import type { Entry } from "../../semantics/entry.ts";

/** Bodies belong to bodies, and indicators and plans implement others, without going in a circle. */
export function checkCircles({ higher }: Chains, entry: Entry): readonly Problem[] {
  const kind = entry.parsed.declaration?.kind;
  if (kind !== "body" && kind !== "indicator" && kind !== "plan") return [];
  const [name] = higherNames(entry);
  const names = name && higher.circleText(entry);
  if (!names) return [];
  const place = { source: entry, span: { start: name.start, end: name.end } };
  return [createProblem(kind === "body" ? "body-cycle" : "implements-cycle", place, { names })];
}
