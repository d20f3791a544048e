import { readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { FileFailure, FileReading, Host, TableReading } from "../host.ts";
import { maxCsvBytes, maxDocumentBytes } from "../limits.ts";
import type { LoadedReading, LoadedTable } from "../lsp/runtime.ts";
import type { OfficeReading } from "../office/read-office-file.ts";
import { kindOf } from "../text/file-kinds.ts";
import { createOfficeFiles } from "./office-files.ts";
import { isInside } from "./program-paths.ts";
import { readOfficeFileNow } from "./read-office-file.ts";
import { failureOf, readFileBytes, readTextFile, type TextFileReading } from "./read-text-file.ts";

/**
 * The world of a program on a disk.
 *
 * @param root absolute path of the program's root, with links resolved
 * @param log takes a line for whoever looks into the log
 */
export function createNodeHost(root: string, log: (message: string) => void): Host {
  return {
    log,
    readDocument: (path) => readDocumentBelow(root, path),
    readTable: (path) => readTableBelow(root, path),
  };
}

function readDocumentBelow(root: string, path: string): FileReading {
  const place = findOnDisk(root, path);
  const kind = kindOf(path);
  if (kind === "text") return readFileInside(root, place, maxDocumentBytes);
  return kind === "word" ? asDocument(whereInside(root, place, readOfficeFileNow)) : unsupported;
}

function readTableBelow(root: string, path: string): TableReading {
  const place = findOnDisk(root, path);
  const kind = kindOf(path);
  if (kind === "csv") return whereInside(root, place, (real) => readFileBytes(real, maxCsvBytes));
  return kind === "workbook" ? asTable(whereInside(root, place, readOfficeFileNow)) : unsupported;
}

const unsupported = { kind: "failure", failure: "unsupported-format" } as const;

const readOfficeFile = createOfficeFiles();

/**
 * A .docx or .xlsx of the program, read while the caller goes on.
 *
 * @param root absolute path of the program's root, with links resolved
 * @param path below the root
 */
export async function readOfficeDocument(root: string, path: string): Promise<LoadedReading> {
  return asDocument(await whereInside(root, findOnDisk(root, path), readOfficeFile));
}

export async function readOfficeTable(root: string, path: string): Promise<LoadedTable> {
  return asTable(await whereInside(root, findOnDisk(root, path), readOfficeFile));
}

/** A .docx that was named on the command line; the caller decided that it may be read. */
export function readOfficeDocumentNow(path: string): LoadedReading {
  return asDocument(readOfficeFileNow(path));
}

function asDocument(reading: OfficeReading): LoadedReading {
  return reading.kind === "workbook" ? unsupported : reading;
}

function asTable(reading: OfficeReading): LoadedTable {
  return reading.kind === "text" ? unsupported : reading;
}

/** Reads a file where it really is, if that is below the root and it is there. */
function whereInside<Reading>(
  root: string,
  path: string,
  read: (place: string) => Reading,
): Reading | { readonly kind: "failure"; readonly failure: FileFailure } {
  try {
    const real = realpathSync(path);
    return isInside(root, real) ? read(real) : { kind: "failure", failure: "outside-root" };
  } catch (error) {
    return { kind: "failure", failure: failureOf(error) };
  }
}

/**
 * Reads a file of the program, looking where it really is: a link that leads out of the root is refused.
 *
 * @param path absolute, spelled as on the disk
 */
export function readFileInside(root: string, path: string, maxBytes: number): TextFileReading {
  return whereInside(root, path, (real) => readTextFile(real, maxBytes));
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
