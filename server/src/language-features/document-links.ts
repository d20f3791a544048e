import { resolveProgramPath } from "../text/program-path.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { DocumentLinkResult } from "./feature-types.ts";
import { writtenPaths } from "./written-paths.ts";

/** Evidence is words unless it looks like an address or ends as the name of a file does. */
const webAddress = /^https?:\/\/[^\s/]+\.[^\s]+$/i;
const fileName = /\.(?:bdg|txt|md|docx?|pdf|csv|xlsx?|ods|odt|pptx?|png|jpe?g|html?|zip)$/i;

/**
 * What leads out of a file: the paths of `use`, `document` and `data`, and evidence that is a path or an address on the
 * web; each without its quotation marks.
 */
export function getDocumentLinks(context: FeatureContext, path: string): readonly DocumentLinkResult[] {
  return (context.program.file(path)?.entries ?? []).flatMap((entry) =>
    writtenPaths(entry).flatMap(({ value, inside, isPath }) => {
      const target = targetOf(path, value, isPath);
      if (!target) return [];
      return [{ range: context.reporter.rangeOf({ source: entry, span: inside }), ...target }];
    }),
  );
}

function targetOf(
  from: string,
  written: string,
  isPath: boolean,
): { readonly path: string } | { readonly url: string } | undefined {
  if (!isPath && webAddress.test(written)) return { url: written };
  if (!isPath && !fileName.test(written)) return undefined;
  const resolved = resolveProgramPath(from, written);
  return resolved.kind === "path" ? { path: resolved.path } : undefined;
}
