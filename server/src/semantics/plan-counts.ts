import type { PlanJudgement, Status, TaskJudgement } from "./judgement.ts";

export interface PlanCounts {
  /** How many indicators have each headline status. */
  readonly counts: Readonly<Record<Status, number>>;
  readonly taskCounts: Readonly<Record<TaskJudgement["status"], number>>;
}

/** Counts of a plan's headlines, of indicators and of tasks apart; every status is there, in a fixed order. */
export function toCounts(plan: PlanJudgement): PlanCounts {
  const counts = { met: 0, missed: 0, "no-data": 0, "on-track": 0, "at-risk": 0, "off-track": 0, pending: 0 };
  const taskCounts = { met: 0, missed: 0, pending: 0 };
  for (const { status } of plan.indicators) counts[status] += 1;
  for (const { status } of plan.tasks) taskCounts[status] += 1;
  return { counts, taskCounts };
}
