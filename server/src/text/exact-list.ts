const none: readonly never[] = [];

/** A list with no room to grow: a plan has tens of thousands of short lists, and each push leaves room for sixteen. */
export function exact<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? none : list.length === 1 ? [list[0]!] : list.slice();
}
