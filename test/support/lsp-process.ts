import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { LspClient } from "./lsp-client.ts";

export const projectFolder = join(import.meta.dirname, "..", "..");

/** The built server as a process of its own, on its standard streams. */
export interface ServerProcess {
  readonly process: ChildProcessWithoutNullStreams;
  /** Resolves with the exit status, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** What it said on standard error. */
  errors(): string;
  /** Begins to speak the protocol with it. */
  client(): LspClient;
}

export function startProcess(): ServerProcess {
  const child = spawn(process.execPath, [join(projectFolder, "dist", "bdg.js"), "lsp", "--stdio"]);
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += String(chunk);
  });
  // Writing to a process that has just ended is a part of these tests.
  child.stdin.on("error", () => {});
  onTestFinished(() => void child.kill("SIGKILL"));
  return {
    process: child,
    ended: once(child, "exit").then(([status, signal]: (number | string)[]) => status ?? signal ?? "?"),
    errors: () => errors,
    client: () => {
      const connection = createMessageConnection(
        new StreamMessageReader(child.stdout),
        new StreamMessageWriter(child.stdin),
      );
      connection.onError(() => {});
      onTestFinished(() => connection.dispose());
      return new LspClient(connection);
    },
  };
}
