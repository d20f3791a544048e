import { closeSync, fstatSync, openSync, readFileSync, statSync } from "node:fs";
import type { FileFailure } from "../host.ts";

export type TextFileReading =
  | {
      readonly kind: "text";
      readonly text: string;
      /** There where the file began with a byte-order mark, for whoever writes it again. */
      readonly hasByteOrderMark?: true;
    }
  | { readonly kind: "failure"; readonly failure: FileFailure };

/**
 * The text of a file, without its byte-order mark.
 *
 * @param path a path of the file system; links are followed, so the caller decides first whether it may be read
 * @param maxBytes a larger file is `too-large` and not read
 * @returns the text, or why there is none; nothing of a refused file is given back
 */
export function readTextFile(path: string, maxBytes: number): TextFileReading {
  try {
    // Before it is opened: opening a named pipe would wait for its writer for ever.
    const refusal = refusalOf(statSync(path), maxBytes);
    if (refusal) return failure(refusal);
    return decodeText(readOpened(path, maxBytes));
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
  if (!stats.isFile()) return "unreadable";
  return stats.size > maxBytes ? "too-large" : undefined;
}

function decodeText(bytes: Uint8Array | FileFailure): TextFileReading {
  if (typeof bytes === "string") return failure(bytes);
  // UTF-16 is full of NULs, but "save it as UTF-8" helps its owner more than "this is no text".
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return failure("not-utf8");
  if (bytes.includes(0)) return failure("binary");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return isMarked ? { kind: "text", text, hasByteOrderMark: true } : { kind: "text", text };
  } catch {
    return failure("not-utf8");
  }
}

/** What an exception of the file system means to the user. */
export function failureOf(error: unknown): FileFailure {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOENT":
    case "ENOTDIR":
      return "missing";
    case "EISDIR":
      return "is-a-folder";
    default:
      return "unreadable";
  }
}

function failure(reason: FileFailure): TextFileReading {
  return { kind: "failure", failure: reason };
}
