import type { PeriodLiteral } from "../syntax/period-literal.ts";
import { readPeriodSentence } from "../syntax/period-words.ts";

/** A period as people write it into a box. Days stand before months. */
export function readTypedPeriod(text: string): PeriodLiteral | undefined {
  return readPeriodSentence(text, "day-first");
}
