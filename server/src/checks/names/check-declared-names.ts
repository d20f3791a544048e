import { bilingual } from "../../diagnostics/language.ts";
import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import { builtinUnits } from "../../semantics/builtin-units.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { DeclaredName } from "../../semantics/facts.ts";
import type { Program, ProgramSymbol } from "../../semantics/program.ts";
import { clash, lookAlikesOf } from "../../semantics/scope.ts";

/** A name is declared once in a file, and none looks like another. Both places of a repeated name are named. */
export function checkDeclaredNames(program: Program, entry: Entry): readonly Problem[] {
  const names = program.file(entry.path)?.names;
  if (!names) return [];
  return entry.facts.declared.flatMap((declared) => [
    ...checkRepeated(entry, declared, names.get(declared.name.text) ?? []),
    ...checkBuiltin(entry, declared),
    ...checkLookAlike(program, entry, declared),
  ]);
}

function checkRepeated(entry: Entry, declared: DeclaredName, symbols: readonly ProgramSymbol[]): Problem[] {
  const own = { kind: declared.kind, entry };
  const other = symbols.find(
    (symbol) => !(symbol.entry === entry && symbol.name === declared.name) && clash(own, symbol),
  );
  if (!other) return [];
  const place = placeOf(entry, declared);
  const related = [
    {
      place: placeOf(other.entry, other),
      message: bilingual("It is also declared here", "Cũng được khai báo ở đây"),
    },
  ];
  return [createProblem("duplicate-name", place, { name: declared.name.text }, { related })];
}

function checkBuiltin(entry: Entry, declared: DeclaredName): Problem[] {
  if (declared.kind !== "unit" || !builtinUnits.has(declared.name.text)) return [];
  return [createProblem("built-in-name", placeOf(entry, declared), { name: declared.name.text })];
}

function checkLookAlike(program: Program, entry: Entry, declared: DeclaredName): Problem[] {
  const name = declared.name.text;
  const [other] = lookAlikesOf(program, entry.path, name).toSorted(
    (a, b) => byNearness(entry.path, a.entry, b.entry) || a.name.start - b.name.start,
  );
  if (!other) return [];
  const related = [{ place: placeOf(other.entry, other), message: bilingual("The other name", "Tên kia") }];
  const holes = { name, other: other.name.text };
  return [createProblem("look-alike-name", placeOf(entry, declared), holes, { related })];
}

/** Those of a file first, then the others in the order of files and lines. */
function byNearness(path: string, a: Entry, b: Entry): number {
  if (a.path === b.path) return a.firstLine - b.firstLine;
  if (a.path === path || b.path === path) return a.path === path ? -1 : 1;
  return a.path < b.path ? -1 : 1;
}

function placeOf(entry: Entry, { name }: DeclaredName) {
  return { source: entry, span: { start: name.start, end: name.end } };
}
