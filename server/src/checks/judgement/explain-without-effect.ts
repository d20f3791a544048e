import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import { explains } from "../../semantics/evaluator/explanation.ts";
import type { IndicatorJudgement, TaskJudgement } from "../../semantics/judgement.ts";
import { periodPhrase, periodText } from "../../semantics/judgement-words.ts";
import type { Explanation } from "../../semantics/model.ts";
import type { Period } from "../../semantics/period.ts";

/** Hints at explanations of an indicator's periods in which there is nothing to explain. */
export function checkIndicatorExplanations({ indicator, targets }: IndicatorJudgement): readonly Problem[] {
  if (indicator.explanations.length === 0) return [];
  const failed = targets.flatMap(({ target, due }) =>
    due
      .filter(({ status }) => status === "missed" || status === "no-data")
      .map(({ window }) => ({ window, isTotal: target.form === "total" })),
  );
  return withoutEffect(indicator.explanations, failed);
}

/** The same for a task's. */
export function checkTaskExplanations({ task, due }: TaskJudgement): readonly Problem[] {
  const failed = due
    .filter(({ status }) => status === "missed")
    .map(({ window }) => ({ window, isTotal: false }));
  return withoutEffect(task.explanations, failed);
}

function withoutEffect(
  explanations: readonly Explanation[],
  failed: readonly { readonly window: Period; readonly isTotal: boolean }[],
): readonly Problem[] {
  return explanations
    .filter(({ period }) => !failed.some(({ window, isTotal }) => explains(period, window, isTotal)))
    .map(({ period, place }) =>
      createProblem("explain-without-effect", place, {
        period: (language) => {
          const text = language === "vi" ? periodText(period, "start") : periodPhrase(period);
          return typeof text === "string" ? text : text(language);
        },
      }),
    );
}
