import { bilingual, type LocalText } from "../../diagnostics/language.ts";
import { type Calendar, type Period, toPeriod } from "../../semantics/period.ts";
import { readPeriodSentence } from "../../syntax/period-words.ts";

/** A period as people write it into a box, days before months, under a plan's reporting year; undefined for anything else. */
export function typedPeriod(typed: string, calendar: Calendar): Period | undefined {
  const literal = readPeriodSentence(typed, "day-first");
  return literal && toPeriod(literal, calendar);
}

/** Why a text that was typed for a period is refused. */
export function noPeriod(text: string): LocalText {
  return bilingual(
    `“${text}” is no period. Write for example 2025, first half of 2025, Q3 2025, March 2025 or 2025-03-31.`,
    `“${text}” không phải là kỳ. Hãy viết, ví dụ, 2025, 6 tháng đầu năm 2025, quý 3/2025, 3/2025 hoặc 31/3/2025.`,
  );
}
