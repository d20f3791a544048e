import type { CatalogEntry } from "./message-template.ts";

export const judgementProblems = {} as const satisfies Readonly<Record<string, CatalogEntry>>;
