import { type Disposable, Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ListFilesParams, ReadFileParams, ReadFileResult } from "../../../server/src/lsp/protocol.ts";
import { listFiles } from "./list-files.ts";
import { readFile } from "./read-file.ts";

/**
 * Answers what the server asks about files that it can't reach itself: all of them in a browser, those of virtual
 * file systems elsewhere. Everything goes through the editor's own file API.
 */
export function answerFileRequests(client: BaseLanguageClient): readonly Disposable[] {
  return [
    client.onRequest<string[], void>("bdg/listFiles", async ({ folder, endings }: ListFilesParams) => {
      const found = await listFiles(Uri.parse(folder), endings);
      return found.map((uri) => client.code2ProtocolConverter.asUri(uri));
    }),
    client.onRequest<ReadFileResult, void>("bdg/readFile", ({ uri, maxBytes }: ReadFileParams) => {
      return readFile(Uri.parse(uri), maxBytes);
    }),
  ];
}
