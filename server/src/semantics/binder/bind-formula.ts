import { bilingual } from "../../diagnostics/language.ts";
import type { Place } from "../../diagnostics/place.ts";
import { maxChain } from "../../limits.ts";
import type { FormulaNode } from "../../syntax/ast.ts";
import { pureNumberFactor } from "../builtin-units.ts";
import { operandsOf } from "../chains.ts";
import { formatValue } from "../display.ts";
import type { FormulaModel, UnitModel } from "../model.ts";
import { divide, equals, multiply, one, type Rational, rational } from "../rational.ts";
import { findSymbol } from "../scope.ts";
import { type BindContext, placeOf, report } from "./bind-context.ts";
import { checkBareThousands, toRational, unitLabel, type ValuePlace } from "./bind-value.ts";
import type { StatementsByKind } from "./statements-by-kind.ts";

/** What a part of a formula is: a bare number, a pure number (a quotient), or a quantity in the base of a unit. */
type Dimension =
  | { readonly kind: "number" }
  | { readonly kind: "pure" }
  | { readonly kind: "unit"; readonly unit: UnitModel };

interface Part {
  readonly model: FormulaModel;
  readonly dimension: Dimension;
}

/**
 * A formula with its names resolved and its operands brought to the base of their units; null where there is none
 * or where it can't be computed, and then a problem says why. `factor` turns its result into the indicator's unit.
 */
export function bindFormula(
  context: BindContext,
  statements: StatementsByKind,
  { unit, name, isAssumed }: ValuePlace,
): { readonly model: FormulaModel; readonly factor: Rational; readonly place: Place } | null {
  const statement = statements.formula?.[0];
  if (!statement) return null;
  if (!canBeFollowed(context, statement.formula)) return null;
  // One after another, so that what is bound inside one another is only as deep as the formulas lead on.
  for (const operand of operandsOf(context.program, context.entry)) context.indicator(operand);
  const part = bindPart(context, statement.formula);
  if (!part) return null;
  const factor = resultFactor(part.dimension, unit);
  if (!factor) {
    if (isAssumed) return null;
    const found = bilingual("The result of this formula", "Kết quả của công thức này");
    const holes = { found, name, unit: unitLabel(unit) };
    report(context, "unit-mismatch", context.entry, statement.formula, holes);
    return null;
  }
  if (part.dimension.kind === "pure" && !isAssumed) checkFactors(context, statement.formula, unit, factor);
  return { model: part.model, factor, place: placeOf(context.entry, statement.formula) };
}

/** False where a formula leads back to itself or too far on; then a problem says so. */
function canBeFollowed(context: BindContext, formula: FormulaNode): boolean {
  const { formulas } = context.chains;
  const names = formulas.circleText(context.entry);
  if (names) {
    report(context, "formula-cycle", context.entry, formula, { names });
    return false;
  }
  if (formulas.depthOf(context.entry) <= maxChain) return true;
  const what = bilingual("This formula", "Công thức này");
  report(context, "chain-too-long", context.entry, formula, { what, limit: String(maxChain) });
  return false;
}

/** `x / y * 100` in percent: whoever writes the hundred doesn't know that it is in the unit, and gets a hundredfold. */
function checkFactors(context: BindContext, formula: FormulaNode, unit: UnitModel, factor: Rational): void {
  if (equals(factor, one)) return;
  const number = factorIn(context, formula, factor);
  if (!number) return;
  const quarter = multiply(factor, rational(1n, 4n));
  report(context, "percentage-times-hundred", context.entry, number, {
    unit: unitLabel(unit),
    example: (language) => formatValue(quarter, unit, language),
    factor: context.entry.text.slice(number.start, number.end),
  });
}

/** The first number of a value that something is multiplied or divided by. */
function factorIn(context: BindContext, node: FormulaNode, value: Rational): FormulaNode | undefined {
  if (node.kind !== "operation") return undefined;
  const parts = [node.left, node.right];
  if (node.operator === "*" || node.operator === "/") {
    for (const part of parts) {
      const number = part.kind === "number" ? toRational(context, part.number) : undefined;
      if (number && equals(number, value)) return part;
    }
  }
  return factorIn(context, node.left, value) ?? factorIn(context, node.right, value);
}

function resultFactor(dimension: Dimension, unit: UnitModel): Rational | undefined {
  if (dimension.kind === "pure") return pureNumberFactor(unit);
  if (dimension.kind === "number") return one;
  return dimension.unit.base === unit.base ? divide(one, unit.factor) : undefined;
}

function bindPart(context: BindContext, node: FormulaNode): Part | undefined {
  switch (node.kind) {
    case "number": {
      if (checkBareThousands(context, node.number)) return undefined;
      const value = toRational(context, node.number);
      return value && { model: { kind: "number", value }, dimension: { kind: "number" } };
    }
    case "name": {
      const symbol = findSymbol(context.program, context.entry.path, node.name, "indicator");
      const indicator = symbol && context.indicator(symbol.entry);
      if (!indicator) return undefined;
      return {
        model: inBase({ kind: "indicator", indicator }, indicator.unit),
        dimension: { kind: "unit", unit: indicator.unit },
      };
    }
    case "operation": {
      const left = bindPart(context, node.left);
      const right = bindPart(context, node.right);
      if (!left || !right) return undefined;
      const dimension = combine(node.operator, left.dimension, right.dimension);
      if (!dimension) {
        const found = bilingual("A sum of different units", "Phép cộng các đơn vị tính khác nhau");
        const name = context.entry.text.slice(node.left.start, node.left.end);
        const holes = { found, name, unit: dimensionLabel(left.dimension) };
        report(context, "unit-mismatch", context.entry, node, holes);
        return undefined;
      }
      return {
        model: { kind: "operation", operator: node.operator, left: left.model, right: right.model },
        dimension,
      };
    }
  }
}

function inBase(model: FormulaModel, unit: UnitModel): FormulaModel {
  if (unit.factor.numerator === unit.factor.denominator) return model;
  return { kind: "operation", operator: "*", left: model, right: { kind: "number", value: unit.factor } };
}

/** The dimension of a result; undefined where sums would mix units. */
function combine(operator: "+" | "-" | "*" | "/", left: Dimension, right: Dimension): Dimension | undefined {
  switch (operator) {
    case "+":
    case "-":
      if (left.kind === "number") return right;
      if (right.kind === "number" || (left.kind === "pure" && right.kind === "pure")) return left;
      if (left.kind === "unit" && right.kind === "unit" && left.unit.base === right.unit.base) return left;
      return undefined;
    case "*":
      if (left.kind === "unit") return left;
      return right.kind === "number" ? left : right;
    case "/":
      return right.kind === "number" || (right.kind === "pure" && left.kind === "unit")
        ? left
        : { kind: "pure" };
  }
}

function dimensionLabel(dimension: Dimension) {
  if (dimension.kind === "unit") return unitLabel(dimension.unit);
  return bilingual("a pure number", "một số thuần túy");
}
