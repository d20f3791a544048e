import type {
  DuePoint,
  IndicatorJudgement,
  PlanJudgement,
  ProgramJudgement,
  TaskJudgement,
} from "../semantics/judgement.ts";
import type { Bound, Category, IndicatorModel, TargetModel } from "../semantics/model.ts";
import { isoDate } from "../semantics/period.ts";
import { toCounts } from "../semantics/plan-counts.ts";
import { type Rational, toDecimal } from "../semantics/rational.ts";

/**
 * The whole judgement as JSON, version 1; bdg-export.schema.json describes it. Numbers are decimal strings, exact
 * where they terminate, else rounded half-even to 12 places. The same judgement always gives the same bytes.
 */
export function toJson(judgement: ProgramJudgement): string {
  const exported = { version: 1, asOf: isoDate(judgement.asOf), plans: judgement.plans.map(planJson) };
  return `${JSON.stringify(exported, null, 2)}\n`;
}

function planJson(plan: PlanJudgement) {
  return {
    id: plan.plan?.id ?? null,
    name: plan.plan?.name ?? null,
    file: plan.path,
    ...toCounts(plan),
    indicators: plan.indicators.map(indicatorJson),
    tasks: plan.tasks.map(taskJson),
  };
}

function indicatorJson({ indicator, targets, status, result, forecast }: IndicatorJudgement) {
  return {
    id: indicator.id,
    name: indicator.name,
    unit: indicator.unit.id,
    ...responsibility(indicator),
    status,
    result,
    forecast,
    baselines: indicator.baselines.map(({ period, category, quantity }) => ({
      period: period.text,
      category: categoryId(category),
      value: toDecimal(quantity.value),
    })),
    targets: targets.map(({ target, due }) => targetJson(target, due, indicator)),
    measured: indicator.measured.map(({ period, category, quantity, evidence }) => ({
      period: period.text,
      category: categoryId(category),
      value: toDecimal(quantity.value),
      numerator: decimal(quantity.share?.numerator),
      denominator: decimal(quantity.share?.denominator),
      evidence,
    })),
  };
}

function responsibility(of: Pick<IndicatorModel, "citations" | "lead" | "with">) {
  return {
    clauses: of.citations.map(({ address }) => address),
    lead: of.lead.map(({ id }) => id),
    with: of.with.map(({ id }) => id),
  };
}

function targetJson(target: TargetModel, due: readonly DuePoint[], indicator: IndicatorModel) {
  const condition = due.find((point) => point.condition)?.condition;
  return {
    text: target.text,
    comparator: target.comparator,
    value: decimal(condition?.value ?? absolute(target.bound)),
    upper: decimal(condition?.upper ?? absolute(target.upper)),
    unit: indicator.unit.id,
    due: due.map(dueJson),
  };
}

/** A bound relative to a baseline that is not there is no number. */
function absolute(bound: Bound | null): Rational | undefined {
  return bound?.kind === "absolute" ? bound.value : undefined;
}

function dueJson(point: DuePoint) {
  const { latest } = point;
  return {
    period: point.window.text,
    category: categoryId(point.category),
    status: point.status,
    value: decimal(point.value?.value),
    latest: latest && { period: latest.period.text, value: toDecimal(latest.quantity.value) },
    expected: decimal(point.expected),
    covered: decimal(point.covered),
    explanation: point.explanation,
  };
}

function taskJson({ task, due, status }: TaskJudgement) {
  return {
    id: task.id,
    name: task.name,
    ...responsibility(task),
    status,
    due: due.map((point) => ({
      period: point.window.text,
      status: point.status,
      late: point.late,
      evidence: point.done?.evidence ?? null,
    })),
  };
}

function categoryId(category: Category | null): string | null {
  return category?.id ?? null;
}

function decimal(value: Rational | null | undefined): string | null {
  return value ? toDecimal(value) : null;
}
