import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
} from "vscode-languageserver/node";
import { targets } from "../../esbuild.mjs";
import { LspClient, pullingClient, toUri } from "../support/lsp-client.ts";
import { projectFolder, useBuilt } from "../support/lsp-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const plan = 'indicator women "Women" {\n  unit percent\n  target 2024 >= 50%\n  measured 2024 = 40%\n}\n';
const browserBundle = useBuilt("dist/browser/server.js");
const ipcBundle = useBuilt("dist/server.js");
const browserTarget = () => targets.find((one) => one.outfile === "dist/browser/server.js")!;

describe("the server for a web worker", () => {
  test("holds none of Node's own modules, and nothing of the shells that need them", async () => {
    const { metafile } = await build({
      ...browserTarget(),
      absWorkingDir: projectFolder,
      write: false,
      metafile: true,
    });
    const inputs = Object.keys(metafile.inputs);
    expect(inputs).toContain("server/src/semantics/program.ts");
    expect(inputs.filter((path) => /server\/src\/(?:node|cli)\//.test(path))).toEqual([]);
    const text = readFileSync(browserBundle(), "utf8");
    const wanted = builtinModules.flatMap((name) => [
      `require("${name}")`,
      `require("node:${name}")`,
      `from"node:${name}"`,
    ]);
    expect(wanted.filter((one) => text.includes(one))).toEqual([]);
    expect(text).not.toMatch(/\brequire\("/);
  });

  test("an import of one of Node's modules in the core fails the build", async () => {
    const source = 'import { readFileSync } from "node:fs"; console.log(readFileSync);';
    const { entryPoints: _, ...options } = browserTarget();
    const building = build({
      ...options,
      absWorkingDir: projectFolder,
      write: false,
      logLevel: "silent",
      stdin: { contents: source, resolveDir: projectFolder },
    });
    await expect(building).rejects.toThrow(/node:fs/);
  });

  test("starts where there is nothing but what a worker has, and checks a plan that its client gives it", async () => {
    const client = startInBareContext(readFileSync(browserBundle(), "utf8"));
    client.connection.onRequest("bdg/listFiles", () => ["memfs:/w/plan.bdg"]);
    client.connection.onRequest("bdg/readFile", () => ({
      kind: "bytes",
      base64: Buffer.from(plan).toString("base64"),
    }));
    await client.initialize({ capabilities: pullingClient, folders: ["memfs:/w"], options: { files: true } });
    const problems = await client.problems("memfs:/w/plan.bdg");
    expect(problems.map(({ code }) => code)).toEqual(["target-missed"]);
  });
});

test("the server that the extension starts: over its process's channel, gone when the editor is", async () => {
  const folder = temporaryFolder({ "plan.bdg": plan });
  const child = fork(ipcBundle(), ["--node-ipc"]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const client = new LspClient(
    createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child)),
  );
  await client.initialize({ capabilities: pullingClient, folders: [folder] });
  const problems = await client.problems(toUri(join(folder, "plan.bdg")));
  expect(problems.map(({ code }) => code)).toEqual(["target-missed"]);
  const exit = once(child, "exit");
  child.disconnect();
  expect(await exit).toEqual([1, null]);
});

/** A context with the language's own things, timers and two functions for messages: neither Node's nor a page's. */
function startInBareContext(script: string): LspClient {
  const worker = createContext({
    setTimeout,
    clearTimeout,
    console,
    TextEncoder,
    TextDecoder,
    atob,
    crypto,
    performance,
  });
  const toClient: ((message: unknown) => void)[] = [];
  Object.assign(worker, {
    self: worker,
    addEventListener: () => {},
    postMessage: (message: unknown) => {
      for (const receive of toClient) setTimeout(receive, 0, structuredClone(message));
    },
  });
  runInContext(script, worker);
  return new LspClient(connectTo(worker as { onmessage(event: { data: unknown }): void }, toClient));
}

function connectTo(
  worker: { onmessage(event: { data: unknown }): void },
  toClient: ((message: unknown) => void)[],
): MessageConnection {
  const nothing = () => ({ dispose: () => {} });
  return createMessageConnection(
    {
      onError: nothing,
      onClose: nothing,
      onPartialMessage: nothing,
      dispose: () => {},
      listen: (callback) => {
        toClient.push((message) => callback(message as Parameters<typeof callback>[0]));
        return nothing();
      },
    },
    {
      onError: nothing,
      onClose: nothing,
      dispose: () => {},
      end: () => {},
      write: async (message) => {
        setTimeout(() => worker.onmessage({ data: structuredClone(message) }), 0);
      },
    },
  );
}
