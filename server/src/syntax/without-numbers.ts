import type * as ast from "./ast.ts";

/**
 * A statement with something wrong behind its end: what it says may be another number than its beginning (`11/20`,
 * `5 - 7`), or one of something else (`60% for female`), so it says none. Its names are kept, to be found and renamed;
 * of a formula nothing is, as of any other that can't be read.
 */
export function withoutNumbers(statement: ast.Statement): ast.Statement {
  switch (statement.kind) {
    case "baseline":
    case "measured":
    case "entry":
    case "onTrackFrom":
    case "offTrackBelow":
      return { ...statement, value: unreadValue(statement.value) };
    case "target":
      return { ...statement, comparator: unreadComparator(statement.comparator) };
    case "range":
      return { ...statement, min: unread(statement.min), max: unread(statement.max) };
    case "scale":
      return { ...statement, factor: unread(statement.factor) };
    case "formula": {
      const { keyword, start, end } = statement;
      return { kind: "broken", keyword, start, end };
    }
    default:
      return statement;
  }
}

function unreadComparator(comparator: ast.ComparatorNode): ast.ComparatorNode {
  const value = unreadValue(comparator.value);
  return comparator.kind === "between"
    ? { ...comparator, value, upper: unreadValue(comparator.upper) }
    : { ...comparator, value };
}

function unreadValue(value: ast.ValueNode): ast.ValueNode {
  switch (value.kind) {
    case "number":
      return unreadNumber(value);
    case "share":
      return { ...value, numerator: unread(value.numerator), denominator: unread(value.denominator) };
    case "baseline":
      return { ...value, operand: unreadNumber(value.operand) };
  }
}

function unreadNumber(value: ast.NumberValue): ast.NumberValue {
  return { ...value, number: unread(value.number) };
}

function unread(number: ast.NumberNode): ast.NumberNode {
  return { ...number, decimal: "", thousandsMark: null };
}
