import type { Language } from "../../diagnostics/language.ts";
import { formatPeriod, formatQuantity } from "../../semantics/display.ts";
import type { IndicatorJudgement, PlanJudgement, TaskJudgement } from "../../semantics/judgement.ts";
import type { Category, IndicatorModel } from "../../semantics/model.ts";
import { type Day, isWithin, literalAt, type Period, toPeriod } from "../../semantics/period.ts";
import {
  cadenceOf,
  categoriesToRecord,
  countsForTarget,
  distinctPeriods,
  hasValue,
  isExpected,
  isMeasuredBetween,
  measurablePoints,
} from "../counting-periods.ts";

/** A value that a report of a period should have. */
export interface WantedValue {
  readonly judgement: IndicatorJudgement;
  readonly period: Period;
  readonly category: Category | null;
}

/** The values of a plan that are due within a period and not there yet, in the order of the plan. */
export function wantedValues(
  { indicators }: PlanJudgement,
  whole: Period,
  asOf: Day,
): readonly WantedValue[] {
  return indicators.flatMap((judgement) => {
    if (judgement.indicator.formula !== null) return [];
    return categoriesToRecord(judgement)
      .flatMap((category) =>
        periodsWithin(judgement, category, whole, asOf).map((period) => ({ judgement, period, category })),
      )
      .sort((a, b) => a.period.last - b.period.last || b.period.first - a.period.first);
  });
}

/**
 * The targets' own windows within a period, and the periods of the indicator's cadence there by which a target would
 * be judged. What the shorter ones of these make up needs no value of its own.
 */
function periodsWithin(
  judgement: IndicatorJudgement,
  category: Category | null,
  whole: Period,
  asOf: Day,
): readonly Period[] {
  const { indicator } = judgement;
  const windows = measurablePoints(judgement, category).map(({ window }) => window);
  const between = isMeasuredBetween(judgement)
    ? cadencePeriods(indicator, whole).filter(
        (one) => isExpected(indicator, one) && countsForTarget(judgement, category, one, asOf),
      )
    : [];
  const found = distinctPeriods([...windows, ...between]).filter(
    (one) => isWithin(one, whole) && !hasValue(indicator, one, category),
  );
  return found.filter((one) => !isMadeUpOf(one, found));
}

/** Whether shorter periods follow each other from a period's first day to its last. */
function isMadeUpOf(whole: Period, periods: readonly Period[]): boolean {
  const parts = periods.filter((one) => one !== whole && isWithin(one, whole));
  let day = whole.first;
  while (day <= whole.last) {
    const next = parts.find(({ first }) => first === day);
    if (!next) return false;
    day = next.last + 1;
  }
  return true;
}

function cadencePeriods(indicator: IndicatorModel, whole: Period): readonly Period[] {
  const cadence = cadenceOf(indicator);
  const found: Period[] = [];
  for (let day = whole.first; day <= whole.last; ) {
    const one = toPeriod(literalAt(day, cadence, indicator.calendar), indicator.calendar);
    found.push(one);
    day = one.last + 1;
  }
  return found;
}

/** The tasks with something due within a period that is not done. */
export function wantedTasks({ tasks }: PlanJudgement, period: Period): readonly TaskJudgement[] {
  return tasks.filter(({ due }) =>
    due.some(
      ({ window, status }) => status !== "met" && window.last >= period.first && window.last <= period.last,
    ),
  );
}

/** What helps to fill in a value: what the plan asks of the period, and the value before. */
export function hintFor({ judgement, period, category }: WantedValue, language: Language): string {
  const { indicator, targets } = judgement;
  const target = targets.find(
    ({ target }) =>
      target.windows.some(({ first, last }) => first === period.first && last === period.last) &&
      target.categories.some((one) => one?.id === category?.id),
  )?.target;
  const before = indicator.measured
    .filter((one) => one.category?.id === category?.id && one.period.last < period.first)
    .reduce<IndicatorModel["measured"][number] | undefined>(
      (latest, one) => (latest && latest.period.last >= one.period.last ? latest : one),
      undefined,
    );
  const parts = [
    indicator.name,
    ...(target ? [target.text] : []),
    ...(before
      ? [
          `${formatPeriod(before.period, language)}: ${formatQuantity(before.quantity, indicator.unit, language)}`,
        ]
      : []),
  ];
  return parts.join("; ").replace(/[\r\n]+/gu, " ");
}
