import type { Language } from "../../diagnostics/language.ts";
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
import { isPossible } from "./convert-unit.ts";
import type { FixPlace } from "./fix.ts";

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

/** A number that the unit can't have, or a date outside the plan, would be another problem. */
export function fits(
  { value, period, aspects }: Promised,
  { unit, plan, calendar, baselines }: IndicatorModel,
): boolean {
  if (aspects.has("number") && !isPossible(value, unit)) return false;
  if (!aspects.has("date") || period === null) return true;
  const days = period.split("..").flatMap((text) => {
    const literal = parsePeriodLiteral(text);
    return literal ? [toPeriod(literal, calendar)] : [];
  });
  return days.every(
    ({ first, last }) =>
      (!plan?.period || (first >= plan.period.first && last <= plan.period.last)) &&
      baselines.every((baseline) => baseline.period.last < last),
  );
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
