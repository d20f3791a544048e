import type { Item } from "./items.ts";
import type { LeftContext } from "./left-context.ts";
import { growth } from "./lexicon.ts";
import { type Candidate, partOf } from "./parts.ts";
import { hasPhrase, phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Change, Promised } from "./promise.ts";
import type { Quantity } from "./quantities.ts";
import type { Token } from "./tokens.ts";

export function toPromised(
  tokens: readonly Token[],
  items: readonly Item[],
  { at, left }: Candidate,
): Promised {
  const item = items[at]!;
  const quantity = item.kind === "quantity" ? item.quantity : null;
  const change = changeOf(tokens, items, at, quantity, left);
  return {
    at,
    item,
    quantity,
    value: item.kind === "doubled" ? item.value : quantity!.value,
    comparator: comparatorOf(quantity, left, change),
    change,
    leads: left.hasLevel,
    moves: left.moves,
    period: null,
    every: null,
  };
}

function comparatorOf(
  quantity: Quantity | null,
  left: LeftContext,
  change: Change | null,
): Promised["comparator"] {
  if (quantity !== null && quantity.upper !== null) return "between";
  if (quantity?.isRank) return "<=";
  if (quantity?.suffix) return quantity.suffix;
  if (left.comparator !== null) return left.comparator;
  if (quantity?.value === "0" && change === null) return "=";
  return change === null ? left.levelComparator : null;
}

function changeOf(
  tokens: readonly Token[],
  items: readonly Item[],
  at: number,
  quantity: Quantity | null,
  left: LeftContext,
): Change | null {
  if (quantity === null || left.hasMultiple) return "multiple";
  const { unit, unitFrom } = quantity;
  if (unit.kind === "points") return "points";
  const part = items[partOf(items, at)]!.from;
  const start = items[at]!.from;
  if (unit.kind === "percent" && unit.cadence === "year") return "per-year";
  if (startsPhrase(TIMES, tokens, unitFrom) && unit.slashes === 0 && left.hasChange) return "multiple";
  const grows = left.hasChange || hasPhrase(growth, tokens, Math.max(part, start - 30), start);
  if (unit.kind === "percent" && grows && (left.hasAverage || hasYearAfter(items, at))) return "per-year";
  if (left.hasLevel) return null;
  if (left.hasChange) return "relative";
  return isObjectChange(tokens, items, at, quantity, left) ? "relative" : null;
}

export const TIMES = phraseSet("lần, times");

/** "giảm 1% mỗi năm". */
function hasYearAfter(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  return next?.kind === "cadence" && next.cadence === "year";
}

/** "Giảm số vụ tai nạn ít nhất 10%": the verb at the head, what it changes, and by how much. */
function isObjectChange(
  tokens: readonly Token[],
  items: readonly Item[],
  at: number,
  quantity: Quantity,
  left: LeftContext,
): boolean {
  if (quantity.unit.kind !== "percent" && quantity.numeral !== "fraction") return false;
  if (left.comparator !== null && left.comparator !== ">=" && left.comparator !== "about") return false;
  for (let i = partOf(items, at); i < at; i += 1) {
    const { kind, from } = items[i]!;
    if (kind === "change") return !startsPhrase(NOUN_BEFORE, tokens, from - 1);
    if (kind === "word" || kind === "quantity" || kind === "name") return false;
  }
  return false;
}

const NOUN_BEFORE = phraseSet("độ, mức");
