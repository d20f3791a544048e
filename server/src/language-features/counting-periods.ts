import { aggregateOf } from "../semantics/evaluator/value-source.ts";
import type { DuePoint, IndicatorJudgement } from "../semantics/judgement.ts";
import type { Cadence, Category, IndicatorModel, TargetModel } from "../semantics/model.ts";
import { type Day, isWithin, literalAt, type Period, samePeriod, toPeriod } from "../semantics/period.ts";

/** Which periods a value can be measured in so that a target of the indicator is judged by it. */

/** Each span of days once, in the spelling that comes first. */
export function distinctPeriods(periods: readonly Period[]): readonly Period[] {
  return periods.filter((period, i) => periods.findIndex((other) => samePeriod(period, other)) === i);
}

/** The due points of one category. */
export function pointsOf({ targets }: IndicatorJudgement, category: Category | null): readonly DuePoint[] {
  return targets.flatMap(({ due }) => due).filter((point) => point.category?.id === category?.id);
}

/** The due points whose windows are periods to measure in: a total's is the span of several. */
export function measurablePoints(judgement: IndicatorJudgement, category: Category | null): DuePoint[] {
  return pointsOf(judgement, category).filter(({ target }) => target.form !== "total");
}

/**
 * Whether a target of that category would be judged by a value of the period: it lies inside the target's window, or
 * it shows how far a target is whose window is still to come. Where no target asks for the category, any period does.
 */
export function countsForTarget(
  judgement: IndicatorJudgement,
  category: Category | null,
  period: Period,
  asOf: Day,
): boolean {
  const points = pointsOf(judgement, category);
  if (points.length === 0) return true;
  if (isPartOfRecorded(judgement.indicator, category, period, points)) return false;
  const isLatest = aggregateOf(judgement.indicator) === "latest";
  return points.some(
    ({ target: { form }, window }) =>
      isWithin(period, window) ||
      (isLatest &&
        (form === "period" || form === "range") &&
        period.last < window.first &&
        window.last >= asOf),
  );
}

/** A year's total stands for its months, in every window that holds both. */
function isPartOfRecorded(
  { measured }: IndicatorModel,
  category: Category | null,
  period: Period,
  points: readonly DuePoint[],
): boolean {
  const around = points.filter(({ window }) => isWithin(period, window));
  return measured.some(
    (one) =>
      one.category?.id === category?.id &&
      isWithin(period, one.period) &&
      !samePeriod(period, one.period) &&
      around.every(({ window }) => isWithin(one.period, window)),
  );
}

const cadences: readonly Cadence[] = ["month", "quarter", "half", "year"];

/**
 * How long the periods are in which an indicator is reported beside its targets' own windows: as long as those of its
 * recurring targets, else as the shortest of its values that are not of such a window; a year where there are none, or
 * what a total within one year is counted in.
 */
export function cadenceOf(indicator: IndicatorModel): Cadence {
  const recurring = unitsOf(indicator.targets.filter(({ form }) => form === "every"));
  if (recurring.size > 0) return shortestOf(recurring);
  const windows = indicator.targets.flatMap((target) => target.windows);
  const between = indicator.measured.filter(
    ({ period }) => !windows.some((window) => samePeriod(window, period)),
  );
  const totals = indicator.targets.filter(
    ({ form, windows: [window] }) =>
      form === "total" && window !== undefined && isWithinYear(indicator, window),
  );
  return shortestOf(new Set([...between.map(({ period }) => period.unit), ...unitsOf(totals)]));
}

function unitsOf(targets: readonly TargetModel[]): Set<Period["unit"]> {
  return new Set(targets.flatMap(({ windows: [window] }) => (window ? [window.unit] : [])));
}

function shortestOf(units: ReadonlySet<Period["unit"]>): Cadence {
  return cadences.find((one) => units.has(one)) ?? "year";
}

function isWithinYear({ calendar }: IndicatorModel, window: Period): boolean {
  return isWithin(window, toPeriod(literalAt(window.first, "year", calendar), calendar));
}

/** What moves only at an election or a survey is measured when a target is due, and not between. */
export function isMeasuredBetween({ indicator, targets }: IndicatorJudgement): boolean {
  return indicator.path !== "none" || targets.some(({ target }) => target.form === "every");
}

/** Whether a plan has something to say of a period: not before it, beyond it, or up to the baseline. */
export function isExpected({ plan, baselines }: IndicatorModel, period: Period): boolean {
  if (plan?.period && (period.first > plan.period.last || period.last < plan.period.first)) return false;
  if (plan?.issuedFrom != null && period.last <= plan.issuedFrom) return false;
  return !baselines.some((baseline) => baseline.period.last >= period.last);
}

/** Whether there is a value for a period or a part of it. */
export function hasValue({ measured }: IndicatorModel, period: Period, category: Category | null): boolean {
  return measured.some((one) => one.category?.id === category?.id && isWithin(one.period, period));
}

/** The categories that targets ask for; without targets those that have values; null for the indicator as a whole. */
export function categoriesToRecord({ indicator, targets }: IndicatorJudgement): readonly (Category | null)[] {
  const asked = targets.flatMap(({ target }) => target.categories);
  const named = asked.length > 0 ? asked : indicator.measured.map(({ category }) => category);
  const found = new Map<string | null, Category | null>();
  for (const category of named)
    if (!found.has(category?.id ?? null)) found.set(category?.id ?? null, category);
  return found.size === 0 ? [null] : [...found.values()];
}
