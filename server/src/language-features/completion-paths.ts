import * as t from "../syntax/tokens.ts";
import { isTable, kindOf } from "../text/file-kinds.ts";
import type { CompletionPlace } from "./completion-place.ts";
import { mostEntries, searchText } from "./completion-search.ts";
import { tableTexts } from "./completion-tables.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { CompletionEntry, CompletionResult } from "./feature-types.ts";

/** Paths of files inside the quotes after `use`, `document` and `data`, and there what its table has. */
export function pathEntries(context: FeatureContext, place: CompletionPlace): CompletionResult {
  const [keyword, ...rest] = place.tokens;
  const isFirst = rest.every(({ tokenType }) => tokenType !== t.TextLiteral);
  const from = place.located.entry.path;
  const files =
    keyword?.keyword === "use" && !place.inBlock && isFirst
      ? context.program.paths()
      : place.declaration === "data"
        ? context.documentPaths().filter(isTable)
        : keyword?.keyword === "document" && place.declaration === "plan" && isFirst
          ? documentPaths(context)
          : [];
  const texts = place.declaration === "data" ? tableTexts(context, place) : undefined;
  const range = place.rangeFrom(place.text.length - place.typed.length);
  const all = texts ?? nearestFirst(from, files);
  const entries = all.slice(0, mostEntries).map(
    (path, i): CompletionEntry => ({
      label: path,
      kind: texts ? "value" : "file",
      detail: "",
      subject: null,
      insertText: path,
      snippet: null,
      range,
      filterText: searchText(path),
      sortText: `1${String(i).padStart(4, "0")}`,
    }),
  );
  return { entries, isIncomplete: all.length > mostEntries };
}

/** Files that may be a plan's document; what tells of a folder is none. */
export function documentPaths(context: FeatureContext): readonly string[] {
  return context
    .documentPaths()
    .filter((path) => kindOf(path) !== "source" && !isTable(path) && !about.test(path));
}

const about = /(?:^|\/)(?:readme|changelog|license|contributing)[^/]*$/i;

/** How a file says the paths of others, those of its own folder first. */
export function nearestFirst(from: string, paths: readonly string[]): readonly string[] {
  return paths
    .filter((path) => path !== from)
    .map((path) => relativePath(from, path))
    .sort((a, b) => steps(a) - steps(b) || (a < b ? -1 : 1));
}

function steps(path: string): number {
  return path.split("/").length;
}

/** How a file says the path of another: `../national/plan.bdg`. Both are below the program's root. */
export function relativePath(from: string, to: string): string {
  const folders = from.split("/").slice(0, -1);
  const parts = to.split("/");
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared])
    shared += 1;
  return [...folders.slice(shared).map(() => ".."), ...parts.slice(shared)].join("/");
}
