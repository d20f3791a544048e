import { inLanguage } from "../diagnostics/language.ts";
import { builtinUnitHelp, builtinUnits } from "../semantics/builtin-units.ts";
import type { ProgramSymbol } from "../semantics/program.ts";
import { usedFiles, visibleSymbols } from "../semantics/scope.ts";
import type { Expected } from "./completion-expected.ts";
import type { CompletionPlace } from "./completion-place.ts";
import { matchText, mostEntries, searchText, typedPattern } from "./completion-search.ts";
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
  const given = givenNames(place, expected);
  const entries: CompletionEntry[] = expected.of === "unit" ? builtinEntries(context, place) : [];
  const pattern = typed === "" ? null : typedPattern(typed);
  // A short list is sent whole, for the editor matches more freely; a long one only with what has the typed letters.
  const all = namesFor(context, place, expected, null);
  const isLong = all.length > mostEntries;
  const fitting = isLong && pattern ? namesFor(context, place, expected, pattern) : all;
  for (const { symbol, label } of fitting.slice(0, mostEntries)) {
    entries.push({
      label,
      kind: expected.of,
      detail: symbol.title,
      subject: { kind: "name", path: symbol.entry.path, name: symbol.name.text, of: expected.of },
      insertText: label,
      snippet: null,
      range,
      filterText: matchText(typed, label, symbol.title),
      sortText: `${given.has(symbol.name.text) ? 2 : 1}${String(entries.length).padStart(4, "0")}`,
    });
  }
  return { entries, isIncomplete: true };
}

interface VisibleName {
  readonly symbol: ProgramSymbol;
  /** As it is to be written here. */
  readonly label: string;
}

/** The names that may stand here, at most one more than are shown: a plan of ten thousand is not gone through in vain. */
function namesFor(
  { program }: FeatureContext,
  { qualifier, located }: CompletionPlace,
  { of }: Names,
  pattern: RegExp | null,
): readonly VisibleName[] {
  const { entry, file } = located;
  const repeated = of === "category" ? repeatedNames(visibleSymbols(program, entry.path, of)) : nothing;
  const found: VisibleName[] = [];
  for (const { target, prefix } of [{ target: file, prefix: null }, ...usedFiles(program, file)]) {
    for (const symbols of target.names.values()) {
      for (const symbol of symbols) {
        // Nothing is part of, computed from or a multiple of itself.
        if (symbol.kind !== of || (symbol.entry === entry && of !== "category")) continue;
        if (pattern && !pattern.test(symbol.name.text) && !pattern.test(symbol.title)) continue;
        const label = labelOf(symbol, prefix, qualifier, repeated);
        if (label !== undefined) found.push({ symbol, label });
        if (found.length > mostEntries) return found;
      }
    }
  }
  return found;
}

const nothing: ReadonlySet<string> = new Set();

/** How a name is written behind what is typed of it; undefined where it can't be. */
function labelOf(
  { kind, name, entry }: ProgramSymbol,
  prefix: string | null,
  qualifier: string | null,
  repeated: ReadonlySet<string>,
): string | undefined {
  const dimension = kind === "category" ? (entry.parsed.declaration?.name.text ?? null) : null;
  if (qualifier !== null) return qualifier === prefix || qualifier === dimension ? name.text : undefined;
  const needs = prefix ?? (repeated.has(name.text) ? dimension : null);
  return needs === null ? name.text : `${needs}.${name.text}`;
}

function repeatedNames(visible: readonly { readonly symbol: ProgramSymbol }[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { symbol } of visible) {
    const { text } = symbol.name;
    if (seen.has(text)) repeated.add(text);
    else seen.add(text);
  }
  return repeated;
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
    subject: null,
    insertText: unit.id,
    snippet: null,
    range,
    filterText: searchText(unit.id, unit.name),
    sortText: `1${String(i).padStart(4, "0")}`,
  }));
}
