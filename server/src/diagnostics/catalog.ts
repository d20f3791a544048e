import { dataProblems } from "./catalog-data.ts";
import { documentProblems } from "./catalog-documents.ts";
import { judgementProblems } from "./catalog-judgement.ts";
import { nameProblems } from "./catalog-names.ts";
import { syntaxProblems } from "./catalog-syntax.ts";
import type { CatalogEntry, HolesIn } from "./message-template.ts";

/**
 * Every problem BDG can report: code, severity unless the user changes it, and the message in both languages.
 * Each code has a section of the same name in docs/reference.md and a test that triggers it.
 */
export const catalog = {
  ...syntaxProblems,
  ...nameProblems,
  ...judgementProblems,
  ...documentProblems,
  ...dataProblems,
} as const satisfies Readonly<Record<string, CatalogEntry>>;

export type ProblemCode = keyof typeof catalog;

/** The holes that a code's message has. */
export type HolesOf<Code extends ProblemCode> = HolesIn<(typeof catalog)[Code]["en"]>;

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(catalog, text);
}
