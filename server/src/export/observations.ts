import type { Language } from "../diagnostics/language.ts";
import { formatCondition } from "../semantics/display.ts";
import type { PlanJudgement, ProgramJudgement, Status } from "../semantics/judgement.ts";
import { isoDate, type Period, toDate } from "../semantics/period.ts";
import { type Rational, toDecimal } from "../semantics/rational.ts";

/** One number of a plan, as a statistical table holds it: a baseline, a measured value, or a target with its verdict. */
export interface Observation {
  readonly plan: string;
  readonly indicator: string;
  readonly name: string;
  readonly category: string | null;
  readonly measure: "BASELINE" | "ACTUAL" | "TARGET";
  readonly period: Period;
  /** The year in which it ends. */
  readonly year: number;
  readonly unit: string;
  /** A decimal; null where a target's bound is not known. */
  readonly value: string | null;
  /** Of a target: its comparator and its verdict; of a share its counts. */
  readonly comparator: string | null;
  readonly status: Status | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** The evidence, the explanation, or what of a target the columns don't say. */
  readonly comment: string | null;
}

/** What tells a plan from others; of a file without one its path. */
export function planName({ plan, path }: PlanJudgement): string {
  return plan?.id ?? path;
}

/** Every number of a judgement, in the order of plans, indicators and kinds. */
export function observationsOf({ plans }: ProgramJudgement, language: Language): readonly Observation[] {
  return plans.flatMap((judged) =>
    judged.indicators.flatMap(({ indicator, targets }) => {
      const common = {
        plan: planName(judged),
        indicator: indicator.id,
        name: indicator.name,
        unit: indicator.unit.id,
      };
      const nothing = { comparator: null, status: null, numerator: null, denominator: null };
      const at = (period: Period) => ({ period, year: toDate(period.last).year });
      return [
        ...indicator.baselines.map(
          ({ period, category, quantity }): Observation => ({
            ...common,
            ...nothing,
            ...at(period),
            category: category?.id ?? null,
            measure: "BASELINE",
            value: toDecimal(quantity.value),
            comment: null,
          }),
        ),
        ...indicator.measured.map(
          ({ period, category, quantity, evidence }): Observation => ({
            ...common,
            ...nothing,
            ...at(period),
            category: category?.id ?? null,
            measure: "ACTUAL",
            value: toDecimal(quantity.value),
            numerator: decimal(quantity.share?.numerator),
            denominator: decimal(quantity.share?.denominator),
            comment: evidence,
          }),
        ),
        ...targets.flatMap(({ due }) =>
          due.map(
            (point): Observation => ({
              ...common,
              ...nothing,
              ...at(point.window),
              category: point.category?.id ?? null,
              measure: "TARGET",
              value: decimal(point.condition?.value),
              comparator: point.condition?.comparator ?? null,
              status: point.status,
              comment:
                [
                  point.condition?.upper || point.condition?.tolerance
                    ? formatCondition(point.condition, indicator.unit, language)
                    : "",
                  point.explanation ?? "",
                ]
                  .filter((text) => text !== "")
                  .join("; ") || null,
            }),
          ),
        ),
      ];
    }),
  );
}

function decimal(value: Rational | null | undefined): string | null {
  return value ? toDecimal(value) : null;
}

/** A period as SDMX writes it: `2024`, `2024-S1`, `2024-Q1`, `2024-01`, `2024-01-31`; any other span by its days. */
export function sdmxPeriod({ text, first, last }: Period): string {
  if (/^\d{4}(?:-(?:Q[1-4]|\d{2}(?:-\d{2})?))?$/u.test(text)) return text;
  const half = /^(\d{4})-H([12])$/u.exec(text);
  if (half) return `${half[1]}-S${half[2]}`;
  return `${isoDate(first)}/P${last - first + 1}D`;
}
