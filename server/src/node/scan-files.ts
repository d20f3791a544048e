import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FileFailure } from "../host.ts";
import { isPassedOver, kindOf } from "../text/file-kinds.ts";
import { failureOf } from "./read-text-file.ts";

/** What was found below a folder; absolute paths, spelled as on the disk. */
export interface FolderScan {
  /** Everything whose name ends in `.bdg` and that is no folder: of these the name says nothing. */
  readonly files: readonly string[];
  readonly unreadableFolders: readonly { readonly place: string; readonly failure: FileFailure }[];
}

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
      if (entry.isDirectory() && !isPassedOver(entry.name)) waiting.push(path);
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
  if (entry.isDirectory() || kindOf(entry.name) !== "source") return false;
  return !(entry.isSymbolicLink() && leadsToFolder(path));
}

function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
