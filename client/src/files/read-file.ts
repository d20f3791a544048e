import { FileSystemError, FileType, Uri, workspace } from "vscode";
import type { ReadFileResult } from "../../../server/src/lsp/protocol.ts";

/** There in Node and in every browser, but not in the language's own library of types. */
declare const btoa: (letters: string) => string;

/**
 * The bytes of a file. Where it leads cannot be told of a link in a virtual file system,
 * so none is followed, neither the file nor a folder on the way to it.
 *
 * @param maxBytes a larger file is `too-large` and, where its size is known, not read
 * @returns the bytes, or why there are none; nothing of a refused file is given back
 */
export async function readFile(uri: Uri, maxBytes: number): Promise<ReadFileResult> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) !== 0) return failure("is-a-folder");
    if (size > maxBytes) return failure("too-large");
    if ((type & FileType.SymbolicLink) !== 0 || (await standsBehindLink(uri))) return failure("outside-root");
    const bytes = await workspace.fs.readFile(uri);
    if (bytes.length > maxBytes) return failure("too-large");
    return { kind: "bytes", base64: toBase64(bytes) };
  } catch (error) {
    return failure(failureOf(error));
  }
}

async function standsBehindLink(uri: Uri): Promise<boolean> {
  const root = workspace.getWorkspaceFolder(uri)?.uri;
  if (root === undefined) return false;
  for (let folder = Uri.joinPath(uri, ".."); folder.path.length > root.path.length; ) {
    if (((await workspace.fs.stat(folder)).type & FileType.SymbolicLink) !== 0) return true;
    folder = Uri.joinPath(folder, "..");
  }
  return false;
}

type Failure = Extract<ReadFileResult, { readonly kind: "failure" }>["failure"];

function failure(reason: Failure): ReadFileResult {
  return { kind: "failure", failure: reason };
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof FileSystemError)) return "unreadable";
  if (error.code === "FileNotFound" || error.code === "FileNotADirectory") return "missing";
  return error.code === "FileIsADirectory" ? "is-a-folder" : "unreadable";
}

function toBase64(bytes: Uint8Array): string {
  let letters = "";
  // More arguments than this are too many for one call.
  for (let i = 0; i < bytes.length; i += 0x8000)
    letters += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(letters);
}
