/** The server's bundle for the browser, in a real web worker of a real browser: the problems are those of Node's. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { zipSync } from "fflate";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { targets } from "../../esbuild.mjs";
import { createLanguageService } from "../../server/src/language-service.ts";
import type { SummaryTableResult } from "../../server/src/lsp/protocol.ts";
import { readTextFile } from "../../server/src/node/read-text-file.ts";
import { docxParts, makeDocx, paragraph, toBytes } from "../support/docx.ts";
import { pullingClient, startInProcess } from "../support/lsp-client.ts";
import { sampleFiles } from "../support/sample-files.ts";
import { testSettings } from "../support/test-service.ts";
import { windows1258 } from "../support/windows-1258.ts";
import { startBrowser } from "./support/browser.ts";

const projectFolder = join(import.meta.dirname, "..", "..");
const sampleFolder = join(projectFolder, "samples");
const asOf = "2025-06-30";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** A little client inside the page: it answers for the files and asks for the problems of every .bdg file. */
const clientScript = `async ({ script, files, asOf, formats }) => {
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
      if (!found) return { kind: "failure", failure: "missing" };
      const base64 = typeof found[1] === "string" ? btoa(unescape(encodeURIComponent(found[1]))) : found[1].base64;
      return { kind: "bytes", base64 };
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
  const problems = items.map((item) => [decodeURIComponent(item.uri.slice(root.length + 1)), item.items.map(({ code, range, message }) => ({ code, range, message }))]);
  const tables = [];
  for (const format of formats) tables.push((await request("bdg/summaryTable", { format })).text);
  worker.terminate();
  return { problems, tables };
}`;

/** Everything that the table is: values, verdicts, clauses, in each shape. */
const formats = ["markdown", "csv", "json"] as const;

type Files = Readonly<Record<string, string | { readonly base64: string }>>;
interface Found {
  readonly problems: readonly (readonly [
    string,
    readonly { readonly code: string; readonly message: string }[],
  ])[];
  readonly tables: readonly string[];
}

/** How long reading may take here, in milliseconds: ten seconds are enough for a quick machine to read anything. */
const shortTime = 3_000;

const hurried: Plugin = {
  name: "hurried",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]server[\\/]src[\\/]limits\.ts$/ }, ({ path }) => {
      const usual = "maxOfficeMilliseconds = 10_000";
      const limits = readFileSync(path, "utf8");
      expect(limits).toContain(usual);
      return { contents: limits.replace(usual, `maxOfficeMilliseconds = ${shortTime}`), loader: "ts" };
    }),
};

async function findInWorker(
  files: Files,
  formats: readonly string[] = [],
  plugins: Plugin[] = [],
): Promise<Found> {
  const target = targets.find((one) => one.outfile === "dist/browser/server.js")!;
  const built = await build({ ...target, plugins, absWorkingDir: projectFolder, write: false });
  const page = await browser.newPage();
  const script = built.outputFiles[0]!.text;
  return page.evaluate(`(${clientScript})(${JSON.stringify({ script, files, asOf, formats })})`);
}

test("a Word document is read in a worker of its own, and one that would take for ever is given up", async () => {
  const plan = (name: string) =>
    `plan ${name} "P" {\n  issued 2022\n  period 2021..2030\n  document "${name}.docx"\n}\n` +
    `indicator ${name}_i "I" {\n  clause I, II\n  unit percent\n  target 2099 >= 50%\n}\n`;
  const asFile = (bytes: Uint8Array) => ({ base64: Buffer.from(bytes).toString("base64") });
  // Within all limits, and twenty million elements.
  const runs = "<w:r/>".repeat(10_000_000);
  const hostile = zipSync(toBytes(docxParts({ body: `<w:p>${runs}</w:p>`, styles: runs })));
  const files = {
    "good.bdg": plan("good"),
    "good.docx": asFile(makeDocx({ body: paragraph("I. Năm 2099 đạt 50%") })),
    "hostile.bdg": plan("hostile"),
    "hostile.docx": asFile(hostile),
    "damaged.bdg": plan("damaged"),
    "damaged.docx": asFile(new Uint8Array(9)),
  };
  const { problems } = await findInWorker(files, [], [hurried]);
  const found = new Map(problems);
  const codesOf = (path: string) => found.get(path)!.map(({ code }) => code);
  expect(codesOf("good.bdg")).toContain("clause-not-found");
  expect(codesOf("good.bdg")).not.toContain("document-unreadable");
  expect(codesOf("damaged.bdg")).toContain("document-unreadable");
  expect(found.get("hostile.bdg")!.find(({ code }) => code === "document-unreadable")?.message).toMatch(
    /more than can be read safely/,
  );
}, 60_000);

test("a table of old Vietnamese software is read in a worker, and its problems stand at its cells", async () => {
  const csv = "Chỉ tiêu;Năm;Kết quả\nCán bộ nữ được bồi dưỡng;2022;45\nled;2023;bảy\n";
  const { problems } = await findInWorker({
    "plan.bdg":
      'indicator led "Cán bộ nữ được bồi dưỡng" { unit percent }\ndata "kq.csv" encoding "windows-1258"\n',
    "kq.csv": { base64: Buffer.from(windows1258(csv)).toString("base64") },
  });
  const messages = new Map(problems.map(([path, found]) => [path, found.map(({ message }) => message)]));
  expect(messages.get("plan.bdg")).toContainEqual(expect.stringContaining("Values read from “kq.csv”: 1"));
  expect(messages.get("kq.csv")).toEqual(["plan.bdg: “bảy” is no number, so it is not counted."]);
});

test("the samples have the same problems and tables in a worker as on a disk", async () => {
  const files = sampleFiles();
  const found = await findInWorker(files, formats);

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
  expect(new Map<string, unknown>(found.problems)).toEqual(new Map(expected as [string, unknown][]));
  expect(expected.some(([, problems]) => (problems as unknown[]).length > 0)).toBe(true);

  const onDisk = startInProcess();
  await onDisk.initialize({ capabilities: pullingClient, folders: [sampleFolder] });
  for (const [i, format] of formats.entries()) {
    const { text } = await onDisk.request<SummaryTableResult>("bdg/summaryTable", { format });
    expect(text.length).toBeGreaterThan(1000);
    expect(found.tables[i]).toBe(text);
  }
});
