import type { Declaration, Statement } from "../../syntax/ast.ts";
import { builtinUnits, unitPrintedAs } from "../builtin-units.ts";
import type { Entry } from "../entry.ts";
import type { UnitModel } from "../model.ts";
import { compare, multiply, one, zero } from "../rational.ts";
import { findSymbol } from "../scope.ts";
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
  const circle = builtin ? undefined : unitCircle(context, context.entry);
  if (circle) {
    report(context, "unit-cycle", context.entry, statement.unit, { names: circle.join(" → ") });
    return unit;
  }
  const symbol = builtin
    ? undefined
    : findSymbol(context.program, context.entry.path, statement.unit, "unit");
  const base = builtin ?? (symbol ? unitOf(symbol.entry) : unitPrintedAs(statement.unit));
  return base ? { ...unit, base: base.base, factor: multiply(factor, base.factor) } : unit;
}

/** The names on the way from a unit back to itself, where there is one. */
function unitCircle(context: BindContext, start: Entry): readonly string[] | undefined {
  const names = [start.parsed.declaration?.name.text ?? ""];
  const seen = new Set<Entry>([start]);
  for (let entry = nextUnit(context, start); entry; entry = nextUnit(context, entry)) {
    names.push(entry.parsed.declaration?.name.text ?? "");
    if (entry === start) return names;
    // A circle further on, which this unit only leads to: its own units report it.
    if (seen.has(entry)) return undefined;
    seen.add(entry);
  }
  return undefined;
}

function nextUnit(context: BindContext, entry: Entry): Entry | undefined {
  const scale = entry.parsed.declaration?.statements.find((statement) => statement.kind === "scale");
  if (scale?.kind !== "scale" || (!scale.unit.qualifier && builtinUnits.has(scale.unit.name.text)))
    return undefined;
  return findSymbol(context.program, entry.path, scale.unit, "unit")?.entry;
}
