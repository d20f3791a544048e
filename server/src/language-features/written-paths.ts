import type { Entry } from "../semantics/entry.ts";
import type { Text } from "../syntax/ast.ts";
import type { TextSpan } from "../text/text-span.ts";

/** A text between quotation marks that may name another file. */
export interface WrittenPath {
  readonly value: string;
  /** Where it stands, without the quotation marks. */
  readonly inside: TextSpan;
  /** Whether it must be a path; evidence mostly is words, and may be a path. */
  readonly isPath: boolean;
}

/** What a declaration names other files by: `use`, `document`, `data`, and the evidence of values and tasks. */
export function writtenPaths({ parsed }: Entry): readonly WrittenPath[] {
  const { declaration } = parsed;
  if (!declaration) return [];
  const own =
    declaration.kind === "use" || declaration.kind === "data" ? [toPath(declaration.file, true)] : [];
  const inside = declaration.statements.flatMap((statement): WrittenPath[] => {
    if (statement.kind === "document") return [toPath(statement.file, true)];
    const evidence = "evidence" in statement ? statement.evidence : null;
    return evidence ? [toPath(evidence, false)] : [];
  });
  return [...own, ...inside];
}

function toPath({ value, start, end }: Text, isPath: boolean): WrittenPath {
  return { value, inside: { start: start + 1, end: Math.max(start + 1, end - 1) }, isPath };
}
