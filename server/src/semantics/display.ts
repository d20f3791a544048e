import type { Language } from "../diagnostics/language.ts";
import type { PeriodUnit } from "../syntax/period-literal.ts";
import { englishMonths } from "../text/english-months.ts";
import type { Condition, Status } from "./judgement.ts";
import type { Quantity, UnitModel } from "./model.ts";
import { type Day, type Period, toDate } from "./period.ts";
import { equals, isInteger, magnitude, type Rational, roundToPlaces, zero } from "./rational.ts";

/** How values, periods and verdicts are written for people: one place for messages, hovers and tables. */

/** Decimals shown where neither the unit nor the number itself decides. */
const mostDecimals = 2;
const finestDecimals = 12;
const noBreakSpace = "\u00a0";

/**
 * A number with at most `decimals` decimals (null: as many as it has, up to two), rounded half-even; a decimal comma
 * in Vietnamese. From 10,000 on thousands are grouped by a no-break space, which the language reads back.
 */
export function formatNumber(value: Rational, decimals: number | null, language: Language): string {
  return writeDecimal(roundToPlaces(value, decimals ?? (isInteger(value) ? 0 : mostDecimals)), language);
}

/** A decimal with a point, `-1234.5`, as numbers are written for people: see `formatNumber`. */
export function writeDecimal(digits: string, language: Language): string {
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replace("-", "").length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, noBreakSpace) : whole;
  const written = fraction === undefined ? grouped : `${grouped}${language === "vi" ? "," : "."}${fraction}`;
  return written.replace("-", "−");
}

/** `52,5%`, `3 hoạt động`, or a bare number where the unit has no symbol; `decimals` instead of the unit's own. */
export function formatValue(
  value: Rational,
  unit: UnitModel,
  language: Language,
  decimals = unit.decimals,
): string {
  return withUnit(formatNumber(value, decimals, language), unit, language);
}

/**
 * The decimals with which two different values don't look the same: a value of 59.996% that misses 60% must not be
 * shown as 60%. null, or the unit's own, where those tell them apart.
 */
export function decimalsApart(a: Rational, b: Rational, unit: UnitModel): number | null {
  if (equals(a, b)) return unit.decimals;
  const usual = unit.decimals ?? mostDecimals;
  let decimals = usual;
  while (decimals < finestDecimals && roundToPlaces(a, decimals) === roundToPlaces(b, decimals))
    decimals += 1;
  return decimals === usual ? unit.decimals : decimals;
}

function withUnit(number: string, unit: UnitModel, language: Language): string {
  const symbol = unitSymbol(unit, language, number === "1");
  if (symbol === "") return number;
  return symbol.startsWith("%") ? `${number}${symbol}` : `${number} ${symbol}`;
}

/** How a unit is called behind numbers, or behind one. */
export function unitSymbol({ symbol, englishSymbol }: UnitModel, language: Language, isOne = false): string {
  if (language === "vi" || symbol === "" || !englishSymbol) return symbol;
  return englishSymbol[isOne ? 0 : 1];
}

/** A value, and the two counts of a share behind it: `55% (11/20)`; `decimals` instead of the unit's own. */
export function formatQuantity(
  quantity: Quantity,
  unit: UnitModel,
  language: Language,
  decimals = unit.decimals,
): string {
  const value = formatValue(quantity.value, unit, language, decimals);
  if (quantity.share === null) return value;
  const { numerator, denominator } = quantity.share;
  return `${value} (${formatNumber(numerator, null, language)}/${formatNumber(denominator, null, language)})`;
}

/**
 * How far two values are apart, without a sign: percentages differ by points, `2,5 điểm phần trăm`. A gap that is
 * there is never shown as 0.
 */
export function formatGap(gap: Rational, unit: UnitModel, language: Language): string {
  const size = magnitude(gap);
  const decimals = decimalsApart(size, zero, unit);
  if (unit.symbol !== "%") return formatValue(size, unit, language, decimals);
  const number = formatNumber(size, decimals, language);
  if (language === "vi") return `${number} điểm phần trăm`;
  return `${number} percentage ${number === "1" ? "point" : "points"}`;
}

/** `31/3/2025`, in English `31 March 2025`. */
export function formatDate(day: Day, language: Language): string {
  const date = toDate(day);
  if (language === "vi") return `${date.day}/${date.month}/${date.year}`;
  return `${date.day} ${englishMonths[date.month - 1]} ${date.year}`;
}

/** `2025`, `tháng 3/2025`, `quý 3/2025`, `6 tháng đầu năm 2025`, `31/3/2025`; a range keeps its own `2021..2025`. */
export function formatPeriod(period: Period, language: Language): string {
  if (period.text.includes("..")) return period.text.replace("..", "–");
  return formatUnit(period.unit, period.text, period.last, language);
}

function formatUnit(unit: PeriodUnit, text: string, last: Day, language: Language): string {
  const year = text.slice(0, 4);
  const index = Number(/-[HQ]?(\d+)/.exec(text)?.[1] ?? 0);
  const vietnamese = language === "vi";
  switch (unit) {
    case "year":
      return text;
    case "half":
      if (vietnamese) return `6 tháng ${index === 1 ? "đầu" : "cuối"} năm ${year}`;
      return `${index === 1 ? "first" : "second"} half of ${year}`;
    case "quarter":
      return vietnamese ? `quý ${index}/${year}` : `Q${index} ${year}`;
    case "month":
      return vietnamese ? `tháng ${index}/${year}` : `${englishMonths[index - 1]} ${year}`;
    case "day":
      return formatDate(last, language);
  }
}

/** A period inside a sentence: `năm 2025`, `ngày 31/3/2025`, `giai đoạn 2021–2025`; `in 2025`, `on 31 March 2025`. */
export function formatPeriodPhrase(period: Period, language: Language): string {
  const text = formatPeriod(period, language);
  const range = period.text.includes("..");
  if (language === "vi") {
    if (range) return `giai đoạn ${text}`;
    return period.unit === "year" ? `năm ${text}` : period.unit === "day" ? `ngày ${text}` : text;
  }
  if (range) return `over ${text}`;
  return period.unit === "day" ? `on ${text}` : `in ${period.unit === "half" ? "the " : ""}${text}`;
}

const statusLabels: Readonly<Record<Status, Readonly<Record<Language, string>>>> = {
  met: { en: "met", vi: "đạt" },
  missed: { en: "missed", vi: "không đạt" },
  "no-data": { en: "no data", vi: "chưa có số liệu" },
  "on-track": { en: "on track", vi: "đúng tiến độ" },
  "at-risk": { en: "at risk", vi: "có nguy cơ" },
  "off-track": { en: "off track", vi: "chậm tiến độ" },
  pending: { en: "not due yet", vi: "chưa đến hạn" },
};

/** The verdict on an indicator or one of its due points. */
export function statusLabel(status: Status, language: Language): string {
  return statusLabels[status][language];
}

/** The verdict on a task, which is done or overdue rather than met or missed. */
export function taskStatusLabel(status: "met" | "missed" | "pending", language: Language): string {
  const vietnamese = language === "vi";
  if (status === "met") return vietnamese ? "hoàn thành" : "done";
  if (status === "missed") return vietnamese ? "quá hạn" : "overdue";
  return statusLabel("pending", language);
}

/** What a due point asks, in words: `ít nhất 60%`, `at least 60%`; `reach` keeps the plan's own word. */
export function formatCondition(condition: Condition, unit: UnitModel, language: Language): string {
  const words = conditionWords[condition.comparator][language];
  const value = formatValue(condition.value, unit, language);
  const second = condition.upper ?? condition.tolerance;
  const filled = words.replace("{value}", value);
  return second === null
    ? filled
    : filled.replace("{second}", formatSecond(condition, second, unit, language));
}

function formatSecond(condition: Condition, second: Rational, unit: UnitModel, language: Language): string {
  return condition.tolerance === null
    ? formatValue(second, unit, language)
    : formatGap(second, unit, language);
}

const conditionWords: Readonly<Record<Condition["comparator"], Readonly<Record<Language, string>>>> = {
  reach: { en: "reach {value}", vi: "đạt {value}" },
  ">=": { en: "at least {value}", vi: "ít nhất {value}" },
  "<=": { en: "at most {value}", vi: "không quá {value}" },
  ">": { en: "above {value}", vi: "trên {value}" },
  "<": { en: "below {value}", vi: "dưới {value}" },
  "=": { en: "exactly {value}", vi: "đúng {value}" },
  between: { en: "from {value} to {second}", vi: "từ {value} đến {second}" },
  about: { en: "about {value} within {second}", vi: "khoảng {value}, sai số {second}" },
};

/** Texts one after another with a word before the last: `2022, 2023 và 2024`. */
export function formatList(texts: readonly string[], language: Language): string {
  if (texts.length < 2) return texts.join("");
  return `${texts.slice(0, -1).join(", ")} ${language === "vi" ? "và" : "and"} ${texts.at(-1)}`;
}

/** Windows in order of time; three or more that follow each other are written as a span: `2022, 2024–2030`. */
export function formatPeriods(windows: readonly Period[], language: Language): string {
  const texts: string[] = [];
  for (let start = 0; start < windows.length; ) {
    let end = start;
    while (windows[end + 1]?.first === windows[end]!.last + 1) end += 1;
    if (end - start < 2) end = start;
    const first = formatPeriod(windows[start]!, language);
    texts.push(end === start ? first : spanText(windows[start]!, windows[end]!, language));
    start = end + 1;
  }
  return formatList(texts, language);
}

function spanText(first: Period, last: Period, language: Language): string {
  const dash = first.unit === "year" ? "–" : " – ";
  return `${formatPeriod(first, language)}${dash}${formatPeriod(last, language)}`;
}
