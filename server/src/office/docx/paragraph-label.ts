import type { ListCounter } from "./list-counter.ts";
import type { ChainedStyle } from "./styles.ts";

/** What a paragraph itself says of its list; undefined where its style decides. */
export interface OwnList {
  readonly numId: string | undefined;
  readonly level: number | undefined;
}

/**
 * The automatic number of a paragraph, its own or that of its style. Every paragraph must be asked for its number
 * once, in order, shown or not: it counts.
 *
 * @param own counts the lists that paragraphs themselves name
 */
export function labelOf({ numId, level }: OwnList, chain: readonly ChainedStyle[], own: ListCounter): string {
  const listed = numId === undefined ? chain.find(({ style }) => style.numId !== undefined) : undefined;
  const list = numId ?? listed?.style.numId;
  if (list === undefined) return "";
  const counter = listed?.counter ?? own;
  const ofStyle = numId === undefined ? chain.find(({ style }) => style.level !== undefined) : undefined;
  const at = level ?? levelOfStyle(counter, list, chain) ?? ofStyle?.style.level ?? 0;
  return counter.next(list, at, Math.max(at, depthByName(chain)));
}

/** A list says itself which of its levels a style has. */
function levelOfStyle(
  counter: ListCounter,
  list: string,
  chain: readonly ChainedStyle[],
): number | undefined {
  const levels = counter.lists.get(list)?.levels ?? [];
  for (const { id, counter: ofStyle } of chain) {
    const index = ofStyle === counter ? levels.findIndex((level) => level?.style === id) : -1;
    if (index >= 0) return index;
  }
  return undefined;
}

/** Word's own styles "List Bullet 2" and 3 have a list each, without levels. */
function depthByName(chain: readonly ChainedStyle[]): number {
  const digit = /^list bullet ([2-5])$/i.exec(chain[0]?.style.name ?? "")?.[1];
  return digit === undefined ? 0 : Number(digit) - 1;
}
