import type { Entry } from "../semantics/entry.ts";
import type { ProgramSymbol } from "../semantics/program.ts";
import { resolveName } from "../semantics/scope.ts";
import type { Position, Range } from "../text/line-index.ts";
import type { TextSpan } from "../text/text-span.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { HierarchyCall, HierarchyItem } from "./feature-types.ts";
import { locate } from "./locate.ts";
import { mentionsOf } from "./references.ts";
import { subjectAt } from "./subject.ts";

/** The indicator at a position, as the root of a tree of formulas; undefined where there is none. */
export function getCallItem(
  context: FeatureContext,
  path: string,
  position: Position,
): HierarchyItem | undefined {
  const symbol = symbolAt(context, path, position);
  return symbol?.kind === "indicator" ? toItem(context, symbol) : undefined;
}

/** The indicators whose formula has this one in it, each with the places. */
export function getIncomingCalls(
  context: FeatureContext,
  path: string,
  position: Position,
): readonly HierarchyCall[] {
  const symbol = symbolAt(context, path, position);
  if (symbol?.kind !== "indicator") return [];
  return grouped(
    mentionsOf(context, symbol).flatMap(({ source, span }) => {
      const entry = source as Entry;
      const user = formulaOf(entry, span) && ownSymbol(context, entry);
      return user ? [{ symbol: user, range: context.reporter.rangeOf({ source, span }) }] : [];
    }),
    context,
  );
}

/** The indicators that this one's formula is made of, each with the places. */
export function getOutgoingCalls(
  context: FeatureContext,
  path: string,
  position: Position,
): readonly HierarchyCall[] {
  const symbol = symbolAt(context, path, position);
  if (symbol?.kind !== "indicator") return [];
  const { entry } = symbol;
  return grouped(
    entry.facts.mentions.flatMap(({ kind, name }) => {
      if (kind !== "indicator" || !formulaOf(entry, name)) return [];
      const resolution = resolveName(context.program, entry.path, name, kind);
      const range = context.reporter.rangeOf({ source: entry, span: name });
      return resolution.kind === "found" ? [{ symbol: resolution.symbol, range }] : [];
    }),
    context,
  );
}

/** The indicator or plan at a position, as the root of a tree of what implements what. */
export function getTypeItem(
  context: FeatureContext,
  path: string,
  position: Position,
): HierarchyItem | undefined {
  const symbol = symbolAt(context, path, position);
  return symbol && (symbol.kind === "indicator" || symbol.kind === "plan")
    ? toItem(context, symbol)
    : undefined;
}

/** What this indicator or plan says that it implements. */
export function getSupertypes(
  context: FeatureContext,
  path: string,
  position: Position,
): readonly HierarchyItem[] {
  const symbol = symbolAt(context, path, position);
  const { entry, kind } = symbol ?? {};
  if (!entry || !kind) return [];
  return entry.facts.mentions.flatMap((mention) => {
    if (mention.kind !== kind || !implementsAt(entry, mention.name)) return [];
    const resolution = resolveName(context.program, entry.path, mention.name, kind);
    return resolution.kind === "found" ? [toItem(context, resolution.symbol)] : [];
  });
}

/** The indicators or plans that implement this one. */
export function getSubtypes(
  context: FeatureContext,
  path: string,
  position: Position,
): readonly HierarchyItem[] {
  const symbol = symbolAt(context, path, position);
  if (!symbol) return [];
  return implementing(context, symbol).map((one) => toItem(context, one));
}

/** The declarations that say that they implement a symbol. */
export function implementing(context: FeatureContext, symbol: ProgramSymbol): readonly ProgramSymbol[] {
  return mentionsOf(context, symbol).flatMap(({ source, span }) => {
    const entry = source as Entry;
    return (implementsAt(entry, span) && ownSymbol(context, entry)) || [];
  });
}

function symbolAt(context: FeatureContext, path: string, position: Position): ProgramSymbol | undefined {
  const located = locate(context, path, position);
  const subject = located && subjectAt(context, located);
  return subject?.kind === "symbols" ? subject.symbols[0] : undefined;
}

/** The symbol of what an entry declares. */
export function ownSymbol({ program }: FeatureContext, entry: Entry): ProgramSymbol | undefined {
  const name = entry.parsed.declaration?.name;
  return (
    name &&
    program
      .file(entry.path)
      ?.names.get(name.text)
      ?.find((one) => one.entry === entry)
  );
}

function formulaOf(entry: Entry, span: TextSpan): boolean {
  return statementAt(entry, span)?.kind === "formula";
}

function implementsAt(entry: Entry, span: TextSpan): boolean {
  return statementAt(entry, span)?.kind === "implements";
}

function statementAt({ parsed }: Entry, { start, end }: TextSpan) {
  return parsed.declaration?.statements.find((one) => one.start <= start && end <= one.end);
}

function grouped(
  calls: readonly { readonly symbol: ProgramSymbol; readonly range: Range }[],
  context: FeatureContext,
): readonly HierarchyCall[] {
  const bySymbol = new Map<ProgramSymbol, Range[]>();
  for (const { symbol, range } of calls) {
    const ranges = bySymbol.get(symbol);
    if (ranges) ranges.push(range);
    else bySymbol.set(symbol, [range]);
  }
  return [...bySymbol].map(([symbol, ranges]) => ({ item: toItem(context, symbol), ranges }));
}

/** A symbol as a node of a tree; its selection is where to ask for its branches. */
export function toItem(
  { reporter }: FeatureContext,
  { kind, name, title, entry }: ProgramSymbol,
): HierarchyItem {
  const { declaration } = entry.parsed;
  return {
    kind,
    name: name.text,
    title,
    path: entry.path,
    range: reporter.rangeOf({ source: entry, span: declaration ?? name }),
    selection: reporter.rangeOf({ source: entry, span: name }),
  };
}
