import { headlinePoints } from "../semantics/evaluator/judge-indicator.ts";
import type { DuePoint, IndicatorJudgement } from "../semantics/judgement.ts";
import type { Cadence, Category } from "../semantics/model.ts";
import {
  type Calendar,
  type Day,
  literalAt,
  nextLiteral,
  type Period,
  toPeriod,
} from "../semantics/period.ts";
import {
  cadenceOf,
  categoriesToRecord,
  countsForTarget,
  distinctPeriods,
  hasValue,
  isExpected,
  isMeasuredBetween,
  measurablePoints,
} from "./counting-periods.ts";

/** Which periods of an indicator want a value as of a day. */
export interface PeriodsToRecord {
  /** Periods without a value, the one to record next first; empty for what is computed. */
  readonly missing: readonly Period[];
  /** Whether everything that should have a value by now has one. */
  readonly isUpToDate: boolean;
}

/**
 * First come the windows that the verdict lacks, then what else is over or nearly so, then what is under way. Beside
 * the targets' own windows these are the periods of the indicator's cadence, where a target would be judged by their
 * value. A period is to be recorded once eleven twelfths of it are over: the report of a year is written in its
 * December.
 */
export function periodsToRecord(judgement: IndicatorJudgement, asOf: Day): PeriodsToRecord {
  if (judgement.indicator.formula !== null) return { missing: [], isUpToDate: true };
  const wanted = categoriesToRecord(judgement).map((category) => wantedPeriods(judgement, category, asOf));
  return {
    missing: inOrder(wanted),
    isUpToDate: wanted.every(({ due }) => due.length === 0) && !lacksData(judgement, asOf),
  };
}

/** The periods that want a value of one category, the one to record next first. */
export function missingPeriods(
  judgement: IndicatorJudgement,
  category: Category | null,
  asOf: Day,
): readonly Period[] {
  return judgement.indicator.formula === null ? inOrder([wantedPeriods(judgement, category, asOf)]) : [];
}

/** Whether the headline looks at a window that is past and has no value; only what was missed is worse than that. */
function lacksData({ targets, status }: IndicatorJudgement, asOf: Day): boolean {
  if (status !== "missed") return status === "no-data";
  return headlinePoints(targets, asOf).some((point) => point.status === "no-data");
}

interface WantedPeriods {
  /** The windows because of which the verdict is that there is no data. */
  readonly decisive: readonly Period[];
  /** What is over or nearly so, of the targets' windows only those that are not past. */
  readonly due: readonly Period[];
  /** The other windows that are past, the last first. */
  readonly overdue: readonly Period[];
  readonly underWay: readonly Period[];
}

function inOrder(wanted: readonly WantedPeriods[]): readonly Period[] {
  return distinctPeriods([
    ...wanted.flatMap(({ decisive }) => decisive),
    ...wanted.flatMap(({ due }) => due),
    ...wanted.flatMap(({ overdue }) => overdue),
    ...wanted.flatMap(({ underWay }) => underWay),
  ]);
}

function wantedPeriods(judgement: IndicatorJudgement, category: Category | null, asOf: Day): WantedPeriods {
  const { indicator, targets } = judgement;
  const headline = new Set(headlinePoints(targets, asOf));
  const lacksValue = ({ window }: DuePoint): boolean => !hasValue(indicator, window, category);
  const points = measurablePoints(judgement, category);
  const past = points.filter((point) => point.status === "no-data" && lacksValue(point));
  const current = points
    .filter((point) => point.window.first <= asOf && asOf <= point.window.last && lacksValue(point))
    .map(({ window }) => window);
  const between = ofCadence(judgement, category, asOf);
  return {
    decisive: past.filter((point) => headline.has(point)).map(({ window }) => window),
    due: [...between.due, ...current.filter((window) => isNearlyOver(window, asOf))],
    overdue: past.map(({ window }) => window).sort((a, b) => b.last - a.last),
    underWay: [...current, ...between.underWay],
  };
}

/** The periods of the cadence: the last whose value should be there, and the one under way. */
function ofCadence(
  judgement: IndicatorJudgement,
  category: Category | null,
  asOf: Day,
): Pick<WantedPeriods, "due" | "underWay"> {
  const { indicator } = judgement;
  const around = periodsAround(asOf, cadenceOf(indicator), indicator.calendar);
  const counts = (period: Period): boolean => countsForTarget(judgement, category, period, asOf);
  const isWanted = (period: Period): boolean =>
    period.first <= asOf && isExpected(indicator, period) && !hasValue(indicator, period, category);
  const { before, current, after } = around;
  const isCurrentDue = around.isNearlyOver && counts(current);
  const due = isCurrentDue ? current : before;
  const next = around.isNearlyOver ? after : current;
  return {
    due: isMeasuredBetween(judgement) ? [due].filter((one) => isWanted(one) && counts(one)) : [],
    underWay: [next].filter((one) => isWanted(one) && counts(one)),
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
    isNearlyOver: isNearlyOver(current, asOf),
  };
}

/** Whether eleven twelfths of a period are over, the day itself included. */
export function isNearlyOver({ first, last }: Period, asOf: Day): boolean {
  return (asOf - first + 1) * 12 >= (last - first + 1) * 11;
}
