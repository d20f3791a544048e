import { bilingual } from "../../diagnostics/language.ts";
import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import { rivalOf } from "../../semantics/evaluator/condition.ts";
import { categoryKey } from "../../semantics/evaluator/counted-values.ts";
import { categoryText, periodText, quantityText } from "../../semantics/judgement-words.ts";
import type { Category, IndicatorModel } from "../../semantics/model.ts";

/** Of one period and category there is one baseline. The later one of two is reported, and leads to the other. */
export function checkBaselines({ baselines, unit }: IndicatorModel): readonly Problem[] {
  return baselines.flatMap((baseline, i) => {
    const first = rivalOf(baseline, baselines.slice(0, i));
    if (first === undefined) return [];
    const holes = {
      period: periodText(baseline.period),
      category: categoryText(baseline.category),
      first: quantityText(first.quantity, unit),
      second: quantityText(baseline.quantity, unit),
    };
    const message = bilingual("the other baseline", "kỳ gốc kia");
    return [
      createProblem("duplicate-baseline", baseline.place, holes, {
        related: [{ place: first.place, message }],
      }),
    ];
  });
}

/** Whether a baseline is written for a category, though two that differ don't count. */
export function hasBaseline({ baselines }: IndicatorModel, category: Category | null): boolean {
  return baselines.some((one) => categoryKey(one.category) === categoryKey(category));
}
