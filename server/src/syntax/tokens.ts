import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import { type Keyword, keywords } from "./keywords.ts";

/**
 * The token types that the grammar is written in. Our own lexer makes the tokens (lexer.ts), because what a word
 * is depends on where it stands; Chevrotain only needs the types.
 */
export interface Token extends IToken {
  /** The keyword, where the word or words spell one. */
  readonly keyword: Keyword | undefined;
}

function tokenType(name: string, categories: TokenType[] = []): TokenType {
  return createToken({ name, pattern: Lexer.NA, categories });
}

/** Anything that may stand inside a statement; the recovery of a broken line eats these. */
export const Any = tokenType("Any");
/** Any single word: every keyword is also a name where the grammar expects a name. */
export const NameLike = tokenType("NameLike", [Any]);
/** The words that can follow a number as its unit: all but those that the grammar expects there. */
export const UnitLike = tokenType("UnitLike");

/** `%` or a word that can be a unit. */
export const UnitMark = tokenType("UnitMark");
/** A number, which may be a year, or a period that can be nothing else. */
export const PeriodLike = tokenType("PeriodLike");
/** A comparison with one value behind it. */
export const Comparison = tokenType("Comparison");
/** What says behind a value which way it bounds. */
export const Bound = tokenType("Bound");

export const Identifier = tokenType("Identifier", [NameLike, UnitLike, UnitMark]);
export const TextLiteral = tokenType("TextLiteral", [Any]);
export const NumberLiteral = tokenType("NumberLiteral", [Any, PeriodLike]);
/** Parentheses inside more others than are read, with all that they hold: they stand for a number nobody knows. */
export const TooDeep = tokenType("TooDeep", [NumberLiteral]);
export const PeriodToken = tokenType("PeriodToken", [Any, PeriodLike]);
export const AddressToken = tokenType("AddressToken", [Any]);
export const Percent = tokenType("Percent", [Any, UnitMark]);

export const LBrace = tokenType("LBrace");
export const RBrace = tokenType("RBrace");
export const LParen = tokenType("LParen", [Any]);
export const RParen = tokenType("RParen", [Any]);
export const Comma = tokenType("Comma", [Any]);
export const Dot = tokenType("Dot", [Any]);
export const DotDot = tokenType("DotDot", [Any]);
export const Equal = tokenType("Equal", [Any, Comparison]);
export const Plus = tokenType("Plus", [Any]);
export const Minus = tokenType("Minus", [Any]);
export const Star = tokenType("Star", [Any]);
export const Slash = tokenType("Slash", [Any]);
export const AtLeast = tokenType("AtLeast", [Any, Comparison]);
export const AtMost = tokenType("AtMost", [Any, Comparison]);
export const Above = tokenType("Above", [Any, Comparison]);
export const Below = tokenType("Below", [Any, Comparison]);
export const Of = tokenType("Of", [Any]);
/** The end of a line or a `;` inside a block. */
export const EndOfStatement = tokenType("EndOfStatement");

const afterNumber = new Set<Keyword>([
  "and",
  "of",
  "within",
  "for",
  "aboveOrOf",
  "as",
  "in",
  "dated",
  "orMore",
  "orLess",
]);

/** What `or more` and `or less` make of the value before them. */
export function boundOf({ keyword }: Pick<Token, "keyword">): ">=" | "<=" | undefined {
  if (keyword === "orMore") return ">=";
  return keyword === "orLess" ? "<=" : undefined;
}

function keywordCategories(keyword: Keyword): TokenType[] {
  const categories = afterNumber.has(keyword) ? [NameLike] : [NameLike, UnitLike, UnitMark];
  const comparator = { atLeast: AtLeast, atMost: AtMost, above: Above, below: Below, of: Of }[
    keyword as string
  ];
  if (comparator) categories.push(comparator);
  if (keyword === "aboveOrOf") categories.push(Above, Of, Comparison);
  if (keyword === "reach") categories.push(Comparison);
  if (boundOf({ keyword })) categories.push(Bound);
  return categories;
}

/** The token type of each keyword. */
export const keywordToken = Object.fromEntries(
  keywords.map((keyword) => [keyword, tokenType(`keyword:${keyword}`, keywordCategories(keyword))]),
) as Readonly<Record<Keyword, TokenType>>;

export const allTokenTypes: TokenType[] = [
  ...[
    Any,
    NameLike,
    UnitLike,
    UnitMark,
    PeriodLike,
    Comparison,
    Bound,
    Identifier,
    TextLiteral,
    NumberLiteral,
    TooDeep,
    PeriodToken,
    AddressToken,
    Percent,
  ],
  ...[LBrace, RBrace, LParen, RParen, Comma, Dot, DotDot, Equal, Plus, Minus, Star, Slash],
  ...[AtLeast, AtMost, Above, Below, Of, EndOfStatement],
  ...Object.values(keywordToken),
];
