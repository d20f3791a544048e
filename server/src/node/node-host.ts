import { readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { FileReading, Host } from "../host.ts";
import { maxDocumentBytes } from "../limits.ts";
import { extensionOf } from "../text/program-path.ts";
import { isInside } from "./program-paths.ts";
import { failureOf, readTextFile, type TextFileReading } from "./read-text-file.ts";

/**
 * The world of a program on a disk.
 *
 * @param root absolute path of the program's root, with links resolved
 * @param log takes a line for whoever looks into the log
 */
export function createNodeHost(root: string, log: (message: string) => void): Host {
  return { log, readDocument: (path) => readBelowRoot(root, path) };
}

/** Endings of plan documents that can be read; a .docx, .doc or .pdf is made into text by its owner. */
const documentExtensions: ReadonlySet<string> = new Set([".txt", ".md"]);

function readBelowRoot(root: string, path: string): FileReading {
  if (!documentExtensions.has(extensionOf(path))) return { kind: "failure", failure: "unsupported-format" };
  return readFileInside(root, findOnDisk(root, path), maxDocumentBytes);
}

/**
 * Reads a file of the program, looking where it really is: a link that leads out of the root is refused.
 *
 * @param path absolute, spelled as on the disk
 */
export function readFileInside(root: string, path: string, maxBytes: number): TextFileReading {
  try {
    const real = realpathSync(path);
    if (!isInside(root, real)) return { kind: "failure", failure: "outside-root" };
    return readTextFile(real, maxBytes);
  } catch (error) {
    return { kind: "failure", failure: failureOf(error) };
  }
}

/** The spelling that a path has on the disk: names compare in NFC, and a disk may hold them decomposed. */
export function findOnDisk(root: string, path: string): string {
  let found = root;
  for (const name of path.split("/")) found = join(found, spellingIn(found, name));
  return found;
}

function spellingIn(folder: string, name: string): string {
  // Only letters beyond ASCII can be spelled in two ways.
  if (/^[\u0000-\u007f]*$/.test(name)) return name;
  try {
    const names = readdirSync(folder);
    return names.includes(name) ? name : (names.find((other) => other.normalize("NFC") === name) ?? name);
  } catch {
    return name;
  }
}
