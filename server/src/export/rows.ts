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
import type { LabelledCount, PlanSummary, Summary } from "./summary-table.ts";
import { taskTable } from "./task-table.ts";

export interface SummaryOptions {
  readonly language: Language;
  /** Offices judge a target only when it is due: without forecasts the table holds facts alone. */
  readonly forecasts: boolean;
}

/** The one builder of the summary table: every format, the editor's view and the command line show what it makes. */
export function buildSummary(judgement: ProgramJudgement, options: SummaryOptions): Summary {
  const { language } = options;
  return {
    language,
    asOf: judgement.asOf,
    title: heading("title", language),
    asOfText: `${heading("asOf", language)} ${formatDate(judgement.asOf, language)}`,
    plans: judgement.plans.map((plan) => buildPlan(plan, judgement.asOf, options)),
  };
}

function buildPlan(plan: PlanJudgement, asOf: number, options: SummaryOptions): PlanSummary {
  const { language } = options;
  const { counts, taskCounts } = toCounts(plan);
  return {
    title: plan.plan ? plan.plan.name || plan.plan.id : heading("noPlan", language),
    file: plan.path,
    indicatorCounts: labelled(counts, (status) => statusLabel(status, language)),
    taskCounts: labelled(taskCounts, (status) => taskStatusLabel(status, language)),
    indicators: plan.indicators.length > 0 ? indicatorTable(plan.indicators, asOf, options) : null,
    tasks: plan.tasks.length > 0 ? taskTable(plan.tasks, asOf, language) : null,
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
