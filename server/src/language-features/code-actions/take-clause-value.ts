import { bilingual } from "../../diagnostics/language.ts";
import type { IndicatorModel, UnitModel } from "../../semantics/model.ts";
import {
  add,
  compare,
  divide,
  fromDecimal,
  hundred,
  multiply,
  one,
  type Rational,
  subtract,
  zero,
} from "../../semantics/rational.ts";
import type { ComparatorNode, TargetStatement, ValueNode } from "../../syntax/ast.ts";
import { lex } from "../../syntax/lexer.ts";
import type { FileEdit } from "../feature-types.ts";
import { type FixMaker, type FixPlace, fixHere, replace } from "./fix.ts";
import {
  comparisonText,
  decimalText,
  fits,
  type Promised,
  readPromised,
  whenText,
} from "./promised-target.ts";

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

function whenEdit(
  place: FixPlace,
  { when, whenSpan }: TargetStatement,
  promised: Promised,
  indicator: IndicatorModel,
): MaybeChange {
  const { aspects } = promised;
  if (!aspects.has("date") && !aspects.has("cadence")) return undefined;
  if (when.kind === "total") return "impossible";
  const text = whenText(place, promised, indicator);
  return text === undefined ? "impossible" : { edit: replace(place, whenSpan, text), text };
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
  const write = (amount: Rational) => written(place, amount, value, indicator);
  const said = comparisonText(place, promised, comparator.kind, indicator, write);
  const start = comparatorStart(place, statement);
  if (said === undefined || start === undefined) return "impossible";
  return { edit: replace(place, { start, end: comparatorEnd(comparator) }, said), text: said };
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
