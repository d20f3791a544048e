import { realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** A path below a root as the program writes it: with `/`, in NFC. Empty for the root itself. */
export function toProgramPath(root: string, path: string): string {
  const below = relative(root, path);
  return (sep === "/" ? below : below.split(sep).join("/")).normalize("NFC");
}

/** Whether `path` is `folder` or lies below it. Both absolute, with links resolved. */
export function isInside(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return below === "" || (below !== ".." && !below.startsWith(`..${sep}`) && !isAbsolute(below));
}

/**
 * The place of a file or folder after the links of the folder it stands in are resolved. The name itself is kept:
 * a link to a file is a file of the folder that holds the link. Throws what the file system throws.
 */
export function placeOf(path: string): string {
  const absolute = resolve(path);
  if (statSync(absolute).isDirectory()) return realpathSync(absolute);
  return join(realpathSync(dirname(absolute)), basename(absolute));
}
