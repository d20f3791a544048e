import type { Entry } from "../semantics/entry.ts";
import type { Text } from "../syntax/ast.ts";
import { resolveProgramPath } from "../text/program-path.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { DocumentLinkResult } from "./feature-types.ts";

/** The paths of other files written in a file: of `use`, `document` and `data`, each without its quotation marks. */
export function getDocumentLinks(context: FeatureContext, path: string): readonly DocumentLinkResult[] {
  return (context.program.file(path)?.entries ?? []).flatMap((entry) =>
    pathsIn(entry).flatMap((text) => {
      const resolved = resolveProgramPath(path, text.value);
      if (resolved.kind !== "path") return [];
      const inside = { start: text.start + 1, end: Math.max(text.start + 1, text.end - 1) };
      return [{ range: context.reporter.rangeOf({ source: entry, span: inside }), path: resolved.path }];
    }),
  );
}

function pathsIn({ parsed }: Entry): readonly Text[] {
  const { declaration } = parsed;
  if (declaration?.kind === "use" || declaration?.kind === "data") return [declaration.file];
  if (declaration?.kind !== "plan") return [];
  return declaration.statements.flatMap((statement) =>
    statement.kind === "document" ? [statement.file] : [],
  );
}
