/**
 * The second evaluator: a plan and its as-of date in, the JSON of `bdg export --format json` out.
 *
 * It exists to disagree with the product's evaluator where one of them is wrong, so it is written straight from
 * the rules for judging a target (each quoted where it is applied), as plainly as can be, and shares no code
 * with the product.
 */
import { isInside, parseDay, spanOf, type Window } from "./calendar.ts";
import { conditionOf } from "./condition.ts";
import { type Fraction, toDecimal } from "./fraction.ts";
import { headline } from "./headline.ts";
import { type JudgedDue, judgeTarget, type Status } from "./judge.ts";
import type { Comparator, IndicatorModel, MeasuredModel, PlanModel, TargetModel } from "./plan-model.ts";
import { judgeTask, type TaskDueJson, type TaskStatus } from "./tasks.ts";
import { valueIn } from "./units.ts";
import { measuredOf } from "./window-value.ts";

export interface DueJson {
  readonly period: string;
  readonly category: string | null;
  readonly status: Status;
  readonly value: string | null;
  readonly latest: { readonly period: string; readonly value: string } | null;
  readonly expected: string | null;
  readonly covered: string | null;
  readonly explanation: string | null;
}

/** As exported, but for the target's `text`, which only the printed source knows. */
export interface TargetJson {
  readonly comparator: Comparator;
  readonly value: string | null;
  readonly upper: string | null;
  readonly unit: string;
  readonly due: readonly DueJson[];
}

export interface MeasuredJson {
  readonly period: string;
  readonly category: string | null;
  readonly value: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly evidence: string | null;
}

export interface IndicatorJson {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly clauses: readonly string[];
  readonly lead: readonly string[];
  readonly with: readonly string[];
  readonly status: Status;
  readonly result: Status;
  readonly forecast: Status | null;
  readonly baselines: readonly {
    readonly period: string;
    readonly category: string | null;
    readonly value: string;
  }[];
  readonly targets: readonly TargetJson[];
  readonly measured: readonly MeasuredJson[];
}

export interface TaskJson {
  readonly id: string;
  readonly name: string;
  readonly clauses: readonly string[];
  readonly lead: readonly string[];
  readonly with: readonly string[];
  readonly status: TaskStatus;
  readonly due: readonly TaskDueJson[];
}

export interface PlanJson {
  readonly id: string | null;
  readonly name: string | null;
  readonly counts: Readonly<Record<Status, number>>;
  readonly taskCounts: Readonly<Record<TaskStatus, number>>;
  readonly indicators: readonly IndicatorJson[];
  readonly tasks: readonly TaskJson[];
}

/** The exported JSON but for what depends on the printed text: a plan's `file` and a target's `text`. */
export interface ExportJson {
  readonly version: 1;
  readonly asOf: string;
  readonly plans: readonly PlanJson[];
}

/** Judges the plan as of the model's own date. */
export function evaluate(model: PlanModel): ExportJson {
  const indicators = model.indicators.map((indicator) => indicatorJson(model, indicator));
  const tasks = model.tasks.map((task) => {
    const judged = judgeTask(model, task);
    return { id: task.id, name: task.name, clauses: [], lead: task.lead, with: task.with, ...judged };
  });
  // "A plan's counts are counts of `status`, of indicators and of tasks apart."
  const count = (list: readonly { readonly status: Status }[], status: Status) =>
    list.filter((one) => one.status === status).length;
  const of = (status: Status) => count(indicators, status);
  // A plan that is not declared stands in the export only as the place of its file's indicators and tasks.
  if (model.plan === null && indicators.length + tasks.length === 0) {
    return { version: 1, asOf: model.asOf, plans: [] };
  }
  return {
    version: 1,
    asOf: model.asOf,
    plans: [
      {
        id: model.plan?.id ?? null,
        name: model.plan?.name ?? null,
        counts: {
          met: of("met"),
          missed: of("missed"),
          "no-data": of("no-data"),
          "on-track": of("on-track"),
          "at-risk": of("at-risk"),
          "off-track": of("off-track"),
          pending: of("pending"),
        },
        taskCounts: {
          met: count(tasks, "met"),
          missed: count(tasks, "missed"),
          pending: count(tasks, "pending"),
        },
        indicators,
        tasks,
      },
    ],
  };
}

function indicatorJson(model: PlanModel, indicator: IndicatorModel): IndicatorJson {
  const judged = indicator.targets.map((target) => ({ target, due: judgeTarget(model, indicator, target) }));
  return {
    id: indicator.id,
    name: indicator.name,
    unit: indicator.unit,
    clauses: [],
    lead: indicator.lead,
    with: indicator.with,
    ...indicatorHeadline(model, judged),
    baselines: indicator.baselines.map((baseline) => ({
      period: baseline.period,
      category: baseline.category,
      value: toDecimal(valueIn(model, baseline.value, indicator.unit)),
    })),
    targets: judged.map(({ target, due }) => targetJson(model, indicator, target, due)),
    measured: measuredOf(model, indicator).map((measured) => measuredJson(model, indicator, measured)),
  };
}

function indicatorHeadline(
  model: PlanModel,
  judged: readonly { readonly target: TargetModel; readonly due: readonly JudgedDue[] }[],
) {
  // "Group its due points: each recurring target by itself, and all its other targets by category."
  const groups: (readonly JudgedDue[])[] = [];
  for (const { target, due } of judged) if (target.when.kind === "every") groups.push(due);
  const others = judged.filter(({ target }) => target.when.kind !== "every");
  for (const category of new Set(others.map(({ target }) => target.category))) {
    groups.push(others.filter(({ target }) => target.category === category).flatMap(({ due }) => due));
  }
  return headline(
    groups.map((group) =>
      group.map((due) => ({ deadline: due.window.last, status: due.status, closed: due.closed })),
    ),
    parseDay(model.asOf),
  );
}

function targetJson(
  model: PlanModel,
  indicator: IndicatorModel,
  target: TargetModel,
  due: readonly JudgedDue[],
): TargetJson {
  const condition = conditionOf(model, indicator, target);
  return {
    comparator: target.comparator,
    value: decimal(condition?.bound ?? null),
    upper: decimal(condition?.upper ?? null),
    unit: indicator.unit,
    due: due.map((one) => ({
      period: one.window.period,
      category: one.category,
      status: one.status,
      value: decimal(one.value),
      latest: one.latest === null ? null : { period: one.latest.period, value: toDecimal(one.latest.value) },
      expected: decimal(one.expected),
      covered: decimal(one.covered),
      explanation: explanationOf(model, indicator, one.window, target.when.kind === "total"),
    })),
  };
}

/**
 * "`explain P "…"`: why a period was missed or has no value": a year's explanation is one of its months too, the
 * one of the shortest period first. No period can be written for a total's window; one that ends with it is of it.
 */
function explanationOf(
  model: PlanModel,
  indicator: IndicatorModel,
  window: Window,
  isTotal: boolean,
): string | null {
  const spans = indicator.explains.map(({ period, text }) => ({
    ...spanOf(period, model.plan?.yearEnds ?? null),
    text,
  }));
  const fitting = spans.filter(
    (span) => isInside(window, span) || (isTotal && isInside(span, window) && span.last === window.last),
  );
  const shortest = Math.min(...fitting.map(({ first, last }) => last - first));
  return fitting.find(({ first, last }) => last - first === shortest)?.text ?? null;
}

const decimal = (value: Fraction | null) => (value === null ? null : toDecimal(value));

function measuredJson(model: PlanModel, indicator: IndicatorModel, measured: MeasuredModel): MeasuredJson {
  const share = measured.value.kind === "share" ? measured.value : null;
  return {
    period: measured.period,
    category: measured.category,
    value: toDecimal(valueIn(model, measured.value, indicator.unit)),
    numerator: share?.numerator ?? null,
    denominator: share?.denominator ?? null,
    evidence: measured.evidence,
  };
}
