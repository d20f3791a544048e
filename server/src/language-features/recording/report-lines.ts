import type { Language } from "../../diagnostics/language.ts";
import { formatPeriod, formatQuantity } from "../../semantics/display.ts";
import type { IndicatorJudgement, PlanJudgement, TaskJudgement } from "../../semantics/judgement.ts";
import type { Category, IndicatorModel } from "../../semantics/model.ts";
import { literalAt, type Period, toPeriod } from "../../semantics/period.ts";
import { cadenceOf, categoriesToRecord, hasValue, isExpected } from "../periods-to-record.ts";

/** A value that a report of a period should have. */
export interface WantedValue {
  readonly judgement: IndicatorJudgement;
  readonly period: Period;
  readonly category: Category | null;
}

/** The values of a plan that are due within a period and not there yet, in the order of the plan. */
export function wantedValues({ indicators }: PlanJudgement, period: Period): readonly WantedValue[] {
  return indicators.flatMap((judgement) => {
    const { indicator } = judgement;
    if (indicator.formula !== null) return [];
    return periodsWithin(judgement, period).flatMap((one) =>
      categoriesToRecord(judgement)
        .filter((category) => !hasValue(indicator, one, category))
        .map((category) => ({ judgement, period: one, category })),
    );
  });
}

/** The periods of the indicator's cadence that lie within another; a target's own window counts, too. */
function periodsWithin({ indicator, targets }: IndicatorJudgement, whole: Period): readonly Period[] {
  const isInside = ({ first, last }: Period): boolean => first >= whole.first && last <= whole.last;
  const windows = targets
    .filter(({ target }) => target.form !== "total")
    .flatMap(({ target }) => target.windows)
    .filter(isInside);
  const recurs = targets.some(({ target }) => target.form === "every");
  const ofCadence =
    indicator.path === "none" && !recurs ? [] : cadencePeriods(indicator, whole).filter(isInside);
  const found = new Map([...ofCadence, ...windows].map((one) => [one.text, one]));
  return [...found.values()]
    .filter((one) => isExpected(indicator, one))
    .sort((a, b) => a.last - b.last || b.first - a.first);
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
