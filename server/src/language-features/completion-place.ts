import type { Keyword } from "../syntax/keywords.ts";
import { lex } from "../syntax/lexer.ts";
import type { Token } from "../syntax/tokens.ts";
import * as t from "../syntax/tokens.ts";
import { lineStarts, type Position, positionAt, type Range } from "../text/line-index.ts";
import type { FeatureContext } from "./feature-context.ts";
import { type Located, locate } from "./locate.ts";

/** A place where someone is typing, from what stands before it alone: what follows may be broken. */
export interface CompletionPlace {
  readonly located: Located;
  /** The text before the cursor, from the beginning of its declaration. */
  readonly text: string;
  /** What is being typed: part of a word, an address or a period; inside quotes all since they opened. */
  readonly typed: string;
  /** The declaration whose head or block the cursor is in; undefined where a new one may begin. */
  readonly declaration: Keyword | undefined;
  readonly inBlock: boolean;
  /** The tokens of the statement, or of the declaration's head, before what is being typed. */
  readonly tokens: readonly Token[];
  /** The name before a dot: a prefix, or a dimension. */
  readonly qualifier: string | null;
  readonly inQuotes: boolean;
  /** Nothing but a comment follows the cursor on its line. */
  readonly isAtLineEnd: boolean;
  /** The range from an offset of `text` to the cursor. */
  rangeFrom(offset: number): Range;
}

/** Where the cursor is; undefined in a comment, and where there is no such file. */
export function placeAt(
  context: FeatureContext,
  path: string,
  position: Position,
): CompletionPlace | undefined {
  const located = locate(context, path, position);
  if (!located) return undefined;
  const text = textBefore(located);
  const { tokens, comments, problems } = lex(text);
  if (comments.at(-1)?.end === text.length) return undefined;
  const open = problems.find(({ code, span }) => code === "unclosed-text" && span.end === text.length);
  const last = tokens.at(-1);
  const typedFrom = open
    ? open.span.start + 1
    : last && isBeingTyped(last, text)
      ? last.startOffset
      : text.length;
  const before = tokens.filter(({ startOffset }) => startOffset < (open?.span.start ?? typedFrom));
  const { statement, ...where } = statementOf(before, text, typedFrom);
  const dotted = statement.at(-1)?.tokenType === t.Dot && isWord(statement.at(-2));
  return {
    located,
    text,
    typed: text.slice(typedFrom),
    ...where,
    tokens: dotted ? statement.slice(0, -2) : statement,
    qualifier: dotted ? statement.at(-2)!.image.normalize("NFC") : null,
    inQuotes: open !== undefined,
    isAtLineEnd: /^[^\S\r\n]*(?:#|[\r\n]|$)/u.test(located.entry.text.slice(located.offset)),
    rangeFrom: (offset) => rangeBefore(located, text.length - offset),
  };
}

/** Blank lines belong to the declaration below them, but with the block above still open they are part of that. */
function textBefore({ file, index, entry, offset }: Located): string {
  const text = entry.text.slice(0, offset);
  const above = file.entries[index - 1];
  const isBlank = /^\s*(?:[\p{L}\p{M}\p{N}_]+)?$/u.test(text);
  const goesOn = isBlank && above?.parsed.problems.some(({ code }) => code === "unclosed-block");
  return goesOn ? above!.text + text : text;
}

function rangeBefore({ entry, offset }: Located, length: number): Range {
  const { line, character } = positionAt(lineStarts(entry.text), offset);
  const end = { line: line + entry.firstLine, character };
  return { start: { line: end.line, character: Math.max(0, character - length) }, end };
}

function isBeingTyped(token: Token, text: string): boolean {
  if (token.endOffset !== text.length - 1) return false;
  return (
    isWord(token) ||
    token.tokenType === t.AddressToken ||
    token.tokenType === t.NumberLiteral ||
    token.tokenType === t.PeriodToken
  );
}

export function isWord(token: Token | undefined): boolean {
  return token !== undefined && (token.tokenType === t.Identifier || token.keyword !== undefined);
}

interface StatementPlace {
  readonly declaration: Keyword | undefined;
  readonly inBlock: boolean;
  readonly statement: readonly Token[];
}

function statementOf(tokens: readonly Token[], text: string, typedFrom: number): StatementPlace {
  let depth = 0;
  let declaration: Keyword | undefined;
  let statement: Token[] = [];
  for (const token of tokens) {
    if (depth === 0 && statement.length === 0) declaration = token.keyword;
    if (token.tokenType === t.LBrace || token.tokenType === t.RBrace) {
      depth = Math.max(0, depth + (token.tokenType === t.LBrace ? 1 : -1));
      statement = [];
      if (depth === 0) declaration = undefined;
    } else if (token.tokenType === t.EndOfStatement) statement = [];
    else statement.push(token);
  }
  const last = statement.at(-1);
  // Outside a block a line of its own begins a new declaration.
  if (depth === 0 && last && last.tokenType !== t.Comma) {
    if (/[\r\n]/.test(text.slice(last.endOffset! + 1, typedFrom)))
      return { declaration: undefined, inBlock: false, statement: [] };
  }
  return { declaration, inBlock: depth > 0, statement: withoutPrefixes(statement) };
}

/** `a.b` as one name, so that what may follow does not depend on how a name is written. */
function withoutPrefixes(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(
    (token, i) =>
      !(token.tokenType === t.Dot && isWord(tokens[i + 1])) &&
      !(isWord(token) && tokens[i + 1]?.tokenType === t.Dot && isWord(tokens[i + 2])),
  );
}
