import { inLanguage, type Language } from "../diagnostics/language.ts";
import type { Place as SourcePlace } from "../diagnostics/place.ts";
import {
  decimalsApart,
  formatCondition,
  formatPeriod,
  formatPeriodPhrase,
  formatQuantity,
  formatValue,
  statusLabel,
  taskStatusLabel,
} from "../semantics/display.ts";
import type { DuePoint, IndicatorJudgement, TaskJudgement } from "../semantics/judgement.ts";
import { missedBound, periodText } from "../semantics/judgement-words.ts";
import type {
  BaselineModel,
  Citation,
  IndicatorModel,
  MeasuredModel,
  TaskModel,
  UnitModel,
} from "../semantics/model.ts";
import type { Day } from "../semantics/period.ts";
import { shownPlace } from "../semantics/shown-place.ts";
import type { FeatureContext } from "./feature-context.ts";
import { periodsToRecord } from "./periods-to-record.ts";
import { chartsOf } from "./plan-overview-chart.ts";
import type {
  ClauseItem,
  DueItem,
  IndicatorItem,
  MeasuredItem,
  Place,
  TaskItem,
} from "./plan-overview-types.ts";
import {
  gapOfPoint,
  headlinePoint,
  indicatorSummary,
  pointText,
  progressText,
  startUpper,
  taskDetail,
} from "./verdict-text.ts";

/** What the items of an overview are made with. */
export interface OverviewScope {
  readonly context: FeatureContext;
  readonly asOf: Day;
  readonly language: Language;
  /** Without targets, values and charts. */
  readonly isOutline: boolean;
  readonly clause: (citation: Citation) => ClauseItem;
}

export function toPlace({ reporter }: FeatureContext, place: SourcePlace): Place {
  const shown = shownPlace(place);
  return { path: shown.source.path, range: reporter.rangeOf(shown) };
}

/** What an indicator and a task are both declared with. */
function declaredOf(
  { id, name, place, citations, lead, with: others }: IndicatorModel | TaskModel,
  { context, clause }: OverviewScope,
): Pick<IndicatorItem & TaskItem, "id" | "name" | "place" | "clauses" | "lead" | "with"> {
  return {
    id,
    name,
    place: toPlace(context, place),
    clauses: citations.map(clause),
    lead: lead.map((body) => body.id),
    with: others.map((body) => body.id),
  };
}

export function indicatorItem(judgement: IndicatorJudgement, scope: OverviewScope): IndicatorItem {
  const { asOf, language } = scope;
  const { indicator, status } = judgement;
  const { missing, isUpToDate } = periodsToRecord(judgement, asOf);
  return {
    ...declaredOf(indicator, scope),
    unit: indicator.unit.name,
    status,
    statusText: startUpper(statusLabel(status, language)),
    summary: indicatorSummary(judgement, scope),
    verdict: verdictOf(judgement, scope),
    ...(scope.isOutline
      ? { targets: [], baselines: [], measured: [], charts: [] }
      : detailsOf(judgement, scope)),
    isComputed: indicator.formula !== null,
    nextPeriod: missing[0]?.text ?? null,
    hasCurrentValue: isUpToDate,
  };
}

function verdictOf(judgement: IndicatorJudgement, { asOf, language }: OverviewScope): string {
  const point = headlinePoint(judgement, asOf);
  if (!point) return language === "vi" ? "Không có mục tiêu" : "No target";
  return startUpper(pointText(point, judgement.indicator.unit, language));
}

function detailsOf(
  judgement: IndicatorJudgement,
  { context, asOf, language }: OverviewScope,
): Pick<IndicatorItem, "targets" | "baselines" | "measured" | "charts"> {
  const { unit, baselines, measured } = judgement.indicator;
  const valueItem = (one: BaselineModel | MeasuredModel): MeasuredItem => ({
    period: one.period.text,
    periodText: formatPeriod(one.period, language),
    category: one.category?.name ?? null,
    value: formatQuantity(one.quantity, unit, language),
    evidence: one.evidence,
    isFuture: one.period.first > asOf,
    place: toPlace(context, one.place),
  });
  return {
    targets: judgement.targets.map(({ target, due }) => ({
      text: target.text,
      place: toPlace(context, target.place),
      due: due.map((point) => dueItem(point, unit, language)),
    })),
    baselines: baselines.map(valueItem),
    measured: measured.map(valueItem),
    charts: chartsOf(judgement, asOf, language),
  };
}

function dueItem(point: DuePoint, unit: UnitModel, language: Language): DueItem {
  const { window, category, status, condition, value, expected, latest } = point;
  const bound =
    value && condition && status === "missed" ? missedBound(value.value, condition) : value?.value;
  const level = latest?.quantity.value;
  return {
    period: window.text,
    periodText: formatPeriod(window, language),
    category: category?.name ?? null,
    status,
    statusText: startUpper(statusLabel(status, language)),
    message: messageOf(point, unit, language),
    asked: condition && formatCondition(condition, unit, language),
    value: value && formatQuantity(value, unit, language, decimalsApart(value.value, bound!, unit)),
    expected:
      expected && formatValue(expected, unit, language, decimalsApart(expected, level ?? expected, unit)),
    gap: gapOfPoint(point, unit, language),
    explanation: point.explanation,
  };
}

function messageOf(point: DuePoint, unit: UnitModel, language: Language): string {
  const verdict = `${startUpper(statusLabel(point.status, language))} — ${pointText(point, unit, language)}.`;
  const parts = [verdict, progressText(point, unit, language)];
  if (point.explanation !== null)
    parts.push(`${language === "vi" ? "Giải trình" : "Explained"}: “${point.explanation}”`);
  return parts.filter((part) => part !== "").join(" ");
}

export function taskItem(judgement: TaskJudgement, scope: OverviewScope): TaskItem {
  const { language } = scope;
  const { task, due, status } = judgement;
  return {
    ...declaredOf(task, scope),
    status,
    statusText: startUpper(taskStatusLabel(status, language)),
    summary: taskDetail(judgement, scope),
    due: due.map((point) => ({
      period: point.window.text,
      periodText: formatPeriod(point.window, language),
      status: point.status,
      statusText: startUpper(taskStatusLabel(point.status, language)),
      message: `${startUpper(inLanguage(periodText(point.window), language))}: ${taskStatusLabel(point.status, language)}`,
      late: point.late,
      done: point.done && formatPeriodPhrase(point.done.period, language),
      evidence: point.done?.evidence ?? null,
      explanation: point.explanation,
    })),
  };
}
