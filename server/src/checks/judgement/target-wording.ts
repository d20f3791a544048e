import type { Language } from "../../diagnostics/language.ts";
import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import { decimalsApart, formatValue } from "../../semantics/display.ts";
import { conditionOf, intervalOf } from "../../semantics/evaluator/condition.ts";
import type { IndicatorJudgement } from "../../semantics/judgement.ts";
import { categoryText, conditionText, valueText } from "../../semantics/judgement-words.ts";
import type { IndicatorModel, TargetModel } from "../../semantics/model.ts";
import { equals, hundred, multiply, type Rational } from "../../semantics/rational.ts";
import { hasBaseline } from "../model/check-baselines.ts";

/** Hints at targets that leave open which way is up (`reach`), or how near is near enough (`about`). */
export function checkTargetWording({ indicator }: IndicatorJudgement): readonly Problem[] {
  return indicator.targets.flatMap((target) => [
    ...reachWithoutBaseline(target, indicator),
    ...aboutWithoutTolerance(target, indicator),
  ]);
}

function reachWithoutBaseline(target: TargetModel, indicator: IndicatorModel): readonly Problem[] {
  if (target.comparator !== "reach") return [];
  const category = target.categories.find((one) => !hasBaseline(indicator, one));
  if (category === undefined) return [];
  const condition = conditionOf(target, category, indicator);
  if (condition === null) return [];
  const { unit } = indicator;
  // Nobody comes down to 100%.
  if (unit.base === "percent" && equals(multiply(condition.value, unit.factor), hundred)) return [];
  return [
    createProblem("reach-without-baseline", target.place, {
      condition: conditionText(condition, unit),
      category: categoryText(category),
      value: valueText(condition.value, unit),
    }),
  ];
}

function aboutWithoutTolerance(target: TargetModel, indicator: IndicatorModel): readonly Problem[] {
  if (target.comparator !== "about" || target.tolerance !== null) return [];
  const conditions = target.categories.map((category) => conditionOf(target, category, indicator));
  const condition = conditions.find((one) => one !== null);
  if (condition === undefined || condition === null) return [];
  const { low, high } = intervalOf(condition);
  const { unit } = indicator;
  const decimals = decimalsApart(low, high, unit);
  const text = (value: Rational) => (language: Language) => formatValue(value, unit, language, decimals);
  return [createProblem("about-without-tolerance", target.place, { low: text(low), high: text(high) })];
}
