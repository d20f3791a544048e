import { judgeIndicator } from "../../server/src/semantics/evaluator/judge-indicator.ts";
import { judgeTask } from "../../server/src/semantics/evaluator/judge-task.ts";
import type { ProgramJudgement } from "../../server/src/semantics/judgement.ts";
import type { IndicatorModel, PlanModel, TaskModel } from "../../server/src/semantics/model.ts";
import { parseIsoDate } from "../../server/src/semantics/period.ts";
import { number } from "./models.ts";

/** One plan judged by the real evaluator, from models written by hand. */
export function judgedPlan(
  date: string,
  plan: PlanModel | null,
  indicators: readonly IndicatorModel[],
  tasks: readonly TaskModel[] = [],
): ProgramJudgement {
  const asOf = parseIsoDate(date)!;
  const settings = { asOf, onTrackFrom: number("0.95"), offTrackBelow: number("0.8") };
  return {
    asOf,
    plans: [
      {
        plan,
        path: plan?.path ?? "loose.bdg",
        indicators: indicators.map((indicator) => judgeIndicator(indicator, settings)),
        tasks: tasks.map((task) => judgeTask(task, asOf)),
      },
    ],
  };
}
