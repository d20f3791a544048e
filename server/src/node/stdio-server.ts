import { Console } from "node:console";
import { createConnection } from "vscode-languageserver/node";
import packageJson from "../../../package.json" with { type: "json" };
import { createMessageGate } from "../lsp/message-gate.ts";
import { startServer } from "../lsp/start-server.ts";
import { FramedReader } from "./framed-reader.ts";
import { FramedWriter } from "./framed-writer.ts";
import { keepYoungHeapSmall } from "./heap.ts";
import { endWith, installLastWords } from "./last-words.ts";
import { nodeRuntime } from "./server-runtime.ts";

/**
 * The language server on standard input and output. Ends the process itself: with 0 after `shutdown` and `exit`, with
 * 1 when the client leaves without them, when what it sends is no message, and after a fault of ours.
 */
export function serveOnStandardStreams(): Promise<number> {
  installLastWords();
  keepYoungHeapSmall();
  // Standard output belongs to the protocol: one stray line from anywhere would end the conversation.
  globalThis.console = new Console(process.stderr, process.stderr);
  const gate = createMessageGate();
  const reader = new FramedReader(process.stdin);
  reader.onError((error) => endWith(`what the client sent can't be read: ${error.message}`));
  const connection = createConnection(reader, new FramedWriter(process.stdout), gate);
  let wasShutDown = false;
  reader.onClose(() => process.exit(wasShutDown ? 0 : 1));
  process.stdout.on("error", () => process.exit(1));
  startServer({ connection, gate }, nodeRuntime, packageJson.version, () => {
    wasShutDown = true;
  });
  return new Promise(() => {});
}
