/** Sorts a list in its place. Most lists of a plan are written in order, and are then only looked through. */
export function sorted<Item>(list: Item[], compare: (a: Item, b: Item) => number): Item[] {
  for (let i = 1; i < list.length; i += 1) {
    if (compare(list[i - 1]!, list[i]!) > 0) return list.sort(compare);
  }
  return list;
}
