import { baselineOf } from "../semantics/evaluator/condition.ts";
import { pathOf } from "../semantics/evaluator/path.ts";
import type { DuePoint, IndicatorJudgement } from "../semantics/judgement.ts";
import type { Category } from "../semantics/model.ts";
import type { Day } from "../semantics/period.ts";
import { type Rational, roundToPlaces } from "../semantics/rational.ts";

/** A place in the chart: a day, and a value in the indicator's unit, near enough for drawing. */
export interface ChartPoint {
  readonly day: Day;
  readonly value: number;
}

export interface ChartData {
  readonly baseline: ChartPoint | null;
  readonly path: readonly ChartPoint[];
  readonly targets: readonly (ChartPoint & { readonly due: DuePoint })[];
  readonly measured: readonly (ChartPoint & { readonly missed: boolean })[];
}

/** More values than this can't be told apart; the latest are drawn. */
const mostValues = 60;
/** More targets than this are drawn only now and then. */
const mostTargets = 12;

/** How much of it a small picture has room for. */
const smallChart = { values: mostValues, targets: mostTargets } as const;
export const wholeChart = { values: Infinity, targets: Infinity } as const;

/** What the chart of an indicator shows, for one category; null where there is too little for a picture. */
export function chartData(
  judgement: IndicatorJudgement,
  category: Category | null,
  asOf: Day,
  most: { readonly values: number; readonly targets: number } = smallChart,
): ChartData | null {
  const { indicator, targets } = judgement;
  const due = targets.flatMap((one) => one.due.filter((point) => point.category?.id === category?.id));
  const baseline = baselineOf(indicator, category);
  const direction = due.find(({ condition }) => condition?.direction)?.condition?.direction ?? null;
  const path = direction === null ? [] : pathOf(indicator, category, direction, asOf);
  const data: ChartData = {
    baseline: baseline && toPoint(baseline.period.last, baseline.quantity.value),
    path: path.length > 1 ? path.map(({ day, value }) => toPoint(day, value)) : [],
    targets: thinned(
      due.flatMap((point) => {
        const { window, condition } = point;
        return condition ? [{ ...toPoint(window.last, condition.value), due: point }] : [];
      }),
      most.targets,
    ),
    measured: measuredPoints(judgement, category, due, asOf).slice(-most.values),
  };
  const all = [...(data.baseline ? [data.baseline] : []), ...data.path, ...data.targets, ...data.measured];
  const isDrawable =
    new Set(all.map(({ day }) => day)).size > 1 && all.every(({ value }) => Number.isFinite(value));
  return isDrawable && (data.measured.length > 0 || data.baseline) ? data : null;
}

/** The values of windows where a target recurs or adds up, else the values as measured that count on the day. */
function measuredPoints(
  { indicator, targets }: IndicatorJudgement,
  category: Category | null,
  due: readonly DuePoint[],
  asOf: Day,
): ChartData["measured"] {
  const byWindow =
    indicator.formula !== null ||
    targets.some(({ target }) => target.form === "every" || target.form === "total");
  const points = byWindow
    ? due.flatMap(({ window, value, status }) =>
        value ? [{ ...toPoint(window.last, value.value), missed: status === "missed" }] : [],
      )
    : indicator.measured.flatMap((one) => {
        if (one.category?.id !== category?.id || one.period.first > asOf) return [];
        const missed = due.some(({ status, counted }) => status === "missed" && counted.includes(one));
        return [{ ...toPoint(one.period.last, one.quantity.value), missed }];
      });
  return points.sort((a, b) => a.day - b.day);
}

/** The first, the last, and enough in between. */
function thinned<P>(points: readonly P[], most: number): readonly P[] {
  if (points.length <= most) return points;
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => points[Math.round(i * step)]!);
}

export function toPoint(day: Day, value: Rational): ChartPoint {
  return { day, value: Number(roundToPlaces(value, 6)) };
}
