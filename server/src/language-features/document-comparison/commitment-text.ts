import type { Language } from "../../diagnostics/language.ts";
import type { Commitment } from "../../documents/commitments/commitments.ts";
import { number } from "../../drafting/targets.ts";
import { keywordText } from "../../syntax/keywords.ts";

const CHANGES = {
  relative: { en: "change", vi: "mức thay đổi" },
  points: { en: "change in points", vi: "mức thay đổi theo điểm" },
  "per-year": { en: "a year", vi: "mỗi năm" },
  multiple: { en: "times", vi: "gấp" },
} as const;

/** A commitment in words: "2025 đạt 60%", "every year >= 1 hoạt động". */
export function commitmentText(commitment: Commitment, language: Language): string {
  const { period, every, comparator, value, upper, unit, change } = commitment;
  const cadence =
    every === null ? "" : `${language === "vi" ? "mỗi" : "every"} ${keywordText(every, language)}`;
  const when =
    every !== null && period !== null
      ? `${cadence} ${keywordText("in", language)} ${period}`
      : cadence || (period ?? "");
  const low = number(value, language);
  const high = upper === null ? "" : number(upper, language);
  const amount =
    comparator === "between"
      ? `${keywordText("between", language)} ${low} ${language === "vi" ? "đến" : "and"} ${high}`
      : `${comparator === "reach" || comparator === "about" ? keywordText(comparator, language) : comparator} ${low}`;
  const counted = unit === null ? amount : `${amount}${/^[%‰/]/u.test(unit) ? "" : " "}${unit}`;
  const kind = change === null ? "" : ` (${CHANGES[change][language]})`;
  return `${when} ${counted}${kind}`.trim();
}
