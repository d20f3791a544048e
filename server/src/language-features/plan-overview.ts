import type { Language } from "../diagnostics/language.ts";
import { planDocumentPath } from "../semantics/binder/bind-parts.ts";
import { formatPeriodPhrase, statusLabel, taskStatusLabel } from "../semantics/display.ts";
import type { Entry } from "../semantics/entry.ts";
import type { PlanJudgement, Status } from "../semantics/judgement.ts";
import type { BodyModel } from "../semantics/model.ts";
import { type Day, isoDate, toPeriod } from "../semantics/period.ts";
import { toCounts } from "../semantics/plan-counts.ts";
import type { FeatureContext } from "./feature-context.ts";
import { clauseItems } from "./plan-overview-clauses.ts";
import { indicatorItem, type OverviewScope, taskItem, toPlace } from "./plan-overview-items.ts";
import type {
  Place,
  PlanItem,
  PlanOverview,
  PlanOverviewOptions,
  ReportItem,
  TaskStatus,
} from "./plan-overview-types.ts";
import { startUpper } from "./verdict-text.ts";

/**
 * The plans of the program with what is judged of them, for the views.
 *
 * @param asOf the day as of which they are judged; the settings' unless given, which it does not touch
 */
export function getPlanOverview(context: FeatureContext, options: PlanOverviewOptions = {}): PlanOverview {
  const { language } = context.settings;
  const asOf = options.asOf ?? context.settings.asOf;
  const { plans } = context.judgement(asOf);
  const reports = reportsByPlan(context, language);
  return {
    asOf: isoDate(asOf),
    language,
    ...statusWords(language),
    plans: plans.map((plan) => planItem(context, plan, asOf, options.outline ?? false, reports)),
  };
}

/** The words of all verdicts, those that nothing has too. */
export function statusWords(language: Language): Pick<PlanOverview, "statusTexts" | "taskStatusTexts"> {
  const text = (status: Status): string => startUpper(statusLabel(status, language));
  const taskText = (status: TaskStatus): string => startUpper(taskStatusLabel(status, language));
  return {
    statusTexts: {
      missed: text("missed"),
      "no-data": text("no-data"),
      "off-track": text("off-track"),
      "at-risk": text("at-risk"),
      "on-track": text("on-track"),
      met: text("met"),
      pending: text("pending"),
    },
    taskStatusTexts: { missed: taskText("missed"), met: taskText("met"), pending: taskText("pending") },
  };
}

function planItem(
  context: FeatureContext,
  judged: PlanJudgement,
  asOf: Day,
  isOutline: boolean,
  reports: ReadonlyMap<string, readonly ReportItem[]>,
): PlanItem {
  const { language } = context.settings;
  const { plan, indicators, tasks } = judged;
  const citations = indicators.flatMap(({ indicator }) => indicator.citations);
  const scope: OverviewScope = {
    context,
    asOf,
    language,
    isOutline,
    clause: clauseItems(context, citations),
  };
  const taskClause = clauseItems(
    context,
    tasks.flatMap(({ task }) => task.citations),
  );
  const noName = language === "vi" ? "Không thuộc kế hoạch nào" : "Outside any plan";
  return {
    id: plan?.id ?? null,
    name: plan ? plan.name || plan.id : noName,
    place: plan ? toPlace(context, plan.place) : startOf(judged.path),
    document: planDocumentPath(context.program, plan),
    ...toCounts(judged),
    indicators: indicators.map((one) => indicatorItem(one, scope)),
    // Tasks have sections of their own depth: a plan's solutions and bodies are sections, though its targets are one.
    tasks: tasks.map((one) => taskItem(one, { ...scope, clause: taskClause })),
    reports: (plan && reports.get(plan.path)) ?? [],
    deadlines: deadlinesOf(judged),
    bodies: bodiesOf([...indicators.map(({ indicator }) => indicator), ...tasks.map(({ task }) => task)]),
  };
}

function deadlinesOf({ indicators, tasks }: PlanJudgement): readonly string[] {
  const windows = [
    ...indicators.flatMap(({ targets }) => targets.flatMap(({ due }) => due)),
    ...tasks.flatMap(({ due }) => due),
  ].map(({ window }) => window.last);
  return [...new Set(windows)].sort((a, b) => a - b).map(isoDate);
}

function startOf(path: string): Place {
  const start = { line: 0, character: 0 };
  return { path, range: { start, end: start } };
}

function bodiesOf(
  of: readonly { readonly lead: readonly BodyModel[]; readonly with: readonly BodyModel[] }[],
): PlanItem["bodies"] {
  const found = new Map<string, BodyModel>();
  for (const one of of)
    for (const body of [...one.lead, ...one.with]) if (!found.has(body.id)) found.set(body.id, body);
  return [...found.values()].map(({ id, name }) => ({ id, name: name || id }));
}

/** By the path of the plan's file: the reports of it and of the files that use it, in the order of files and lines. */
function reportsByPlan(
  context: FeatureContext,
  language: Language,
): ReadonlyMap<string, readonly ReportItem[]> {
  const found = new Map<string, ReportItem[]>();
  for (const path of context.program.paths()) {
    const plan = context.binder.planOf(path);
    if (!plan) continue;
    const reports = (context.program.file(path)?.entries ?? []).flatMap(
      (entry) => reportItem(context, entry, language) ?? [],
    );
    if (reports.length > 0) found.set(plan.path, [...(found.get(plan.path) ?? []), ...reports]);
  }
  return found;
}

function reportItem(context: FeatureContext, entry: Entry, language: Language): ReportItem | null {
  const { declaration } = entry.parsed;
  if (declaration?.kind !== "report") return null;
  const { literal } = declaration.period;
  const calendar = context.binder.planOf(entry.path)?.calendar;
  const period = literal && calendar ? toPeriod(literal, calendar) : null;
  const periodText = period && formatPeriodPhrase(period, language);
  return {
    name:
      declaration.title?.value || `${language === "vi" ? "Báo cáo" : "Report"} ${period?.text ?? ""}`.trim(),
    period: period?.text ?? null,
    periodText,
    place: toPlace(context, { source: entry, span: declaration.keyword }),
  };
}
