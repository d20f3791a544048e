import type { FeatureContext } from "./feature-context.ts";
import type { SymbolNode } from "./feature-types.ts";

export function getDocumentSymbols(_context: FeatureContext, _path: string): readonly SymbolNode[] {
  return [];
}
