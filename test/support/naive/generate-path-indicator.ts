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
  const start = draw.one(up ? [40, 50] : [50, 60]);
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
  const first = planYears(plan)[0]!;
  // In the plan's own first year there can be a milestone on the day on which the path starts.
  const startYear = course.year > first && draw.once(2) ? first : first - 1;
  const starts = drawStarts(draw, course, startYear);
  const reached = Array.from({ length: 1 + draw.below(2) }, (_, index): MeasuredModel => {
    const value = number(course.start + draw.one(coveredParts) * (course.middle - course.start));
    const period = index === 0 && !draw.once(4) ? String(course.year) : drawPeriod(draw, plan);
    return { period, category: course.category, value, evidence: draw.once(3) ? "BC số 3" : null };
  });
  const withBaseline = draw.once(2);
  return {
    ...createEmptyIndicator(draw, count, draw.one(["percent", "percent", "score"])),
    baselines: withBaseline ? starts.slice(0, 1) : [],
    measured: withBaseline ? reached : [...starts, ...reached],
    targets: [
      ...(startYear === first ? [pathTarget(draw, course, pointOf(String(first)), course.middle)] : []),
      ...drawMilestones(draw, plan, course),
      ...drawBystanders(draw, plan, course),
    ],
  };
}

const pointOf = (period: string): WhenModel => ({ kind: "point", period });

/** The start, and now and then a second value that ends on the same day. */
function drawStarts(draw: Draw, course: Course, year: number): MeasuredModel[] {
  const category = course.category;
  const start = { period: String(year), category, value: number(course.start), evidence: null };
  if (!draw.once(3)) return [start];
  const shorter = { ...start, period: `${year}-12`, value: number(course.start + 1) };
  return draw.once(2) ? [start, shorter] : [shorter, start];
}

function pathTarget(draw: Draw, course: Course, when: WhenModel, value: number): TargetModel {
  const comparators: readonly Comparator[] = course.up ? ["reach", ">=", ">"] : ["reach", "<=", "<"];
  const { category } = course;
  return {
    when,
    category,
    comparator: draw.one(comparators),
    value: number(value),
    upper: null,
    within: null,
  };
}

function drawMilestones(draw: Draw, plan: PlanHeadModel | null, course: Course): TargetModel[] {
  const last = planYears(plan).at(-1)!;
  const middle = pointOf(draw.one([String(course.year), `${course.year}-12`]));
  const targets = [pathTarget(draw, course, middle, course.middle)];
  const next = course.year + 1;
  if (next < last && draw.once(2)) {
    const between: WhenModel = { kind: "range", from: String(next), to: String(last - 1) };
    targets.push(pathTarget(draw, course, between, course.middle));
  }
  const end = pointOf(draw.one([String(last), `${last}-H2`, `${last}-Q4`]));
  targets.push(pathTarget(draw, course, end, course.end));
  if (draw.once(3)) targets.push(pathTarget(draw, course, pointOf(String(last)), course.end - 5));
  return draw.once(3) ? targets.reverse() : targets;
}

/** Targets that must not bend the path: recurring, a total, of another category. */
function drawBystanders(draw: Draw, plan: PlanHeadModel | null, course: Course): TargetModel[] {
  if (!draw.once(2)) return [];
  const years = planYears(plan);
  const at = String(years[draw.below(years.length)]);
  const value = (course.start + course.middle) / 2 + draw.one([-4, 0, 4]);
  const category = course.category === null ? "female" : null;
  return [
    draw.one([
      pathTarget(draw, course, { kind: "every", cadence: "year", in: { from: at, to: at } }, value),
      pathTarget(draw, course, { kind: "total", from: at, to: at }, value),
      { ...pathTarget(draw, course, pointOf(at), value), category },
      { ...pathTarget(draw, course, pointOf(`${at}-H1`), value), category },
    ]),
  ];
}
