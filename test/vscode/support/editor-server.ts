/**
 * The real VS Code, served on a loopback port, with folders of its own that vanish with it.
 *
 *     const workspace = copyToTemp(projectPath("samples/binh-dinh"));
 *     const editor = await startEditor({ workspaceFolder: workspace, vsix: packagedExtension });
 *     await page.goto(editor.url);
 *     …
 *     await editor.dispose();
 *
 * Give `vsix` for the extension as people install it, or `extensionDir` for the folder as it is built.
 */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { installRealEditor } from "../install.ts";
import { quietSettings, testSettings } from "./editor-settings.ts";
import { writeLanguagePack } from "./language-pack.ts";
import { vscodeFolder } from "./paths.ts";
import { freePort, type ProcessTree, startProcessTree } from "./processes.ts";
import { waitUntil } from "./wait-until.ts";
import { workbenchUrl } from "./workbench-url.ts";

export interface EditorOptions {
  /** Absolute path of the folder to open; tests that write open a copy (see {@link copyToTemp}). */
  readonly workspaceFolder: string;
  /** Absolute path of an extension's folder, loaded as an extension under development. */
  readonly extensionDir?: string;
  /** Absolute path of a packaged extension, installed before the start. */
  readonly vsix?: string;
  /** User settings, added to (and winning over) those that keep the workbench quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A compiled suite whose exported `run()` is called in the extension host; see `run-in-host.ts`. */
  readonly extensionTests?: string;
  /** VS Code's own language as extensions see it, such as `vi`; default `en`. */
  readonly locale?: string;
  /** True to keep workspace trust on, so that a folder opens in Restricted Mode. Default: off. */
  readonly workspaceTrust?: boolean;
  /** For a person instead of a test: no driver, trust on, and only who knows the URL's token gets in. */
  readonly forPerson?: boolean;
  /** Default: one that is free. */
  readonly port?: number;
}

export interface RunningEditor {
  /** Opens the workbench on the folder, with the extension. */
  readonly url: string;
  /** Adds to the user settings on disk, which the running editor notices. */
  readonly updateSettings: (settings: Readonly<Record<string, unknown>>) => void;
  /** What the server printed so far. */
  readonly output: () => string;
  /** Stops the server with all its processes and removes its folders (not the workspace). */
  readonly dispose: () => Promise<void>;
}

/** Starts the editor and resolves when it answers. Throws with the server's own words when it doesn't. */
export async function startEditor(options: EditorOptions): Promise<RunningEditor> {
  installRealEditor();
  const home = makeTempFolder("bdg-editor-");
  const settingsFile = join(home, "user-data", "User", "settings.json");
  mkdirSync(join(home, "user-data", "User"), { recursive: true });
  const base = options.forPerson === true ? quietSettings : testSettings;
  writeFileSync(settingsFile, JSON.stringify({ ...base, ...options.settings }, null, 2));
  if (options.locale !== undefined) writeLanguagePack(join(home, "user-data"), options.locale);
  if (options.vsix !== undefined) installPackaged(options.vsix, home);

  const port = options.port ?? (await freePort());
  const token = options.forPerson === true ? randomBytes(24).toString("hex") : undefined;
  const server = startProcessTree(process.execPath, serverArguments(options, home, port, token), {
    cwd: vscodeFolder,
    env: serverEnvironment(),
  });
  const dispose = async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await waitForAnswer(server, port);
  } catch (error) {
    await dispose();
    throw new Error(`The editor did not start:\n${server.output()}`, { cause: error });
  }
  return {
    url: workbenchUrl({ port, token, ...options }),
    output: server.output,
    dispose,
    updateSettings: (settings) => {
      const current = JSON.parse(readFileSync(settingsFile, "utf8")) as Record<string, unknown>;
      writeFileSync(settingsFile, JSON.stringify({ ...current, ...settings }, null, 2));
    },
  };
}

/** Copies a folder to a temporary place and returns the copy's path; its last part is the folder's name. */
export function copyToTemp(folder: string): string {
  const copy = join(makeTempFolder("bdg-workspace-"), basename(folder));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

function makeTempFolder(prefix: string): string {
  // A temporary folder behind a link (macOS) would give files two names.
  return realpathSync(mkdtempSync(join(tmpdir(), prefix)));
}

function serverArguments(
  options: EditorOptions,
  home: string,
  port: number,
  token: string | undefined,
): readonly string[] {
  const forTest = ["--enable-smoke-test-driver", "--enable-remote-auto-shutdown"];
  const trusting = options.workspaceTrust === true ? [] : ["--disable-workspace-trust"];
  return [
    join(vscodeFolder, "out", "server-main.js"),
    ...["--host", "127.0.0.1", "--port", String(port)],
    ...["--accept-server-license-terms", "--telemetry-level", "off"],
    ...(token === undefined ? ["--without-connection-token"] : ["--connection-token", token]),
    ...(options.locale === undefined ? [] : ["--locale", options.locale]),
    ...(options.forPerson === true ? [] : [...forTest, ...trusting]),
    ...folderArguments(home),
  ];
}

function folderArguments(home: string): readonly string[] {
  return [
    ...["--server-data-dir", join(home, "server-data")],
    ...["--user-data-dir", join(home, "user-data")],
    ...["--extensions-dir", join(home, "extensions")],
  ];
}

function installPackaged(vsix: string, home: string): void {
  const script = join(vscodeFolder, "out", "server-main.js");
  const args = [
    script,
    "--install-extension",
    vsix,
    "--accept-server-license-terms",
    ...folderArguments(home),
  ];
  const result = spawnSync(process.execPath, args, { encoding: "utf8", env: serverEnvironment() });
  if (result.status !== 0 || !result.stdout.includes("successfully installed")) {
    throw new Error(`${vsix} could not be installed:\n${result.stdout}\n${result.stderr}`);
  }
}

/** Run from a terminal of VS Code, or from a test runner, a server would take its parent's settings over. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|ELECTRON_|VITEST|NODE_OPTIONS$|NODE_ENV$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

async function waitForAnswer(server: ProcessTree, port: number): Promise<void> {
  await waitUntil("the editor's server to answer", async () => {
    if (server.process.exitCode !== null) return "ended";
    return (await fetch(`http://127.0.0.1:${port}/version`)).ok ? "answers" : undefined;
  }).then((state) => {
    if (state === "ended") throw new Error("The server ended by itself.");
  });
}
