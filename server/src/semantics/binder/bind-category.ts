import type { QualifiedName } from "../../syntax/ast.ts";
import type { Entry } from "../entry.ts";
import type { Category } from "../model.ts";
import { findSymbol, resolveName } from "../scope.ts";
import type { BindContext } from "./bind-context.ts";

/**
 * The category that a name stands for; null for no name, undefined for one that stands for none (the names' check
 * reports it), so that its value counts for nothing rather than for the whole.
 */
export function bindCategory(
  context: BindContext,
  entry: Entry,
  name: QualifiedName | null,
): Category | null | undefined {
  if (!name) return null;
  const symbol = findSymbol(context.program, entry.path, name, "category");
  if (!symbol) return undefined;
  const plain = { start: 0, end: 0, qualifier: null, name: name.name };
  const shared = resolveName(context.program, symbol.entry.path, plain, "category").kind === "ambiguous";
  const dimension = symbol.entry.parsed.declaration?.name.text ?? "";
  return {
    id: shared ? `${dimension}.${symbol.name.text}` : symbol.name.text,
    name: symbol.title || symbol.name.text,
  };
}

/** The categories of a target; `[null]` where it has none, undefined where one is unknown. */
export function bindCategories(
  context: BindContext,
  entry: Entry,
  names: readonly QualifiedName[],
): readonly (Category | null)[] | undefined {
  if (names.length === 0) return [null];
  const categories = names.map((name) => bindCategory(context, entry, name));
  return categories.every((category) => category !== undefined) ? categories : undefined;
}
