import { type Dirent, lstatSync, realpathSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { maxSourceBytes } from "../limits.ts";
import type { FolderAccess, LoadedReading } from "../lsp/runtime.ts";
import { isPassedOver, isPlanDocument, isTable, kindOf } from "../text/file-kinds.ts";
import {
  createNodeHost,
  findOnDisk,
  readFileInside,
  readOfficeDocument,
  readOfficeTable,
} from "./node-host.ts";
import { isBdgFile } from "./scan-files.ts";

/**
 * A workspace folder on the disk.
 *
 * @param folder absolute path
 */
export function createDiskFolder(folder: string): FolderAccess {
  const root = realPath(folder);
  const host = createNodeHost(root, () => {});
  let unreadable: readonly string[] = [];
  return {
    listSources: async () => {
      const listed = await listFiles(root, isBdgFile);
      unreadable = listed.unreadable;
      return listed.found;
    },
    unreadableFolders: () => unreadable,
    listDocuments: async () => (await listFiles(root, isDocument)).found,
    isFolder: (path) => isFolder(findOnDisk(root, path)),
    readSource: (path): LoadedReading => readFileInside(root, join(root, path), maxSourceBytes),
    readDocument: (path) =>
      kindOf(path) === "word" ? readOfficeDocument(root, path) : host.readDocument(path),
    readTable: (path) => (kindOf(path) === "workbook" ? readOfficeTable(root, path) : host.readTable!(path)),
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

/** A link to a folder is none: it is not followed. */
function isFolder(place: string): boolean {
  try {
    return lstatSync(place).isDirectory();
  } catch {
    return false;
  }
}

/** By its name; a folder of such a name is looked into all the same. */
function isDocument(entry: Dirent): boolean {
  return !entry.isDirectory() && (isPlanDocument(entry.name) || isTable(entry.name));
}

/** Walks as the command line does, one folder after the other, so that the editor is answered in between. */
async function listFiles(
  root: string,
  isWanted: (entry: Dirent, path: string) => boolean,
): Promise<{ readonly found: readonly string[]; readonly unreadable: readonly string[] }> {
  const found: string[] = [];
  const unreadable: string[] = [];
  const pathOf = (place: string) => relative(root, place).split(sep).join("/");
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      // What is gone meanwhile is told of by whoever watches the folder.
      if (error.code !== "ENOENT" && error.code !== "ENOTDIR") unreadable.push(pathOf(folder));
      return [];
    });
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (isWanted(entry, path)) found.push(pathOf(path));
      if (entry.isDirectory() && !isPassedOver(entry.name)) waiting.push(path);
    }
  }
  return { found, unreadable };
}
