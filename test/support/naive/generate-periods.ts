/** The periods that generated plans speak of. */
import { dayText, periodsOfYear, rangeSpan, type Span, spanOf } from "./calendar.ts";
import type { Draw } from "./generate-plan.ts";
import type { Cadence, PlanHeadModel, RangeModel } from "./plan-model.ts";

/** A plan's years; those of a file without a plan are 2021..2023. */
export function planYears(plan: PlanHeadModel | null): number[] {
  const from = Number(plan?.period.from ?? 2021);
  const to = Number(plan?.period.to ?? 2023);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

export function planSpan(plan: PlanHeadModel | null): Span {
  return rangeSpan(plan?.period ?? { from: "2021", to: "2023" }, plan?.yearEnds ?? null);
}

const daysOf = (period: string, plan: PlanHeadModel | null) => {
  const span = spanOf(period, plan?.yearEnds ?? null);
  return [dayText(span.first), dayText(span.last), dayText(span.first + 15)];
};

/** Years, and those parts of them that meet at a year's or half's end, all inside the plan's period. */
export function periodPool(plan: PlanHeadModel | null): string[] {
  return planYears(plan).flatMap((year) => [
    String(year),
    `${year}-H1`,
    `${year}-H2`,
    `${year}-Q2`,
    `${year}-Q4`,
    `${year}-06`,
    `${year}-11`,
    `${year}-12`,
    ...daysOf(`${year}-12`, plan),
    ...daysOf(`${year}-H1`, plan),
  ]);
}

/** A period inside the plan's: a year as often as all else. */
export function drawPeriod(draw: Draw, plan: PlanHeadModel | null): string {
  return draw.once(2) ? draw.one(periodPool(plan)) : String(draw.one(planYears(plan)));
}

/** Two periods of one length inside the plan's, the second not before the first. */
export function drawRange(draw: Draw, plan: PlanHeadModel | null, length: Cadence): RangeModel {
  const periods = planYears(plan).flatMap((year) => periodsOfYear(year, length));
  const from = draw.below(periods.length);
  const to = Math.min(periods.length - 1, from + draw.below(length === "month" ? 7 : 4));
  return { from: periods[from]!, to: periods[to]! };
}

/** A cadence, and a range of the same or a longer length (or none, where there is a plan). */
export function drawEvery(
  draw: Draw,
  plan: PlanHeadModel | null,
): { readonly kind: "every"; readonly cadence: Cadence; readonly in: RangeModel | null } {
  const lengths = ["year", "half", "quarter", "month"] as const;
  const index = draw.one([0, 0, 0, 1, 2, 2, 3, 3]);
  if (plan !== null && draw.once(2)) return { kind: "every", cadence: lengths[index]!, in: null };
  return {
    kind: "every",
    cadence: lengths[index]!,
    in: drawRange(draw, plan, lengths[draw.below(index + 1)]!),
  };
}
