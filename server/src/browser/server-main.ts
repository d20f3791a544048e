import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import packageJson from "../../../package.json" with { type: "json" };
import { createMessageGate } from "../lsp/message-gate.ts";
import { startServer } from "../lsp/start-server.ts";
import { browserRuntime } from "./server-runtime.ts";

/** The entry of dist/browser/server.js: the language server in a web worker. */

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const gate = createMessageGate();
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), gate);
startServer({ connection, gate }, browserRuntime, packageJson.version);
