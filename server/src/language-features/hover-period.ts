import type { Language } from "../diagnostics/language.ts";
import { calendarOf } from "../semantics/binder/bind-period.ts";
import { formatDate, formatPeriodPhrase } from "../semantics/display.ts";
import { type Period, toPeriod } from "../semantics/period.ts";
import type { PeriodNode, Statement } from "../syntax/ast.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { HoverAnswer } from "./hover-answer.ts";
import { type Located, spanAt } from "./locate.ts";
import { escapeMarkdown } from "./markdown.ts";
import { startUpper } from "./verdict-text.ts";

/** On a period that says nothing else: its days, under the reporting year of the file's plan. */
export function periodHover(context: FeatureContext, { entry, offset }: Located): HoverAnswer | undefined {
  const { declaration } = entry.parsed;
  if (!declaration) return undefined;
  const own =
    (declaration.kind === "report" || declaration.kind === "data") && declaration.period
      ? [declaration.period]
      : [];
  const node = spanAt([...own, ...declaration.statements.flatMap(periodsOf)], offset, (one) => one);
  if (!node?.literal) return undefined;
  const plan = context.binder.planOf(entry.path);
  const period = toPeriod(node.literal, calendarOf(plan));
  const { language } = context.settings;
  const days = escapeMarkdown(
    startUpper(`${formatPeriodPhrase(period, language)}: ${periodDays(period, language)}`),
  );
  const shifted = period.unit !== "day" && calendarOf(plan).monthEndsOn > 0;
  return { span: node, blocks: shifted ? [days, reportingYear(language)] : [days] };
}

function reportingYear(language: Language): string {
  return language === "vi"
    ? "Theo năm báo cáo của kế hoạch (`năm báo cáo đến`)."
    : "By the plan's reporting year (`year ends`).";
}

/** The days of a period: `từ 1/1/2025 đến 31/12/2025`. */
export function periodDays(period: Period, language: Language): string {
  const [first, last] = [formatDate(period.first, language), formatDate(period.last, language)];
  if (first === last) return first;
  return language === "vi" ? `từ ${first} đến ${last}` : `${first} to ${last}`;
}

function periodsOf(statement: Statement): readonly PeriodNode[] {
  switch (statement.kind) {
    case "issued":
    case "explain":
    case "done":
      return [statement.period];
    case "basis":
      return statement.dated ? [statement.dated] : [];
    case "period":
      return [statement.range.from, ...(statement.range.to ? [statement.range.to] : [])];
    case "baseline":
    case "measured":
    case "entry":
      return statement.period ? [statement.period] : [];
    case "target":
    case "due": {
      const { range } = statement.when;
      return range ? [range.from, ...(range.to ? [range.to] : [])] : [];
    }
    default:
      return [];
  }
}
