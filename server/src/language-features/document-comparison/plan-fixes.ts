import { bilingual, inLanguage } from "../../diagnostics/language.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { DocumentStatement } from "../../syntax/ast.ts";
import { quote } from "../../syntax/text-literal.ts";
import { resolveProgramPath } from "../../text/program-path.ts";
import { replace } from "../code-actions/fix.ts";
import { relativePath } from "../completion-paths.ts";
import type { FeatureContext } from "../feature-context.ts";
import type { ComparisonFix, ComparisonRequest } from "./comparison-types.ts";

/** Where a plan names a document. */
export interface NamedDocument {
  readonly entry: Entry;
  readonly statement: DocumentStatement;
  readonly path: string;
}

/** The documents that the plans of the program name. */
export function namedDocuments({ program }: FeatureContext): readonly NamedDocument[] {
  return [...program.allFiles()].flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      (entry.parsed.declaration?.statements ?? []).flatMap((statement): NamedDocument[] => {
        if (statement.kind !== "document") return [];
        const resolution = resolveProgramPath(entry.path, statement.file.value);
        return resolution.kind === "path" ? [{ entry, statement, path: resolution.path }] : [];
      }),
    ),
  );
}

/** The plan's own facts: its number, and at last the document that it names. */
export function planFixes(
  context: FeatureContext,
  named: readonly NamedDocument[],
  { version, oldPath }: ComparisonRequest,
): readonly ComparisonFix[] {
  const { language } = context.settings;
  return named.flatMap(({ entry, statement, path }) => {
    const fixes: ComparisonFix[] = [];
    const number = entry.parsed.declaration?.statements.find((one) => one.kind === "number");
    const fresh = version.document.number;
    if (number?.kind === "number" && fresh !== null && fresh !== number.text.value)
      fixes.push({
        id: `${entry.path}#number`,
        was: number.text.value,
        title: inLanguage(bilingual("Update the plan’s number", "Cập nhật số của kế hoạch"), language),
        detail: `${number.text.value} → ${fresh}`,
        edits: new Map([[entry.path, [replace({ context, entry }, number.text, quote(fresh))]]]),
      });
    if (version.path !== null && path === oldPath && version.path !== oldPath) {
      const written = relativePath(entry.path, version.path);
      fixes.push({
        id: `${entry.path}#document`,
        was: statement.file.value,
        title: inLanguage(bilingual("Use the new document from now on", "Dùng văn bản mới từ nay"), language),
        detail: `${statement.file.value} → ${written}`,
        edits: new Map([[entry.path, [replace({ context, entry }, statement.file, quote(written))]]]),
      });
    }
    return fixes;
  });
}
