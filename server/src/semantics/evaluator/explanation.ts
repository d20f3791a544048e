import type { Explanation } from "../model.ts";
import type { Period } from "../period.ts";

/**
 * The explanation of a window: one whose period holds it (`explain 2023` covers the months of 2023), or, for a
 * total's window, which no period can be written for, one that lies in it and ends with it. Of several the
 * shortest, then the first written.
 */
export function explanationOf(
  explanations: readonly Explanation[],
  window: Period,
  isTotal = false,
): Explanation | null {
  let found: Explanation | null = null;
  for (const explanation of explanations) {
    if (!explains(explanation.period, window, isTotal)) continue;
    if (found === null || lengthOf(explanation.period) < lengthOf(found.period)) found = explanation;
  }
  return found;
}

/** Whether an explanation of a period is one of a window; `isTotal` for the window of a total. */
export function explains(period: Period, window: Period, isTotal: boolean): boolean {
  if (period.first <= window.first && period.last >= window.last) return true;
  return isTotal && period.first >= window.first && period.last === window.last;
}

function lengthOf(period: Period): number {
  return period.last - period.first;
}
