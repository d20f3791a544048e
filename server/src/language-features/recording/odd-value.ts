import type { Language, LocalText } from "../../diagnostics/language.ts";
import { decimalsApart, formatNumber, formatValue } from "../../semantics/display.ts";
import type { Bound, IndicatorModel, MeasuredModel } from "../../semantics/model.ts";
import { compare, hundred, type Rational } from "../../semantics/rational.ts";

/**
 * What is odd about a value that is no error: more than all of a percentage of which nothing else, neither what the
 * plan asks nor what was measured, is more than all. A growth may be, and then its targets or values say so.
 */
export function oddityOf(indicator: IndicatorModel, measured: MeasuredModel): LocalText | null {
  const { value, share } = measured.quantity;
  if (indicator.unit.id !== "percent" || !isMoreThanAll(value)) return null;
  if (otherLevels(indicator, measured).some(isMoreThanAll)) return null;
  const level = (language: Language): string =>
    formatValue(value, indicator.unit, language, decimalsApart(value, hundred, indicator.unit));
  if (share === null)
    return (language) =>
      language === "vi"
        ? `${level(language)} là hơn 100%: hãy kiểm tra lại.`
        : `${level(language)} is more than 100%: is that right?`;
  return (language) => {
    const part = formatNumber(share.numerator, null, language);
    const all = formatNumber(share.denominator, null, language);
    return language === "vi"
      ? `${part} lớn hơn ${all}, tức là hơn toàn bộ (${level(language)}): hãy kiểm tra lại hai số.`
      : `${part} is more than ${all}, so this is more than all (${level(language)}): are the two numbers right?`;
  };
}

function isMoreThanAll(level: Rational): boolean {
  return compare(level, hundred) > 0;
}

/** What the plan asks and what else was measured, as far as it is written as a level. */
function otherLevels(
  { targets, baselines, measured }: IndicatorModel,
  own: MeasuredModel,
): readonly Rational[] {
  const bounds: readonly (Bound | null)[] = targets.flatMap(({ bound, upper }) => [bound, upper]);
  return [
    ...bounds.flatMap((bound) => (bound?.kind === "absolute" ? [bound.value] : [])),
    ...[...baselines, ...measured.filter((one) => one !== own)].map(({ quantity }) => quantity.value),
  ];
}
