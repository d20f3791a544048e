import type { Language } from "../diagnostics/language.ts";
import { formatPeriodPhrase, formatQuantity, statusLabel } from "../semantics/display.ts";
import type { Entry } from "../semantics/entry.ts";
import { type DuePoint, type IndicatorJudgement, statusesFromWorst } from "../semantics/judgement.ts";
import type { BaselineModel, MeasuredModel } from "../semantics/model.ts";
import { findSymbol } from "../semantics/scope.ts";
import type { ValueStatement } from "../syntax/ast.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { HoverOptions } from "./feature-types.ts";
import type { HoverAnswer } from "./hover-answer.ts";
import { pointVerdict, quoteOf, titleLine } from "./hover-indicator.ts";
import { periodDays } from "./hover-period.ts";
import { chartImage } from "./indicator-chart.ts";
import type { Located } from "./locate.ts";
import { escapeMarkdown } from "./markdown.ts";

/** Due points named as those that a value counts in. */
const mostPoints = 6;

/** On a measured value or a baseline: the verdict it leads to, the clause, the chart, what it is and rests on, and what it counts in. */
export function valueHover(
  context: FeatureContext,
  { entry }: Located,
  statement: ValueStatement,
  options: HoverOptions,
): HoverAnswer | undefined {
  const judgement = judgementFor(context, entry, statement);
  if (!judgement) return undefined;
  const { indicator } = judgement;
  const isHere = ({ place }: MeasuredModel | BaselineModel): boolean =>
    place.source === entry && place.span.start === statement.value.start;
  const value = [...indicator.measured, ...indicator.baselines].find(isHere);
  if (!value) return undefined;
  const { language } = context.settings;
  const points = pointsWith(judgement, value);
  const blocks = [
    statement.kind === "baseline"
      ? `**${language === "vi" ? "Kỳ gốc" : "Baseline"}**`
      : valueVerdict(judgement, points, language),
    titleLine(judgement),
    ...quoteOf(context, judgement, options),
    ...chartImage(judgement, value.category, context.settings, options),
    valueLine(judgement, value, language),
    ...(points.length > 0 ? [countsLine(points, language)] : []),
  ];
  return { span: statement, blocks };
}

/** The judgement of the indicator that a value is of: the named one in a report, else the one it stands in. */
export function judgementFor(
  context: FeatureContext,
  entry: Entry,
  statement: ValueStatement,
): IndicatorJudgement | undefined {
  const judgement = context.judgementOf(measuredEntry(context, entry, statement));
  return judgement && "indicator" in judgement ? judgement : undefined;
}

/** The declaration whose value it is: the indicator that a report's line names, else the one that the line stands in. */
export function measuredEntry(
  { program }: Pick<FeatureContext, "program">,
  entry: Entry,
  { indicator }: ValueStatement,
): Entry {
  return (indicator && findSymbol(program, entry.path, indicator, "indicator")?.entry) ?? entry;
}

/** The due points that a value counts in; where it counts in none, those that it is the latest value for. */
function pointsWith(
  { targets }: IndicatorJudgement,
  value: MeasuredModel | BaselineModel,
): readonly DuePoint[] {
  const all = targets.flatMap(({ due }) => due);
  const counted = all.filter((point) => point.counted.some((one) => one.place === value.place));
  if (counted.length > 0) return counted;
  return all.filter((point) => point.latest?.measured?.place === value.place && !point.closed);
}

function valueVerdict(
  judgement: IndicatorJudgement,
  points: readonly DuePoint[],
  language: Language,
): string {
  const status = statusesFromWorst.find((one) => points.some((point) => point.status === one));
  const worst = points.find((point) => point.status === status);
  if (worst) return pointVerdict(judgement, worst, language);
  return language === "vi" ? "**Chưa tính vào mục tiêu nào**" : "**Counts towards no target yet**";
}

function valueLine(
  { indicator }: IndicatorJudgement,
  value: MeasuredModel | BaselineModel,
  language: Language,
): string {
  const { quantity, period, evidence, category } = value;
  const amount = formatQuantity(quantity, indicator.unit, language);
  const of = category === null ? "" : ` (${category.name})`;
  const when = `${formatPeriodPhrase(period, language)}${of}, ${periodDays(period, language)}`;
  const source = evidence === null ? "" : `; ${language === "vi" ? "nguồn" : "evidence"}: ${evidence}`;
  return escapeMarkdown(`${amount} ${when}${source}`);
}

function countsLine(points: readonly DuePoint[], language: Language): string {
  const shown = points
    .slice(0, mostPoints)
    .map(
      ({ window, status }) => `${formatPeriodPhrase(window, language)} (${statusLabel(status, language)})`,
    );
  const more = points.length > mostPoints ? ", …" : "";
  return escapeMarkdown(`${language === "vi" ? "Tính vào" : "Counts in"}: ${shown.join(", ")}${more}`);
}
