import type { QualifiedName } from "../syntax/ast.ts";
import { lookAlikeSkeleton } from "../text/look-alike.ts";
import { printedUnits } from "./builtin-units.ts";
import type { NameKind } from "./facts.ts";
import type { UnitModel } from "./model.ts";
import type { Program, ProgramFile, ProgramSymbol } from "./program.ts";

export type Resolution =
  | { readonly kind: "found"; readonly symbol: ProgramSymbol }
  | { readonly kind: "ambiguous"; readonly symbols: readonly ProgramSymbol[] }
  | { readonly kind: "wrong-kind"; readonly symbol: ProgramSymbol }
  | { readonly kind: "unknown" };

/**
 * What a name in a file stands for. A file sees its own names, those of the files that it uses without a prefix,
 * and under their prefix those of the others; what these use in turn is not visible. Its own name wins.
 */
export function resolveName(
  program: Program,
  path: string,
  name: QualifiedName,
  wanted: NameKind,
): Resolution {
  const file = program.file(path);
  if (!file) return { kind: "unknown" };
  const symbols = name.qualifier
    ? qualified(program, file, name.qualifier.text, name.name.text, wanted)
    : unqualified(program, file, name.name.text, wanted);
  const fitting = symbols.filter((symbol) => symbol.kind === wanted);
  const [first, second] = fitting;
  if (first && second && wanted === "category") return { kind: "ambiguous", symbols: fitting };
  if (first) return { kind: "found", symbol: first };
  const [other] = symbols;
  return other ? { kind: "wrong-kind", symbol: other } : { kind: "unknown" };
}

/** The symbol, where the name stands for exactly one. */
export function findSymbol(
  program: Program,
  path: string,
  name: QualifiedName,
  wanted: NameKind,
): ProgramSymbol | undefined {
  if (!name.qualifier) {
    // The usual case, without making lists: the file's own name, declared once.
    const own = program.file(path)?.names.get(name.name.text);
    if (own?.length === 1 && own[0]!.kind === wanted) return own[0];
  }
  const resolution = resolveName(program, path, name, wanted);
  return resolution.kind === "found" ? resolution.symbol : undefined;
}

/** Categories clash within their dimension only; documents only with documents; all else with one another. */
export function clash(
  a: Pick<ProgramSymbol, "kind" | "entry">,
  b: Pick<ProgramSymbol, "kind" | "entry">,
): boolean {
  if (a.kind === "category" || b.kind === "category") return a.kind === b.kind && a.entry === b.entry;
  return (a.kind === "document") === (b.kind === "document");
}

/**
 * What is declared under another name that looks the same as one of a file: there, in the files that it uses without a
 * prefix, and in those that use it so.
 */
export function lookAlikesOf(program: Program, path: string, name: string): readonly ProgramSymbol[] {
  const skeleton = lookAlikeSkeleton(name);
  const twins = program.writtenLike(skeleton);
  const file = program.file(path);
  if (twins.length === 0 || twins.length > mostTwins || !file) return [];
  const users = program
    .usersOf(path)
    .filter(({ uses }) => uses.some((use) => use.path === path && use.prefix === null));
  const files = new Set([file, ...filesUnder(program, file, null), ...users]);
  return [...files].flatMap((one) => [
    ...(skeleton === name ? [] : (one.names.get(skeleton) ?? [])),
    ...twins.filter((twin) => twin.entry.path === one.path && twin.name.text !== name),
  ]);
}

/** Where more names than these look the same, none is told: each would be held against all of them. */
const mostTwins = 1_000;

/** Every symbol of a kind that a file can name, with the prefix that it needs there. */
export function visibleSymbols(
  program: Program,
  path: string,
  wanted: NameKind,
): readonly { readonly symbol: ProgramSymbol; readonly prefix: string | null }[] {
  const file = program.file(path);
  if (!file) return [];
  const visible = symbolsOf(file, wanted).map((symbol) => ({ symbol, prefix: null as string | null }));
  for (const { target, prefix } of usedFiles(program, file)) {
    for (const symbol of symbolsOf(target, wanted)) visible.push({ symbol, prefix });
  }
  return visible;
}

/** The built-in unit that is printed so, unless a unit that the file can name is called or printed like that. */
export function unitPrintedAs(program: Program, path: string, name: QualifiedName): UnitModel | undefined {
  const unit = name.qualifier ? undefined : printedUnits.get(name.name.text);
  if (!unit) return undefined;
  const isOthers = visibleSymbols(program, path, "unit").some(({ symbol }) => symbol.title === unit.name);
  return isOthers ? undefined : unit;
}

function symbolsOf(file: ProgramFile, wanted: NameKind): ProgramSymbol[] {
  return [...file.names.values()].flat().filter((symbol) => symbol.kind === wanted);
}

export function usedFiles(
  program: Program,
  file: ProgramFile,
): readonly { readonly target: ProgramFile; readonly prefix: string | null }[] {
  return file.uses.flatMap((use) => {
    const target = use.path === null ? undefined : program.file(use.path);
    return target && target !== file ? [{ target, prefix: use.prefix }] : [];
  });
}

/** The files used with a prefix, or without one (null); each once, however often it is used. */
function filesUnder(program: Program, file: ProgramFile, prefix: string | null): readonly ProgramFile[] {
  const used = usedFiles(program, file).filter((use) => use.prefix === prefix);
  return [...new Set(used.map(({ target }) => target))];
}

function unqualified(program: Program, file: ProgramFile, name: string, wanted: NameKind): ProgramSymbol[] {
  const own = file.names.get(name) ?? [];
  if (own.some((symbol) => symbol.kind === wanted)) return own;
  return [...own, ...filesUnder(program, file, null).flatMap((target) => target.names.get(name) ?? [])];
}

function qualified(
  program: Program,
  file: ProgramFile,
  qualifier: string,
  name: string,
  wanted: NameKind,
): ProgramSymbol[] {
  const behindPrefix = filesUnder(program, file, qualifier).flatMap((target) => target.names.get(name) ?? []);
  if (wanted !== "category" || behindPrefix.length > 0) return behindPrefix;
  const isDimension = (symbol: ProgramSymbol) => symbol.kind === "dimension";
  const visible = unqualified(program, file, qualifier, "dimension").filter(isDimension);
  // Of a file that has a prefix two dimensions may have the category: they can't both be named by the prefix.
  const dimensions =
    visible.length > 0
      ? visible
      : usedFiles(program, file).flatMap(({ target }) =>
          (target.names.get(qualifier) ?? []).filter(isDimension),
        );
  return dimensions.flatMap((dimension) =>
    (program.file(dimension.entry.path)?.names.get(name) ?? []).filter(
      (symbol) => symbol.kind === "category" && symbol.entry === dimension.entry,
    ),
  );
}
