import type { FormulaModel, IndicatorModel, Quantity } from "../model.ts";
import type { Period } from "../period.ts";
import { add, divide, multiply, type Rational, subtract } from "../rational.ts";
import { type Reading, readingOf } from "./counted-values.ts";
import { aggregateOf, readingsOf, sourceOf, type ValueSource, valueInWindow } from "./value-source.ts";

/** The value of an operand in its own unit; undefined where it has none. */
type OperandValue = (operand: ValueSource) => Rational | undefined;

/** What the formula gives with its operands' values in a window and category; null where one has none. */
export function formulaValue(source: ValueSource, category: string, window: Period): Quantity | null {
  const memo = source.memo!;
  const key = `${category} ${window.first} ${window.last}`;
  const known = memo.values.get(key);
  if (known !== undefined) return known;
  const quantity = calculate(
    source,
    window,
    (operand) => valueInWindow(operand, category, window, aggregateOf(operand.indicator)).quantity?.value,
  );
  memo.values.set(key, quantity);
  return quantity;
}

/** A value for each period of which every operand has a measured value. */
export function formulaReadings(source: ValueSource, category: string): readonly Reading[] {
  const operands = [...operandsOf(source.indicator.formula!)].map((operand) =>
    sourceOf(operand, source.context),
  );
  const [first, ...others] = operands;
  if (first === undefined) return [];
  const readings: Reading[] = [];
  for (const { period } of readingsOf(first, category)) {
    if (others.some((operand) => readingOf(readingsOf(operand, category), period) === undefined)) continue;
    const quantity = calculate(
      source,
      period,
      (operand) => readingOf(readingsOf(operand, category), period)?.quantity.value,
    );
    if (quantity !== null) readings.push({ period, quantity });
  }
  return readings;
}

function operandsOf(formula: FormulaModel, found = new Set<IndicatorModel>()): Set<IndicatorModel> {
  if (formula.kind === "indicator") found.add(formula.indicator);
  if (formula.kind === "operation") {
    operandsOf(formula.left, found);
    operandsOf(formula.right, found);
  }
  return found;
}

function calculate(source: ValueSource, window: Period, operandValue: OperandValue): Quantity | null {
  const { indicator, memo } = source;
  // One after another before the formula is gone into: two deep ones inside one another would take twice the stack.
  const values = new Map<IndicatorModel, Rational | undefined>();
  for (const operand of operandsOf(indicator.formula!)) {
    values.set(operand, operandValue(sourceOf(operand, source.context)));
  }
  const evaluate = (formula: FormulaModel): Rational | undefined => {
    if (formula.kind === "number") return formula.value;
    if (formula.kind === "indicator") return values.get(formula.indicator);
    const left = evaluate(formula.left);
    const right = evaluate(formula.right);
    if (left === undefined || right === undefined) return undefined;
    if (formula.operator === "+") return add(left, right);
    if (formula.operator === "-") return subtract(left, right);
    if (formula.operator === "*") return multiply(left, right);
    const quotient = divide(left, right);
    if (quotient === undefined) memo!.divisionsByZero.set(`${window.first} ${window.last}`, window);
    return quotient;
  };
  const result = evaluate(indicator.formula!);
  return result === undefined ? null : { value: multiply(result, indicator.formulaFactor), share: null };
}
