import type { LocalText } from "../../diagnostics/language.ts";
import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import { formatPeriod } from "../../semantics/display.ts";
import type { IndicatorModel, TargetModel } from "../../semantics/model.ts";

/** A baseline lies before the targets of its category, and targets within the plan's period. */
export function checkTargetPeriods(indicator: IndicatorModel): readonly Problem[] {
  return indicator.targets.flatMap((target) => [
    ...checkBaseline(indicator, target),
    ...checkPlan(indicator, target),
  ]);
}

function checkBaseline(indicator: IndicatorModel, target: TargetModel): Problem[] {
  const [first] = target.windows;
  if (!first) return [];
  return indicator.baselines.flatMap((baseline) => {
    const sameCategory = target.categories.some((category) => category?.id === baseline.category?.id);
    const recurs = target.form === "every" || target.form === "total";
    if (!sameCategory || recurs || baseline.period.last < first.last) return [];
    const holes: Record<"baseline" | "target", LocalText> = {
      baseline: (language) => formatPeriod(baseline.period, language),
      target: (language) => formatPeriod(first, language),
    };
    const related = [
      { place: target.periodPlace, message: (language: "en" | "vi") => formatPeriod(first, language) },
    ];
    return [createProblem("baseline-after-target", baseline.place, holes, { related })];
  });
}

function checkPlan({ plan }: IndicatorModel, target: TargetModel): Problem[] {
  const period = plan?.period;
  const outside =
    period && target.windows.find((window) => window.last < period.first || window.last > period.last);
  if (!period || !outside) return [];
  const holes = { target: (language: "en" | "vi") => formatPeriod(outside, language), period: period.text };
  return [createProblem("target-outside-plan", target.periodPlace, holes)];
}
