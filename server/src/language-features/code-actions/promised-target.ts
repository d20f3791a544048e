import type { Language, LocalText } from "../../diagnostics/language.ts";
import type { IndicatorModel } from "../../semantics/model.ts";
import { toPeriod } from "../../semantics/period.ts";
import {
  compare,
  divide,
  fromDecimal,
  fromInteger,
  hundred,
  type Rational,
  subtract,
  toDecimal,
  zero,
} from "../../semantics/rational.ts";
import type { ComparatorNode } from "../../syntax/ast.ts";
import { keywordText } from "../../syntax/keywords.ts";
import { parsePeriodLiteral } from "../../syntax/literals.ts";
import { whyImpossible } from "./convert-unit.ts";
import type { FixPlace } from "./fix.ts";
import { beforeBaseline, needsPlanPeriod, noDate, outsidePlan } from "./refusals.ts";

/** What the clause says, as the problem carries it: numbers in the indicator's unit, dates as in `2025..2030`. */
export interface Promised {
  readonly aspects: ReadonlySet<string>;
  readonly comparator: ComparatorNode["kind"];
  readonly value: Rational;
  readonly upper: Rational | null;
  readonly period: string | null;
  readonly every: "year" | "half" | "quarter" | "month" | null;
  readonly change: string | null;
}

/** Reads what a problem carries; undefined where it has no number. */
export function readPromised(data: Readonly<Record<string, string>> | undefined): Promised | undefined {
  const value = data?.value === undefined ? undefined : fromDecimal(data.value);
  if (!data || !value) return undefined;
  return {
    aspects: new Set(data.aspects?.split(" ")),
    comparator: (data.comparator ?? "reach") as Promised["comparator"],
    value,
    upper: data.upper === undefined ? null : (fromDecimal(data.upper) ?? null),
    period: data.period ?? null,
    every: (data.every ?? null) as Promised["every"],
    change: data.change ?? null,
  };
}

/** Why it would be another problem here: a number that the unit can't have, or a date outside the plan. */
export function misfit(
  { value, period, aspects }: Promised,
  { unit, plan, calendar, baselines }: IndicatorModel,
): LocalText | undefined {
  const impossible = aspects.has("number") ? whyImpossible(value, unit) : undefined;
  if (impossible !== undefined || !aspects.has("date") || period === null) return impossible;
  const periods = period.split("..").flatMap((text) => {
    const literal = parsePeriodLiteral(text);
    return literal ? [toPeriod(literal, calendar)] : [];
  });
  const own = plan?.period;
  const outside = own && periods.find(({ first, last }) => first < own.first || last > own.last);
  if (outside) return outsidePlan(outside, own);
  for (const one of periods) {
    const baseline = baselines.find((other) => other.period.last >= one.last);
    if (baseline) return beforeBaseline(one, baseline.period);
  }
  return undefined;
}

/** When a target that says the same is due: `2025..2030`, `every quarter in 2025..`; undefined where that can't be written. */
export function whenText(
  { fileLanguage }: FixPlace,
  { period, every }: Promised,
  { plan }: IndicatorModel,
): string | undefined {
  const isOpen = every === null ? period?.endsWith("..") : period === null || period.endsWith("..");
  if (isOpen && !plan?.period) return undefined;
  if (every === null) return period ?? undefined;
  const cadence = `${fileLanguage === "vi" ? "mỗi" : "every"} ${keywordText(every, fileLanguage)}`;
  return period?.includes("..") ? `${cadence} ${keywordText("in", fileLanguage)} ${period}` : cadence;
}

/** Why there is no such text. */
export function whyNever({ period, every }: Promised): LocalText {
  return period === null && every === null ? noDate : needsPlanPeriod;
}

/**
 * A comparator with its values as it would stand in a target.
 *
 * @param was the comparator that stands there now
 * @param write writes a number of the indicator's unit; undefined where it can't be written exactly
 */
export function comparisonText(
  place: FixPlace,
  promised: Promised,
  was: ComparatorNode["kind"],
  indicator: IndicatorModel,
  write: (amount: Rational) => string | undefined,
): string | undefined {
  const language = place.fileLanguage;
  const { upper, comparator, value } = promised;
  const number = write(value);
  if (number === undefined) return undefined;
  if (comparator === "between") {
    const high = upper && write(upper);
    const words = [keywordText("between", language), number, keywordText("and", language), high];
    return high ? words.join(" ") : undefined;
  }
  if (comparator === "about") {
    // Without a tolerance a fiftieth is taken, and a hint asks for it.
    const size = compare(value, zero) < 0 ? subtract(zero, value) : value;
    const tolerance = write(divide(size, fromInteger(50)) ?? zero);
    if (tolerance === undefined) return undefined;
    return `${keywordText("about", language)} ${number} ${keywordText("within", language)} ${tolerance}`;
  }
  return `${plainComparators[chosen(comparator, was, promised, indicator)][language]} ${number}`;
}

type Plain = Exclude<ComparatorNode["kind"], "between" | "about">;

const plainComparators: Readonly<Record<Plain, Readonly<Record<Language, string>>>> = {
  reach: { en: "reach", vi: "đạt" },
  ">=": { en: ">=", vi: "ít nhất" },
  "<=": { en: "<=", vi: "không quá" },
  ">": { en: ">", vi: "trên" },
  "<": { en: "<", vi: "dưới" },
  "=": { en: "=", vi: "=" },
};

/** `reach` asks for a baseline; where there is none, the plain comparator that was meant. */
function chosen(
  said: Plain,
  was: ComparatorNode["kind"],
  { value }: Promised,
  indicator: IndicatorModel,
): Plain {
  if (said !== "reach" || indicator.baselines.length > 0) return said;
  const isHundred = compare(value, hundred) === 0 && indicator.unit.base === "percent";
  if (isHundred) return "reach";
  return was === "<" || was === "<=" ? "<=" : ">=";
}

/** As a decimal in the way of the file; undefined where none is exact. */
export function decimalText({ entry, fileLanguage }: FixPlace, value: Rational): string | undefined {
  const decimal = toDecimal(value);
  const back = fromDecimal(decimal);
  if (!back || compare(back, value) !== 0 || back.numerator < 0n) return undefined;
  // Three digits behind a point might be thousands.
  const usesComma = fileLanguage === "vi" || /\d,\d/u.test(entry.text) || /\.\d{3}$/u.test(decimal);
  return usesComma ? decimal.replace(".", ",") : decimal;
}
