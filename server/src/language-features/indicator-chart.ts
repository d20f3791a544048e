import type { Language } from "../diagnostics/language.ts";
import { formatDate, formatValue } from "../semantics/display.ts";
import type { IndicatorJudgement } from "../semantics/judgement.ts";
import type { Category, UnitModel } from "../semantics/model.ts";
import { fromDecimal } from "../semantics/rational.ts";
import { toBase64 } from "./base64.ts";
import { type ChartData, type ChartPoint, chartData } from "./chart-data.ts";
import { chartSvg } from "./chart-svg.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { HoverOptions } from "./feature-types.ts";
import { escapeMarkdown } from "./markdown.ts";

/** Values that the alternative text tells. */
const mostTold = 8;

/** The chart of path and values as an image in Markdown; nothing for clients without images or too little to draw. */
export function chartImage(
  judgement: IndicatorJudgement,
  category: Category | null,
  { asOf, language }: FeatureContext["settings"],
  { images }: HoverOptions,
): readonly string[] {
  const data = images ? chartData(judgement, category, asOf) : null;
  if (!data) return [];
  const { indicator } = judgement;
  const { unit } = indicator;
  const isPercent = unit.symbol.startsWith("%");
  const axis = {
    unit: isPercent ? "" : unit.symbol,
    whole: unit.whole,
    label: (value: number) => formatNear(value, isPercent ? unit : { ...unit, symbol: "" }, language),
  };
  const svg = chartSvg(data, axis, language);
  const alt = escapeMarkdown(altText(indicator.name, data, unit, language));
  return [`![${alt}](data:image/svg+xml;base64,${toBase64(svg)})`];
}

/** What the chart shows, in words. */
function altText(name: string, data: ChartData, unit: UnitModel, language: Language): string {
  const tell = ({ day, value }: ChartPoint): string =>
    `${formatDate(day, language)}: ${formatNear(value, unit, language)}`;
  const list = (points: readonly ChartPoint[]): string => points.slice(-mostTold).map(tell).join(", ");
  const vietnamese = language === "vi";
  const parts = [vietnamese ? `Biểu đồ “${name}”` : `Chart of “${name}”`];
  if (data.baseline) parts.push(`${vietnamese ? "kỳ gốc" : "baseline"} ${tell(data.baseline)}`);
  if (data.measured.length > 0) parts.push(`${vietnamese ? "kết quả" : "measured"} ${list(data.measured)}`);
  const missed = data.measured.filter((point) => point.missed);
  if (missed.length > 0) parts.push(`${vietnamese ? "không đạt" : "missed"} ${list(missed)}`);
  if (data.targets.length > 0)
    parts.push(`${vietnamese ? "mục tiêu" : "targets"} ${list(changesOf(data.targets))}`);
  return parts.join("; ");
}

/** The targets that ask for something else than the one before. */
function changesOf(points: readonly ChartPoint[]): readonly ChartPoint[] {
  return points.filter(({ value }, i) => points[i - 1]?.value !== value);
}

/** A value of a chart as people read it. */
export function formatNear(value: number, unit: UnitModel, language: Language): string {
  const exact = fromDecimal(value.toFixed(6));
  return exact ? formatValue(exact, unit, language) : String(value);
}
