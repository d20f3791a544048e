import { inLanguage, type Language } from "../diagnostics/language.ts";
import {
  decimalsApart,
  formatCondition,
  formatDate,
  formatGap,
  formatNumber,
  formatQuantity,
  formatValue,
  statusLabel,
  taskStatusLabel,
} from "../semantics/display.ts";
import { holds } from "../semantics/evaluator/condition.ts";
import { pointsAround } from "../semantics/evaluator/headline.ts";
import { headlinePoints } from "../semantics/evaluator/judge-indicator.ts";
import {
  type DuePoint,
  type IndicatorJudgement,
  statusesFromWorst,
  type TaskJudgement,
} from "../semantics/judgement.ts";
import {
  categoryText,
  gapText,
  missedBound,
  periodText,
  valueInPeriod,
} from "../semantics/judgement-words.ts";
import type { UnitModel } from "../semantics/model.ts";
import { yearlyText } from "../semantics/needed.ts";
import type { Day } from "../semantics/period.ts";
import { hundred, multiply, subtract } from "../semantics/rational.ts";

/** Verdicts with their numbers, as plain text in the reader's language: for hovers, outlines and completion. */

interface Reader {
  readonly language: Language;
  readonly asOf: Day;
}

/** The due point that an indicator's headline comes from: of the worst ones the latest that is due, else the next. */
export function headlinePoint({ targets, status }: IndicatorJudgement, asOf: Day): DuePoint | undefined {
  const worst = headlinePoints(targets, asOf).filter((point) => point.status === status);
  return worst.findLast(({ closed }) => closed) ?? worst[0];
}

/** The same for the due points of one target. */
export function worstPoint(due: readonly DuePoint[], asOf: Day): DuePoint | undefined {
  const points = pointsAround(due, asOf);
  const status = statusesFromWorst.find((one) => points.some((point) => point.status === one));
  const worst = points.filter((point) => point.status === status);
  return worst.findLast(({ closed }) => closed) ?? worst[0];
}

export function startUpper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the verdict on a due point rests on, without the verdict: `năm 2024: 0 hoạt động, kế hoạch yêu cầu ít nhất 1 hoạt động: thiếu 1 hoạt động`. */
export function pointText(point: DuePoint, unit: UnitModel, language: Language): string {
  const { window, condition, category, value, status } = point;
  const vietnamese = language === "vi";
  const of = inLanguage(categoryText(category), language);
  const when = `${inLanguage(periodText(window), language)}${of}`;
  if (!condition)
    return `${when}: ${vietnamese ? "chưa có kỳ gốc để so" : "there is no baseline to compare with"}`;
  const asks = `${vietnamese ? "kế hoạch yêu cầu" : "the plan says"} ${formatCondition(condition, unit, language)}`;
  if (value && (point.closed || status === "met")) {
    const bound = status === "missed" ? missedBound(value.value, condition) : value.value;
    const shown = formatQuantity(value, unit, language, decimalsApart(value.value, bound, unit));
    const gap = status === "missed" ? inLanguage(gapText(value.value, condition, unit), language) : "";
    return `${when}: ${shown}, ${asks}${gap}`;
  }
  if (status === "no-data") return `${when}: ${asks}`;
  const latest = latestText(point, unit, language);
  return `${when}: ${asks}${latest === "" ? "" : `; ${latest}`}`;
}

function latestText({ latest, category, condition }: DuePoint, unit: UnitModel, language: Language): string {
  if (!latest) return language === "vi" ? "chưa có số liệu" : "nothing measured yet";
  const { quantity, period } = latest;
  const value = inLanguage(valueInPeriod(quantity, period, category, unit, condition!.value), language);
  return `${language === "vi" ? "mới nhất" : "latest"} ${value}`;
}

/** Where the path is at the latest value, how much of it is covered, and what is needed; empty where there is no path. */
export function progressText(point: DuePoint, unit: UnitModel, language: Language): string {
  const { expected, covered, latest, condition } = point;
  if (!latest || !condition || expected === null) return "";
  const vietnamese = language === "vi";
  const date = formatDate(latest.period.last, language);
  const level = formatValue(expected, unit, language);
  const parts = [vietnamese ? `Lộ trình ngày ${date}: ${level}` : `Path on ${date}: ${level}`];
  if (covered !== null) {
    const share = formatNumber(multiply(covered, hundred), 1, language);
    parts.push(vietnamese ? `đã đi ${share}% quãng đường` : `${share}% of the way is covered`);
  }
  if (condition.direction !== null && !holds(condition, latest.quantity.value))
    parts.push(inLanguage(yearlyText(point, unit), language));
  return `${parts.join("; ")}.`;
}

/** `Không đạt · 0/1 hoạt động`, `Có nguy cơ · 55% / 60%`. */
export function indicatorDetail(judgement: IndicatorJudgement, { language, asOf }: Reader): string {
  const { unit, targets } = judgement.indicator;
  if (targets.length === 0) return language === "vi" ? "Không có mục tiêu" : "No target";
  const verdict = startUpper(statusLabel(judgement.status, language));
  const point = headlinePoint(judgement, asOf);
  if (point?.status === "no-data") return `${verdict} · ${inLanguage(periodText(point.window), language)}`;
  const value = point && (point.value ?? point.latest?.quantity ?? null);
  if (!point?.condition || !value) return verdict;
  const { condition, status } = point;
  const missed = status === "missed" ? missedBound(value.value, condition) : value.value;
  const decimals = decimalsApart(value.value, missed, unit);
  const bound = formatValue(condition.value, unit, language, decimals);
  return unit.symbol.startsWith("%")
    ? `${verdict} · ${formatValue(value.value, unit, language, decimals)} / ${bound}`
    : `${verdict} · ${formatNumber(value.value, decimals, language)}/${bound}`;
}

/** The same with the gap: `Không đạt · 0/1 hoạt động · thiếu 1 hoạt động`. */
export function indicatorSummary(judgement: IndicatorJudgement, reader: Reader): string {
  const point = headlinePoint(judgement, reader.asOf);
  const gap = point && gapOfPoint(point, judgement.indicator.unit, reader.language);
  return [indicatorDetail(judgement, reader), ...(gap ? [gap] : [])].join(" · ");
}

/** `thiếu 5 điểm phần trăm`: of a value that missed, or of the latest one behind its path; null where there is none. */
export function gapOfPoint(point: DuePoint, unit: UnitModel, language: Language): string | null {
  const { status, condition, value, expected, latest } = point;
  if (!condition) return null;
  if (status === "missed" && value)
    return inLanguage(gapText(value.value, condition, unit), language).replace(/^: /, "");
  const isBehind = status === "off-track" || status === "at-risk";
  if (!isBehind || expected === null || !latest) return null;
  const gap = formatGap(subtract(latest.quantity.value, expected), unit, language);
  return language === "vi" ? `cách lộ trình ${gap}` : `${gap} from the path`;
}

/** `Quá hạn · năm 2024`. */
export function taskDetail({ status, due }: TaskJudgement, { language, asOf }: Reader): string {
  const verdict = startUpper(taskStatusLabel(status, language));
  const around = pointsAround(due, asOf).filter((point) => point.status === status);
  const decisive = around[0];
  return decisive ? `${verdict} · ${inLanguage(periodText(decisive.window), language)}` : verdict;
}
