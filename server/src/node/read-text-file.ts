import { closeSync, fstatSync, openSync, readFileSync, statSync } from "node:fs";
import type { FileFailure } from "../host.ts";
import { type DecodedText, decodeText } from "../text/decode-text.ts";

interface Failure {
  readonly kind: "failure";
  readonly failure: FileFailure;
}

export type TextFileReading = DecodedText | Failure;

/**
 * The text of a file, without its byte-order mark.
 *
 * @param path a path of the file system; links are followed, so the caller decides first whether it may be read
 * @param maxBytes a larger file is `too-large` and not read
 * @returns the text, or why there is none; nothing of a refused file is given back
 */
export function readTextFile(path: string, maxBytes: number): TextFileReading {
  const reading = readFileBytes(path, maxBytes);
  return reading.kind === "bytes" ? decodeText(reading.bytes) : reading;
}

/** The bytes of a file, as `readTextFile` reads them. */
export function readFileBytes(
  path: string,
  maxBytes: number,
): { readonly kind: "bytes"; readonly bytes: Uint8Array } | Failure {
  try {
    // Before it is opened: opening a named pipe would wait for its writer for ever.
    const refusal = refusalOf(statSync(path), maxBytes);
    if (refusal) return failure(refusal);
    const bytes = readOpened(path, maxBytes);
    return typeof bytes === "string" ? failure(bytes) : { kind: "bytes", bytes };
  } catch (error) {
    return failure(failureOf(error));
  }
}

function readOpened(path: string, maxBytes: number): Uint8Array | FileFailure {
  const file = openSync(path, "r");
  try {
    return refusalOf(fstatSync(file), maxBytes) ?? readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function refusalOf(
  stats: { readonly size: number; isFile(): boolean; isDirectory(): boolean },
  maxBytes: number,
): FileFailure | undefined {
  if (stats.isDirectory()) return "is-a-folder";
  if (!stats.isFile()) return "not-a-file";
  return stats.size > maxBytes ? "too-large" : undefined;
}

/** What an exception of the file system means to the user. */
export function failureOf(error: unknown): FileFailure {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOENT":
    case "ENOTDIR":
      return "missing";
    case "EISDIR":
      return "is-a-folder";
    case "EACCES":
    case "EPERM":
      return "unreadable";
    default:
      return "system-error";
  }
}

function failure(reason: FileFailure): Failure {
  return { kind: "failure", failure: reason };
}
