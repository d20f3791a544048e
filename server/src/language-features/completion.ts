import type { Language } from "../diagnostics/language.ts";
import { type Keyword, keywordText } from "../syntax/keywords.ts";
import type { Position } from "../text/line-index.ts";
import { clauseEntries, documentEntries } from "./completion-clauses.ts";
import { type Expected, expectedAfter } from "./completion-expected.ts";
import { keywordEntries } from "./completion-keywords.ts";
import { nameEntries } from "./completion-names.ts";
import { pathEntries } from "./completion-paths.ts";
import { periodEntries } from "./completion-periods.ts";
import { type CompletionPlace, placeAt } from "./completion-place.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { CompletionEntry, CompletionResult } from "./feature-types.ts";
import { languageAround } from "./file-language.ts";

/** What may stand at a position, told by what stands before it, so that it works in a line that is not finished. */
export function getCompletion(context: FeatureContext, path: string, position: Position): CompletionResult {
  const place = placeAt(context, path, position);
  if (!place) return { entries: [], isIncomplete: false };
  if (place.inQuotes) return pathEntries(context, place);
  const { file, index } = place.located;
  const reader = context.settings.language;
  const language = languageAround(file.entries, index, reader);
  const results = expectedAfter(place.declaration, place.inBlock, place.tokens).map((expected) =>
    resultOf(context, place, expected, language),
  );
  const keywords = place.qualifier === null ? keywordEntries(context, place, { file: language, reader }) : [];
  const entries = [...results.flatMap(({ entries: some }) => some), ...keywords];
  return {
    entries: isDecomposed(place) ? entries.map(decomposed) : entries,
    isIncomplete: results.some(({ isIncomplete }) => isIncomplete),
  };
}

/** Is the present line typed in decomposed letters? An editor matches code by code. */
function isDecomposed({ text }: CompletionPlace): boolean {
  return /\p{L}\p{M}[^\r\n]*$/u.test(text);
}

function decomposed(entry: CompletionEntry): CompletionEntry {
  return { ...entry, filterText: entry.filterText.normalize("NFD") };
}

function resultOf(
  context: FeatureContext,
  place: CompletionPlace,
  expected: Expected,
  language: Language,
): CompletionResult {
  switch (expected.kind) {
    case "names":
      return nameEntries(context, place, expected);
    case "clauses":
      return clauseEntries(context, place, expected.given, expected.from);
    case "documents":
      return documentEntries(context, place);
    case "periods":
      return complete(periodEntries(context, place, expected.of, language));
    case "signs":
      return complete(expected.signs.map((sign, i) => signEntry(place, sign, i, context.settings.language)));
    case "keywords":
      return complete([]);
  }
}

function complete(entries: readonly CompletionEntry[]): CompletionResult {
  return { entries, isIncomplete: false };
}

/** Signs that a word stands for as well. */
const wordsOfSigns: Readonly<Record<string, Keyword>> = { ">=": "atLeast", "<=": "atMost" };

function signEntry(place: CompletionPlace, sign: string, order: number, reader: Language): CompletionEntry {
  const word = wordsOfSigns[sign];
  return {
    label: sign,
    kind: "keyword",
    detail: word ? keywordText(word, reader) : "",
    subject: null,
    insertText: sign,
    snippet: null,
    range: place.rangeFrom(place.text.length - place.typed.length),
    filterText: sign,
    sortText: `4${order}`,
  };
}
