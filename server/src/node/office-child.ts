import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { FileFailure } from "../host.ts";
import { maxOfficeBytes } from "../limits.ts";
import { type OfficeKind, type OfficeReading, readOfficeBytes } from "../office/read-office-file.ts";
import { kindOf } from "../text/file-kinds.ts";
import { failureOf } from "./read-text-file.ts";

/**
 * Runs in a process of its own, which may run out of memory or be killed: reads a file and prints an OfficeReading.
 *
 * @param words the absolute path of a file that may be read; or `-` and the kind of the file that is the standard input
 */
export function printOfficeFile([path = "", kind]: readonly string[]): void {
  process.stdout.write(JSON.stringify(path === "-" ? readInput(kind as OfficeKind) : readOfficeFile(path)));
}

function readInput(kind: OfficeKind): OfficeReading {
  return readOfficeBytes(readFileSync(0), kind);
}

function readOfficeFile(path: string): OfficeReading {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return failure("is-a-folder");
    if (!stats.isFile()) return failure("not-a-file");
    if (stats.size > maxOfficeBytes) return failure("too-large");
    return readOfficeBytes(readFileSync(path), kindOf(basename(path)) === "workbook" ? "xlsx" : "docx");
  } catch (error) {
    return failure(error instanceof RangeError ? "too-complex" : failureOf(error));
  }
}

function failure(reason: FileFailure): OfficeReading {
  return { kind: "failure", failure: reason };
}
