/**
 * The Mocha suite of the extension host on the desktop: the same bundle as `run-in-host.ts`, through
 * @vscode/test-electron, which downloads VS Code. Run in CI on Linux, Windows and macOS after a build; not
 * seen running on a machine without that download.
 *
 *     node test/vscode/run-on-desktop.ts [VERSION]      (default: stable)
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { buildSuite } from "./support/build-suite.ts";
import { copyToTemp } from "./support/editor-server.ts";
import { projectPath } from "./support/paths.ts";

const workspace = copyToTemp(projectPath("samples"));
// A short path: the socket of the main process lies in it, and macOS allows 103 characters for that.
const profile = mkdtempSync(join(tmpdir(), "bdg-"));
try {
  process.exitCode = await runTests({
    version: process.argv[2] ?? "stable",
    extensionDevelopmentPath: projectPath("."),
    extensionTestsPath: await buildSuite(),
    launchArgs: [
      workspace,
      "--disable-extensions",
      "--disable-workspace-trust",
      `--user-data-dir=${profile}`,
    ],
  });
} finally {
  rmSync(dirname(workspace), { recursive: true, force: true });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
