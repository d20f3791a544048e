import type { CatalogEntry } from "./message-template.ts";

export const documentProblems = {} as const satisfies Readonly<Record<string, CatalogEntry>>;
