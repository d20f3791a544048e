import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isInside } from "./program-paths.ts";

/**
 * The folder whose .bdg files make up the program, where `--root` does not name one: the git work tree that holds
 * the paths, else the folder of the file named (of several, the nearest folder that holds them all).
 *
 * @param places absolute paths of files and folders that exist, at least one
 */
export function findProgramRoot(places: readonly string[]): string {
  const common = places.map(folderOf).reduce(commonFolder);
  return findWorkTree(common) ?? common;
}

function folderOf(place: string): string {
  return statSync(place).isDirectory() ? place : dirname(place);
}

function commonFolder(a: string, b: string): string {
  let folder = a;
  while (!isInside(folder, b)) folder = dirname(folder);
  return folder;
}

/** The nearest folder upward with a `.git`: a folder, or in a linked work tree a file. */
export function findWorkTree(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
