import type { Problem } from "../../diagnostics/problem.ts";
import type { IndicatorJudgement } from "../../semantics/judgement.ts";
import { checkProgress } from "./progress.ts";

/** Reports values that have covered too little of their path. */
export function checkTargetOffTrack(judgement: IndicatorJudgement): readonly Problem[] {
  return checkProgress(judgement, "off-track");
}
