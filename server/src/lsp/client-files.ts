import type { Connection } from "vscode-languageserver";
import { maxCsvBytes, maxDocumentBytes, maxOfficeBytes, maxSourceBytes } from "../limits.ts";
import { decodeText } from "../text/decode-text.ts";
import { documentEndings, endingsOf, kindOf, sourceEndings, tableEndings } from "../text/file-kinds.ts";
import { pathBelow, uriBelow } from "./program-uri.ts";
import { listFilesRequest, readFileRequest } from "./protocol.ts";
import type { FolderAccess, LoadedReading, Runtime } from "./runtime.ts";

type Failure = Extract<LoadedReading, { readonly kind: "failure" }>;
type Reader<Reading> = (bytes: Uint8Array) => Reading | Promise<Reading>;

const unsupported: Failure = { kind: "failure", failure: "unsupported-format" };

/**
 * The files of a folder that only the client can reach: everything in a browser, virtual file systems elsewhere.
 *
 * @param readOffice where there is none, no office file is read
 */
export function createClientFolder(
  connection: Connection,
  folder: string,
  readOffice: Runtime["readOffice"],
): FolderAccess {
  async function read<Reading>(
    path: string,
    maxBytes: number,
    toReading: Reader<Reading>,
  ): Promise<Reading | Failure> {
    try {
      const answer = await connection.sendRequest(readFileRequest, { uri: uriBelow(folder, path), maxBytes });
      return answer.kind === "failure" ? answer : await toReading(bytesOf(answer.base64));
    } catch {
      return { kind: "failure", failure: "unreadable" };
    }
  }
  const list = async (endings: readonly string[]) => {
    const uris = await connection.sendRequest(listFilesRequest, { folder, endings });
    return uris.flatMap((uri) => pathBelow(folder, uri) ?? []);
  };
  return {
    listSources: () => list(sourceEndings),
    listDocuments: () => list(readOffice ? [...documentEndings, ...tableEndings] : endingsOf("text", "csv")),
    readSource: (path) => read(path, maxSourceBytes, decodeText),
    readDocument: async (path) => {
      const kind = kindOf(path);
      if (kind === "text") return read(path, maxDocumentBytes, decodeText);
      if (!readOffice || kind !== "word") return unsupported;
      const reading = await read(path, maxOfficeBytes, (bytes) => readOffice(bytes, "docx"));
      return reading.kind === "workbook" ? unsupported : reading;
    },
    readTable: async (path) => {
      const kind = kindOf(path);
      if (kind === "csv") return read(path, maxCsvBytes, (bytes) => ({ kind: "bytes", bytes }));
      if (!readOffice || kind !== "workbook") return unsupported;
      return read(path, maxOfficeBytes, (bytes) => readOffice(bytes, "xlsx"));
    },
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
