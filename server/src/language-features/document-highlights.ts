import type { Position } from "../text/line-index.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { DocumentHighlightResult } from "./feature-types.ts";
import { getReferences } from "./references.ts";

/** Where a file names what is named at a position; its declaration is a write. */
export function getDocumentHighlights(
  context: FeatureContext,
  path: string,
  position: Position,
): readonly DocumentHighlightResult[] {
  const others = new Set(getReferences(context, path, position, false).map(keyOf));
  return getReferences(context, path, position, true)
    .filter((one) => one.path === path)
    .map((one) => ({ range: one.range, kind: others.has(keyOf(one)) ? "read" : "write" }));
}

function keyOf({ path, range }: ReturnType<typeof getReferences>[number]): string {
  return `${path} ${range.start.line} ${range.start.character}`;
}
