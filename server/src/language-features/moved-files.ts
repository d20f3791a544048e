import { resolveProgramPath } from "../text/program-path.ts";
import { relativePath } from "./completion-paths.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { FileEdit } from "./feature-types.ts";
import { writtenPaths } from "./written-paths.ts";

/** A file or folder that gets another path; both below the root. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/**
 * The edits that keep every path leading where it led when files are moved: those that lead to a moved file, and those
 * written in one. By the paths that files have before they are moved.
 */
export function getMovedFileEdits(
  context: FeatureContext,
  moves: readonly FileMove[],
): ReadonlyMap<string, readonly FileEdit[]> {
  context.refresh();
  const edits = new Map<string, readonly FileEdit[]>();
  for (const path of context.program.paths()) {
    const here = editsIn(context, path, moves);
    if (here.length > 0) edits.set(path, here);
  }
  return edits;
}

function editsIn(context: FeatureContext, path: string, moves: readonly FileMove[]): readonly FileEdit[] {
  const newPath = moved(path, moves);
  return (context.program.file(path)?.entries ?? []).flatMap((entry) =>
    writtenPaths(entry).flatMap(({ value, inside, isPath }) => {
      const resolved = resolveProgramPath(path, value);
      if (resolved.kind !== "path") return [];
      const target = moved(resolved.path, moves);
      // Evidence is a path only if the file that it would be is moved.
      if (target === resolved.path && (newPath === path || !isPath)) return [];
      const written = relativePath(newPath, target);
      if (written === value.normalize("NFC") || /["\r\n]/.test(written)) return [];
      return [{ range: context.reporter.rangeOf({ source: entry, span: inside }), text: written }];
    }),
  );
}

/** Where a path is afterwards; a folder takes along what lies in it. */
function moved(path: string, moves: readonly FileMove[]): string {
  for (const { from, to } of moves) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return path;
}
