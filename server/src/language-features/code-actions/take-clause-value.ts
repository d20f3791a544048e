import { bilingual, type LocalText } from "../../diagnostics/language.ts";
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
import { boundOf } from "../../syntax/tokens.ts";
import type { TextSpan } from "../../text/text-span.ts";
import type { FileEdit } from "../feature-types.ts";
import { type FixMaker, type FixPlace, fixHere, refusedFix, replace } from "./fix.ts";
import {
  comparisonText,
  decimalText,
  misfit,
  type Promised,
  readPromised,
  whenText,
  whyNever,
} from "./promised-target.ts";
import { isTotal, notExact } from "./refusals.ts";

/** Writes into a target what its clause says, and leaves as it is what agrees with the clause already. */
export const takeClauseValue: FixMaker = (place) => {
  const { statement, context, entry } = place;
  const promised = readPromised(place.problem.data);
  const judgement = context.judgementOf(entry);
  if (statement?.kind !== "target" || !promised || !judgement || !("indicator" in judgement)) return [];
  const { indicator } = judgement;
  const parts = [
    whenEdit(place, statement, promised, indicator),
    saidEdit(place, statement, promised, indicator),
  ].filter((part) => part !== undefined);
  const refusals = parts.flatMap((part) => ("refusal" in part ? [part.refusal] : []));
  const refusal = misfit(promised, indicator) ?? refusals[0];
  if (refusal !== undefined)
    return [refusedFix(bilingual("Take what the clause says", "Lấy theo điều khoản"), refusal, true)];
  const changes = parts.flatMap((part) => ("edit" in part ? [part] : []));
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

/** An edit and what it writes, or why the clause's words can't be written here. */
type Change = { readonly edit: FileEdit; readonly text: string } | { readonly refusal: LocalText };

function whenEdit(
  place: FixPlace,
  { when, whenSpan }: TargetStatement,
  promised: Promised,
  indicator: IndicatorModel,
): Change | undefined {
  const { aspects } = promised;
  if (!aspects.has("date") && !aspects.has("cadence")) return undefined;
  if (when.kind === "total") return { refusal: isTotal };
  const text = whenText(place, promised, indicator);
  return text === undefined
    ? { refusal: whyNever(promised) }
    : { edit: replace(place, whenSpan, text), text };
}

/** The comparator and its values; only the number where the rest may stay. */
function saidEdit(
  place: FixPlace,
  statement: TargetStatement,
  promised: Promised,
  indicator: IndicatorModel,
): Change | undefined {
  const { aspects } = promised;
  if (!aspects.has("number") && !aspects.has("comparator")) return undefined;
  const { comparator } = statement;
  const { value } = comparator;
  if (value.kind === "baseline" && promised.change !== null) return baselineEdit(place, value, promised);
  const number = written(place, promised.value, value, indicator);
  if (number === undefined) return { refusal: notExact };
  const isPlain = comparator.kind !== "between" && comparator.kind !== "about";
  const staysPlain = promised.upper === null && promised.comparator !== "about";
  if (isPlain && staysPlain && !aspects.has("comparator"))
    return { edit: replace(place, value, number), text: number };
  const write = (amount: Rational) => written(place, amount, value, indicator);
  const said = comparisonText(place, promised, comparator.kind, indicator, write);
  const span = comparatorSpan(place, statement);
  if (said === undefined || span === undefined) return { refusal: notExact };
  return { edit: replace(place, span, said), text: said };
}

function baselineEdit(
  place: FixPlace,
  { operator, operand }: ValueNode & { kind: "baseline" },
  { value, change }: Promised,
): Change {
  const now = fromDecimal(operand.number.decimal);
  if (!now) return { refusal: notExact };
  const share = divide(value, hundred) ?? zero;
  const changed = compare(now, one) < 0 ? subtract(one, share) : add(one, share);
  const factor = change === "multiple" ? value : changed;
  const text = decimalText(place, operator === "*" ? factor : value);
  return text === undefined ? { refusal: notExact } : { edit: replace(place, operand.number, text), text };
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

/** From `đạt` or `>=` to the last value, with `trở lên` behind it. */
function comparatorSpan(
  { entry }: FixPlace,
  { categories, whenSpan, end: statementEnd, comparator }: TargetStatement,
): TextSpan | undefined {
  const from = (categories.at(-1) ?? whenSpan).end;
  const tokens = lex(entry.text).tokens.filter(
    ({ startOffset }) => startOffset >= from && startOffset < statementEnd,
  );
  const valueEnd = comparatorEnd(comparator);
  const bound = tokens.find(({ startOffset }) => startOffset >= valueEnd);
  const end = bound && boundOf(bound) ? bound.endOffset! + 1 : valueEnd;
  return tokens[0] && { start: tokens[0].startOffset, end };
}

function comparatorEnd(comparator: ComparatorNode): number {
  if (comparator.kind === "between") return comparator.upper.end;
  if (comparator.kind === "about") return (comparator.tolerance ?? comparator.value).end;
  return comparator.value.end;
}
