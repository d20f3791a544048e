import { realpathSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { maxSourceBytes } from "../limits.ts";
import type { FolderAccess, LoadedReading } from "../lsp/runtime.ts";
import { createNodeHost, isOfficeDocument, readFileInside, readOfficeDocument } from "./node-host.ts";
import { isBdgFile, skippedFolders } from "./scan-files.ts";

/**
 * A workspace folder on the disk.
 *
 * @param folder absolute path
 */
export function createDiskFolder(folder: string): FolderAccess {
  const root = realPath(folder);
  const host = createNodeHost(root, () => {});
  return {
    listSources: () => listSources(root),
    readSource: (path): LoadedReading => readFileInside(root, join(root, path), maxSourceBytes),
    readDocument: (path) =>
      isOfficeDocument(path) ? readOfficeDocument(root, path) : host.readDocument(path),
  };
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    // It will be found to hold nothing.
    return folder;
  }
}

/** What the command line finds, one folder after the other, so that the editor is answered in between. */
async function listSources(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (isBdgFile(entry, path)) found.push(relative(root, path).split(sep).join("/"));
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) waiting.push(path);
    }
  }
  return found;
}
