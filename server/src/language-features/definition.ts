import type { Position } from "../text/line-index.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { DefinitionResult } from "./feature-types.ts";

export function getDefinition(
  _context: FeatureContext,
  _path: string,
  _position: Position,
): DefinitionResult | undefined {
  return undefined;
}
