import type { Position } from "../text/line-index.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { CompletionResult } from "./feature-types.ts";

export function getCompletion(
  _context: FeatureContext,
  _path: string,
  _position: Position,
): CompletionResult {
  return { entries: [], isIncomplete: false };
}
