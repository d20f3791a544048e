import type { Condition, LatestValue, Status } from "../judgement.ts";
import type { Aggregate } from "../model.ts";
import { compare, divide, type Rational, subtract } from "../rational.ts";
import { holds, isAtOrBeyond } from "./condition.ts";
import { type PathPoint, pathAt } from "./path.ts";

/** What the lines of the table ask about a target in one category: the same for all its windows. */
export interface StatusRule {
  readonly condition: Condition;
  readonly aggregate: Aggregate;
  readonly recurs: boolean;
  readonly latest: LatestValue | null;
  /** How far ℓ has come; worked out only when a line asks. null where there is no path to be held against. */
  readonly progress: () => Progress | null;
  readonly onTrackFrom: Rational;
  readonly offTrackBelow: Rational;
}

/** ℓ against the path at its date. */
export interface Progress {
  readonly expected: Rational;
  /** null where the path has not left its start. */
  readonly covered: Rational | null;
}

export interface StatusAnswer {
  readonly status: Status;
  /** The line that decided, from 1. */
  readonly line: number;
  readonly progress: Progress | null;
}

const answers = {
  met: { status: "met", line: 1, progress: null },
  missed: { status: "missed", line: 2, progress: null },
  noData: { status: "no-data", line: 3, progress: null },
  safelyMet: { status: "met", line: 4, progress: null },
  notForecast: { status: "pending", line: 5, progress: null },
  wouldMeet: { status: "on-track", line: 6, progress: null },
  noPath: { status: "pending", line: 7, progress: null },
} as const satisfies Record<string, StatusAnswer>;

/**
 * The first line of the status table (docs/reference.md) that applies to a window with this value (null for none);
 * `past` where the as-of date is after the window.
 */
export function statusOf(
  rule: StatusRule,
  value: Rational | null,
  closed: boolean,
  past: boolean,
): StatusAnswer {
  const { condition, latest } = rule;
  const met = value !== null && holds(condition, value);
  if (closed && met) return answers.met;
  if (closed && value !== null) return answers.missed;
  if (past) return answers.noData;
  if (met && cannotBeUndone(rule)) return answers.safelyMet;
  if (rule.recurs || rule.aggregate !== "latest" || latest === null) return answers.notForecast;
  if (holds(condition, latest.quantity.value)) return answers.wouldMeet;
  const progress = condition.direction === null ? null : rule.progress();
  if (progress === null) return answers.noPath;
  return forecast(latest.quantity.value, condition.direction!, progress, rule);
}

function cannotBeUndone({ aggregate, condition: { direction } }: StatusRule): boolean {
  if (direction === "up") return aggregate === "sum" || aggregate === "max";
  return direction === "down" && aggregate === "min";
}

function forecast(
  latest: Rational,
  direction: "up" | "down",
  progress: Progress,
  edges: { readonly onTrackFrom: Rational; readonly offTrackBelow: Rational },
): StatusAnswer {
  const { expected, covered } = progress;
  const reaches = (edge: Rational): boolean => covered !== null && compare(covered, edge) >= 0;
  if (isAtOrBeyond(latest, expected, direction) || reaches(edges.onTrackFrom)) {
    return { status: "on-track", line: 8, progress };
  }
  if (reaches(edges.offTrackBelow)) return { status: "at-risk", line: 9, progress };
  return { status: "off-track", line: 10, progress };
}

/** ℓ held against a path; null where the path has not begun on ℓ's date. */
export function progressOn(points: readonly PathPoint[], latest: LatestValue): Progress | null {
  const expected = pathAt(points, latest.period.last);
  if (expected === null) return null;
  const start = points[0]!.value;
  const covered = divide(subtract(latest.quantity.value, start), subtract(expected, start));
  return { expected, covered: covered ?? null };
}
