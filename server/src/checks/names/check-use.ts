import { bilingual, type LocalText } from "../../diagnostics/language.ts";
import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { Program, ProgramFile } from "../../semantics/program.ts";
import { nearestWord } from "../../text/nearest-word.ts";
import { resolveProgramPath } from "../../text/program-path.ts";

/** A `use` leads to a file of the program, in no circle, and brings no name that another one brought. */
export function checkUse(program: Program, entry: Entry): readonly Problem[] {
  const { declaration } = entry.parsed;
  if (declaration?.kind !== "use" || declaration.file.start === declaration.file.end) return [];
  const place = { source: entry, span: { start: declaration.file.start, end: declaration.file.end } };
  const written = declaration.file.value;
  const resolved = resolveProgramPath(entry.path, written);
  if (resolved.kind === "refused") {
    const code = resolved.reason === "outside-root" ? "outside-root" : "path-not-allowed";
    return [createProblem(code, place, { file: written })];
  }
  const target = program.file(resolved.path);
  if (!target) {
    const nearest = nearestWord(resolved.path, program.paths());
    const hint: LocalText = nearest
      ? bilingual(` Did you mean “${nearest}”?`, ` Có phải ý bạn là “${nearest}”?`)
      : "";
    return [createProblem("use-not-found", place, { file: written, hint })];
  }
  const circle = useCircle(program, entry.path, resolved.path);
  if (circle) return [createProblem("use-cycle", place, { files: circle.join(" → ") })];
  return checkCollision(program, entry, target, written).map((holes) =>
    createProblem("use-collision", place, holes),
  );
}

/** The files on the way from a file back to itself, where there is one. */
function useCircle(program: Program, from: string, first: string): readonly string[] | undefined {
  const seen = new Set<string>();
  const search = (path: string, way: readonly string[]): readonly string[] | undefined => {
    if (path === from) return [...way, path];
    if (seen.has(path)) return undefined;
    seen.add(path);
    for (const use of program.file(path)?.uses ?? []) {
      const circle = use.path === null ? undefined : search(use.path, [...way, path]);
      if (circle) return circle;
    }
    return undefined;
  };
  return search(first, [from]);
}

/** The first name that an earlier `use` without a prefix already brought. */
function checkCollision(
  program: Program,
  entry: Entry,
  target: ProgramFile,
  written: string,
): { name: string; file: string; other: string }[] {
  const uses = program.file(entry.path)?.uses ?? [];
  const own = uses.find((use) => use.entry === entry);
  if (!own || own.prefix !== null) return [];
  for (const use of uses) {
    if (use.entry === entry) return [];
    const other = use.prefix === null && use.path !== null ? program.file(use.path) : undefined;
    if (!other || other === target) continue;
    const shared = target.entries
      .flatMap((one) => one.facts.declared)
      .find(({ kind, name }) => other.names.get(name.text)?.some((symbol) => symbol.kind === kind));
    if (shared) return [{ name: shared.name.text, file: written, other: other.path }];
  }
  return [];
}
