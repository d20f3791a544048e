/**
 * Indicators that are on their way: a start, milestones, and a value that has covered a round part of a path, so
 * that the edges at 95% and 80% are met exactly and missed by little.
 */
import { createEmptyIndicator } from "./generate-indicator.ts";
import { drawPeriod, planYears } from "./generate-periods.ts";
import type { Draw } from "./generate-plan.ts";
import type {
  Comparator,
  IndicatorModel,
  MeasuredModel,
  NumberModel,
  PlanHeadModel,
  TargetModel,
  WhenModel,
} from "./plan-model.ts";

const number = (value: number): NumberModel => ({
  kind: "number",
  number: String(Number(value.toFixed(2))),
  unit: null,
});

const coveredParts = [-0.5, 0, 0.5, 0.79, 0.8, 0.81, 0.85, 0.9, 0.94, 0.95, 0.96, 1, 1.2];

/** A path from `start` through a milestone in `year`, and on to the plan's end. */
interface Course {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
  readonly year: number;
  readonly category: string | null;
  readonly up: boolean;
}

function drawCourse(draw: Draw, plan: PlanHeadModel | null): Course {
  const years = planYears(plan);
  const up = !draw.once(3);
  const step = draw.one([20, 20, 40, 0]) * (up ? 1 : -1);
  const start = draw.one([40, 50]);
  return {
    start,
    middle: start + step,
    end: start + step + draw.one([0, 5, 10, -5]) * (up ? 1 : -1),
    year: years[draw.below(years.length - 1)]!,
    category: draw.one([null, null, "female"]),
    up,
  };
}

/** An indicator with such a course; the next of a plan, after `count` others. */
export function createPathIndicator(draw: Draw, plan: PlanHeadModel | null, count: number): IndicatorModel {
  const course = drawCourse(draw, plan);
  const indicator = createEmptyIndicator(draw, count, draw.one(["percent", "percent", "score"]));
  const before = String(planYears(plan)[0]! - 1);
  const start: MeasuredModel = {
    period: draw.one([before, before, `${before}-12`]),
    category: course.category,
    value: number(course.start),
    evidence: null,
  };
  const reached = Array.from({ length: 1 + draw.below(2) }, (_, index): MeasuredModel => {
    const value = number(course.start + draw.one(coveredParts) * (course.middle - course.start));
    const period = index === 0 && !draw.once(4) ? String(course.year) : drawPeriod(draw, plan);
    return { period, category: course.category, value, evidence: draw.once(3) ? "BC số 3" : null };
  });
  // Without a baseline the first value is the start.
  const withBaseline = !draw.once(4);
  return {
    ...indicator,
    baselines: withBaseline ? [start] : [],
    measured: withBaseline ? reached : [start, ...reached],
    targets: drawMilestones(draw, plan, course),
  };
}

function drawMilestones(draw: Draw, plan: PlanHeadModel | null, course: Course): TargetModel[] {
  const last = planYears(plan).at(-1)!;
  const comparator = (): Comparator => draw.one(course.up ? ["reach", ">=", ">"] : ["reach", "<=", "<"]);
  const target = (when: WhenModel, value: number): TargetModel => ({
    when,
    category: course.category,
    comparator: comparator(),
    value: number(value),
    upper: null,
    within: null,
  });
  const first: WhenModel = { kind: "point", period: draw.one([String(course.year), `${course.year}-12`]) };
  const targets = [target(first, course.middle)];
  const next = course.year + 1;
  if (next < last && draw.once(2)) {
    targets.push(target({ kind: "range", from: String(next), to: String(last - 1) }, course.middle));
  }
  targets.push(
    target({ kind: "point", period: draw.one([String(last), `${last}-H2`, `${last}-Q4`]) }, course.end),
  );
  if (draw.once(3)) targets.push(target({ kind: "point", period: String(last) }, course.end - 5));
  return draw.once(3) ? targets.reverse() : targets;
}
