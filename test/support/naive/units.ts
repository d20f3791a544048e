/** Units and values of a model, as exact numbers in the indicator's unit. */
import { type Fraction, fraction, fromDecimal, over, times } from "./fraction.ts";
import type { Aggregate, IndicatorModel, PlanModel, ShareModel, ValueModel } from "./plan-model.ts";

/**
 * "Always there without declaring: `percent` (`%`, latest), `point`, `ratio`, `count` (whole, sum),
 * `person` (whole, latest), `vnd` (whole, sum)."
 */
const builtInAggregates: Readonly<Record<string, Aggregate>> = {
  percent: "latest",
  point: "latest",
  ratio: "latest",
  count: "sum",
  person: "latest",
  vnd: "sum",
};

/** A unit as a multiple of the one at the end of its scales. */
export function rootUnit(model: PlanModel, id: string): { readonly root: string; readonly factor: Fraction } {
  const scale = model.units.find((unit) => unit.id === id)?.scale ?? null;
  if (scale === null) return { root: id, factor: fraction(1n, 1n) };
  const above = rootUnit(model, scale.unit);
  return { root: above.root, factor: times(fromDecimal(scale.factor), above.factor) };
}

/** "A share … is a pure number: 55 in `percent`, 0.55 in `ratio` and in what is scaled from them". */
export function fromPure(model: PlanModel, pure: Fraction, unit: string): Fraction {
  const { root, factor } = rootUnit(model, unit);
  if (root === "percent") return over(times(pure, fraction(100n, 1n)), factor);
  if (root === "ratio") return over(pure, factor);
  throw new Error(`a pure number in ${unit}`);
}

export function shareFraction(share: ShareModel): Fraction {
  return over(fromDecimal(share.numerator), fromDecimal(share.denominator));
}

/** A value in the unit given. "`scale` … a multiple of another unit, converted wherever the two meet" */
export function valueIn(model: PlanModel, value: ValueModel, unit: string): Fraction {
  if (value.kind === "share") return fromPure(model, shareFraction(value), unit);
  return numberIn(model, value.number, value.unit, unit);
}

/** A number written in `from` (null: in `unit` itself), in `unit`. Percentage points are per cent. */
export function numberIn(model: PlanModel, number: string, from: string | null, unit: string): Fraction {
  const amount = fromDecimal(number);
  if (from === null || from === unit || (from === "point" && unit === "percent")) return amount;
  const source = rootUnit(model, from);
  const goal = rootUnit(model, unit);
  if (source.root !== goal.root) throw new Error(`${from} in ${unit}`);
  return over(times(amount, source.factor), goal.factor);
}

/** "the aggregate of the indicator or, failing that, of its unit"; "Without `aggregate` a unit is `latest`." */
export function aggregateOf(model: PlanModel, indicator: IndicatorModel): Aggregate {
  return (
    indicator.aggregate ??
    builtInAggregates[indicator.unit] ??
    model.units.find((unit) => unit.id === indicator.unit)?.aggregate ??
    "latest"
  );
}
