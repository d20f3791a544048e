import type { Place } from "../diagnostics/place.ts";
import { builtinUnits } from "../semantics/builtin-units.ts";
import { Program, type ProgramSymbol } from "../semantics/program.ts";
import { clash, resolveName } from "../semantics/scope.ts";
import type { DeclarationParser } from "../syntax/parse.ts";
import type { Position, Range } from "../text/line-index.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { FileEdit } from "./feature-types.ts";
import { locate } from "./locate.ts";
import { cellsNaming, mentionsOf, prefixPlaces } from "./references.ts";
import { type RenameRefusal, refusalText } from "./rename-refusals.ts";
import { subjectAt } from "./subject.ts";

export type PreparedRename =
  | { readonly kind: "name"; readonly range: Range; readonly name: string }
  | { readonly kind: "refused"; readonly reason: string };

export type RenameResult =
  /** By the paths of the files, each with its edits in the order of the file. */
  | {
      readonly kind: "edits";
      readonly files: ReadonlyMap<string, readonly FileEdit[]>;
      /** What can be changed besides in bound CSV files, so that they name it as before. */
      readonly tables: ReadonlyMap<string, readonly FileEdit[]>;
    }
  | { readonly kind: "refused"; readonly reason: string };

/** The name under the cursor, at its beginning, in it or at its end; or why it can't be renamed. */
export function prepareRename(
  context: FeatureContext,
  path: string,
  position: Position,
): PreparedRename | undefined {
  const named = namedAt(context, path, position);
  if (named === undefined) return undefined;
  if (typeof named === "string") return refused(context, named, {});
  return { kind: "name", range: context.reporter.rangeOf(named.at), name: named.name };
}

/**
 * The edits that give what is named at a position another name, in every file that names it. Refused where the new
 * name is no word, is taken, or would make any name of the program stand for something else than before: the program
 * with the new name is read and its names are looked up before the edits are handed out.
 */
export function getRename(
  context: FeatureContext,
  parser: DeclarationParser,
  path: string,
  position: Position,
  wanted: string,
): RenameResult | undefined {
  const named = namedAt(context, path, position);
  if (named === undefined) return undefined;
  if (typeof named === "string") return refused(context, named, {});
  const name = wanted.trim().normalize("NFC");
  if (!isName(name)) return refused(context, "not-a-name", { name });
  if (name === named.name) return { kind: "edits", files: new Map(), tables: new Map() };
  const taken = named.symbol ? takenBy(context, named.symbol, name) : prefixTaken(context, path, name);
  if (taken) return refused(context, taken.reason, { name, ...taken.holes });
  const files = editsOf(context, named.places, name);
  if (!readsTheSame(context, parser, files)) return refused(context, "would-change-meaning", { name });
  const cells = named.symbol ? idCells(context, named.symbol) : [];
  return { kind: "edits", files, tables: editsOf(context, cells, name) };
}

/** Is this one word: letters, digits and `_`, not beginning with a digit? */
export function isName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(text);
}

interface Named {
  readonly name: string;
  readonly at: Place;
  /** Where it is written, the declaration included. */
  readonly places: readonly Place[];
  /** undefined for a prefix. */
  readonly symbol: ProgramSymbol | undefined;
}

function namedAt(
  context: FeatureContext,
  path: string,
  position: Position,
): Named | RenameRefusal | undefined {
  const located = locate(context, path, position);
  const subject = located && subjectAt(context, located);
  if (!subject) return undefined;
  const at = { source: located.entry, span: subject.span };
  if (subject.kind === "builtin-unit") return "built-in";
  if (subject.kind === "prefix") {
    const name = subject.use.prefix ?? "";
    return { name, at, places: prefixPlaces(context, path, subject.use), symbol: undefined };
  }
  if (subject.kind !== "symbols") return undefined;
  const [symbol, second] = subject.symbols;
  if (!symbol) return undefined;
  if (second) return "ambiguous";
  const own = { source: symbol.entry, span: symbol.name };
  return { name: symbol.name.text, at, places: [own, ...mentionsOf(context, symbol)], symbol };
}

interface Taken {
  readonly reason: RenameRefusal;
  readonly holes: Readonly<Record<string, string>>;
}

function takenBy({ program }: FeatureContext, symbol: ProgramSymbol, name: string): Taken | undefined {
  const { kind, entry } = symbol;
  if (kind === "unit" && builtinUnits.has(name)) return { reason: "built-in-name", holes: {} };
  const own = program.file(entry.path)?.names.get(name) ?? [];
  if (own.some((other) => clash(symbol, other))) return { reason: "taken-here", holes: { file: entry.path } };
  for (const user of program.usersOf(entry.path)) {
    const open = user.uses.filter(({ prefix }) => prefix === null);
    if (!open.some((use) => use.path === entry.path)) continue;
    const other = open.find(
      (use) =>
        use.path !== null &&
        use.path !== entry.path &&
        program
          .file(use.path)
          ?.names.get(name)
          ?.some((one) => one.kind === kind),
    );
    if (other) return { reason: "taken-in-used", holes: { file: other.path ?? "", user: user.path } };
  }
  return undefined;
}

/** Where cells of CSV files name an indicator by its id, and not by its title or clause: the id alone. */
function idCells(context: FeatureContext, symbol: ProgramSymbol): readonly Place[] {
  return cellsNaming(context, symbol, "editable").flatMap(({ source, span }): Place[] => {
    const cell = source.text.slice(span.start, span.end);
    const [, before, id] = /^("?\s*(?:[\p{L}\p{M}\p{N}_]+\.)?)([\p{L}\p{M}\p{N}_]+)\s*"?$/u.exec(cell) ?? [];
    if (before === undefined || id?.normalize("NFC") !== symbol.name.text.normalize("NFC")) return [];
    const start = span.start + before.length;
    return [{ source, span: { start, end: start + id.length } }];
  });
}

function prefixTaken({ program }: FeatureContext, path: string, name: string): Taken | undefined {
  const isTaken = program.file(path)?.uses.some(({ prefix }) => prefix === name);
  return isTaken ? { reason: "taken-here", holes: { file: path } } : undefined;
}

function editsOf(
  { reporter }: FeatureContext,
  places: readonly Place[],
  name: string,
): ReadonlyMap<string, readonly FileEdit[]> {
  const files = new Map<string, Map<string, FileEdit>>();
  for (const place of places) {
    const range = reporter.rangeOf(place);
    const { line, character } = range.start;
    const edits = files.get(place.source.path) ?? new Map<string, FileEdit>();
    edits.set(`${line} ${character}`, { range, text: name });
    files.set(place.source.path, edits);
  }
  return new Map(
    [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, edits]) => [
        path,
        [...edits.values()].sort(
          (a, b) =>
            a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
        ),
      ]),
  );
}

/** Does every name of the program stand for the same declaration as before, once the edits are made? */
function readsTheSame(
  { program }: FeatureContext,
  parser: DeclarationParser,
  files: ReadonlyMap<string, readonly FileEdit[]>,
): boolean {
  const next = new Program(parser);
  for (const { path } of program.allFiles()) {
    next.setFile(path, program.textOf(path) ?? "");
    for (const { range, text } of (files.get(path) ?? []).toReversed()) next.editFile(path, range, text);
  }
  for (const { path } of program.allFiles()) {
    const before = meaningsOf(program, path);
    const after = meaningsOf(next, path);
    if (before.length !== after.length || before.some((one, i) => one !== unknown && one !== after[i]))
      return false;
  }
  return true;
}

/** A name that stands for nothing yet may get a meaning by the renaming. */
const unknown = "unknown";

/** What each name of a file stands for, by the place of the declaration instead of its name. */
function meaningsOf(program: Program, path: string): readonly string[] {
  const numbers = new Map<unknown, number>();
  const placeOf = ({ entry, name, kind }: ProgramSymbol): string => {
    if (!numbers.has(entry)) {
      for (const [i, one] of (program.file(entry.path)?.entries ?? []).entries()) numbers.set(one, i);
    }
    const declared = entry.facts.declared.findIndex((one) => one.name === name);
    return `${kind} ${entry.path} ${numbers.get(entry)} ${declared}`;
  };
  return (program.file(path)?.entries ?? []).flatMap((entry) => [
    `${entry.parsed.declaration?.kind} ${entry.parsed.problems.length} ${entry.facts.declared.length}`,
    ...entry.facts.mentions.map(({ kind, name }) => {
      if (kind === "unit" && !name.qualifier && builtinUnits.has(name.name.text)) return name.name.text;
      const resolution = resolveName(program, path, name, kind);
      if (resolution.kind === "unknown") return unknown;
      const symbols = resolution.kind === "ambiguous" ? resolution.symbols : [resolution.symbol];
      return `${resolution.kind} ${symbols.map(placeOf).sort().join(", ")}`;
    }),
  ]);
}

function refused(
  context: FeatureContext,
  reason: RenameRefusal,
  holes: Readonly<Record<string, string>>,
): { readonly kind: "refused"; readonly reason: string } {
  return { kind: "refused", reason: refusalText(reason, holes, context.settings.language) };
}
