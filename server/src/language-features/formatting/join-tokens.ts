import * as t from "../../syntax/tokens.ts";

/** What the blanks between two words depend on besides the words. */
export interface SpacingRules {
  /** Offsets at which statements begin; two that share a line without `;` stand two blanks apart. */
  readonly starts: ReadonlySet<number>;
  /** Is this a formula, in which every name is a value? */
  readonly isFormula: boolean;
  /** Is this the day and month of a year's end? */
  readonly isDayAndMonth: boolean;
}

/** The words of a line with the usual blanks between them, as a person would write it. */
export function joinTokens(tokens: readonly t.Token[], rules: SpacingRules): string {
  let text = "";
  tokens.forEach((token, i) => {
    const before = tokens[i - 1];
    if (before) text += blankBetween(before, token, tokens[i - 2], rules);
    text += imageOf(token);
  });
  return text;
}

function imageOf({ image, keyword }: t.Token): string {
  return keyword ? image.replace(/\s+/gu, " ") : image;
}

function blankBetween(
  left: t.Token,
  right: t.Token,
  beforeLeft: t.Token | undefined,
  rules: SpacingRules,
): string {
  if (left.tokenType === t.LBrace) return right.tokenType === t.RBrace ? "" : " ";
  if (rules.starts.has(right.startOffset) && left.image !== ";") return "  ";
  if (neverBefore.has(right.tokenType) || neverAfter.has(left.tokenType)) return "";
  if (right.tokenType === t.EndOfStatement) return "";
  if (right.tokenType === t.Percent && left.tokenType === t.NumberLiteral) return "";
  if (left.tokenType === t.DotDot && afterDots.has(right.tokenType)) return "";
  const slash = left.tokenType === t.Slash || right.tokenType === t.Slash;
  if (slash && rules.isDayAndMonth) return "";
  if (left.tokenType === t.Minus && !isOperand(beforeLeft, rules)) return "";
  return " ";
}

const neverBefore = new Set<t.Token["tokenType"]>([t.Comma, t.Dot, t.DotDot, t.RParen]);
const neverAfter = new Set<t.Token["tokenType"]>([t.Dot, t.LParen]);
const afterDots = new Set<t.Token["tokenType"]>([t.NumberLiteral, t.PeriodToken, t.Minus]);

/** Is this something that a minus behind it is subtracted from? */
function isOperand(token: t.Token | undefined, { isFormula }: SpacingRules): boolean {
  if (!token) return false;
  if (token.tokenType === t.NumberLiteral || token.tokenType === t.RParen) return true;
  if (token.tokenType === t.Identifier) return true;
  return token.keyword !== undefined && (isFormula || token.keyword === "baseline");
}
