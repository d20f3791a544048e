/**
 * Runs the Mocha suite inside the extension host of the real VS Code, prints what Mocha reports and ends with its
 * result:
 *
 *     node test/vscode/run-in-host.ts [--extension DIR] [--workspace DIR] [--tests DIR] [--locale vi]
 *
 * By default the extension is this project (build it first), the workspace a copy of samples, and
 * the tests those of test/vscode/suite. What workbench, extension and tests write to the
 * console goes to out/test/vscode/workbench.log.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs, stripVTControlCharacters } from "node:util";
import { startBrowser } from "./support/browser.ts";
import { buildSuite } from "./support/build-suite.ts";
import { copyToTemp, startEditor } from "./support/editor-server.ts";
import { projectPath } from "./support/paths.ts";

/** What Mocha's lines begin with; `suite/index.ts` puts it there. */
const linePrefix = "[suite] ";

export interface HostRun {
  readonly extensionDir: string;
  /** Is copied first: the tests may write into it. */
  readonly workspaceFolder: string;
  /** The folder of the `*.host.ts` files; default `test/vscode/suite`. */
  readonly testFolder?: string;
  /** VS Code's own language; default `en`. */
  readonly locale?: string;
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Milliseconds for the whole run; default three minutes. */
  readonly timeout?: number;
}

/**
 * Runs the suite; `print` gets each line of Mocha's report as it comes. Resolves to the exit code (0 if
 * at least one test ran and all passed); rejects when the editor or the browser fails or time runs out.
 */
export async function runInHost(options: HostRun, print: (line: string) => void): Promise<number> {
  const { testFolder, timeout = 180_000, ...editorOptions } = options;
  const extensionTests = await buildSuite(testFolder);
  const workspaceFolder = copyToTemp(options.workspaceFolder);
  const noise: string[] = [];
  try {
    const editor = await startEditor({ ...editorOptions, extensionTests, workspaceFolder });
    try {
      return await runInBrowser(editor.url, timeout, (line) => {
        if (line.startsWith(linePrefix)) print(line.slice(linePrefix.length));
        else noise.push(line);
      });
    } finally {
      await editor.dispose();
    }
  } finally {
    rmSync(dirname(workspaceFolder), { recursive: true, force: true });
    mkdirSync(projectPath("out/test/vscode"), { recursive: true });
    writeFileSync(projectPath("out/test/vscode/workbench.log"), noise.join("\n"));
  }
}

async function runInBrowser(url: string, timeout: number, log: (line: string) => void): Promise<number> {
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.exposeFunction("codeAutomationLog", (_type: string, args: readonly unknown[]) => {
      const words = args.map((arg) => (typeof arg === "string" ? arg : JSON.stringify(arg)));
      log(stripVTControlCharacters(words.join(" ")));
    });
    const ended = new Promise<number>((resolve, reject) => {
      const fail = (reason: string) => reject(new Error(`The tests in the extension host: ${reason}`));
      page.once("crash", () => fail("the browser's page crashed"));
      page.once("close", () => fail("the browser was closed before there was a result"));
      setTimeout(() => fail(`no result within ${timeout} ms`), timeout).unref();
      page.exposeFunction("codeAutomationExit", resolve).then(() => page.goto(url), reject);
    });
    return await ended;
  } finally {
    await browser.close();
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const string = { type: "string" } as const;
  const { values } = parseArgs({
    options: { extension: string, workspace: string, tests: string, locale: string },
  });
  process.exitCode = await runInHost(
    {
      extensionDir: resolve(values.extension ?? projectPath(".")),
      workspaceFolder: resolve(values.workspace ?? projectPath("samples")),
      ...(values.tests === undefined ? {} : { testFolder: resolve(values.tests) }),
      ...(values.locale === undefined ? {} : { locale: values.locale }),
    },
    (line) => process.stdout.write(`${line}\n`),
  );
}
