import type { Language } from "../diagnostics/language.ts";
import type { Entry } from "../semantics/entry.ts";
import { keywordSpellings } from "../syntax/keywords.ts";
import type { FeatureContext } from "./feature-context.ts";

/** Declarations on either side that are looked at. */
const reach = 10;

const english: ReadonlySet<string> = new Set(Object.values(keywordSpellings).flatMap(({ en }) => [...en]));

/** A line of these begins with a name. */
const namesFirst: ReadonlySet<string> = new Set(["report", "dimension"]);

/** The language of the keywords around a declaration, for what is written into it; the reader's where none tells. */
export function languageAt({ program, settings }: FeatureContext, entry: Entry): Language {
  const entries = program.file(entry.path)?.entries ?? [];
  return languageAround(entries, entries.indexOf(entry), settings.language);
}

/** The language of the keywords around a declaration; `usual` where there are none, or as many of either. */
export function languageAround(entries: readonly Entry[], index: number, usual: Language): Language {
  let score = 0;
  for (const entry of entries.slice(Math.max(0, index - reach), index + reach + 1)) {
    const { declaration } = entry.parsed;
    if (!declaration) continue;
    const lines = declaration.statements.slice(0, 20).filter(({ kind }) => kind !== "broken");
    const spans = [declaration.keyword, ...lines.map(({ keyword }) => keyword)];
    for (const { start, end } of namesFirst.has(declaration.kind) ? spans.slice(0, 1) : spans) {
      score += english.has(entry.text.slice(start, end).toLowerCase().replace(/\s+/gu, " ")) ? 1 : -1;
    }
  }
  return score === 0 ? usual : score > 0 ? "en" : "vi";
}
