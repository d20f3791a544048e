import { bilingual, type LocalText } from "../../diagnostics/language.ts";
import { builtinUnits, pureNumberFactor } from "../../semantics/builtin-units.ts";
import type { UnitModel } from "../../semantics/model.ts";
import {
  compare,
  divide,
  fromDecimal,
  isInteger,
  multiply,
  type Rational,
  toDecimal,
} from "../../semantics/rational.ts";
import { findSymbol } from "../../semantics/scope.ts";
import type { UnitStatement, ValueNode } from "../../syntax/ast.ts";
import { writtenName } from "../../syntax/qualified-name.ts";
import { spansIn } from "../tree-spans.ts";
import { type Fix, type FixMaker, type FixPlace, fixHere, refusedFix, replace } from "./fix.ts";
import { noScale, onlyBetween, onlyWhole } from "./refusals.ts";

/** A value with a number of its own; one relative to the baseline has none. */
type PlainValue = ValueNode & { readonly kind: "number" | "share" };

/**
 * For a value in a unit that its indicator has not: the same amount in the indicator's unit, where the two are pure
 * numbers (percent, ratio) or a difference of percentages; the bare number, where the unit is only a word too many; and
 * the value's unit for the indicator, where all its values are in that one.
 */
export const convertUnit: FixMaker = (place) => {
  const { context, path } = place;
  const value = plainValues(place.statement).find(
    ({ start, end }) => start === place.span.start && end === place.span.end,
  );
  const wanted = indicatorUnit(place);
  if (!value || !wanted) return [];
  if (value.kind === "share") return otherUnit(place, "percent", builtinUnits.get("percent")!);
  const unit = value.unit && context.binder.unitNamed(path, value.unit);
  const amount = fromDecimal(value.number.decimal);
  if (!unit || !amount) return [];
  const converted = inUnit(amount, unit, wanted);
  return [
    ...(converted === undefined
      ? unconverted(place, value, amount, unit, wanted)
      : [write(place, value, converted, wanted, true)]),
    ...otherUnit(place, writtenName(value.unit), unit),
  ];
};

/** Where the units have nothing in common: the number alone, if it can be one of the indicator's unit. */
function unconverted(
  place: FixPlace,
  value: PlainValue,
  amount: Rational,
  unit: UnitModel,
  wanted: UnitModel,
): readonly Fix[] {
  const conversion = bilingual(`Convert to ${wanted.id}`, `Đổi sang ${wanted.id}`);
  return [
    ...(wanted.id === "" ? [] : [refusedFix(conversion, noScale(unit, wanted), true)]),
    ...(whyImpossible(amount, wanted) === undefined ? [write(place, value, amount, wanted, false)] : []),
  ];
}

function plainValues(node: unknown): readonly PlainValue[] {
  return spansIn(node).flatMap((one) =>
    "kind" in one && "unit" in one && (one.kind === "number" || one.kind === "share")
      ? [one as unknown as PlainValue]
      : [],
  );
}

/** The unit that is needed here where one of that name would not do; undefined where it would, as where none is asked for. */
export function unitInstead(place: FixPlace, name: string): UnitModel | undefined {
  if (place.statement?.kind === "unit" || place.statement?.kind === "scale") return undefined;
  const [qualifier, own] = name.includes(".") ? name.split(".") : [null, name];
  const named = (text: string) => ({ start: 0, end: 0, text });
  const unit = place.context.binder.unitNamed(place.path, {
    start: 0,
    end: 0,
    qualifier: qualifier ? named(qualifier) : null,
    name: named(own ?? ""),
  });
  const wanted = indicatorUnit(place);
  return !unit || wanted?.id === "" || unit.base === wanted?.base ? undefined : wanted;
}

/** The unit of the indicator that the value is one of; of a report's line the one that it names. */
function indicatorUnit({ context, entry, statement }: FixPlace): UnitModel | undefined {
  const named = statement?.kind === "entry" ? statement.indicator : null;
  const owner = named ? findSymbol(context.program, entry.path, named, "indicator")?.entry : entry;
  return owner && context.binder.indicator(owner)?.unit;
}

/** The same amount in another unit; undefined where the two have nothing in common. */
function inUnit(amount: Rational, from: UnitModel, to: UnitModel): Rational | undefined {
  const [factor, wanted] = [pureNumberFactor(from), pureNumberFactor(to)];
  if (factor && wanted && from.id !== "" && to.id !== "") {
    const pure = divide(amount, factor);
    return pure && multiply(pure, wanted);
  }
  const isPoints = from.base === "point" && to.base === "percent";
  return isPoints ? divide(multiply(amount, from.factor), to.factor) : undefined;
}

/** Why an amount of this unit can't be: it must be whole, or within a range. */
export function whyImpossible(amount: Rational, unit: UnitModel): LocalText | undefined {
  const { whole, range } = unit;
  if (whole && !isInteger(amount)) return onlyWhole(unit);
  const isWithin = !range || (compare(amount, range.min) >= 0 && compare(amount, range.max) <= 0);
  return isWithin ? undefined : onlyBetween(unit, range);
}

function write(
  place: FixPlace,
  value: PlainValue,
  amount: Rational,
  unit: UnitModel,
  isPreferred: boolean,
): Fix {
  const { entry, fileLanguage } = place;
  const decimal = toDecimal(amount);
  // Three digits behind a point might be thousands.
  const usesComma = entry.text.slice(value.start, value.end).includes(",") || fileLanguage === "vi";
  const number = usesComma || /\.\d{3}$/.test(decimal) ? decimal.replace(".", ",") : decimal;
  const text = unit.id === "percent" ? `${number}%` : number;
  const title = isPreferred
    ? bilingual(`Convert to ${text}`, `Đổi thành ${text}`)
    : bilingual(`Write ${text}, in ${unit.id}`, `Ghi ${text}, tính bằng ${unit.id}`);
  const refusal = whyImpossible(amount, unit);
  return refusal === undefined
    ? fixHere(place, title, [replace(place, value, text)], isPreferred)
    : refusedFix(title, refusal, isPreferred);
}

/** Another unit for the indicator, where all its values are in that one and nothing else depends on it. */
function otherUnit(place: FixPlace, name: string, unit: UnitModel): readonly Fix[] {
  const { context, declaration, entry, path } = place;
  if (declaration?.kind !== "indicator") return [];
  const statement = declaration.statements.find((one): one is UnitStatement => one.kind === "unit");
  const isElsewhere = [...context.program.mentions(declaration.name.text)].some((other) => other !== entry);
  if (!statement || isElsewhere || declaration.statements.some(({ kind }) => kind === "formula")) return [];
  const fits = plainValues(declaration.statements).every((value) => {
    if (value.kind === "share") return unit.id === "percent" && value.unit === null;
    const amount = fromDecimal(value.number.decimal);
    const own = value.unit && context.binder.unitNamed(path, value.unit);
    return amount !== undefined && own?.id === unit.id && whyImpossible(amount, unit) === undefined;
  });
  if (!fits) return [];
  const title = bilingual(`Measure it in ${name}`, `Tính chỉ tiêu bằng ${name}`);
  return [fixHere(place, title, [replace(place, statement.unit, name)])];
}
