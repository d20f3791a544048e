/**
 * A person's sitting: an editor with the packaged extension, a browser and the workbench in it, for the tests of one
 * file or `describe`.
 *
 *     let sitting: Sitting;
 *     let page: Page;
 *
 *     beforeAll(async () => {
 *       sitting = await startSitting({ workspaceFolder: copyToTemp(projectPath("samples")) });
 *       page = sitting.page;
 *     });
 *     afterEach(({ task }) => pictureOfFailure(page, task));
 *     afterAll(() => sitting?.stop());
 */
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { TestContext } from "vitest";
import { openWorkbench, type Viewport } from "../person/workbench.ts";
import { screenshot, startBrowser } from "./browser.ts";
import { type EditorOptions, startEditor } from "./editor-server.ts";
import { packagedExtension } from "./paths.ts";
import { startWebEditor, type WebEditor, type WebEditorOptions } from "./web-editor.ts";

const sittingSettings = { "workbench.colorTheme": "Light Modern", "editor.minimap.enabled": false };

export interface Sitting {
  readonly page: Page;
  /** Closes the browser, then stops the editor and removes what belongs to it. */
  readonly stop: () => Promise<void>;
}

/**
 * Sits down at VS Code, in Light Modern and without a minimap unless `settings` say otherwise. The workspace is in a
 * temporary folder of its own (see `copyToTemp`), which goes with the sitting, and so does whatever lies beside it.
 */
export async function startSitting(
  options: EditorOptions & { readonly viewport?: Viewport },
): Promise<Sitting> {
  const { viewport, ...editorOptions } = options;
  const settings = { ...sittingSettings, ...options.settings };
  const start = () => startEditor({ vsix: packagedExtension, ...editorOptions, settings });
  const around = dirname(options.workspaceFolder);
  if (around === tmpdir()) throw new Error("The workspace must lie in a temporary folder of its own.");
  const removeWorkspace = () => rmSync(around, { recursive: true, force: true });
  return sitDown(start, viewport, removeWorkspace);
}

/** A sitting at VS Code for the web. */
export interface WebSitting extends Sitting {
  /** What is in the virtual folder now, by its path. */
  readonly files: WebEditor["files"];
}

/** Sits down at VS Code for the web, as at the other; the oldest version has another name for the theme. */
export async function startWebSitting(
  options: WebEditorOptions & { readonly viewport?: Viewport },
): Promise<WebSitting> {
  const { viewport, ...editorOptions } = options;
  const theme = { "workbench.colorTheme": "Default Light Modern" };
  const settings = { ...sittingSettings, ...theme, ...options.settings };
  const editor = await startWebEditor({ ...editorOptions, settings });
  return { ...(await sitDown(async () => editor, viewport)), files: editor.files };
}

async function sitDown(
  start: () => Promise<Pick<WebEditor, "url" | "dispose">>,
  viewport?: Viewport,
  removeWorkspace?: () => void,
): Promise<Sitting> {
  let editor: Pick<WebEditor, "url" | "dispose"> | undefined;
  let browser: Browser | undefined;
  const stop = async () => {
    await browser?.close();
    await editor?.dispose();
    removeWorkspace?.();
  };
  try {
    editor = await start();
    browser = await startBrowser();
    return { page: await openWorkbench(browser, editor, viewport), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Keeps what was on the screen at the end of a test that failed, by the names of its file and of the test. */
export async function pictureOfFailure(page: Page, task: TestContext["task"]): Promise<void> {
  if (task.result?.state !== "fail") return;
  const name = `${basename(task.file.name, ".editor.ts")}-${task.name}`;
  await screenshot(page, `failed-${name.replaceAll(/\W+/g, "-")}`);
}
