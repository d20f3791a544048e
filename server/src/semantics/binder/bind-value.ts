import { bilingual, type LocalText } from "../../diagnostics/language.ts";
import type { NumberNode, ValueNode } from "../../syntax/ast.ts";
import { pureNumberFactor } from "../builtin-units.ts";
import { formatValue } from "../display.ts";
import type { Entry } from "../entry.ts";
import type { Bound, Quantity, UnitModel } from "../model.ts";
import {
  compare,
  divide,
  fromDecimal,
  isInteger,
  multiply,
  one,
  type Rational,
  rational,
  toDecimal,
} from "../rational.ts";
import { type BindContext, report } from "./bind-context.ts";

/** Where a value stands and what it is a value of. */
export interface ValuePlace {
  readonly entry: Entry;
  /** The indicator's unit, into which the value is converted. */
  readonly unit: UnitModel;
  /** The indicator, as messages name it. */
  readonly name: string;
  /** No unit is said, or one that is not there, and that is reported: what doesn't fit the one that stands in is not. */
  readonly isAssumed: boolean;
}

/** How a number is meant: a level, or a difference between two levels (then points are as good as percent). */
export type ValueUse = "level" | "difference";

/**
 * A written value in its indicator's unit; undefined where it cannot be one, and then a problem says why and the
 * value does not count. A value relative to the baseline is none here: see `bindBound`.
 */
export function bindValue(
  context: BindContext,
  value: ValueNode,
  at: ValuePlace,
  use: ValueUse = "level",
): Quantity | undefined {
  if (value.kind === "baseline") {
    mismatch(context, value, at, bilingual("A value relative to the baseline", "Giá trị so với kỳ gốc"));
    return undefined;
  }
  const quantity =
    value.kind === "share" ? bindShare(context, value, at) : bindNumber(context, value, at, use);
  return quantity && use === "level" ? possible(context, value, quantity, at) : quantity;
}

/** The bound of a target: a value, or one that the baseline will be worked into. */
export function bindBound(context: BindContext, value: ValueNode, at: ValuePlace): Bound | undefined {
  if (value.kind !== "baseline") {
    const quantity = bindValue(context, value, at);
    return quantity && { kind: "absolute", value: quantity.value };
  }
  if (value.operator === "*") {
    if (value.operand.unit) {
      mismatch(context, value.operand, at, bilingual("A factor with a unit", "Hệ số có đơn vị tính"));
      return undefined;
    }
    if (checkBareThousands(context, value.operand.number)) return undefined;
    const factor = toRational(context, value.operand.number);
    return factor && { kind: "baseline-times", factor };
  }
  const amount = bindValue(context, value.operand, at, "difference")?.value;
  if (!amount) return undefined;
  return { kind: "baseline-plus", amount: value.operator === "-" ? negate(amount) : amount };
}

export function negate(value: Rational): Rational {
  return { numerator: -value.numerator, denominator: value.denominator };
}

export function toRational(context: Pick<BindContext, "memo">, number: NumberNode): Rational | undefined {
  return context.memo.number(number.decimal);
}

function bindShare(
  context: BindContext,
  value: ValueNode & { kind: "share" },
  at: ValuePlace,
): Quantity | undefined {
  const numerator = toRational(context, value.numerator);
  const denominator = toRational(context, value.denominator);
  if (!numerator || !denominator) return undefined;
  if (checkThousandsOfShare(context, value, at)) return undefined;
  const quotient = divide(numerator, denominator);
  if (!quotient) {
    report(context, "share-of-zero", at.entry, value, {});
    return undefined;
  }
  const written = value.unit ? context.unit(at.entry.path, value.unit) : at.unit;
  if (!written) return undefined;
  const factor = written.base === at.unit.base ? pureNumberFactor(at.unit) : undefined;
  if (!factor) {
    mismatch(context, value, at, bilingual("A share such as 9 of 20", "Tỷ lệ như 9 trên 20"));
    return undefined;
  }
  return { value: multiply(quotient, factor), share: { numerator, denominator } };
}

function bindNumber(
  context: BindContext,
  value: ValueNode & { kind: "number" },
  at: ValuePlace,
  use: ValueUse,
): Quantity | undefined {
  const number = toRational(context, value.number);
  if (!number) return undefined;
  const written = value.unit ? context.unit(at.entry.path, value.unit) : at.unit;
  if (!written) return undefined;
  if (checkThousands(context, value.number, written, at)) return undefined;
  const sameScale = written.base === at.unit.base || (use === "difference" && isPoints(written, at.unit));
  if (!sameScale) {
    mismatch(context, value, at, inUnit(number, written));
    return undefined;
  }
  const converted = written.factor === at.unit.factor ? number : convert(number, written, at.unit);
  return { value: converted, share: null };
}

/** A difference in percent may be written in percentage points, and the other way round. */
function isPoints(written: UnitModel, unit: UnitModel): boolean {
  return (
    (written.base === "point" && unit.base === "percent") ||
    (written.base === "percent" && unit.base === "point")
  );
}

/** From one unit to another of the same base. */
export function convert(value: Rational, from: UnitModel, to: UnitModel): Rational {
  const ratio = divide(from.factor, to.factor) ?? one;
  return multiply(value, ratio);
}

/**
 * `1.234` and `1,234` in a whole unit: an error (true: the value does not count). Elsewhere a point is a hint, and a
 * comma is surely a decimal one: that is how the hint's fix writes it.
 */
function checkThousands(context: BindContext, number: NumberNode, unit: UnitModel, at: ValuePlace): boolean {
  if (!mayBeThousands(number, at)) return false;
  return reportThousands(context, number, at.entry, unit.whole);
}

/** The same in a share, which has no unit: `450 of 1.000` is an error, being more than the whole as it is read. */
function checkThousandsOfShare(
  context: BindContext,
  { numerator, denominator }: ValueNode & { kind: "share" },
  at: ValuePlace,
): boolean {
  const unclear = [numerator, denominator].filter((number) => mayBeThousands(number, at));
  if (unclear.length === 0) return false;
  const isMore = (read: (number: NumberNode) => string): boolean => {
    const [part, whole] = [fromDecimal(read(numerator)), fromDecimal(read(denominator))];
    return part !== undefined && whole !== undefined && compare(part, whole) > 0;
  };
  const isWrong = isMore(({ decimal }) => decimal) && !isMore((number) => thousandsOf(number));
  for (const number of unclear) reportThousands(context, number, at.entry, isWrong);
  return isWrong;
}

/** The same in a formula and in what a unit is scaled by: nobody writes `1,000` there for 1. */
export function checkBareThousands(context: BindContext, number: NumberNode): boolean {
  if (number.thousandsMark === null) return false;
  return reportThousands(context, number, context.entry, number.decimal.endsWith(".000"));
}

/** A table's numbers are none of these: they have been read as the whole table writes them. */
function mayBeThousands(number: NumberNode, at: ValuePlace): boolean {
  return number.thousandsMark !== null && !at.entry.table;
}

function thousandsOf({ decimal, thousandsMark }: NumberNode): string {
  return thousandsMark === null ? decimal : decimal.replace(".", "");
}

/** Where it isn't wrong, a comma is nothing to speak of. Answers whether it is. */
function reportThousands(context: BindContext, number: NumberNode, entry: Entry, isWrong: boolean): boolean {
  if (!isWrong && number.thousandsMark === ",") return false;
  const text = entry.text.slice(number.start, number.end);
  const thousands = thousandsOf(number);
  const short = number.decimal.replace(/\.?0+$/, "");
  const decimal = short.replace(".", ",");
  const holes = { text, decimal: bilingual(short, decimal), thousands };
  const data = { thousands, decimal };
  const severity = isWrong ? "error" : "hint";
  report(context, "thousands-or-decimal", entry, number, holes, { severity, data });
  return isWrong;
}

/** A level that the unit allows: whole where it must be, and within its range. */
function possible(
  context: BindContext,
  node: ValueNode,
  quantity: Quantity,
  at: ValuePlace,
): Quantity | undefined {
  const { unit } = at;
  const { range } = unit;
  const inRange =
    !range || (compare(quantity.value, range.min) >= 0 && compare(quantity.value, range.max) <= 0);
  if (inRange && (!unit.whole || isInteger(quantity.value))) return quantity;
  const value = inUnit(quantity.value, unit);
  if (!range || inRange) {
    report(context, "fraction-of-whole", at.entry, node, { value, unit: unitLabel(unit) });
  } else {
    const holes = {
      value,
      unit: unitLabel(unit),
      min: inUnit(range.min, unit),
      max: inUnit(range.max, unit),
    };
    report(context, "out-of-range", at.entry, node, holes);
  }
  return undefined;
}

/** With all its decimals: rounded, a refused value would look like a number that nobody wrote, or like a possible one. */
function inUnit(value: Rational, unit: UnitModel): LocalText {
  const decimal = toDecimal(value);
  const exact = fromDecimal(decimal);
  const isExact = exact !== undefined && compare(exact, value) === 0;
  const decimals = decimal.split(".")[1]?.length ?? 0;
  return (language) => formatValue(value, unit, language, isExact ? decimals : unit.decimals);
}

/** A unit as a message names it: `percent (%)`, `activity`. */
export function unitLabel(unit: UnitModel): LocalText {
  if (unit.id === "") return bilingual("no unit", "không có đơn vị");
  return unit.id === "percent"
    ? "percent (%)"
    : unit.symbol && unit.symbol !== unit.id
      ? `${unit.id} (${unit.symbol})`
      : unit.id;
}

function mismatch(
  context: BindContext,
  span: { readonly start: number; readonly end: number },
  at: ValuePlace,
  found: LocalText,
): void {
  if (at.isAssumed) return;
  report(context, "unit-mismatch", at.entry, span, { found, name: at.name, unit: unitLabel(at.unit) });
}

/** An edge of the forecast (`95%`, `0,95`) as a fraction from 0 to 1; undefined for anything else. */
export function bindEdge(context: BindContext, value: ValueNode): Rational | undefined {
  if (value.kind !== "number") return undefined;
  const number = toRational(context, value.number);
  if (!number) return undefined;
  const inPercent = value.unit?.name.text === "percent" || (!value.unit && compare(number, one) > 0);
  const fraction = inPercent ? rational(number.numerator, number.denominator * 100n) : number;
  return fraction.numerator >= 0n && compare(fraction, one) <= 0 ? fraction : undefined;
}
