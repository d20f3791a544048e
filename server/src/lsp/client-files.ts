import type { Connection } from "vscode-languageserver";
import { maxDocumentBytes, maxSourceBytes } from "../limits.ts";
import { pathBelow, uriBelow } from "./program-uri.ts";
import { listFilesRequest, readFileRequest } from "./protocol.ts";
import type { FolderAccess, LoadedReading } from "./runtime.ts";

/** The files of a folder that only the client can reach: everything in a browser, virtual file systems elsewhere. */
export function createClientFolder(connection: Connection, folder: string): FolderAccess {
  const read = async (path: string, maxBytes: number): Promise<LoadedReading> => {
    try {
      return await connection.sendRequest(readFileRequest, { uri: uriBelow(folder, path), maxBytes });
    } catch {
      return { kind: "failure", failure: "unreadable" };
    }
  };
  return {
    listSources: async () => {
      const uris = await connection.sendRequest(listFilesRequest, { folder });
      return uris.flatMap((uri) => pathBelow(folder, uri) ?? []);
    },
    readSource: (path) => read(path, maxSourceBytes),
    readDocument: (path) =>
      /\.(?:txt|md)$/i.test(path)
        ? read(path, maxDocumentBytes)
        : { kind: "failure", failure: "unsupported-format" },
  };
}

/** A folder that nobody can reach: only what is open in the editor is there, and nothing is known of documents. */
export const unreachableFolder: FolderAccess = {
  listSources: () => Promise.resolve([]),
  readSource: () => ({ kind: "failure", failure: "missing" }),
  readDocument: () => ({ kind: "pending" }),
};
