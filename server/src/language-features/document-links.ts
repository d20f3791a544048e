import type { FeatureContext } from "./feature-context.ts";
import type { DocumentLinkResult } from "./feature-types.ts";

export function getDocumentLinks(_context: FeatureContext, _path: string): readonly DocumentLinkResult[] {
  return [];
}
