import { inLanguage, type Language, type LocalText } from "./language.ts";

export type Severity = "error" | "warning" | "information" | "hint";

/** One row of the catalog: how bad it is unless the user says otherwise, and what it says. */
export interface CatalogEntry {
  readonly severity: Severity;
  /** Text with `{holes}`; both languages have the same holes (a test holds them to it). */
  readonly en: string;
  readonly vi: string;
}

/** The names of the holes in a template, as a type: `HolesIn<"{a} of {b}">` is `"a" | "b"`. */
export type HolesIn<Template extends string> = Template extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | HolesIn<Rest>
  : never;

/** Fills a template's holes in one language. */
export function fillTemplate(
  entry: Pick<CatalogEntry, Language>,
  holes: Readonly<Record<string, LocalText>>,
  language: Language,
): string {
  return entry[language].replace(/\{(\w+)\}/g, (_, hole: string) => inLanguage(holes[hole] ?? "", language));
}
