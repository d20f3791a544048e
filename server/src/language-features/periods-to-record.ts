import { calendarOf } from "../semantics/binder/bind-period.ts";
import { headlinePoints } from "../semantics/evaluator/judge-indicator.ts";
import type { IndicatorJudgement } from "../semantics/judgement.ts";
import type { Cadence, Category, IndicatorModel, TargetModel } from "../semantics/model.ts";
import {
  type Calendar,
  type Day,
  literalAt,
  nextLiteral,
  type Period,
  toPeriod,
} from "../semantics/period.ts";

/** Which periods of an indicator want a value as of a day. */
export interface PeriodsToRecord {
  /** Periods without a value, the one to record next first; empty for what is computed. */
  readonly missing: readonly Period[];
  /** Whether everything that should have a value by now has one. */
  readonly isUpToDate: boolean;
}

const cadences: readonly Cadence[] = ["month", "quarter", "half", "year"];

/**
 * An indicator is reported in periods of its cadence: that of its recurring targets, else the shortest of its targets'
 * periods and of its values'. A period is to be recorded once eleven twelfths of it are over: the report of a year is
 * written in its December. Periods before the plan, before its first year of targets or up to the baseline don't count.
 */
export function periodsToRecord(judgement: IndicatorJudgement, asOf: Day): PeriodsToRecord {
  const { indicator } = judgement;
  if (indicator.formula !== null) return { missing: [], isUpToDate: true };
  const overdue = overdueWindows(judgement);
  const { due, next } = cadencePeriods(judgement, asOf);
  const dueMissing = due !== null && isMissing(judgement, due) ? [due] : [];
  const nextMissing = next !== null && isMissing(judgement, next) ? [next] : [];
  const seen = new Set<string>();
  const missing = [...dueMissing, ...overdue, ...nextMissing].filter(
    ({ text }) => !seen.has(text) && seen.add(text),
  );
  return { missing, isUpToDate: dueMissing.length === 0 && !lacksData(judgement, asOf) };
}

/** Whether the headline looks at a window that is past and has no value; only what was missed is worse than that. */
function lacksData({ targets, status }: IndicatorJudgement, asOf: Day): boolean {
  if (status !== "missed") return status === "no-data";
  return headlinePoints(targets, asOf).some((point) => point.status === "no-data");
}

/** Windows that are past and have no value, the last first; a total's window is no period to measure. */
function overdueWindows({ targets }: IndicatorJudgement): readonly Period[] {
  const found: Period[] = [];
  for (const { target, due } of targets) {
    if (target.form === "total") continue;
    for (const { status, window } of due) if (status === "no-data") found.push(window);
  }
  return found.sort((a, b) => b.last - a.last);
}

interface CadencePeriods {
  /** The last period whose value should be there. */
  readonly due: Period | null;
  readonly next: Period | null;
}

function cadencePeriods(judgement: IndicatorJudgement, asOf: Day): CadencePeriods {
  const { indicator } = judgement;
  // What moves only at an election or a survey is measured when a target is due.
  const isRare =
    indicator.path === "none" && !judgement.targets.some(({ target }) => target.form === "every");
  const calendar = calendarOf(indicator.plan);
  const { before, current, after, isNearlyOver } = periodsAround(asOf, cadenceOf(indicator), calendar);
  const due = isNearlyOver ? current : before;
  const next = isNearlyOver ? after : current;
  return {
    due: !isRare && isExpected(indicator, due) ? due : null,
    next: next.first <= asOf && isExpected(indicator, next) ? next : null,
  };
}

/** The period that a day is in and its neighbours; once eleven twelfths of it are over it is to be recorded. */
export function periodsAround(
  asOf: Day,
  cadence: Cadence,
  calendar: Calendar,
): {
  readonly before: Period;
  readonly current: Period;
  readonly after: Period;
  readonly isNearlyOver: boolean;
} {
  const literal = literalAt(asOf, cadence, calendar);
  const current = toPeriod(literal, calendar);
  return {
    before: toPeriod(literalAt(current.first - 1, cadence, calendar), calendar),
    current,
    after: toPeriod(nextLiteral(literal), calendar),
    isNearlyOver: (asOf - current.first) * 12 >= (current.last - current.first + 1) * 11,
  };
}

/** How long the periods are in which an indicator is reported; the windows of one target are all as long. */
export function cadenceOf({ targets, measured }: IndicatorModel): Cadence {
  const recurring = unitsOf(targets, ["every"]);
  const units = recurring.size > 0 ? recurring : unitsOf(targets, ["period", "range"]);
  if (recurring.size === 0) for (const { period } of measured) units.add(period.unit);
  return cadences.find((one) => units.has(one)) ?? "year";
}

function unitsOf(
  targets: readonly TargetModel[],
  forms: readonly TargetModel["form"][],
): Set<Period["unit"]> {
  return new Set(
    targets.flatMap(({ form, windows }) => (forms.includes(form) && windows[0] ? [windows[0].unit] : [])),
  );
}

/** Whether a plan has something to say of a period: not before it, beyond it, or up to the baseline. */
export function isExpected({ plan, baselines }: IndicatorModel, period: Period): boolean {
  if (plan?.period && (period.first > plan.period.last || period.last < plan.period.first)) return false;
  if (plan?.issuedFrom != null && period.last <= plan.issuedFrom) return false;
  return !baselines.some((baseline) => baseline.period.last >= period.last);
}

function isMissing(judgement: IndicatorJudgement, period: Period): boolean {
  return categoriesToRecord(judgement).some((category) => !hasValue(judgement.indicator, period, category));
}

/** Whether there is a value for a period or a part of it. */
export function hasValue({ measured }: IndicatorModel, period: Period, category: Category | null): boolean {
  return measured.some(
    (one) =>
      one.category?.id === category?.id && one.period.first >= period.first && one.period.last <= period.last,
  );
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
