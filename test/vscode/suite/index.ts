/**
 * Runs Mocha inside the extension host. Tests are the `*.host.ts` files of this folder:
 *
 *     import { strict as assert } from "node:assert";
 *     import { suite, test } from "mocha";
 *     import * as vscode from "vscode";
 *
 *     suite("hover", () => {
 *       test("shows the clause", async () => { … });
 *     });
 *
 * `support/build-suite.ts` makes one CommonJS bundle of them; `run-in-host.ts` (remote server and
 * browser) and `run-on-desktop.ts` (@vscode/test-electron) run that same bundle.
 */
import { format } from "node:util";
import Mocha from "mocha";

/** Marks Mocha's lines among all that a workbench logs; `run-in-host.ts` shows just these. */
const linePrefix = "[suite] ";

/** Loads the tests with `load` after Mocha is ready for them, and rejects unless at least one ran and none failed. */
export async function runMocha(load: () => void): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", color: false, timeout: 30_000, forbidOnly: true });
  // biome-ignore lint/suspicious/noConsole: the console is the only way out of an extension host.
  Mocha.reporters.Base.consoleLog = (...args) => console.log(linePrefix + format(...args));
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  load();
  const stats = await new Promise<{ failures: number; passed: number }>((resolve) => {
    const runner = mocha.run((failures) => resolve({ failures, passed: runner.stats?.passes ?? 0 }));
  });
  if (stats.failures > 0) throw new Error(`${stats.failures} of the tests in the extension host failed`);
  if (stats.passed === 0) throw new Error("No test ran in the extension host");
}
