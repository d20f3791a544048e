import { bilingual } from "../../diagnostics/language.ts";
import { maxChain } from "../../limits.ts";
import type { Declaration, QualifiedName, Statement } from "../../syntax/ast.ts";
import { builtinUnits } from "../builtin-units.ts";
import type { Entry } from "../entry.ts";
import type { UnitModel } from "../model.ts";
import { compare, multiply, one, zero } from "../rational.ts";
import { findSymbol, unitPrintedAs } from "../scope.ts";
import { type BindContext, report } from "./bind-context.ts";
import { checkBareThousands, toRational } from "./bind-value.ts";

/**
 * A declared unit. Units that are scaled from one another share a base; in a circle of them each stands for itself,
 * and each of them reports it.
 */
export function bindUnit(
  context: BindContext,
  declaration: Declaration,
  unitOf: (entry: Entry) => UnitModel | undefined,
): UnitModel {
  const id = declaration.name.text;
  const name = declaration.title?.value ?? id;
  let unit: UnitModel = {
    id,
    name,
    symbol: name,
    whole: false,
    range: null,
    base: `${context.entry.path}#${id}`,
    factor: one,
    decimals: null,
    aggregate: null,
  };
  for (const statement of declaration.statements) {
    unit = withStatement(context, unit, statement, unitOf);
  }
  return unit;
}

function withStatement(
  context: BindContext,
  unit: UnitModel,
  statement: Statement,
  unitOf: (entry: Entry) => UnitModel | undefined,
): UnitModel {
  switch (statement.kind) {
    case "whole":
      return { ...unit, whole: true };
    case "decimals": {
      const { count } = statement;
      if (count.decimal === "") return unit;
      const decimals = Number(count.decimal);
      if (Number.isInteger(decimals) && decimals <= mostDecimals) return { ...unit, decimals };
      report(context, "decimals-invalid", context.entry, count, { limit: String(mostDecimals) });
      return unit;
    }
    case "aggregate":
      return { ...unit, aggregate: statement.aggregate };
    case "range": {
      const min = toRational(context, statement.min);
      const max = toRational(context, statement.max);
      if (!min || !max) return unit;
      if (compare(min, max) <= 0) return { ...unit, range: { min, max } };
      const holes = { from: statement.min.decimal, to: statement.max.decimal };
      report(context, "period-backwards", context.entry, statement, holes);
      return unit;
    }
    case "scale":
      return scaled(context, unit, statement, unitOf);
    default:
      return unit;
  }
}

/** Decimals shown at most. */
const mostDecimals = 12;

function scaled(
  context: BindContext,
  unit: UnitModel,
  statement: Statement & { kind: "scale" },
  unitOf: (entry: Entry) => UnitModel | undefined,
): UnitModel {
  const factor = toRational(context, statement.factor);
  if (!factor) return unit;
  if (compare(factor, zero) <= 0) {
    report(context, "scale-invalid", context.entry, statement.factor, {});
    return unit;
  }
  if (checkBareThousands(context, statement.factor)) return unit;
  const builtin = statement.unit.qualifier ? undefined : builtinUnits.get(statement.unit.name.text);
  if (!builtin && !canBeFollowed(context, statement.unit)) return unit;
  const symbol = builtin
    ? undefined
    : findSymbol(context.program, context.entry.path, statement.unit, "unit");
  const base =
    builtin ??
    (symbol ? unitOf(symbol.entry) : unitPrintedAs(context.program, context.entry.path, statement.unit));
  return base ? { ...unit, base: base.base, factor: multiply(factor, base.factor) } : unit;
}

/** False where a unit is scaled from itself or over too many others; then a problem says so. */
function canBeFollowed(context: BindContext, from: QualifiedName): boolean {
  const { scales } = context.chains;
  const names = scales.circleText(context.entry);
  if (names) {
    report(context, "unit-cycle", context.entry, from, { names });
    return false;
  }
  if (scales.depthOf(context.entry) <= maxChain) return true;
  const what = bilingual("This scale", "Phép quy đổi này");
  report(context, "chain-too-long", context.entry, from, { what, limit: String(maxChain) });
  return false;
}
