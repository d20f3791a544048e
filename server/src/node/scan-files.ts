import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What was found below a folder; absolute paths, spelled as on the disk. */
export interface FolderScan {
  /** Everything whose name ends in `.bdg`, a folder of such a name too: it is reported, not passed over. */
  readonly files: readonly string[];
  readonly unreadableFolders: readonly string[];
}

/** Folders in which nobody keeps plans, and which may hold a hundred thousand files. */
export const skippedFolders: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/** Finds every .bdg file below a folder. Links to folders are not followed, so a scan always ends. */
export function scanFolder(root: string): FolderScan {
  const files: string[] = [];
  const unreadableFolders: string[] = [];
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = readFolder(folder);
    if (!entries) unreadableFolders.push(folder);
    for (const entry of entries ?? []) {
      const path = join(folder, entry.name);
      if (isBdgFile(entry, path)) files.push(path);
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) waiting.push(path);
    }
  }
  return { files, unreadableFolders };
}

function readFolder(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

/** Whether an entry of a folder counts as a .bdg file; `path` is its absolute path. */
export function isBdgFile(entry: Dirent, path: string): boolean {
  if (!hasBdgEnding(entry.name)) return false;
  return !(entry.isSymbolicLink() && leadsToFolder(path));
}

/** A file is a .bdg file by its name alone; capitals don't matter, as on Windows. */
export function hasBdgEnding(name: string): boolean {
  return /.\.bdg$/i.test(name);
}

function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
