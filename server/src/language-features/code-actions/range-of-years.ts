import { bilingual } from "../../diagnostics/language.ts";
import type { Statement } from "../../syntax/ast.ts";
import { type FixMaker, fixHere, refusedFix, replace } from "./fix.ts";
import { onePeriodOnly } from "./refusals.ts";

const withRange: ReadonlySet<string> = new Set(["period", "target", "due"]);

/** May a range of periods stand in this statement? */
export function mayHaveRange(statement: Statement | null | undefined): boolean {
  return statement !== null && statement !== undefined && withRange.has(statement.kind);
}

/** Writes `2021-2030` as the range that it is meant to be. */
export const rangeOfYears: FixMaker = (place) => {
  const range = place.problem.data?.range;
  if (range === undefined) return [];
  const title = bilingual(`Write ${range}`, `Ghi ${range}`);
  if (!mayHaveRange(place.statement)) return [refusedFix(title, onePeriodOnly, true)];
  return [fixHere(place, title, [replace(place, place.span, range)], true)];
};
