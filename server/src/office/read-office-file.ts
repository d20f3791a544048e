import type { FileFailure, FileReading, TableReading } from "../host.ts";
import { maxDocumentBytes, maxOfficeBytes } from "../limits.ts";
import { readDocxText } from "./docx/docx-text.ts";
import { OfficeError } from "./office-error.ts";
import { readWorkbook } from "./xlsx/workbook.ts";

/** The kinds of office files that are read. */
export type OfficeKind = "docx" | "xlsx";

/** What a file of each kind is read into, at once. */
export type OfficeReading = Exclude<FileReading | TableReading, { readonly kind: "pending" | "bytes" }>;

/**
 * Reads an office file: the text of a .docx, the sheets of an .xlsx, or why not. A hostile file may take all the time
 * and memory there are: only to be called where that does no harm, in a process or worker that can be ended.
 *
 * @throws what is no fault of the file, such as having no more memory
 */
export function readOfficeBytes(bytes: Uint8Array, kind: OfficeKind): OfficeReading {
  if (bytes.length > maxOfficeBytes) return failure("too-large");
  try {
    if (kind === "xlsx") return { kind: "workbook", sheets: readWorkbook(bytes) };
    const { text, rows, unread } = readDocxText(bytes);
    if (text.length > maxDocumentBytes) return failure("too-large");
    return { kind: "text", text, rows, ...(unread.length > 0 && { unread }) };
  } catch (error) {
    if (error instanceof OfficeError) return failure(error.failure);
    throw error;
  }
}

function failure(reason: FileFailure): OfficeReading {
  return { kind: "failure", failure: reason };
}
