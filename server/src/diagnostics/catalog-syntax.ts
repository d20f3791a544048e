import type { CatalogEntry } from "./message-template.ts";

export const syntaxProblems = {} as const satisfies Readonly<Record<string, CatalogEntry>>;
