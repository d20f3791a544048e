import type { CatalogEntry } from "./message-template.ts";

export const nameProblems = {} as const satisfies Readonly<Record<string, CatalogEntry>>;
