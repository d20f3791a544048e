import type { ProgramFile } from "../semantics/program.ts";
import type { Declaration } from "../syntax/ast.ts";
import type { Keyword } from "../syntax/keywords.ts";
import type { CompletionPlace } from "./completion-place.ts";

/** The order in which a plan is written. */
const inNewFile: readonly Keyword[] = ["plan", "body", "indicator", "task", "unit", "dimension"];

/** In a file that uses a plan, results are what is most likely written. */
const besidePlan: readonly Keyword[] = ["report", "data", "indicator", "task", "body", "unit"];

/** Declarations: the plan first where there is none, then what a plan is made of. */
export function declarationsInOrder(keywords: readonly Keyword[], file: ProgramFile): readonly Keyword[] {
  const usesPlan = file.plan === null && file.uses.length > 0;
  const first = usesPlan
    ? besidePlan
    : inNewFile.filter((keyword) => keyword !== "plan" || file.plan === null);
  return ranked(keywords, (keyword) => {
    if (keyword === "plan" && file.plan !== null) return keywords.length;
    const at = first.indexOf(keyword);
    return at < 0 ? first.length : at;
  });
}

/** What is said again and again in one declaration. */
const repeated: ReadonlySet<Keyword> = new Set<Keyword>([
  ...(["target", "measured", "explain", "due", "done", "basis", "document", "aside", "note"] as const),
]);

/** Statements: those that are not there yet, then those that may be there again, then the others. */
export function statementsInOrder(
  keywords: readonly Keyword[],
  place: CompletionPlace,
  declaration: Keyword,
  from: number,
): readonly Keyword[] {
  const there = new Set<string>();
  for (const { kind, start } of blockAround(place, declaration)?.statements ?? [])
    if (start !== from) there.add(kind);
  if (there.has("path")) there.add("pathNone");
  return ranked(keywords, (keyword) => (!there.has(keyword) ? 0 : repeated.has(keyword) ? 1 : 2));
}

/** The declaration whose block the place is in: its own, or, with that still open, the one above. */
function blockAround({ located }: CompletionPlace, declaration: Keyword): Declaration | undefined {
  const { file, index, entry } = located;
  const own = entry.parsed.declaration;
  if (own?.kind === declaration) return own;
  return file.entries[index - 1]?.parsed.declaration ?? undefined;
}

/** By rank, and of equal ones in the order given. */
function ranked(keywords: readonly Keyword[], rank: (keyword: Keyword) => number): readonly Keyword[] {
  return keywords.toSorted((a, b) => rank(a) - rank(b));
}
