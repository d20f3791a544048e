import { readFileSync, statSync } from "node:fs";
import { extname } from "node:path";
import type { FileFailure, FileReading, TableReading } from "../host.ts";
import { maxDocumentBytes, maxOfficeBytes } from "../limits.ts";
import { readDocxText } from "../office/docx/docx-text.ts";
import { OfficeError } from "../office/office-error.ts";
import { readWorkbook } from "../office/xlsx/workbook.ts";
import { failureOf } from "./read-text-file.ts";

/** What a process is started with to read one office file, print what it read as JSON, and end. */
export const officeWord = "--read-office-file";

/**
 * Runs in a process of its own, which may run out of memory or be killed: reads the file and prints a FileReading of a .docx,
 * a TableReading of an .xlsx.
 *
 * @param path an absolute path that may be read
 */
export function printOfficeFile(path: string): void {
  process.stdout.write(JSON.stringify(readOfficeFile(path)));
}

function readOfficeFile(path: string): FileReading | TableReading {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return failure("is-a-folder");
    if (!stats.isFile()) return failure("unreadable");
    if (stats.size > maxOfficeBytes) return failure("too-large");
    const bytes = readFileSync(path);
    if (extname(path).toLowerCase() === ".xlsx") return { kind: "workbook", sheets: readWorkbook(bytes) };
    const { text, rows } = readDocxText(bytes);
    return text.length > maxDocumentBytes ? failure("too-large") : { kind: "text", text, rows };
  } catch (error) {
    return failure(error instanceof OfficeError ? error.failure : failureOf(error));
  }
}

function failure(reason: FileFailure): { readonly kind: "failure"; readonly failure: FileFailure } {
  return { kind: "failure", failure: reason };
}
