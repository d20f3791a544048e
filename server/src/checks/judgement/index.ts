import type { ProblemCode } from "../../diagnostics/catalog.ts";
import type { Problem, RelatedPlace } from "../../diagnostics/problem.ts";
import type { IndicatorJudgement, TaskJudgement } from "../../semantics/judgement.ts";
import { checkIndicatorExplanations, checkTaskExplanations } from "./explain-without-effect.ts";
import { checkParentTargets } from "./parent-targets.ts";
import { checkTargetAtRisk } from "./target-at-risk.ts";
import { checkTargetMissed } from "./target-missed.ts";
import { checkTargetNoData } from "./target-no-data.ts";
import { checkTargetOffTrack } from "./target-off-track.ts";
import { checkTargetWording } from "./target-wording.ts";
import { checkTaskOverdue } from "./task-overdue.ts";
import { checkValueFindings } from "./value-findings.ts";

/** Everything to say about one indicator, in the order in which it matters to the analyst. */
export function checkIndicatorJudgement(judgement: IndicatorJudgement): readonly Problem[] {
  return indicatorChecks.flatMap((check) => check(judgement));
}

const indicatorChecks: readonly ((judgement: IndicatorJudgement) => readonly Problem[])[] = [
  checkTargetMissed,
  checkTargetNoData,
  checkTargetOffTrack,
  checkTargetAtRisk,
  checkParentTargets,
  checkValueFindings,
  checkTargetWording,
  checkIndicatorExplanations,
];

/** Everything to say about one task. */
export function checkTaskJudgement(judgement: TaskJudgement): readonly Problem[] {
  return [...checkTaskOverdue(judgement), ...checkTaskExplanations(judgement)];
}

const verdicts: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "target-missed",
  "target-no-data",
  "target-off-track",
  "target-at-risk",
  "task-overdue",
]);

/**
 * Adds to each verdict the places of the clauses in the plan's documents, which only the caller can look up
 * (from the citations of the indicator or task that the problems are about).
 */
export function withClauses(
  problems: readonly Problem[],
  clauses: readonly RelatedPlace[],
): readonly Problem[] {
  if (clauses.length === 0) return problems;
  return problems.map((problem) =>
    verdicts.has(problem.code) ? { ...problem, related: [...problem.related, ...clauses] } : problem,
  );
}
