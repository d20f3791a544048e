import type { Entry } from "../semantics/entry.ts";
import type { Text } from "../syntax/ast.ts";

/** A text between quotation marks that may name another file. */
export interface WrittenPath {
  readonly text: Text;
  /** Whether it must be a path; evidence mostly is words, and may be a path. */
  readonly isPath: boolean;
}

/** What a declaration names other files by: `use`, `document`, `data`, and the evidence of values and tasks. */
export function writtenPaths({ parsed }: Entry): readonly WrittenPath[] {
  const { declaration } = parsed;
  if (!declaration) return [];
  const own =
    declaration.kind === "use" || declaration.kind === "data"
      ? [{ text: declaration.file, isPath: true }]
      : [];
  const inside = declaration.statements.flatMap((statement): WrittenPath[] => {
    if (statement.kind === "document") return [{ text: statement.file, isPath: true }];
    const evidence = "evidence" in statement ? statement.evidence : null;
    return evidence ? [{ text: evidence, isPath: false }] : [];
  });
  return [...own, ...inside];
}
