import { bilingual, inLanguage, type Language, type LocalText } from "../diagnostics/language.ts";
import type { RelatedPlace } from "../diagnostics/problem.ts";
import {
  decimalsApart,
  formatCondition,
  formatGap,
  formatPeriod,
  formatPeriodPhrase,
  formatPeriods,
  formatQuantity,
  formatValue,
} from "./display.ts";
import { intervalOf } from "./evaluator/condition.ts";
import type { Condition, IndicatorJudgement } from "./judgement.ts";
import type {
  Category,
  Citation,
  Explanation,
  MeasuredModel,
  Quantity,
  TargetModel,
  UnitModel,
} from "./model.ts";
import type { Period } from "./period.ts";
import { compare, equals, type Rational, subtract } from "./rational.ts";

/** The phrases that the judgement's messages are put together from; each is worked out when a message is shown. */

/** ` (II.1-1)`, or nothing. */
export function clauseText(citations: readonly Citation[]): string {
  if (citations.length === 0) return "";
  return ` (${citations.map(({ address }) => address).join(", ")})`;
}

/** ` for women`, ` đối với nữ`; nothing for the indicator as a whole. */
export function categoryText(category: Category | null): LocalText {
  if (category === null) return "";
  return bilingual(` for ${category.name}`, ` đối với ${category.name}`);
}

export function valueText(value: Rational, unit: UnitModel): LocalText {
  return (language) => formatValue(value, unit, language);
}

export function quantityText(quantity: Quantity, unit: UnitModel): LocalText {
  return (language) => formatQuantity(quantity, unit, language);
}

export function conditionText(condition: Condition, unit: UnitModel): LocalText {
  return (language) => formatCondition(condition, unit, language);
}

/** `năm 2025` or, at the start of a sentence, `Năm 2025`; in English `2025`. */
export function periodText(period: Period, place: "start" | "inside" = "inside"): LocalText {
  return (language) => {
    const name = formatPeriod(period, language);
    const english = period.unit === "half" && place === "inside" ? `the ${name}` : name;
    const text = language === "vi" ? formatPeriodPhrase(period, language) : english;
    return place === "start" ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  };
}

export function periodPhrase(period: Period): LocalText {
  return (language) => formatPeriodPhrase(period, language);
}

/** Windows in order of time, `2022, 2024–2026`; a single one as a phrase. */
export function periodsText(windows: readonly Period[]): LocalText {
  const [only] = windows;
  if (only !== undefined && windows.length === 1) return periodText(only);
  return (language) => {
    const kinds = new Set(windows.map(({ unit }) => unit));
    const years = language === "vi" && kinds.size === 1 && kinds.has("year");
    return `${years ? "các năm " : ""}${formatPeriods(windows, language)}`;
  };
}

/** A value with its period, told apart from a bound that it misses: `45% (9/20) năm 2025`. */
export function valueInPeriod(
  quantity: Quantity,
  period: Period,
  category: Category | null,
  unit: UnitModel,
  bound: Rational = quantity.value,
): LocalText {
  const decimals = decimalsApart(quantity.value, bound, unit);
  return (language) => {
    const value = formatQuantity(quantity, unit, language, decimals);
    return `${value} ${formatPeriodPhrase(period, language)}${inLanguage(categoryText(category), language)}`;
  };
}

/** By how much a value misses a condition: `: thiếu 15 điểm phần trăm`. */
export function gapText(value: Rational, condition: Condition, unit: UnitModel): LocalText {
  const { low, high } = intervalOf(condition);
  const under = condition.direction === "up" || (condition.direction === null && compare(value, low) < 0);
  const bound = condition.direction === null && !under ? high : low;
  if (equals(value, bound)) return bilingual(": being equal to it is not enough", ": bằng mức đó là chưa đủ");
  const gap = subtract(value, bound);
  return (language) => `: ${gapWords(formatGap(gap, unit, language), under, language)}`;
}

function gapWords(gap: string, under: boolean, language: Language): string {
  if (language === "vi") return under ? `thiếu ${gap}` : `vượt ${gap}`;
  return under ? `${gap} short` : `${gap} too much`;
}

/** The decimals with which no value of an indicator looks like the bound that it misses; the unit's own where they do. */
export function tellingDecimals({ indicator: { unit }, targets }: IndicatorJudgement): number | null {
  let decimals = unit.decimals;
  for (const { status, value, condition } of targets.flatMap(({ due }) => due)) {
    if (status !== "missed" || !value || !condition) continue;
    const apart = decimalsApart(value.value, missedBound(value.value, condition), unit);
    if (apart !== unit.decimals && apart !== null) decimals = Math.max(decimals ?? 0, apart);
  }
  return decimals;
}

/** The bound nearest to a value that misses the condition. */
export function missedBound(value: Rational, condition: Condition): Rational {
  const { low, high } = intervalOf(condition);
  return condition.direction === null && compare(value, high) > 0 ? high : low;
}

/** ` Giải trình: “…”`, or nothing. */
export function explanationText(text: string | null): LocalText {
  return text === null ? "" : bilingual(` Explained: “${text}”`, ` Giải trình: “${text}”`);
}

export function targetPlace(target: TargetModel): RelatedPlace {
  return { place: target.place, message: bilingual(`target: ${target.text}`, `mục tiêu: ${target.text}`) };
}

export function evidencePlaces(values: readonly MeasuredModel[]): readonly RelatedPlace[] {
  return values.flatMap(({ evidence, evidencePlace }) => {
    if (evidence === null || evidencePlace === null) return [];
    return [{ place: evidencePlace, message: bilingual(`evidence: ${evidence}`, `nguồn: ${evidence}`) }];
  });
}

export function valuePlaces(values: readonly MeasuredModel[], unit: UnitModel): readonly RelatedPlace[] {
  return values.map((value) => ({
    place: value.place,
    message: valueInPeriod(value.quantity, value.period, value.category, unit),
  }));
}

export function explanationPlaces(explanation: Explanation | null): readonly RelatedPlace[] {
  return explanation === null
    ? []
    : [{ place: explanation.place, message: bilingual("the explanation", "giải trình") }];
}
