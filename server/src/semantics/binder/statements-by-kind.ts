import type { Statement } from "../../syntax/ast.ts";

/** The statements of a declaration by their kind, each list in the order of the text. */
export type StatementsByKind = {
  readonly [Kind in Statement["kind"]]?: readonly (Statement & { readonly kind: Kind })[];
};

/** One pass over the statements: a binder asks for a dozen kinds, of which a declaration has three or four. */
export function statementsByKind(statements: readonly Statement[]): StatementsByKind {
  const found: { [Kind in Statement["kind"]]?: Statement[] } = {};
  for (const statement of statements) {
    const same = found[statement.kind];
    if (same) same.push(statement);
    else found[statement.kind] = [statement];
  }
  return found as StatementsByKind;
}
