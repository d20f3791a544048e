import type { Statement } from "../syntax/ast.ts";
import { displayWidth } from "../text/display-width.ts";

/** How far a statement's line is indented, and how far behind that its value begins (in a report, the `=`). */
export function statementColumn(
  text: string,
  lineStart: number,
  statement: Statement,
): readonly [indent: string, column: number] {
  const indent = /^[^\S\r\n]*/u.exec(text.slice(lineStart, statement.start))![0];
  const head =
    statement.kind === "entry"
      ? (statement.category ?? statement.period ?? statement.keyword).end
      : statement.keyword.end;
  const tail = /^[^\S\r\n]*/u.exec(text.slice(head))![0];
  return [indent, displayWidth(text.slice(statement.start, head + tail.length))];
}
