import type { Position } from "../text/line-index.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { HoverOptions, HoverResult } from "./feature-types.ts";

/** What stands at a position and how it is going; undefined where there is nothing to say. */
export function getHover(
  _context: FeatureContext,
  _path: string,
  _position: Position,
  _options: HoverOptions,
): HoverResult | undefined {
  return undefined;
}
