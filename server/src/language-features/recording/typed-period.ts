import { bilingual, type LocalText } from "../../diagnostics/language.ts";
import { type Calendar, type Period, toPeriod } from "../../semantics/period.ts";
import type { PeriodLiteral } from "../../syntax/period-literal.ts";

/** Reads what people write for a period; undefined for anything else. */
export type PeriodReader = (typed: string) => PeriodLiteral | undefined;

/** A period as someone typed it, under a plan's reporting year; undefined for anything else. */
export function typedPeriod(read: PeriodReader, typed: string, calendar: Calendar): Period | undefined {
  const literal = read(typed);
  return literal && toPeriod(literal, calendar);
}

/** Why a text that was typed for a period is refused. */
export function noPeriod(text: string): LocalText {
  return bilingual(
    `“${text}” is no period. Write for example 2025, first half of 2025, Q3 2025, March 2025 or 2025-03-31.`,
    `“${text}” không phải là kỳ. Hãy viết, ví dụ, 2025, 6 tháng đầu năm 2025, quý 3/2025, 3/2025 hoặc 31/3/2025.`,
  );
}
