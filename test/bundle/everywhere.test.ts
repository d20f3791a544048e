/** What is shipped runs where there is no disk, no network and nobody who wants to be interrupted. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { targets } from "../../esbuild.mjs";
import { packagedFiles } from "../../scripts/packaged-files.mjs";
import { type LspClient, pullingClient, toUri } from "../support/lsp-client.ts";
import { projectFolder, startProcess, useBuilt } from "../support/lsp-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const forBrowsers = targets.filter(({ platform }) => platform === "browser");

describe("of what runs in a browser", () => {
  test("both halves are built and packed", () => {
    const outfiles = forBrowsers.map(({ outfile }) => outfile);
    expect(outfiles).toEqual(expect.arrayContaining(["dist/browser/extension.js", "dist/browser/server.js"]));
    for (const file of outfiles) expect(packagedFiles).toContain(file);
  });

  test.each(forBrowsers.map((target) => [target.outfile!, target] as const))(
    "%s holds none of Node's own modules, and nothing that needs them",
    async (_, target) => {
      const built = await build({ ...target, absWorkingDir: projectFolder, write: false, metafile: true });
      const inputs = Object.keys(built.metafile.inputs);
      expect(inputs.filter((path) => /(?:client|server)\/src\/(?:node|cli)\//.test(path))).toEqual([]);
      const imports = Object.values(built.metafile.outputs).flatMap((output) => output.imports);
      const outside = imports.filter(({ external }) => external === true).map(({ path }) => path);
      expect(outside.filter((name) => name !== "vscode")).toEqual([]);
      const words = builtinModules.flatMap((name) => [`require("${name}")`, `require("node:${name}")`]);
      expect(words.filter((word) => built.outputFiles[0]!.text.includes(word))).toEqual([]);
    },
  );
});

function sources(folder: string): readonly (readonly [name: string, text: string])[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => [
      `${folder}/${name.replaceAll("\\", "/")}`,
      readFileSync(join(projectFolder, folder, name), "utf8"),
    ]);
}

const filesWith = (folder: string, pattern: RegExp) =>
  sources(folder)
    .filter(([, text]) => pattern.test(text))
    .map(([name]) => name);

test("a path of the disk is asked of a URI in one place of the extension: where a file on a disk is written", () => {
  expect(filesWith("client/src", /\bfsPath\b/)).toEqual(["client/src/node/write-file.ts"]);
  const ofNode = /from "(?:node:|fs|path|os|child_process)/;
  expect(filesWith("client/src", ofNode).filter((name) => !name.startsWith("client/src/node/"))).toEqual([]);
});

test("the server interrupts nobody: what it finds is a problem, a line of the log or an answer", () => {
  expect(filesWith("server/src", /\.show(?:Error|Warning|Information)Message\b|window\/showMessage/)).toEqual(
    [],
  );
});

describe("with every way to the network guarded", () => {
  const bundle = useBuilt("dist/bdg.js");
  /** Names, sockets and requests are refused, and say on standard error that somebody tried. */
  const guard = temporaryFolder.bind(null, {
    "guard.cjs": `
const refuse = (what) => () => { process.stderr.write("NETWORK " + what + "\\n"); throw new Error("no network"); };
require("node:net").Socket.prototype.connect = refuse("connect");
require("node:dgram").createSocket = refuse("datagram");
for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) require("node:dns")[name] = refuse("dns");
globalThis.fetch = refuse("fetch");
globalThis.WebSocket = refuse("websocket");
`,
  });
  const samples = join(projectFolder, "samples");

  test("the guard notices", () => {
    const run = spawnSync(
      process.execPath,
      ["--require", join(guard(), "guard.cjs"), "-e", "require('node:http').get('http://127.0.0.1:9/')"],
      { encoding: "utf8" },
    );
    expect(run.stderr).toMatch(/^NETWORK/);
  });

  test.each([["check"], ["export"], ["clauses"]])("bdg %s asks nothing of it", (word) => {
    const place = word === "clauses" ? join(samples, "binh-dinh", "ke-hoach-snv-2022.txt") : samples;
    const run = spawnSync(
      process.execPath,
      ["--require", join(guard(), "guard.cjs"), bundle(), word, place],
      { encoding: "utf8", maxBuffer: 1 << 26 },
    );
    expect(run.stderr).not.toContain("NETWORK");
    expect(run.status).toBeLessThan(2);
    expect(run.stdout.length).toBeGreaterThan(100);
  });

  test("nor does a session of the language server", async () => {
    const server = startProcess(bundle(), ["--require", join(guard(), "guard.cjs")]);
    const client: LspClient = server.client();
    await client.initialize({ capabilities: pullingClient, folders: [samples] });
    const uri = toUri(join(samples, "binh-dinh", "bao-cao-2024.bdg"));
    expect((await client.problems(uri)).length).toBeGreaterThan(0);
    const place = { textDocument: { uri }, position: { line: 11, character: 4 } };
    for (const method of ["hover", "definition", "references", "completion", "documentLink", "codeLens"])
      await client.request(`textDocument/${method}`, { ...place, context: { includeDeclaration: true } });
    expect(server.errors()).toBe("");
  });
});
