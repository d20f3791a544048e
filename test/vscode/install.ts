/**
 * Installs what the tests in the real editor need: VS Code with its remote server, Chromium, a font with
 * Vietnamese letters. All of it comes from the npm registry, at the versions in `app/package-lock.json`.
 * It is some 900 MB, so it is not part of the project's own `npm ci`; scripts that need it call
 * {@link installRealEditor}, which returns at once when the lockfile has not changed since the last time.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { appFolder, chromiumFolder, vscodeFolder } from "./support/paths.ts";

const cacheFolder = join(appFolder, ".cache");
const stampFile = join(cacheFolder, "installed");

/** True where the Chromium of @sparticuz/chromium runs; elsewhere an installed Chrome is used. */
export const hasBundledChromium = process.platform === "linux" && process.arch === "x64";

/**
 * Makes sure that editor, browser and font are installed. Throws with npm's own words when it fails.
 * Scripts of packages are never run: the native modules they would build are not needed.
 */
export function installRealEditor(): void {
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp()) return;
  rmSync(cacheFolder, { recursive: true, force: true });
  mkdirSync(cacheFolder, { recursive: true });
  npm(appFolder, ["ci"]);
  // The shrinkwrap of VS Code leaves out a peer dependency that npm 11 would insist on.
  npm(vscodeFolder, ["ci", "--omit=dev", "--legacy-peer-deps"]);
  if (hasBundledChromium) unpackChromium();
  writeFileSync(stampFile, stamp());
}

function stamp(): string {
  const lockfile = readFileSync(join(appFolder, "package-lock.json"));
  const recipe = readFileSync(new URL(import.meta.url));
  const hash = createHash("sha256").update(lockfile).update(recipe).digest("hex");
  return `${process.platform}-${process.arch} ${hash}\n`;
}

function npm(cwd: string, args: readonly string[]): void {
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  // Inside `npm run` this is the npm that runs, which is sure to exist; PATH is the second choice.
  const script = process.env.npm_execpath;
  const known = script !== undefined && basename(script) === "npm-cli.js";
  const command = known ? process.execPath : "npm";
  const all = [...(known ? [script] : []), ...args, ...options];
  const shell = !known && process.platform === "win32";
  const result = spawnSync(command, all, { cwd, encoding: "utf8", shell });
  if (result.status !== 0) {
    const reason = result.error?.message ?? `${result.stdout}\n${result.stderr}`;
    throw new Error(`npm ${args.join(" ")} failed in ${cwd}:\n${reason}`);
  }
}

/**
 * @sparticuz/chromium unpacks into the temporary folder whatever is not there yet, and its libraries only
 * when it believes to be in AWS Lambda. A folder of our own keeps half-written files and other versions out.
 */
function unpackChromium(): void {
  const unfinished = `${chromiumFolder}.unfinished`;
  mkdirSync(unfinished, { recursive: true });
  const script = 'import("@sparticuz/chromium").then((module) => module.default.executablePath())';
  const result = spawnSync(process.execPath, ["-e", script], {
    cwd: appFolder,
    encoding: "utf8",
    env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" },
  });
  if (result.status !== 0) throw new Error(`Chromium could not be unpacked:\n${result.stderr}`);
  renameSync(unfinished, chromiumFolder);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  installRealEditor();
}
