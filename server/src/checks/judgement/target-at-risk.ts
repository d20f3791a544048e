import type { Problem } from "../../diagnostics/problem.ts";
import type { IndicatorJudgement } from "../../semantics/judgement.ts";
import { checkProgress } from "./progress.ts";

/** Reports values that are a little behind their path. */
export function checkTargetAtRisk(judgement: IndicatorJudgement): readonly Problem[] {
  return checkProgress(judgement, "at-risk");
}
