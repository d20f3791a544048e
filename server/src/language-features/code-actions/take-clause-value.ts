import { bilingual, type Language } from "../../diagnostics/language.ts";
import type { IndicatorModel, UnitModel } from "../../semantics/model.ts";
import { toPeriod } from "../../semantics/period.ts";
import {
  add,
  compare,
  divide,
  fromDecimal,
  fromInteger,
  hundred,
  isInteger,
  multiply,
  one,
  type Rational,
  subtract,
  toDecimal,
  zero,
} from "../../semantics/rational.ts";
import type { ComparatorNode, TargetStatement, ValueNode } from "../../syntax/ast.ts";
import { keywordText } from "../../syntax/keywords.ts";
import { lex } from "../../syntax/lexer.ts";
import { parsePeriodLiteral } from "../../syntax/literals.ts";
import type { FileEdit } from "../feature-types.ts";
import { type FixMaker, type FixPlace, fixHere, replace } from "./fix.ts";

/** What the clause says, as the problem carries it: numbers in the indicator's unit, dates as in `2025..2030`. */
interface Promised {
  readonly aspects: ReadonlySet<string>;
  readonly comparator: ComparatorNode["kind"];
  readonly value: Rational;
  readonly upper: Rational | null;
  readonly period: string | null;
  readonly every: "year" | "half" | "quarter" | "month" | null;
  readonly change: string | null;
}

/** Writes into a target what its clause says, and leaves as it is what agrees with the clause already. */
export const takeClauseValue: FixMaker = (place) => {
  const { statement, context, entry } = place;
  const promised = readPromised(place.problem.data);
  const judgement = context.judgementOf(entry);
  if (statement?.kind !== "target" || !promised || !judgement || !("indicator" in judgement)) return [];
  const { indicator } = judgement;
  if (!fits(promised, indicator)) return [];
  const parts = [
    whenEdit(place, statement, promised, indicator),
    saidEdit(place, statement, promised, indicator),
  ];
  if (parts.includes("impossible")) return [];
  const changes = parts.filter((part): part is Change => part !== undefined && part !== "impossible");
  if (changes.length === 0) return [];
  const words = changes.map(({ text }) => text).join(" ");
  const title = bilingual(`Take what the clause says: ${words}`, `Lấy theo điều khoản: ${words}`);
  return [
    fixHere(
      place,
      title,
      changes.map(({ edit }) => edit),
      true,
    ),
  ];
};

/** An edit and what it writes; "impossible" where the clause's words can't be written here. */
interface Change {
  readonly edit: FileEdit;
  readonly text: string;
}
type MaybeChange = Change | undefined | "impossible";

function readPromised(data: Readonly<Record<string, string>> | undefined): Promised | undefined {
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
function fits(
  { value, period, aspects }: Promised,
  { unit, plan, calendar, baselines }: IndicatorModel,
): boolean {
  if (aspects.has("number")) {
    if (unit.whole && !isInteger(value)) return false;
    if (unit.range && (compare(value, unit.range.min) < 0 || compare(value, unit.range.max) > 0))
      return false;
  }
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

function whenEdit(
  place: FixPlace,
  { when, whenSpan }: TargetStatement,
  { aspects, period, every }: Promised,
  { plan }: IndicatorModel,
): MaybeChange {
  if (!aspects.has("date") && !aspects.has("cadence")) return undefined;
  if (when.kind === "total") return "impossible";
  const isOpen = every === null ? period?.endsWith("..") : period === null || period.endsWith("..");
  if (isOpen && !plan?.period) return "impossible";
  const { fileLanguage } = place;
  const each = fileLanguage === "vi" ? "mỗi" : "every";
  const cadence = every && `${each} ${keywordText(every, fileLanguage)}`;
  const range = period === null ? "" : `${keywordText("in", fileLanguage)} ${period}`;
  const text = cadence === null ? (period ?? "") : period?.includes("..") ? `${cadence} ${range}` : cadence;
  return text === "" ? "impossible" : { edit: replace(place, whenSpan, text), text };
}

/** The comparator and its values; only the number where the rest may stay. */
function saidEdit(
  place: FixPlace,
  statement: TargetStatement,
  promised: Promised,
  indicator: IndicatorModel,
): MaybeChange {
  const { aspects } = promised;
  if (!aspects.has("number") && !aspects.has("comparator")) return undefined;
  const { comparator } = statement;
  const { value } = comparator;
  if (value.kind === "baseline" && promised.change !== null) return baselineEdit(place, value, promised);
  const number = written(place, promised.value, value, indicator);
  if (number === undefined) return "impossible";
  const isPlain = comparator.kind !== "between" && comparator.kind !== "about";
  const staysPlain = promised.upper === null && promised.comparator !== "about";
  if (isPlain && staysPlain && !aspects.has("comparator"))
    return { edit: replace(place, value, number), text: number };
  const said = saidText(place, promised, comparator, value, indicator, number);
  const start = comparatorStart(place, statement);
  if (said === undefined || start === undefined) return "impossible";
  return { edit: replace(place, { start, end: comparatorEnd(comparator) }, said), text: said };
}

function saidText(
  place: FixPlace,
  promised: Promised,
  was: ComparatorNode,
  value: ValueNode,
  indicator: IndicatorModel,
  number: string,
): string | undefined {
  const language = place.fileLanguage;
  const { upper, comparator } = promised;
  const and = keywordText("and", language);
  if (comparator === "between") {
    const high = upper && written(place, upper, value, indicator);
    return high ? `${keywordText("between", language)} ${number} ${and} ${high}` : undefined;
  }
  if (comparator === "about") {
    // Without a tolerance a fiftieth is taken, and a hint asks for it.
    const size = compare(promised.value, zero) < 0 ? subtract(zero, promised.value) : promised.value;
    const tolerance = written(place, divide(size, fromInteger(50)) ?? zero, value, indicator);
    if (tolerance === undefined) return undefined;
    return `${keywordText("about", language)} ${number} ${keywordText("within", language)} ${tolerance}`;
  }
  return `${plainComparators[chosen(comparator, was.kind, promised, indicator)][language]} ${number}`;
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

function baselineEdit(
  place: FixPlace,
  { operator, operand }: ValueNode & { kind: "baseline" },
  { value, change }: Promised,
): MaybeChange {
  const now = fromDecimal(operand.number.decimal);
  if (!now) return "impossible";
  const share = divide(value, hundred) ?? zero;
  const changed = compare(now, one) < 0 ? subtract(one, share) : add(one, share);
  const factor = change === "multiple" ? value : changed;
  const text = decimalText(place, operator === "*" ? factor : value);
  return text === undefined ? "impossible" : { edit: replace(place, operand.number, text), text };
}

/** A number of the indicator's unit as it would stand in place of a value, with the unit written there. */
function written(
  place: FixPlace,
  amount: Rational,
  value: ValueNode,
  { unit }: IndicatorModel,
): string | undefined {
  if (value.kind !== "number" || !value.unit) {
    const text = decimalText(place, amount);
    return text !== undefined && value.kind === "share" && unit.id === "percent" ? `${text}%` : text;
  }
  const own: UnitModel | undefined = place.context.binder.unitNamed(place.path, value.unit);
  const factor = own && divide(unit.factor, own.factor);
  const text = factor && decimalText(place, multiply(amount, factor));
  return text && text + place.entry.text.slice(value.number.end, value.end);
}

/** As a decimal in the way of the file; undefined where none is exact. */
function decimalText({ entry, fileLanguage }: FixPlace, value: Rational): string | undefined {
  const decimal = toDecimal(value);
  const back = fromDecimal(decimal);
  if (!back || compare(back, value) !== 0 || back.numerator < 0n) return undefined;
  // Three digits behind a point might be thousands.
  const usesComma = fileLanguage === "vi" || /\d,\d/u.test(entry.text) || /\.\d{3}$/u.test(decimal);
  return usesComma ? decimal.replace(".", ",") : decimal;
}

function comparatorStart(
  { entry }: FixPlace,
  { categories, whenSpan, end }: TargetStatement,
): number | undefined {
  const from = (categories.at(-1) ?? whenSpan).end;
  return lex(entry.text).tokens.find(({ startOffset }) => startOffset >= from && startOffset < end)
    ?.startOffset;
}

function comparatorEnd(comparator: ComparatorNode): number {
  if (comparator.kind === "between") return comparator.upper.end;
  if (comparator.kind === "about") return (comparator.tolerance ?? comparator.value).end;
  return comparator.value.end;
}
