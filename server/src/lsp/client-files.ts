import type { Connection } from "vscode-languageserver";
import { maxCsvBytes, maxDocumentBytes, maxSourceBytes } from "../limits.ts";
import { type DecodedText, decodeTableText, decodeText } from "../text/decode-text.ts";
import { pathBelow, uriBelow } from "./program-uri.ts";
import { listFilesRequest, readFileRequest } from "./protocol.ts";
import type { FolderAccess, LoadedReading } from "./runtime.ts";

type Failure = Extract<LoadedReading, { readonly kind: "failure" }>;

/** The files of a folder that only the client can reach: everything in a browser, virtual file systems elsewhere. */
export function createClientFolder(connection: Connection, folder: string): FolderAccess {
  const read = async (
    path: string,
    maxBytes: number,
    decode = decodeText,
  ): Promise<DecodedText | Failure> => {
    try {
      const answer = await connection.sendRequest(readFileRequest, { uri: uriBelow(folder, path), maxBytes });
      return answer.kind === "failure" ? answer : decode(bytesOf(answer.base64));
    } catch {
      return { kind: "failure", failure: "unreadable" };
    }
  };
  const list = async (...endings: readonly string[]) => {
    const uris = await connection.sendRequest(listFilesRequest, { folder, endings });
    return uris.flatMap((uri) => pathBelow(folder, uri) ?? []);
  };
  return {
    listSources: () => list(".bdg"),
    listDocuments: () => list(".txt", ".md"),
    readSource: (path) => read(path, maxSourceBytes),
    readDocument: (path) =>
      /\.(?:txt|md)$/i.test(path)
        ? read(path, maxDocumentBytes)
        : { kind: "failure", failure: "unsupported-format" },
    readTable: (path) =>
      /\.csv$/i.test(path)
        ? read(path, maxCsvBytes, decodeTableText)
        : { kind: "failure", failure: "unsupported-format" },
  };
}

/** A folder that nobody can reach: only what is open in the editor is there, and nothing is known of documents. */
export const unreachableFolder: FolderAccess = {
  listSources: () => Promise.resolve([]),
  readSource: () => ({ kind: "failure", failure: "missing" }),
  readDocument: () => ({ kind: "pending" }),
  readTable: () => ({ kind: "pending" }),
};

/** There in Node and in every browser, but not in the language's own library of types. */
declare const atob: (base64: string) => string;

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
