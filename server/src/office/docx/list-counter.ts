import { formatNumber } from "./number-formats.ts";
import type { ListDefinition, ListLevel } from "./numbering.ts";

/** Counts the lists of a document as Word does when it prints it. */
export interface ListCounter {
  /** By their numId. */
  readonly lists: ReadonlyMap<string, ListDefinition>;
  /**
   * The label of the next paragraph of a list at a level (from 0), as printed; empty where it has none.
   *
   * @param depth how far in it stands, where that is not the list's level: styles may have a list each
   */
  next(numId: string, level: number, depth?: number): string;
}

export function createListCounter(lists: ReadonlyMap<string, ListDefinition>): ListCounter {
  /** By abstract list: the last number of each level, undefined where it starts again. */
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  return {
    lists,
    next(numId, level, depth = level) {
      const list = lists.get(numId);
      const own = list?.levels[level];
      if (list === undefined || own === undefined) return "";
      const numbers = counts.get(list.abstractId) ?? [];
      counts.set(list.abstractId, numbers);
      const beginning = `${numId} ${level}`;
      const override = list.startOverrides[level];
      const before = override !== undefined && !begun.has(beginning) ? undefined : numbers[level];
      numbers[level] = before === undefined ? (override ?? own.start) : before + 1;
      begun.add(beginning);
      for (let outer = 0; outer < level; outer += 1) numbers[outer] ??= list.levels[outer]?.start ?? 1;
      restartInner(numbers, list.levels, level);
      return own.format === "bullet" ? bulletSign(own.text, depth) : labelOf(own, list.levels, numbers);
    },
  };
}

function restartInner(
  numbers: (number | undefined)[],
  levels: ListDefinition["levels"],
  level: number,
): void {
  for (let inner = level + 1; inner < levels.length; inner += 1) {
    const restart = levels[inner]?.restart;
    if (restart === undefined || level < restart) numbers[inner] = undefined;
  }
}

function labelOf(
  own: ListLevel,
  levels: ListDefinition["levels"],
  numbers: readonly (number | undefined)[],
): string {
  return own.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = levels[index]?.format ?? "decimal";
      const isPlain = own.isLegal && format !== "none" && format !== "bullet";
      return formatNumber(numbers[index] ?? levels[index]?.start ?? 1, isPlain ? "decimal" : format);
    })
    .trim();
}

/**
 * A bullet's sign. The letters of symbol fonts stand for drawings that no text has: they are a bullet, and on inner
 * levels what an official would type there, so that the levels can be told apart.
 */
function bulletSign(text: string, depth: number): string {
  const sign = text.trim();
  if (/^[-–—−]$/u.test(sign)) return "-";
  if (sign === "+" || sign === "*") return sign;
  return bulletAt(depth);
}

/** The bullet of a level, from 0. */
export function bulletAt(depth: number): string {
  return depth === 0 ? "•" : depth === 1 ? "+" : "*";
}
