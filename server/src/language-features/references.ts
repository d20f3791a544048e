import type { Place } from "../diagnostics/place.ts";
import { lookUpCitation } from "../documents/citation-lookup.ts";
import { clauseAtOffset } from "../documents/clause-lookup.ts";
import type { Clause } from "../documents/plan-document.ts";
import type { Entry } from "../semantics/entry.ts";
import type { ProgramSymbol, UseLink } from "../semantics/program.ts";
import { findSymbol, resolveName, unitPrintedAs } from "../semantics/scope.ts";
import { lineStarts, offsetAt, type Position, positionAt } from "../text/line-index.ts";
import { citationOf, clausesOf } from "./cited-clause.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { FileRange } from "./feature-types.ts";
import { locate } from "./locate.ts";
import { type Subject, subjectAt } from "./subject.ts";

/**
 * Every place that names what is named at a position, in the order of files and lines. For a clause address, and for
 * a position in a plan document, these are the citations of that clause.
 */
export function getReferences(
  context: FeatureContext,
  path: string,
  position: Position,
  includeDeclaration: boolean,
): readonly FileRange[] {
  const located = locate(context, path, position);
  if (!located) return inOrder(context, citationsOf(context, clausesInDocument(context, path, position)));
  const subject = subjectAt(context, located);
  return subject ? inOrder(context, placesOf(context, located.entry, subject, includeDeclaration)) : [];
}

function placesOf(
  context: FeatureContext,
  entry: Entry,
  subject: Subject,
  includeDeclaration: boolean,
): readonly Place[] {
  switch (subject.kind) {
    case "symbols": {
      const own = subject.symbols.map((symbol): Place => ({ source: symbol.entry, span: symbol.name }));
      const others = subject.symbols.flatMap((symbol) => [
        ...mentionsOf(context, symbol),
        ...cellsNaming(context, symbol),
      ]);
      return includeDeclaration ? [...own, ...others] : others;
    }
    case "builtin-unit":
      return builtinMentions(context, subject.id);
    case "citation": {
      const cited = lookUpCitation(citationOf(context, entry, subject.citation), context.documents.read);
      return cited ? citationsOf(context, new Set(clausesOf(cited))) : [];
    }
    case "prefix": {
      const places = prefixPlaces(context, entry.path, subject.use);
      return includeDeclaration ? places : places.slice(1);
    }
    case "file":
      return [];
  }
}

/** Where a symbol is named, in every file that sees it. */
export function mentionsOf({ program }: FeatureContext, symbol: ProgramSymbol): readonly Place[] {
  const places: Place[] = [];
  for (const entry of program.mentions(symbol.name.text)) {
    if (entry.table) continue;
    for (const { name } of mentionsIn(program, entry, symbol))
      places.push({ source: entry, span: name.name });
  }
  return symbol.kind === "dimension" ? [...places, ...dimensionQualifiers(program, symbol)] : places;
}

function mentionsIn(program: FeatureContext["program"], entry: Entry, symbol: ProgramSymbol) {
  return entry.facts.mentions.filter(({ kind, name }) => {
    if (kind !== symbol.kind || name.name.text !== symbol.name.text) return false;
    const resolution = resolveName(program, entry.path, name, kind);
    return resolution.kind === "found"
      ? isSame(resolution.symbol, symbol)
      : resolution.kind === "ambiguous" && resolution.symbols.some((one) => isSame(one, symbol));
  });
}

/**
 * The cells of bound CSV files that name an indicator, by its id, its title or its clause.
 *
 * @param which `editable`: only those that an editor can be trusted with
 */
export function cellsNaming(
  { program }: FeatureContext,
  symbol: ProgramSymbol,
  which: "all" | "editable" = "all",
): readonly Place[] {
  if (symbol.kind !== "indicator") return [];
  const places = new Map<string, Place>();
  for (const entry of program.mentions(symbol.name.text)) {
    if (!entry.table || (which === "editable" && !entry.table.isEditable)) continue;
    const starts = lineStarts(entry.text);
    for (const { name } of mentionsIn(program, entry, symbol)) {
      const place = entry.table.nameOf(positionAt(starts, name.start).line);
      // A row of a wide table names it once for all of its values.
      if (place) places.set(`${place.source.path} ${place.span.start}`, place);
    }
  }
  return [...places.values()];
}

/** The dimension's name before the dot of one of its categories. */
function dimensionQualifiers(program: FeatureContext["program"], symbol: ProgramSymbol): readonly Place[] {
  const categories = symbol.entry.facts.declared.filter(({ kind }) => kind === "category");
  const entries = new Set(categories.flatMap(({ name }) => [...program.mentions(name.text)]));
  return [...entries].flatMap((entry) =>
    entry.facts.mentions.flatMap(({ kind, name }): Place[] => {
      const { qualifier } = name;
      if (kind !== "category" || qualifier?.text !== symbol.name.text) return [];
      const resolution = resolveName(program, entry.path, name, kind);
      const isMeant =
        resolution.kind === "found" &&
        resolution.symbol.entry === symbol.entry &&
        !program.file(entry.path)?.uses.some(({ prefix }) => prefix === qualifier.text);
      return isMeant ? [{ source: entry, span: qualifier }] : [];
    }),
  );
}

/** A prefix is known in its own file only: where `use … as` gives it, first, and before the dots. */
export function prefixPlaces({ program }: FeatureContext, path: string, use: UseLink): readonly Place[] {
  const { declaration } = use.entry.parsed;
  const as = declaration?.kind === "use" ? declaration.as : null;
  const places: Place[] = as ? [{ source: use.entry, span: as }] : [];
  for (const entry of program.file(path)?.entries ?? []) {
    for (const { name } of entry.facts.mentions) {
      if (name.qualifier?.text === use.prefix) places.push({ source: entry, span: name.qualifier });
    }
  }
  return places;
}

function isSame(a: ProgramSymbol, b: ProgramSymbol): boolean {
  return a.entry === b.entry && a.name.start === b.name.start;
}

/** Built-in units are in everyone's mouth, so the program keeps no table of who mentions them. */
function builtinMentions({ program }: FeatureContext, id: string): readonly Place[] {
  const places: Place[] = [];
  for (const file of program.allFiles()) {
    for (const entry of file.entries) {
      for (const { kind, name } of entry.facts.mentions) {
        if (kind !== "unit" || name.qualifier !== null) continue;
        const isMeant =
          name.name.text === id ||
          (!findSymbol(program, entry.path, name, kind) &&
            unitPrintedAs(program, entry.path, name)?.id === id);
        if (isMeant) places.push({ source: entry, span: name.name });
      }
    }
  }
  return places;
}

/** The clause at a position of a plan document; none where it is no document or no clause. */
export function clausesInDocument(
  context: FeatureContext,
  path: string,
  position: Position,
): ReadonlySet<Clause> {
  const reading = context.documents.read(path);
  if (reading.kind !== "document") return new Set();
  const { text } = reading.source;
  const clause = clauseAtOffset(reading.document, offsetAt(text, lineStarts(text), position));
  return new Set(clause ? [clause] : []);
}

/** Where clauses are cited. */
export function citationsOf(context: FeatureContext, clauses: ReadonlySet<Clause>): readonly Place[] {
  if (clauses.size === 0) return [];
  const places: Place[] = [];
  const known = new Map<string, boolean>();
  for (const file of context.program.allFiles()) {
    for (const entry of file.entries) {
      for (const { address, citation } of entry.facts.citations) {
        const bound = citationOf(context, entry, citation);
        const key = `${bound.document}\n${bound.address}`;
        let isCited = known.get(key);
        if (isCited === undefined) {
          const cited = lookUpCitation(bound, context.documents.read);
          isCited = cited !== undefined && clausesOf(cited).some((clause) => clauses.has(clause));
          known.set(key, isCited);
        }
        if (isCited) places.push({ source: entry, span: address });
      }
    }
  }
  return places;
}

function inOrder({ reporter }: FeatureContext, places: readonly Place[]): readonly FileRange[] {
  const ranges = places.map((place) => ({ path: place.source.path, range: reporter.rangeOf(place) }));
  return ranges.sort(
    (a, b) =>
      (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.character - b.range.start.character,
  );
}
