/** The server's bundle for the browser, in a real web worker of a real browser: the problems are those of Node's. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { targets } from "../../esbuild.mjs";
import { createLanguageService } from "../../server/src/language-service.ts";
import { readTextFile } from "../../server/src/node/read-text-file.ts";
import { testSettings } from "../support/test-service.ts";
import { startBrowser } from "./support/browser.ts";

const projectFolder = join(import.meta.dirname, "..", "..");
const sampleFolder = join(projectFolder, "samples");
const asOf = "2025-06-30";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

function sampleFiles(): Readonly<Record<string, string>> {
  const names = readdirSync(sampleFolder, { recursive: true, encoding: "utf8" });
  const texts = names.filter((name) => /\.(bdg|txt|md)$/.test(name));
  return Object.fromEntries(
    texts.map((name) => [name.replaceAll("\\", "/"), readFileSync(join(sampleFolder, name), "utf8")]),
  );
}

/** A little client inside the page: it answers for the files and asks for the problems of every .bdg file. */
const clientScript = `async ({ script, files, asOf }) => {
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  const waiting = new Map();
  let id = 0;
  const root = "memfs:/samples";
  const send = (message) => worker.postMessage({ jsonrpc: "2.0", ...message });
  const request = (method, params) => new Promise((resolve) => { waiting.set(++id, resolve); send({ id, method, params }); });
  const uris = Object.keys(files).map((path) => [root + "/" + path.split("/").map(encodeURIComponent).join("/"), files[path]]);
  const answers = {
    "bdg/listFiles": ({ endings }) => uris.map(([uri]) => uri).filter((uri) => endings.some((one) => uri.endsWith(one))),
    "bdg/readFile": ({ uri }) => {
      const found = uris.find((one) => one[0] === uri);
      return found ? { kind: "bytes", base64: btoa(unescape(encodeURIComponent(found[1]))) } : { kind: "failure", failure: "missing" };
    },
  };
  worker.onmessage = ({ data }) => {
    if (data.method) {
      if (data.id !== undefined) send({ id: data.id, result: answers[data.method]?.(data.params) ?? null });
    } else waiting.get(data.id)?.(data.result);
  };
  const capabilities = { textDocument: { diagnostic: {} } };
  const workspaceFolders = [{ uri: root, name: "samples" }];
  const initializationOptions = { files: true, settings: { asOf } };
  await request("initialize", { processId: null, rootUri: null, capabilities, workspaceFolders, initializationOptions });
  send({ method: "initialized", params: {} });
  const { items } = await request("workspace/diagnostic", { previousResultIds: [] });
  worker.terminate();
  return items.map((item) => [decodeURIComponent(item.uri.slice(root.length + 1)), item.items.map(({ code, range, message }) => ({ code, range, message }))]);
}`;

test("the samples have the same problems in a worker as on a disk", async () => {
  const target = targets.find((one) => one.outfile === "dist/browser/server.js")!;
  const built = await build({ ...target, absWorkingDir: projectFolder, write: false });
  const files = sampleFiles();
  const page = await browser.newPage();
  const found = (await page.evaluate(
    `(${clientScript})(${JSON.stringify({ script: built.outputFiles[0]!.text, files, asOf })})`,
  )) as [string, unknown][];

  const service = createLanguageService(
    { log: () => {}, readDocument: (path) => readTextFile(join(sampleFolder, path), 1 << 24) },
    testSettings({ asOf }),
  );
  for (const [path, text] of Object.entries(files)) if (path.endsWith(".bdg")) service.setFile(path, text);
  const expected = service
    .paths()
    .map((path) => [
      path,
      service.problemsOf(path).map(({ code, range, message }) => ({ code, range, message })),
    ]);
  expect(new Map(found)).toEqual(new Map(expected as [string, unknown][]));
  expect(expected.some(([, problems]) => (problems as unknown[]).length > 0)).toBe(true);
});
