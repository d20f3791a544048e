import type { Uri } from "vscode";

/** The last part of a file's path. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
