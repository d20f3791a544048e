import { documentProblems } from "../diagnostics/catalog-documents.ts";
import type { LoadedProgram } from "./load-program.ts";
import { plainText } from "./plain-text.ts";
import { complain, type RunContext } from "./run-context.ts";

/** A line of complaint where there are errors in the files of a table: what they concern may not be in it. */
export function complainOfErrors(context: RunContext, loaded: LoadedProgram): void {
  const { service, shownPath } = loaded;
  const counts = filesOfTable(loaded).map((path) => ({
    path: shownPath(path),
    count: service
      .problemsOf(path)
      // What is wrong with a document leaves the plan's own words and numbers as they are.
      .filter(({ code, severity }) => severity === "error" && !Object.hasOwn(documentProblems, code)).length,
  }));
  const withErrors = counts.filter(({ count }) => count > 0);
  if (withErrors.length === 0) return;
  const rest = withErrors.length - mostNamed;
  const named = withErrors.slice(0, mostNamed).map(({ path }) => plainText(path));
  complain(context, "table-incomplete", {
    count: withErrors.reduce((sum, { count }) => sum + count, 0),
    files: [...named, ...(rest > 0 ? [`… (+${rest})`] : [])].join(", "),
  });
}

const mostNamed = 5;

/** The files asked for and those that use them, in as many steps as it takes: their values count as well. */
function filesOfTable({ service, selected }: LoadedProgram): readonly string[] {
  const users = new Map<string, string[]>();
  for (const path of service.paths()) {
    for (const link of service.documentLinks(path)) {
      if (!("path" in link)) continue;
      const known = users.get(link.path);
      if (known) known.push(path);
      else users.set(link.path, [path]);
    }
  }
  const found = new Set(selected);
  // What is added while the set is gone through is gone through as well.
  for (const path of found) for (const user of users.get(path) ?? []) found.add(user);
  return [...found].sort();
}
