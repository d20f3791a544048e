import type { Entry } from "../../semantics/entry.ts";
import type { Declaration, Statement } from "../../syntax/ast.ts";
import { lex } from "../../syntax/lexer.ts";
import * as t from "../../syntax/tokens.ts";
import { displayWidth } from "../../text/display-width.ts";
import { lineEndOf } from "../../text/line-end.ts";
import { lineStarts, positionAt } from "../../text/line-index.ts";
import type { FeatureContext } from "../feature-context.ts";
import type { FileEdit } from "../feature-types.ts";
import { statementColumn } from "../statement-column.ts";
import { replace } from "./fix.ts";

/** A statement to be written: its keyword (in a report the name) and what follows it. */
export interface NewStatement {
  readonly head: string;
  readonly rest: string;
}

/**
 * The edit that adds a statement to a block, on a line of its own below another one, or at the block's beginning; a
 * block on one line gets it there, and a declaration without a block gets a block. undefined where that can't be told.
 */
export function insertStatement(
  context: FeatureContext,
  entry: Entry,
  declaration: Declaration,
  after: Statement | undefined,
  { head, rest }: NewStatement,
): FileEdit | undefined {
  const { text } = entry;
  const tokens = lex(text).tokens;
  const open = tokens.find(({ tokenType }) => tokenType === t.LBrace);
  const lineEnd = lineEndOf(text);
  if (!open) {
    const at = { start: declaration.end, end: declaration.end };
    return replace({ context, entry }, at, ` {${lineEnd}  ${head}  ${rest}${lineEnd}}`);
  }
  const starts = lineStarts(text);
  const lineOf = (offset: number) => positionAt(starts, offset).line;
  const close = tokens.findLast(({ tokenType }) => tokenType === t.RBrace);
  if (close && lineOf(open.startOffset) === lineOf(close.startOffset)) {
    const isEmpty = declaration.statements.length === 0;
    const at = after ? after.end : open.startOffset + 1;
    const words = after ? `; ${head} ${rest}` : ` ${head} ${rest}${isEmpty ? " " : ";"}`;
    return replace({ context, entry }, { start: at, end: at }, words);
  }
  const neighbour = after ?? declaration.statements[0];
  if (neighbour && lineOf(neighbour.start) === lineOf(open.startOffset)) return undefined;
  const [indent, column] = neighbour
    ? statementColumn(text, starts[lineOf(neighbour.start)]!, neighbour)
    : ["  ", 0];
  const gap = Math.max(1, column - displayWidth(head));
  const line = `${indent}${head}${" ".repeat(column === 0 ? 2 : gap)}${rest}`;
  const below = lineOf(after ? Math.max(after.start, after.end - 1) : open.startOffset) + 1;
  const at = starts[below];
  if (at === undefined) return undefined;
  return replace({ context, entry }, { start: at, end: at }, `${line}${lineEnd}`);
}
