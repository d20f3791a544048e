import type { ProblemCode } from "../diagnostics/catalog.ts";
import type { ReportedProblem } from "../language-service.ts";

/** From the mildest: `never` lets everything pass. */
export type FailOn = "never" | "error" | "missed" | "at-risk";

const missed: ReadonlySet<string> = new Set(["target-missed", "target-no-data", "task-overdue"]);
const atRisk: ReadonlySet<string> = new Set(["target-off-track", "target-at-risk"]);

/** Whether a problem makes the exit status 1. What an `explain` covers doesn't, unless it was made an error. */
export function isFailing(problem: ReportedProblem, failOn: FailOn): boolean {
  if (failOn === "never") return false;
  if (problem.severity === "error") return true;
  if (failOn === "error" || problem.explained) return false;
  const code: ProblemCode = problem.code;
  return missed.has(code) || (failOn === "at-risk" && atRisk.has(code));
}
