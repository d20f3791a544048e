/**
 * Valid plans made up by fast-check, small and crowded: few years, few numbers, so that values equal to targets,
 * values on a window's last day, ties, nested periods and duplicates come often. Nothing in them is an error of
 * syntax, names or units; what the judgement itself reports (unequal duplicates, refused aggregates, a baseline
 * after a target) is in them on purpose.
 */
import fc from "fast-check";
import { dayText, recurringWindows, type Span, spanOf } from "./calendar.ts";
import { windowsOf } from "./condition.ts";
import { createIndicator } from "./generate-indicator.ts";
import { createFormulaIndicators, createPartsIndicator } from "./generate-parts-indicator.ts";
import { createPathIndicator } from "./generate-path-indicator.ts";
import { planSpan } from "./generate-periods.ts";
import { createTask } from "./generate-task.ts";
import type { IndicatorModel, PlanHeadModel, PlanModel, ReportModel, UnitModel } from "./plan-model.ts";
import { measuredOf } from "./window-value.ts";

/** What the generator draws with: numbers below `count`, odds, one of a list. */
export interface Draw {
  readonly below: (count: number) => number;
  /** True once in `of` times. */
  readonly once: (of: number) => boolean;
  readonly one: <T>(list: readonly T[]) => T;
}

/** Plans with their as-of date. */
export const planArbitrary: fc.Arbitrary<PlanModel> = fc.gen().map((gen) => {
  const below = (count: number) => gen(fc.nat, { max: count - 1 });
  return createPlan({
    below,
    once: (of) => below(of) === of - 1,
    one: (list) => list[below(list.length)]!,
  });
});

/** A plan and a choice of spellings for the printer. */
export const printedPlanArbitrary: fc.Arbitrary<{ readonly model: PlanModel; readonly seed: number }> =
  fc.record({
    model: planArbitrary,
    seed: fc.nat(),
  });

/** The choices that belong to a seed: always the same ones. */
export function seededChoice(seed: number): (count: number) => number {
  let state = seed >>> 0;
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}

const unitModel = (id: string, more: Partial<UnitModel>): UnitModel => ({
  id,
  name: id,
  whole: false,
  range: null,
  scale: null,
  decimals: null,
  aggregate: null,
  ...more,
});

/** Declared in every plan; the built-in ones are there besides. */
const units: readonly UnitModel[] = [
  unitModel("activity", { whole: true, range: { from: "0", to: "1000" }, aggregate: "sum" }),
  unitModel("score", { decimals: 1 }),
  unitModel("trieu", { aggregate: "sum", decimals: 1 }),
  unitModel("ty", { scale: { factor: "1000", unit: "trieu" }, aggregate: "sum" }),
];

function createPlan(draw: Draw): PlanModel {
  const plan = createHead(draw);
  const dimensions = [
    { id: "sex", name: "Giới tính", categories: ["female", "nam"] },
    { id: "area", name: "Địa bàn", categories: ["urban", "nông_thôn"] },
  ];
  const bodies = [
    { id: "so", name: "Sở Nội vụ", in: null },
    { id: "phong", name: 'Phòng "Một cửa"', in: "so" },
  ];
  const indicators: IndicatorModel[] = [];
  const wanted = draw.once(6) ? 8 : 1 + draw.below(4);
  while (indicators.length < wanted) indicators.push(...nextIndicators(draw, plan, indicators));
  const tasks = Array.from({ length: draw.below(4) }, (_, index) => createTask(draw, plan, `task_${index}`));
  const reports = moveToReports(draw, indicators);
  const model = { asOf: "", plan, units, dimensions, bodies, ...reports, tasks };
  return { ...model, asOf: chooseAsOf(draw, model) };
}

function nextIndicators(
  draw: Draw,
  plan: PlanHeadModel | null,
  before: readonly IndicatorModel[],
): readonly IndicatorModel[] {
  switch (draw.below(9)) {
    case 0:
    case 1:
    case 2:
      return [createPathIndicator(draw, plan, before.length)];
    case 3:
    case 4:
      return [createPartsIndicator(draw, plan, before.length)];
    case 5:
      return createFormulaIndicators(draw, plan, before.length);
    default:
      return [createIndicator(draw, plan, units, before)];
  }
}

function createHead(draw: Draw): PlanHeadModel | null {
  if (draw.once(15)) return null;
  const from = 2020 + draw.below(4);
  const period = { from: String(from), to: String(from + 1 + draw.below(4)) };
  const issued = [
    null,
    String(from),
    `${from}-03`,
    `${from}-03-31`,
    `${from}-12-14`,
    `${from}-12-15`,
    `${from + 1}-Q2`,
  ];
  const yearEnds = draw.one([null, null, null, 14, 1, 28]);
  return { id: "ke_hoach", name: 'Kế hoạch "một"', period, issued: draw.one(issued), yearEnds };
}

/** Some of the values stand in a report instead, of their own period or of the report's. */
function moveToReports(
  draw: Draw,
  indicators: readonly IndicatorModel[],
): { readonly indicators: readonly IndicatorModel[]; readonly reports: readonly ReportModel[] } {
  if (!draw.once(3)) return { indicators, reports: [] };
  const period = draw.one(
    indicators.flatMap((indicator) => indicator.measured.map((measured) => measured.period)).concat("2022"),
  );
  const entries: ReportModel["entries"][number][] = [];
  const left = indicators.map((indicator) => {
    const moved = indicator.measured.filter(() => draw.once(2));
    for (const measured of moved) {
      const own = measured.period === period && !draw.once(3) ? null : measured.period;
      entries.push({ ...measured, indicator: indicator.id, period: own });
    }
    return { ...indicator, measured: indicator.measured.filter((measured) => !moved.includes(measured)) };
  });
  return { indicators: left, reports: [{ period, source: 'Báo cáo "số 1"', apart: draw.once(2), entries }] };
}

/** Mostly at the edge of a window or of a measured period, where a day more or less matters. */
function chooseAsOf(draw: Draw, model: PlanModel): string {
  const whole = planSpan(model.plan);
  const spans = draw.one([measuredSpans(model), targetSpans(draw, model), dueSpans(draw, model)]);
  if (spans.length === 0 || draw.once(5)) {
    return dayText(whole.first + draw.below(whole.last - whole.first + 400));
  }
  const span = draw.one(spans);
  return dayText((draw.once(4) ? span.first : span.last) + draw.below(3) - 1);
}

function measuredSpans(model: PlanModel): Span[] {
  const all = model.indicators.flatMap((indicator) => measuredOf(model, indicator));
  return all.map((measured) => spanOf(measured.period, model.plan?.yearEnds ?? null));
}

/** The windows of one target, so that a monthly one does not outweigh the others. */
function targetSpans(draw: Draw, model: PlanModel): readonly Span[] {
  const targets = model.indicators.flatMap((indicator) => indicator.targets);
  return targets.length === 0 ? [] : windowsOf(model, draw.one(targets));
}

function dueSpans(draw: Draw, model: PlanModel): readonly Span[] {
  const all = model.tasks.flatMap((task) => task.due);
  if (all.length === 0) return [];
  const due = draw.one(all);
  if (due.kind === "point") return [spanOf(due.period, model.plan?.yearEnds ?? null)];
  return recurringWindows(due.cadence, due.in, model.plan);
}
