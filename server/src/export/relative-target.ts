import type { Language } from "../diagnostics/language.ts";
import { formatGap, formatNumber } from "../semantics/display.ts";
import type { Comparator, TargetModel, UnitModel } from "../semantics/model.ts";
import {
  compare,
  hundred,
  magnitude,
  multiply,
  one,
  type Rational,
  subtract,
  zero,
} from "../semantics/rational.ts";

type Words = Readonly<Record<Language, string>>;

/** How a comparison with more or less than the baseline reads for a rise and for a fall. */
const measures: Readonly<Partial<Record<Comparator, Readonly<Record<"up" | "down", Words>>>>> = {
  reach: { up: { en: "", vi: "" }, down: { en: "", vi: "" } },
  "=": { up: { en: "exactly ", vi: "đúng " }, down: { en: "exactly ", vi: "đúng " } },
  about: { up: { en: "about ", vi: "khoảng " }, down: { en: "about ", vi: "khoảng " } },
  ">=": { up: { en: "at least ", vi: "ít nhất " }, down: { en: "at most ", vi: "không quá " } },
  "<=": { up: { en: "at most ", vi: "không quá " }, down: { en: "at least ", vi: "ít nhất " } },
  ">": { up: { en: "more than ", vi: "hơn " }, down: { en: "less than ", vi: "dưới " } },
  "<": { up: { en: "less than ", vi: "dưới " }, down: { en: "more than ", vi: "hơn " } },
};

/**
 * What a target asks for while the baseline that it counts from is not there: `giảm ít nhất 5% so với kỳ gốc`; undefined
 * for what can't be said so.
 */
export function relativeTarget(
  { comparator, bound }: TargetModel,
  unit: UnitModel,
  language: Language,
): string | undefined {
  const measure = measures[comparator];
  if (!measure || bound.kind === "absolute") return undefined;
  const change = bound.kind === "baseline-times" ? subtract(bound.factor, one) : bound.amount;
  const sign = compare(change, zero);
  if (sign === 0) return undefined;
  const amount =
    bound.kind === "baseline-times"
      ? percentText(magnitude(change), language)
      : formatGap(change, unit, language);
  const direction = sign < 0 ? "down" : "up";
  const words = `${measure[direction][language]}${amount}`;
  if (language === "vi") return `${sign < 0 ? "giảm" : "tăng"} ${words} so với kỳ gốc`;
  return `${direction} by ${words} from the baseline`;
}

function percentText(share: Rational, language: Language): string {
  return `${formatNumber(multiply(share, hundred), 2, language)}%`;
}
