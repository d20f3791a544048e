import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FileFailure } from "../host.ts";
import { failureOf } from "./read-text-file.ts";

/** What was found below a folder; absolute paths, spelled as on the disk. */
export interface FolderScan {
  /** Everything whose name ends in `.bdg` and that is no folder: of these the name says nothing. */
  readonly files: readonly string[];
  readonly unreadableFolders: readonly { readonly place: string; readonly failure: FileFailure }[];
}

/** Folders in which nobody keeps plans, and which may hold a hundred thousand files. */
export const skippedFolders: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/** Finds every .bdg file below a folder. Links to folders are not followed, so a scan always ends. */
export function scanFolder(root: string): FolderScan {
  const files: string[] = [];
  const unreadableFolders: { place: string; failure: FileFailure }[] = [];
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = readFolder(folder);
    if (typeof entries === "string") {
      unreadableFolders.push({ place: folder, failure: entries });
      continue;
    }
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (isBdgFile(entry, path)) files.push(path);
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) waiting.push(path);
    }
  }
  return { files, unreadableFolders };
}

function readFolder(folder: string): readonly Dirent[] | FileFailure {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return failureOf(error);
  }
}

/** Whether an entry of a folder counts as a .bdg file; `path` is its absolute path. */
export function isBdgFile(entry: Dirent, path: string): boolean {
  if (entry.isDirectory() || !hasBdgEnding(entry.name)) return false;
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
