import type { Language } from "../diagnostics/language.ts";
import { formatDate, statusLabel, taskStatusLabel } from "../semantics/display.ts";
import {
  type PlanJudgement,
  type ProgramJudgement,
  type Status,
  statusesFromWorst,
} from "../semantics/judgement.ts";
import { toCounts } from "../semantics/plan-counts.ts";
import { heading } from "./headings.ts";
import { indicatorTable } from "./indicator-table.ts";
import {
  type LabelledCount,
  type PlanSummary,
  type Summary,
  type SummaryTable,
  textCell,
} from "./summary-table.ts";
import { taskTable } from "./task-table.ts";

export interface SummaryOptions {
  readonly language: Language;
  /** Offices judge a target only when it is due: without forecasts the table holds facts alone. */
  readonly forecasts: boolean;
  /** Whether several plans share one table, with the plan as a column; they do unless this says no. */
  readonly together?: boolean;
}

/**
 * The one builder of the summary table: every format, the editor's view and the command line show what it makes.
 * Several plans have their counts each, and one table of all indicators and one of all tasks, with the plan as a
 * column, so that they can be sorted and filtered together.
 */
export function buildSummary(judgement: ProgramJudgement, options: SummaryOptions): Summary {
  const { language } = options;
  const { plans, asOf } = judgement;
  return {
    language,
    asOf,
    title: heading("title", language),
    asOfText: `${heading("asOf", language)} ${formatDate(asOf, language)}`,
    plans:
      options.together !== false && plans.length > 1
        ? [...plans.map((plan) => countedPlan(plan, language)), allPlans(plans, asOf, options)]
        : plans.map((plan) => buildPlan(plan, asOf, options)),
  };
}

function buildPlan(plan: PlanJudgement, asOf: number, options: SummaryOptions): PlanSummary {
  const { indicators, tasks } = plan;
  return {
    ...countedPlan(plan, options.language),
    indicators: indicators.length > 0 ? indicatorTable(indicators, asOf, options) : null,
    tasks: tasks.length > 0 ? taskTable(tasks, asOf, options.language) : null,
  };
}

function countedPlan(plan: PlanJudgement, language: Language): PlanSummary {
  const { counts, taskCounts } = toCounts(plan);
  return {
    title: titleOf(plan, language),
    file: plan.path,
    front: plan.plan?.front ?? null,
    indicatorCounts: labelled(counts, (status) => statusLabel(status, language)),
    taskCounts: labelled(taskCounts, (status) => taskStatusLabel(status, language)),
    indicators: null,
    tasks: null,
  };
}

function titleOf({ plan }: PlanJudgement, language: Language): string {
  return plan ? plan.name || plan.id : heading("noPlan", language);
}

function allPlans(plans: readonly PlanJudgement[], asOf: number, options: SummaryOptions): PlanSummary {
  const { language } = options;
  const indicators = plans.flatMap((plan) => plan.indicators);
  const tasks = plans.flatMap((plan) => plan.tasks);
  return {
    title: heading("allPlans", language),
    file: "",
    front: null,
    indicatorCounts: [],
    taskCounts: [],
    indicators:
      indicators.length > 0
        ? withPlans(
            indicatorTable(indicators, asOf, options),
            plans,
            ({ indicators: own }) => own.length,
            language,
          )
        : null,
    tasks:
      tasks.length > 0
        ? withPlans(taskTable(tasks, asOf, language), plans, ({ tasks: own }) => own.length, language)
        : null,
  };
}

/** Adds the column of plans in front; a category's row stands below its indicator's and is of the same plan. */
function withPlans(
  table: SummaryTable,
  plans: readonly PlanJudgement[],
  countOf: (plan: PlanJudgement) => number,
  language: Language,
): SummaryTable {
  const titles = plans.flatMap((plan) => Array<string>(countOf(plan)).fill(titleOf(plan, language)));
  let item = -1;
  return {
    ...table,
    columns: [{ heading: heading("plan", language), isNumeric: false }, ...table.columns],
    rows: table.rows.map((row) => {
      if (row.kind === "item") item += 1;
      return { ...row, cells: [textCell(titles[item]), ...row.cells] };
    }),
  };
}

function labelled<S extends Status>(
  counts: Readonly<Record<S, number>>,
  label: (status: S) => string,
): readonly LabelledCount[] {
  return statusesFromWorst
    .filter((status): status is S => Object.hasOwn(counts, status))
    .map((status) => ({ status, label: label(status), count: counts[status] }))
    .filter(({ count }) => count > 0);
}
