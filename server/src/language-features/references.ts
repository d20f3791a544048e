import type { Position } from "../text/line-index.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { FileRange } from "./feature-types.ts";

export function getReferences(
  _context: FeatureContext,
  _path: string,
  _position: Position,
  _includeDeclaration: boolean,
): readonly FileRange[] {
  return [];
}
