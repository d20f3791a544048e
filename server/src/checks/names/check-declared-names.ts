import { bilingual } from "../../diagnostics/language.ts";
import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import { builtinUnits } from "../../semantics/builtin-units.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { DeclaredName } from "../../semantics/facts.ts";
import type { Program, ProgramSymbol } from "../../semantics/program.ts";
import { lookAlikeSkeleton } from "../../text/look-alike.ts";

/** A name is declared once in a file, and none looks like another. Both places of a repeated name are named. */
export function checkDeclaredNames(program: Program, entry: Entry): readonly Problem[] {
  const names = program.file(entry.path)?.names;
  if (!names) return [];
  return entry.facts.declared.flatMap((declared) => [
    ...checkRepeated(entry, declared, names.get(declared.name.text) ?? []),
    ...checkBuiltin(entry, declared),
    ...checkLookAlike(entry, declared, names),
  ]);
}

function checkRepeated(entry: Entry, declared: DeclaredName, symbols: readonly ProgramSymbol[]): Problem[] {
  const rivals = symbols.filter((symbol) => clash(entry, declared, symbol));
  const [other] = rivals;
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

/** Categories clash within their dimension only; documents only with documents; all else with one another. */
function clash(entry: Entry, declared: DeclaredName, other: ProgramSymbol): boolean {
  if (other.entry === entry && other.name === declared.name) return false;
  if (declared.kind === "category" || other.kind === "category") {
    return declared.kind === other.kind && other.entry === entry;
  }
  return (declared.kind === "document") === (other.kind === "document");
}

function checkBuiltin(entry: Entry, declared: DeclaredName): Problem[] {
  if (declared.kind !== "unit" || !builtinUnits.has(declared.name.text)) return [];
  return [createProblem("built-in-name", placeOf(entry, declared), { name: declared.name.text })];
}

function checkLookAlike(
  entry: Entry,
  declared: DeclaredName,
  names: ReadonlyMap<string, readonly ProgramSymbol[]>,
): Problem[] {
  const name = declared.name.text;
  const skeleton = lookAlikeSkeleton(name);
  const other = skeleton === name ? undefined : names.get(skeleton)?.[0];
  if (!other) return [];
  const related = [{ place: placeOf(other.entry, other), message: bilingual("The other name", "Tên kia") }];
  return [createProblem("look-alike-name", placeOf(entry, declared), { name, other: skeleton }, { related })];
}

function placeOf(entry: Entry, { name }: DeclaredName) {
  return { source: entry, span: { start: name.start, end: name.end } };
}
