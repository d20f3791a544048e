import type { Item } from "./items.ts";
import { zeroDoubts, zeroSpoilers } from "./lexicon.ts";
import { partOf } from "./parts.ts";
import { hasPhrase, startsPhrase } from "./phrase-table.ts";
import type { Promised } from "./promise.ts";
import type { Token } from "./tokens.ts";

const SPOILER_REACH = 3;

/** "không còn hộ nghèo" as a predicate, not "người không còn khả năng lao động". */
export function isZero(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const item = items[at]!;
  const next = items[at + 1];
  if (
    next === undefined ||
    next.kind === "quantity" ||
    next.kind === "comparator" ||
    next.kind === "separator"
  )
    return false;
  if (startsPhrase(zeroSpoilers, tokens, item.to)) return false;
  const part = items[partOf(items, at)]!.from;
  return !hasPhrase(zeroDoubts, tokens, Math.max(part, item.from - SPOILER_REACH), item.from);
}

export function zeroAt(items: readonly Item[], at: number): Promised {
  return {
    at,
    item: items[at]!,
    quantity: null,
    value: "0",
    comparator: "=",
    change: null,
    leads: true,
    moves: false,
    period: null,
    every: null,
  };
}
