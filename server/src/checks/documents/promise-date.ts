import type { Commitment } from "../../documents/commitments/commitments.ts";
import type { IndicatorModel, TargetModel } from "../../semantics/model.ts";
import { type Calendar, type Period, toPeriod } from "../../semantics/period.ts";
import { parsePeriodLiteral } from "../../syntax/literals.ts";

/**
 * How a target's dates stand to those of a commitment:
 * `same`; `near`, another spelling of the same end; `held`, by that date and kept from then on; `part`, one of the
 * dates of a commitment that holds for several; `free`, the commitment says none; `cadence`, as often in one and not
 * in the other; `other`.
 */
export type DateRelation = "same" | "near" | "held" | "part" | "free" | "cadence" | "other";

/** Days by which two ends may differ and still be one: reporting years end in the middle of December. */
const nearlySameDays = 20;

/** Holds the dates of a target against those of a commitment. */
export function relateDates(
  commitment: Commitment,
  target: TargetModel,
  indicator: IndicatorModel,
): DateRelation {
  const first = target.windows[0];
  const last = target.windows.at(-1);
  if (!first || !last) return "other";
  const span = promisedSpan(commitment, indicator.calendar);
  if (commitment.every !== null) return relateCadence(commitment.every, target, first);
  if (span === null) return "free";
  const end = span.last ?? indicator.plan?.period?.last ?? last.last;
  if (span.isRange) {
    if (target.form === "range" || target.form === "every")
      return isNear(first.last, span.firstEnd) && isNear(last.last, end)
        ? "same"
        : overlaps(target, span.firstEnd, end);
    if (target.form === "total") return isNear(last.last, end) ? "same" : "other";
    return overlaps(target, span.firstEnd, end);
  }
  if (target.form === "every")
    return target.windows.some((window) => isNear(window.last, end)) ? "cadence" : "other";
  if (target.form === "range") return isNear(first.last, end) ? "held" : "other";
  if (!isNear(last.last, end)) return "other";
  return target.form === "total" || last.text === commitment.period ? "same" : "near";
}

function relateCadence(every: Period["unit"], target: TargetModel, first: Period): DateRelation {
  if (target.form === "total") return "other";
  if (first.unit !== every) return target.form === "period" ? "other" : "cadence";
  return target.form === "period" ? "part" : "same";
}

function overlaps(target: TargetModel, from: number, to: number): DateRelation {
  return target.windows.some(
    (window) => window.last >= from - nearlySameDays && window.last <= to + nearlySameDays,
  )
    ? "part"
    : "other";
}

/** The last days of the first and the last period of a range, or twice that of the one period. */
export interface PromisedSpan {
  readonly firstEnd: number;
  /** null for a range that stays open. */
  readonly last: number | null;
  readonly isRange: boolean;
}

/** The dates of a commitment under a reporting year; null where it gives none. */
export function promisedSpan({ period }: Commitment, calendar: Calendar): PromisedSpan | null {
  if (period === null) return null;
  const [from, to] = period.split("..");
  const first = endOf(from ?? "", calendar);
  if (first === undefined) return null;
  if (to === undefined) return { firstEnd: first, last: first, isRange: false };
  return { firstEnd: first, last: endOf(to, calendar) ?? null, isRange: true };
}

function endOf(text: string, calendar: Calendar): number | undefined {
  const literal = parsePeriodLiteral(text);
  return literal && toPeriod(literal, calendar).last;
}

/** Whether targets of single periods reach from the first to the last date of a commitment that is to be kept. */
export function coversSpan(
  commitment: Commitment,
  targets: readonly TargetModel[],
  indicator: IndicatorModel,
): boolean {
  const span = promisedSpan(commitment, indicator.calendar);
  if (span === null) return true;
  const ends = targets.flatMap(({ windows }) => windows.map(({ last }) => last));
  const end = span.last ?? indicator.plan?.period?.last;
  return (
    ends.some((one) => isNear(one, span.firstEnd)) &&
    (end === undefined || ends.some((one) => one >= end - nearlySameDays))
  );
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= nearlySameDays;
}
