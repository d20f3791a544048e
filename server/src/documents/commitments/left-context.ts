import type { Item } from "./items.ts";
import type { Comparator } from "./lexicon.ts";
import { phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Token } from "./tokens.ts";

/** What the words before a number say about it. */
export interface LeftContext {
  readonly comparator: Comparator | null;
  /** The comparator that "còn" and the like have of themselves. */
  readonly levelComparator: Comparator | null;
  readonly hasLevel: boolean;
  readonly moves: boolean;
  readonly hasChange: boolean;
  readonly hasMultiple: boolean;
  readonly hasAverage: boolean;
  /** The item before all of these; -1 at the beginning. */
  readonly before: number;
}

const MOVING = phraseSet(
  "lên, xuống, còn, tăng lên, giảm xuống, giảm còn, hạ xuống, nâng lên, đưa lên, chỉ còn, hạ xuống còn, kéo giảm còn, giảm chỉ còn, đưa về còn, to",
);
const REACH = 12;

/** Walks left from the quantity at `at` over dates, comparators and verbs up to the first word that is none of them. */
export function readLeft(tokens: readonly Token[], items: readonly Item[], at: number): LeftContext {
  let comparator: Comparator | null = null;
  let levelComparator: Comparator | null = null;
  let hasLevel = false;
  let moves = false;
  let hasChange = false;
  let hasMultiple = false;
  let hasAverage = false;
  let i = at - 1;
  for (; i >= 0 && i >= at - REACH; i -= 1) {
    const item = items[i]!;
    if (item.kind === "comparator") comparator ??= item.comparator;
    else if (item.kind === "level") {
      if (hasLevel || hasChange) levelComparator ??= hasChange ? null : item.comparator;
      else levelComparator = item.comparator;
      hasLevel ||= !hasChange;
      moves ||= !hasChange && startsPhrase(MOVING, tokens, item.from);
    } else if (item.kind === "change") hasChange = true;
    else if (item.kind === "multiple") hasMultiple = true;
    else if (item.kind === "average") hasAverage = true;
    else if (item.kind === "keep") hasLevel = true;
    else if (!PASSED.has(item.kind)) break;
  }
  return { comparator, levelComparator, hasLevel, moves, hasChange, hasMultiple, hasAverage, before: i };
}

const PASSED: ReadonlySet<Item["kind"]> = new Set(["period", "cadence", "promise", "light"]);
