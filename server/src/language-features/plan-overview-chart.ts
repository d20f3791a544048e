import type { ChartItem, ChartPoint } from "../charts/chart-types.ts";
import type { Language } from "../diagnostics/language.ts";
import { formatCondition, formatDate, unitSymbol } from "../semantics/display.ts";
import { intervalOf } from "../semantics/evaluator/condition.ts";
import type { DuePoint, IndicatorJudgement } from "../semantics/judgement.ts";
import type { Category, UnitModel } from "../semantics/model.ts";
import { type Day, dayNumber, toDate } from "../semantics/period.ts";
import { roundToPlaces } from "../semantics/rational.ts";
import { type ChartPoint as ChartDay, chartData, toPoint, wholeChart } from "./chart-data.ts";
import { formatNear } from "./indicator-chart.ts";

/** The charts of an indicator: one for it as a whole and one for each category, of which something can be drawn. */
export function chartsOf(judgement: IndicatorJudgement, asOf: Day, language: Language): readonly ChartItem[] {
  return categoriesOf(judgement).flatMap((category) => {
    const chart = chartOf(judgement, category, asOf, language);
    return chart ? [chart] : [];
  });
}

/** null for the whole first, then the categories in the order in which targets, baselines and values name them. */
export function categoriesOf({ indicator }: IndicatorJudgement): readonly (Category | null)[] {
  const found = new Map<string | null, Category | null>([[null, null]]);
  const named = [
    ...indicator.targets.flatMap(({ categories }) => categories),
    ...[...indicator.baselines, ...indicator.measured].map(({ category }) => category),
  ];
  for (const category of named)
    if (!found.has(category?.id ?? null)) found.set(category?.id ?? null, category);
  return [...found.values()];
}

function chartOf(
  judgement: IndicatorJudgement,
  category: Category | null,
  asOf: Day,
  language: Language,
): ChartItem | null {
  const data = chartData(judgement, category, asOf, wholeChart);
  if (!data) return null;
  const { unit, baselines } = judgement.indicator;
  const shown = ({ day, value }: ChartDay): ChartPoint => ({
    x: yearAt(day),
    y: value,
    text: `${formatDate(day, language)}: ${formatNear(value, unit, language)}`,
    label: labelOf(value, unit, language),
  });
  return {
    category: category?.name ?? null,
    baselines: baselines
      .filter((one) => one.category?.id === category?.id)
      .map(({ period, quantity }) => shown(toPoint(period.last, quantity.value))),
    measured: data.measured.map((point) => ({ ...shown(point), missed: point.missed })),
    targets: data.targets.map(({ day, due }) => ({
      x: yearAt(day),
      ...targetPoint(due, day, language, judgement),
    })),
    path: data.path.map(shown),
    today: yearAt(asOf),
    unit: unitSymbol(unit, language),
  };
}

function targetPoint(
  { condition, status }: DuePoint,
  day: Day,
  language: Language,
  { indicator }: IndicatorJudgement,
): Omit<ChartItem["targets"][number], "x"> {
  const { low, high } = intervalOf(condition!);
  const isBetween = condition!.upper !== null || condition!.tolerance !== null;
  const number = (value: typeof low): number => Number(roundToPlaces(value, 6));
  return {
    y: number(low),
    label: labelOf(number(low), indicator.unit, language),
    text: `${formatDate(day, language)}: ${formatCondition(condition!, indicator.unit, language)}`,
    status,
    upper: isBetween ? number(high) : null,
    direction: condition!.direction,
  };
}

/** Beside a mark there is no room for the name of a unit. */
function labelOf(value: number, unit: UnitModel, language: Language): string {
  return formatNear(value, unit.symbol.startsWith("%") ? unit : { ...unit, symbol: "" }, language);
}

/** A day as a year and the part of it that is over when the day begins. */
function yearAt(day: Day): number {
  const { year } = toDate(day);
  const first = dayNumber(year, 1, 1);
  return year + (day - first) / (dayNumber(year + 1, 1, 1) - first);
}
