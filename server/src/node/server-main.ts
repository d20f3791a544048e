import { createConnection, IPCMessageReader, IPCMessageWriter } from "vscode-languageserver/node";
import packageJson from "../../../package.json" with { type: "json" };
import { createMessageGate } from "../lsp/message-gate.ts";
import { startServer } from "../lsp/start-server.ts";
import { keepYoungHeapSmall } from "./heap.ts";
import { installLastWords } from "./last-words.ts";
import { officeWord } from "./read-office-file.ts";
import { nodeRuntime } from "./server-runtime.ts";

/**
 * The entry of dist/server.js, which the extension starts as a process of its own and talks to over its channel; a
 * .docx is read by a further process of the same file.
 */

if (process.argv[2] === officeWord)
  // What unpacks office files is loaded by the process that reads one.
  void import("./office-child.ts").then(({ printOfficeFile }) => printOfficeFile(process.argv.slice(3)));
else serve();

function serve(): void {
  installLastWords();
  keepYoungHeapSmall();
  // The editor is gone when its end of the channel is.
  process.on("disconnect", () => process.exit(1));
  const gate = createMessageGate();
  const connection = createConnection(new IPCMessageReader(process), new IPCMessageWriter(process), gate);
  startServer({ connection, gate }, nodeRuntime, packageJson.version);
}
