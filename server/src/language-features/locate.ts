import type { Entry } from "../semantics/entry.ts";
import { entryIndexAt, type ProgramFile } from "../semantics/program.ts";
import { lineStarts, offsetAt, type Position } from "../text/line-index.ts";
import type { TextSpan } from "../text/text-span.ts";
import type { FeatureContext } from "./feature-context.ts";

/** A position as the declaration that holds it and the offset in the declaration's own text. */
export interface Located {
  readonly file: ProgramFile;
  readonly index: number;
  readonly entry: Entry;
  readonly offset: number;
}

/** Where a position lies; undefined where there is no such .bdg file. */
export function locate(context: FeatureContext, path: string, position: Position): Located | undefined {
  context.refresh();
  const file = context.program.file(path);
  const index = file ? entryIndexAt(file.entries, position.line) : 0;
  const entry = file?.entries[index];
  if (!file || !entry) return undefined;
  const line = position.line - entry.firstLine;
  const offset = offsetAt(entry.text, lineStarts(entry.text), { line, character: position.character });
  return { file, index, entry, offset };
}

/** Does a cursor at an offset touch a span? The place just behind its last letter counts. */
export function touches(span: TextSpan, offset: number): boolean {
  return span.start <= offset && offset <= span.end && span.start < span.end;
}

/** The span under a cursor: the one that begins at it or holds it, before the one that ends there. */
export function spanAt<Item>(
  items: readonly Item[],
  offset: number,
  spanOf: (item: Item) => TextSpan,
): Item | undefined {
  let ending: Item | undefined;
  for (const item of items) {
    const span = spanOf(item);
    if (!touches(span, offset)) continue;
    if (offset < span.end) return item;
    ending ??= item;
  }
  return ending;
}
