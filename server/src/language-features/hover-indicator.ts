import type { Language } from "../diagnostics/language.ts";
import { formatPeriods, statusLabel } from "../semantics/display.ts";
import type { Entry } from "../semantics/entry.ts";
import { type DuePoint, type IndicatorJudgement, statusesFromWorst } from "../semantics/judgement.ts";
import type { TargetStatement } from "../syntax/ast.ts";
import { clauseQuote } from "./clause-quote.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { HoverOptions } from "./feature-types.ts";
import type { HoverAnswer } from "./hover-answer.ts";
import { chartImage } from "./indicator-chart.ts";
import type { Located } from "./locate.ts";
import { codeName, escapeMarkdown } from "./markdown.ts";
import { headlinePoint, pointText, progressText, startUpper, worstPoint } from "./verdict-text.ts";

/** Targets that are listed one by one. */
const mostTargets = 4;

/**
 * On an indicator's name: the verdict with its numbers, the clause, the chart, the path and the other targets. An editor
 * shows some twelve lines before one has to scroll, so what the plan says comes first.
 */
export function indicatorHover(
  context: FeatureContext,
  entry: Entry,
  options: HoverOptions,
): readonly string[] {
  const judgement = context.judgementOf(entry);
  if (!judgement || !("indicator" in judgement)) return [];
  const { settings } = context;
  const point = headlinePoint(judgement, settings.asOf);
  return [
    indicatorVerdict(judgement, settings),
    titleLine(judgement),
    ...quoteOf(context, judgement, options),
    ...chartImage(judgement, point?.category ?? null, settings, options),
    ...(point ? pointDetails(judgement, point, settings.language) : []),
    ...otherTargets(judgement, settings),
  ];
}

/** On a target: the verdict on its own due point, the clause, the chart, the path and what is needed. */
export function targetHover(
  context: FeatureContext,
  { entry }: Located,
  statement: TargetStatement,
  options: HoverOptions,
): HoverAnswer | undefined {
  const judgement = context.judgementOf(entry);
  if (!judgement || !("indicator" in judgement)) return undefined;
  const judged = judgement.targets.find(({ target }) => target.place.span.start === statement.start);
  const { settings } = context;
  const point = judged && worstPoint(judged.due, settings.asOf);
  if (!judged || !point) return undefined;
  const blocks = [
    pointVerdict(judgement, point, settings.language),
    titleLine(judgement),
    ...quoteOf(context, judgement, options),
    ...chartImage(judgement, point.category, settings, options),
    ...pointDetails(judgement, point, settings.language),
    ...(judged.due.length > 1 ? [tally(judged.due, settings.language)] : []),
  ];
  return { span: statement, blocks };
}

/** The verdict on an indicator with the numbers that decided it. */
export function indicatorVerdict(
  judgement: IndicatorJudgement,
  { language, asOf }: FeatureContext["settings"],
): string {
  const point = headlinePoint(judgement, asOf);
  if (point) return pointVerdict(judgement, point, language);
  return language === "vi" ? "**Không có mục tiêu**" : "**No target**";
}

export function pointVerdict({ indicator }: IndicatorJudgement, point: DuePoint, language: Language): string {
  const verdict = startUpper(statusLabel(point.status, language));
  return `**${verdict}** — ${escapeMarkdown(pointText(point, indicator.unit, language))}`;
}

export function titleLine({ indicator }: IndicatorJudgement): string {
  const lead = indicator.lead.map(({ name }) => escapeMarkdown(name)).join(", ");
  return [escapeMarkdown(indicator.name), codeName(indicator.id), ...(lead === "" ? [] : [lead])].join(" · ");
}

function pointDetails({ indicator }: IndicatorJudgement, point: DuePoint, language: Language): string[] {
  const details: string[] = [];
  const progress = progressText(point, indicator.unit, language);
  if (progress !== "") details.push(escapeMarkdown(progress));
  if (point.explanation !== null) {
    details.push(`${language === "vi" ? "Giải trình" : "Explained"}: “${escapeMarkdown(point.explanation)}”`);
  }
  return details;
}

/** The targets with the verdict on each, where there are several. */
function otherTargets(
  { targets }: IndicatorJudgement,
  { language, asOf }: FeatureContext["settings"],
): string[] {
  if (targets.length < 2) return [];
  const lines = targets.slice(0, mostTargets).flatMap(({ target, due }) => {
    const point = worstPoint(due, asOf);
    return point ? [`- ${escapeMarkdown(target.text)}: ${statusLabel(point.status, language)}`] : [];
  });
  if (targets.length > mostTargets) lines.push(`- …`);
  return [lines.join("\n")];
}

/** How the windows of one target went: `đạt: 2022, 2023; không đạt: 2024`. */
export function tally(due: readonly DuePoint[], language: Language): string {
  const parts = statusesFromWorst.flatMap((status) => {
    const points = due.filter((point) => point.status === status);
    if (points.length === 0) return [];
    const shown = formatPeriods(
      points.slice(-60).map(({ window }) => window),
      language,
    );
    const list = shown.length > 120 ? String(points.length) : shown;
    return [`${statusLabel(status, language)}: ${list}`];
  });
  return escapeMarkdown(startUpper(`${parts.join("; ")}.`));
}

/** The first clause that there is, and the addresses of the others. */
export function quoteOf(
  context: FeatureContext,
  { indicator }: IndicatorJudgement,
  options: HoverOptions,
): readonly string[] {
  for (const citation of indicator.citations) {
    const quote = clauseQuote(context, citation, options);
    if (quote.length === 0) continue;
    const others = indicator.citations.filter((one) => one !== citation);
    if (others.length === 0) return quote;
    const addresses = others.map(({ address }) => codeName(address)).join(", ");
    return [...quote, `${context.settings.language === "vi" ? "Còn dẫn" : "It also cites"} ${addresses}`];
  }
  return [];
}
