import { bilingual, type LocalText } from "../diagnostics/language.ts";
import type { UnitModel } from "./model.ts";
import { hundred, one, type Rational, rational } from "./rational.ts";

function builtin(id: string, name: string, details: Partial<UnitModel> = {}): UnitModel {
  return {
    id,
    name,
    symbol: name,
    whole: false,
    range: null,
    base: id,
    factor: one,
    decimals: null,
    aggregate: null,
    ...details,
  };
}

/** The units that are there without being declared. */
export const builtinUnits: ReadonlyMap<string, UnitModel> = new Map(
  [
    builtin("percent", "%", { aggregate: "latest" }),
    builtin("point", "điểm", { englishSymbol: ["point", "points"] }),
    builtin("ratio", "lần", { englishSymbol: ["times", "times"] }),
    builtin("count", "", { whole: true, aggregate: "sum" }),
    builtin("person", "người", { whole: true, aggregate: "latest", englishSymbol: ["person", "people"] }),
    builtin("vnd", "đồng", { whole: true, aggregate: "sum", englishSymbol: ["VND", "VND"] }),
  ].map((unit) => [unit.id, unit]),
);

/** The built-in units by what is printed for them: `3 người`, `1,7 lần`. */
export const printedUnits: ReadonlyMap<string, UnitModel> = new Map(
  ["point", "ratio", "person", "vnd"].map((id) => {
    const unit = builtinUnits.get(id)!;
    return [unit.name, unit];
  }),
);

/** What each built-in unit means, for hovers and completion. */
export const builtinUnitHelp: Readonly<Record<string, LocalText>> = {
  percent: bilingual(
    "percent; of several values in a period the latest counts",
    "phần trăm; trong một kỳ lấy giá trị mới nhất",
  ),
  point: bilingual("percentage points", "điểm phần trăm"),
  ratio: bilingual("a ratio, such as 1.7 times", "số lần, chẳng hạn 1,7 lần"),
  count: bilingual(
    "a whole number; the values of a period are summed",
    "số đếm nguyên; cộng các giá trị trong kỳ",
  ),
  person: bilingual(
    "people, a whole number; the latest value of a period counts",
    "người, số nguyên; lấy giá trị mới nhất trong kỳ",
  ),
  vnd: bilingual("Vietnamese dong; the values of a period are summed", "đồng; cộng các giá trị trong kỳ"),
};

/** Stands in where an indicator has no unit at all: a bare number. */
export const noUnit: UnitModel = builtin("", "");

/**
 * What a pure number (a share, a quotient in a formula) is multiplied by to be a value of this unit: 100 in percent,
 * 1 in ratio, the same over the scale in what is scaled from them; undefined for every other unit.
 */
export function pureNumberFactor(unit: UnitModel): Rational | undefined {
  if (unit.base === "percent") return rational(100n * unit.factor.denominator, unit.factor.numerator);
  if (unit.base === "ratio") return rational(unit.factor.denominator, unit.factor.numerator);
  return unit.id === "" ? hundred : undefined;
}
