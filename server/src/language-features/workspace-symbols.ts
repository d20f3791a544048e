import type { Place } from "../diagnostics/place.ts";
import { lineStarts, positionAt } from "../text/line-index.ts";
import { plainLetters } from "../text/nearest-word.ts";
import { resolveProgramPath } from "../text/program-path.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { WorkspaceSymbolResult } from "./feature-types.ts";

const mostSymbols = 500;

/**
 * Names and clauses of the whole program that have every word of the query in their name, their title or, for a clause,
 * its text; capitals and diacritics don't count. Those whose name begins with the query come first.
 */
export function getWorkspaceSymbols(
  context: FeatureContext,
  query: string,
): readonly WorkspaceSymbolResult[] {
  context.refresh();
  const words = plainLetters(query)
    .split(/\s+/u)
    .filter((word) => word !== "");
  const found = [...declared(context, words), ...(words.length > 0 ? clauses(context, words) : [])];
  const first = words[0] ?? "";
  const rank = ({ name }: WorkspaceSymbolResult): number => (plainLetters(name).startsWith(first) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, mostSymbols);
}

function declared({ program, reporter }: FeatureContext, words: readonly string[]): WorkspaceSymbolResult[] {
  return program.paths().flatMap((path) =>
    (program.file(path)?.entries ?? []).flatMap((entry) =>
      entry.facts.declared.flatMap(({ kind, name, title }): WorkspaceSymbolResult[] => {
        if (!hasAll(`${name.text} ${title}`, words)) return [];
        const place: Place = { source: entry, span: name };
        return [{ kind, name: name.text, title, path, range: reporter.rangeOf(place) }];
      }),
    ),
  );
}

function clauses(context: FeatureContext, words: readonly string[]): WorkspaceSymbolResult[] {
  return documentsOf(context).flatMap((path) => {
    const reading = context.documents.read(path);
    if (reading.kind !== "document") return [];
    const starts = lineStarts(reading.source.text);
    return reading.document.clauses.flatMap((clause): WorkspaceSymbolResult[] => {
      if (!hasAll(`${clause.address} ${clause.text}`, words)) return [];
      const { start, end } = clause.textSpan;
      const range = { start: positionAt(starts, start), end: positionAt(starts, end) };
      return [{ kind: "clause", name: clause.address, title: firstLine(clause.text), path, range }];
    });
  });
}

/** The documents that the plans name. */
function documentsOf({ program }: FeatureContext): readonly string[] {
  const paths = new Set<string>();
  for (const path of program.paths()) {
    for (const statement of program.file(path)?.plan?.parsed.declaration?.statements ?? []) {
      if (statement.kind !== "document") continue;
      const resolved = resolveProgramPath(path, statement.file.value);
      if (resolved.kind === "path") paths.add(resolved.path);
    }
  }
  return [...paths];
}

function hasAll(text: string, words: readonly string[]): boolean {
  const plain = plainLetters(text);
  return words.every((word) => plain.includes(word));
}

function firstLine(text: string): string {
  const line = text.split("\n", 1)[0]!;
  return line.length > 100 ? `${line.slice(0, 99).trimEnd()}…` : line;
}
