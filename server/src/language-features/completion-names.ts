import { inLanguage } from "../diagnostics/language.ts";
import { builtinUnitHelp, builtinUnits } from "../semantics/builtin-units.ts";
import type { ProgramSymbol } from "../semantics/program.ts";
import { visibleSymbols } from "../semantics/scope.ts";
import type { Expected } from "./completion-expected.ts";
import type { CompletionPlace } from "./completion-place.ts";
import { mostEntries, searchText, typedPattern } from "./completion-search.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { CompletionEntry, CompletionResult } from "./feature-types.ts";

type Names = Expected & { readonly kind: "names" };

/** Names of the right kind that the file can see, those that don't stand here yet first. */
export function nameEntries(
  context: FeatureContext,
  place: CompletionPlace,
  expected: Names,
): CompletionResult {
  const { typed, text } = place;
  const range = place.rangeFrom(text.length - typed.length);
  const visible = namesFor(context, place, expected);
  const isLong = visible.length > mostEntries;
  const pattern = isLong && typed !== "" ? typedPattern(typed) : null;
  const given = givenNames(place, expected);
  const entries: CompletionEntry[] = expected.of === "unit" ? builtinEntries(context, place) : [];
  for (const { symbol, label } of visible) {
    if (pattern && !pattern.test(label) && !pattern.test(symbol.title)) continue;
    if (entries.length >= mostEntries) return { entries, isIncomplete: true };
    entries.push({
      label,
      kind: expected.of,
      detail: symbol.title,
      documentation: "",
      insertText: label,
      range,
      filterText: searchText(label, symbol.title),
      sortText: `${given.has(symbol.name.text) ? 2 : 1}${String(entries.length).padStart(4, "0")}`,
    });
  }
  return { entries, isIncomplete: isLong };
}

interface VisibleName {
  readonly symbol: ProgramSymbol;
  /** As it is to be written here. */
  readonly label: string;
}

function namesFor(
  { program }: FeatureContext,
  place: CompletionPlace,
  { of }: Names,
): readonly VisibleName[] {
  const { qualifier, located } = place;
  const { entry } = located;
  const visible = visibleSymbols(program, entry.path, of);
  const seen = of === "category" ? countNames(visible.map(({ symbol }) => symbol)) : undefined;
  return visible.flatMap(({ symbol, prefix }) => {
    const name = symbol.name.text;
    // Nothing is part of, computed from or a multiple of itself.
    if (symbol.entry === entry && of !== "category") return [];
    const dimension = of === "category" ? (symbol.entry.parsed.declaration?.name.text ?? null) : null;
    if (qualifier !== null)
      return qualifier === prefix || qualifier === dimension ? [{ symbol, label: name }] : [];
    const needs = prefix ?? ((seen?.get(name) ?? 0) > 1 ? dimension : null);
    return [{ symbol, label: needs === null ? name : `${needs}.${name}` }];
  });
}

function countNames(symbols: readonly ProgramSymbol[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of symbols) counts.set(name.text, (counts.get(name.text) ?? 0) + 1);
  return counts;
}

/** Names that stand in the statement already; in a report those that have a line. */
function givenNames(
  { located, declaration, tokens }: CompletionPlace,
  { given }: Names,
): ReadonlySet<string> {
  const inReport = declaration === "report" && tokens.length === 0;
  return inReport ? new Set([...given, ...located.entry.facts.entries.keys()]) : new Set(given);
}

function builtinEntries({ settings }: FeatureContext, place: CompletionPlace): CompletionEntry[] {
  if (place.qualifier !== null) return [];
  const range = place.rangeFrom(place.text.length - place.typed.length);
  return [...builtinUnits.values()].map((unit, i) => ({
    label: unit.id,
    kind: "unit" as const,
    detail: inLanguage(builtinUnitHelp[unit.id] ?? "", settings.language),
    documentation: "",
    insertText: unit.id,
    range,
    filterText: searchText(unit.id, unit.name),
    sortText: `1${String(i).padStart(4, "0")}`,
  }));
}
