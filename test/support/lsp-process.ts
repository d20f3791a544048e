import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { targets } from "../../esbuild.mjs";
import { LspClient } from "./lsp-client.ts";

export const projectFolder = join(import.meta.dirname, "..", "..");

/** Builds a file of dist/ as it is shipped, for the tests of a file; answers with its path. */
export function useBuilt(outfile: "dist/bdg.js" | "dist/server.js" | "dist/browser/server.js"): () => string {
  const folder = mkdtempSync(join(tmpdir(), "bdg-built-"));
  const built = join(folder, "built.cjs");
  beforeAll(async () => {
    const options = targets.find((one) => one.outfile === outfile)!;
    await build({ ...options, absWorkingDir: projectFolder, outfile: built });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => built;
}

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

/** @param nodeOptions words for Node before the program's own */
export function startProcess(bundle: string, nodeOptions: readonly string[] = []): ServerProcess {
  const child = spawn(process.execPath, [...nodeOptions, bundle, "lsp", "--stdio"]);
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
