import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import packageJson from "../../../package.json" with { type: "json" };
import { createMessageGate } from "../lsp/message-gate.ts";
import { startServer } from "../lsp/start-server.ts";
import { isOfficeWorker, serveOfficeFile } from "./office-worker.ts";
import { browserRuntime } from "./server-runtime.ts";

/** The entry of dist/browser/server.js: the language server in a web worker, which reads office files in others. */

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

if (isOfficeWorker()) serveOfficeFile();
else serve();

function serve(): void {
  const gate = createMessageGate();
  const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), gate);
  startServer({ connection, gate }, browserRuntime, packageJson.version);
}
