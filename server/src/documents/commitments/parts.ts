import type { Item } from "./items.ts";
import type { LeftContext } from "./left-context.ts";

/** Where the part of the sentence begins that an item stands in: after a comma, or an "và" that joins numbers. */
export function partOf(items: readonly Item[], at: number): number {
  for (let i = at - 1; i >= 0; i -= 1) {
    const item = items[i]!;
    if (item.kind === "separator" && (item.strength > 1 || opensNumber(items, i))) return i + 1;
  }
  return 0;
}

const OPENING_REACH = 4;

/** After "và đến năm 2030" a verb of doing may come first. */
const DATED_REACH = 8;

/** "và" joins two numbers when a date, a comparator, a verb or the number itself follows it. */
function opensNumber(items: readonly Item[], at: number): boolean {
  const reach = items[at + 1]?.kind === "period" ? DATED_REACH : OPENING_REACH;
  for (let i = at + 1; i <= at + reach && i < items.length; i += 1) {
    const { kind } = items[i]!;
    if (kind === "quantity") return true;
    if (reach === DATED_REACH && kind === "word") continue;
    if (kind === "word" && i > at + 1) return false;
    if (kind === "separator" || kind === "name") return false;
  }
  return false;
}

/** A semicolon or colon, or a sign that parts as much. */
export function isSemicolon(item: Item | undefined): boolean {
  return item?.kind === "separator" && item.strength === 3;
}

export function hasSemicolon(items: readonly Item[], from: number, to: number): boolean {
  return items.slice(from, to).some(isSemicolon);
}

/** The stretches of a sentence between its semicolons, which stay out. */
export function statementsOf(
  items: readonly Item[],
): readonly { readonly from: number; readonly to: number }[] {
  const statements: { from: number; to: number }[] = [];
  let from = 0;
  for (let at = 0; at <= items.length; at += 1) {
    if (at < items.length && !isSemicolon(items[at])) continue;
    if (at > from) statements.push({ from, to: at });
    from = at + 1;
  }
  return statements;
}

export interface Candidate {
  readonly at: number;
  readonly left: LeftContext;
  /** Where its part of the sentence begins, among the items. */
  readonly part: number;
}
