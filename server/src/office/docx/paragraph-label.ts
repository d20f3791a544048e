import type { ListCounter } from "./list-counter.ts";
import type { ListDefinition } from "./numbering.ts";
import type { ChainedStyle } from "./styles.ts";

export interface ListContext {
  readonly lists: ReadonlyMap<string, ListDefinition>;
  readonly counter: ListCounter;
}

/** What a paragraph itself says of its list; undefined where its style decides. */
export interface OwnList {
  readonly numId: string | undefined;
  readonly level: number | undefined;
}

/**
 * The automatic number of a paragraph, its own or that of its style. Every paragraph must be asked for its number
 * once, in order, shown or not: it counts.
 */
export function labelOf(
  { numId, level }: OwnList,
  chain: readonly ChainedStyle[],
  { lists, counter }: ListContext,
): string {
  const list = numId ?? chain.find(({ style }) => style.numId !== undefined)?.style.numId;
  if (list === undefined) return "";
  const ofStyle = numId === undefined ? chain.find(({ style }) => style.level !== undefined) : undefined;
  const own = level ?? levelOfStyle(lists.get(list), chain) ?? ofStyle?.style.level ?? 0;
  return counter.next(list, own, Math.max(own, depthByName(chain)));
}

/** A list says itself which of its levels a style has. */
function levelOfStyle(list: ListDefinition | undefined, chain: readonly ChainedStyle[]): number | undefined {
  for (const { id } of chain) {
    const index = list?.levels.findIndex((level) => level?.style === id) ?? -1;
    if (index >= 0) return index;
  }
  return undefined;
}

/** Word's own styles "List Bullet 2" and 3 have a list each, without levels. */
function depthByName(chain: readonly ChainedStyle[]): number {
  const digit = /^list bullet ([2-5])$/i.exec(chain[0]?.style.name ?? "")?.[1];
  return digit === undefined ? 0 : Number(digit) - 1;
}
