import { bilingual, type LocalText } from "../../diagnostics/language.ts";
import { pathProblem } from "../../diagnostics/path-problem.ts";
import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import { maxUseDepth, maxUsedFiles } from "../../limits.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { Program, ProgramFile } from "../../semantics/program.ts";
import { nearestWord } from "../../text/nearest-word.ts";
import { resolveProgramPath } from "../../text/program-path.ts";

/** A `use` leads to a file of the program, in no circle, and brings no name that another one brought under its prefix. */
export function checkUse(program: Program, entry: Entry): readonly Problem[] {
  const { declaration } = entry.parsed;
  if (declaration?.kind !== "use" || declaration.file.start === declaration.file.end) return [];
  const place = { source: entry, span: { start: declaration.file.start, end: declaration.file.end } };
  const written = declaration.file.value;
  const resolved = resolveProgramPath(entry.path, written);
  if (resolved.kind === "refused") {
    return [pathProblem(resolved.reason, place, written)];
  }
  const target = program.file(resolved.path);
  if (!target) {
    const nearest = nearestWord(resolved.path, program.paths());
    const hint: LocalText = nearest
      ? bilingual(` Did you mean “${nearest}”?`, ` Có phải ý bạn là “${nearest}”?`)
      : "";
    return [createProblem("use-not-found", place, { file: written, hint })];
  }
  const reached = followUses(program, entry.path, resolved.path);
  if (reached.circle) return [createProblem("use-cycle", place, { files: reached.circle.join(" → ") })];
  if (reached.isTooFar) {
    const holes = { files: String(maxUsedFiles), steps: String(maxUseDepth) };
    return [createProblem("use-too-far", place, holes)];
  }
  return checkCollision(program, entry, target, written).map((holes) =>
    createProblem("use-collision", place, holes),
  );
}

/**
 * Follows what a used file uses, one step after another: the files on the way back to where it began, where there is
 * one, and whether the way leads to more files, or farther, than is followed.
 */
function followUses(
  program: Program,
  from: string,
  first: string,
): { readonly circle?: readonly string[]; readonly isTooFar: boolean } {
  const cameFrom = new Map<string, string>([[first, from]]);
  const queue = [first];
  let levelEnd = 1;
  let depth = 1;
  for (let i = 0; i < queue.length; i += 1) {
    if (i === levelEnd) {
      levelEnd = queue.length;
      depth += 1;
    }
    const path = queue[i]!;
    if (path === from) return { circle: wayBack(cameFrom, from), isTooFar: false };
    if (depth > maxUseDepth || queue.length > maxUsedFiles) return { isTooFar: true };
    for (const use of program.file(path)?.uses ?? []) {
      if (use.path === null || cameFrom.has(use.path)) continue;
      cameFrom.set(use.path, path);
      queue.push(use.path);
    }
  }
  return { isTooFar: false };
}

function wayBack(cameFrom: ReadonlyMap<string, string>, from: string): readonly string[] {
  const way = [from];
  for (let path = cameFrom.get(from); path !== undefined && path !== from; path = cameFrom.get(path))
    way.push(path);
  return [...way, from].reverse();
}

/** The first name that an earlier `use` with the same prefix, or like this one without any, already brought. */
function checkCollision(
  program: Program,
  entry: Entry,
  target: ProgramFile,
  written: string,
): { name: string; file: string; other: string; prefix: LocalText }[] {
  const uses = program.file(entry.path)?.uses ?? [];
  const own = uses.find((use) => use.entry === entry);
  if (!own) return [];
  for (const use of uses) {
    if (use.entry === entry) return [];
    const other = use.prefix === own.prefix && use.path !== null ? program.file(use.path) : undefined;
    if (!other || other === target) continue;
    const shared = target.entries
      .flatMap((one) => one.facts.declared)
      .find(({ kind, name }) => other.names.get(name.text)?.some((symbol) => symbol.kind === kind));
    if (!shared) continue;
    const prefix = own.prefix === null ? aPrefix : anotherPrefix;
    return [{ name: shared.name.text, file: written, other: other.path, prefix }];
  }
  return [];
}

const aPrefix = bilingual("a prefix", "tiền tố");
const anotherPrefix = bilingual("another prefix", "tiền tố khác");
