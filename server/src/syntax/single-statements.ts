import type { Statement } from "./ast.ts";

/** What is said at most once in a declaration. */
export const singleStatements: ReadonlySet<Statement["kind"]> = new Set<Statement["kind"]>([
  ...(["number", "issued", "period", "by", "yearEnds", "whole", "range", "scale", "decimals"] as const),
  ...(["aggregate", "unit", "formula", "path", "onTrackFrom", "offTrackBelow"] as const),
]);
