import type { Item } from "./items.ts";
import type { Cadence, Comparator } from "./lexicon.ts";
import type { PeriodPhrase } from "./periods.ts";
import type { Quantity } from "./quantities.ts";

export type Change = "relative" | "points" | "per-year" | "multiple";

/** A quantity that is promised, while its sentence is being read. Mutable: what it lacks is filled in step by step. */
export interface Promised {
  /** Its place among the items. */
  readonly at: number;
  readonly item: Item;
  readonly quantity: Quantity | null;
  readonly value: string;
  comparator: Comparator | null;
  change: Change | null;
  /** A word right before it says that this is a level: "lên", "xuống", "còn", "đạt". */
  readonly leads: boolean;
  /** That word moves it: "lên", "xuống", "còn". */
  readonly moves: boolean;
  period: PeriodPhrase | null;
  every: Cadence | null;
}
