/** Formulas: `+ - * /`, parentheses and numbers over other indicators' values. */
import { type Fraction, fromDecimal, minus, over, plus, times } from "./fraction.ts";
import type { FormulaModel, IndicatorModel, PlanModel } from "./plan-model.ts";
import { fromPure, rootUnit } from "./units.ts";

/** The indicators that a formula names, each once. */
export function operandsOf(model: PlanModel, formula: FormulaModel): IndicatorModel[] {
  if (formula.kind === "number") return [];
  if (formula.kind === "name") return [model.indicators.find((other) => other.id === formula.id)!];
  const both = [...operandsOf(model, formula.left), ...operandsOf(model, formula.right)];
  return both.filter((operand, index) => both.indexOf(operand) === index);
}

/** An amount in a root unit, or a plain number, or the quotient of two amounts ("a pure number"). */
interface Amount {
  readonly value: Fraction;
  readonly kind: "amount" | "number" | "pure";
}

/** The formula's value in its indicator's unit; null where an operand has none or a divisor is zero. */
export function evaluateFormula(
  model: PlanModel,
  indicator: IndicatorModel,
  operandValue: (operand: IndicatorModel) => Fraction | null,
): Fraction | null {
  const result = amountOf(model, indicator.formula!, operandValue);
  if (result === null) return null;
  if (result.kind === "pure") return fromPure(model, result.value, indicator.unit);
  return over(result.value, rootUnit(model, indicator.unit).factor);
}

function amountOf(
  model: PlanModel,
  formula: FormulaModel,
  operandValue: (operand: IndicatorModel) => Fraction | null,
): Amount | null {
  if (formula.kind === "number") return { value: fromDecimal(formula.number), kind: "number" };
  if (formula.kind === "name") {
    const operand = operandsOf(model, formula)[0]!;
    const value = operandValue(operand);
    if (value === null) return null;
    return { value: times(value, rootUnit(model, operand.unit).factor), kind: "amount" };
  }
  const left = amountOf(model, formula.left, operandValue);
  const right = amountOf(model, formula.right, operandValue);
  if (left === null || right === null) return null;
  switch (formula.operator) {
    case "+":
      return { value: plus(left.value, right.value), kind: left.kind };
    case "-":
      return { value: minus(left.value, right.value), kind: left.kind };
    case "*":
      return {
        value: times(left.value, right.value),
        kind: left.kind === "number" ? right.kind : left.kind,
      };
    case "/":
      if (right.value.n === 0n) return null;
      return {
        value: over(left.value, right.value),
        kind: left.kind === "amount" && right.kind === "amount" ? "pure" : left.kind,
      };
  }
}
