/**
 * The workbench in the hands of a person: keys, mouse and what is on the screen, nothing else.
 *
 *     const workspace = copyToTemp(projectPath("samples/binh-dinh"));
 *     const { page, stop } = await startSitting({ workspaceFolder: workspace });
 *
 *     await openFile(page, "plan.bdg");
 *     await waitForSquiggles(page, "warning", (texts) => texts.includes("55%"));
 *     const hover = await hoverOver(page, "55%");
 *     await replaceInEditor(page, "55%", "60%");
 *     await screenshot(page, "better-value");
 *
 * Nothing here sleeps for a fixed time: every helper asks until what it promises is true, and fails with
 * what it waited for when it has not come true in time.
 */
import { readFileSync } from "node:fs";
import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import type { RunningEditor } from "../support/editor-server.ts";
import { projectPath } from "../support/paths.ts";
import { waitUntil } from "../support/wait-until.ts";

const inPageScript = readFileSync(projectPath("test/vscode/person/in-page.js"), "utf8");

/** The size of a page in its pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** Opens the editor's workbench in a page of its own and waits until it can be worked with. */
export async function openWorkbench(
  browser: Browser,
  editor: Pick<RunningEditor, "url">,
  viewport: Viewport = { width: 1280, height: 800 },
): Promise<Page> {
  const page = await browser.newPage({ viewport, reducedMotion: "reduce" });
  await page.addInitScript({ content: inPageScript });
  await page.goto(editor.url);
  await page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 60_000 });
  // The explorer shows files only when the remote side is connected.
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor({ timeout: 60_000 });
  return page;
}

/** Opens the file of that name through quick open (Ctrl+P) and waits until its editor shows lines. */
export async function openFile(page: Page, name: string): Promise<void> {
  await chooseInQuickPick(page, name, name, process.platform === "darwin" ? "Meta+P" : "Control+P");
  await waitUntil(`the editor of ${name}`, async () => {
    const tab = page.locator(".part.editor .tab.active");
    const active = await tab.evaluateAll((tabs: { dataset: { resourceName?: string } }[]) =>
      tabs.map((element) => element.dataset.resourceName),
    );
    return active.includes(name) && (await editorLines(page)).length > 0;
  });
}

/** Runs the command with exactly this title (`View: Toggle Zen Mode`) through the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await chooseInQuickPick(page, `>${title}`, title, "F1");
}

/** Where one types into the list or the box that is open. */
export function quickInput(page: Page): Locator {
  return page.locator(".quick-input-widget:visible input:visible").first();
}

/** Presses a key until a list opens: a workbench that has just started lets the first one pass. */
async function openQuickPick(page: Page, key: string): Promise<void> {
  const input = quickInput(page);
  await waitUntil(`a list after ${key}`, async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press(key);
    await input.waitFor({ timeout: 3_000 });
    return true;
  });
}

/** Chooses a colour theme by its name (`Light Modern`, `Dark High Contrast`) and waits until it is applied. */
export async function switchTheme(page: Page, name: string): Promise<void> {
  await runCommand(page, "Preferences: Color Theme");
  await chooseInQuickPick(page, name, name);
  const isLight = name.includes("Light");
  const isContrast = name.includes("High Contrast");
  const wanted = isContrast ? (isLight ? "hc-light" : "hc-black") : isLight ? "vs" : "vs-dark";
  await waitUntil(`the colour theme ${name}`, async () => {
    const classes = (await page.locator(".monaco-workbench").first().getAttribute("class")) ?? "";
    return classes.split(" ").includes(wanted);
  });
}

/** Looks in each of the other themes, given as `suffix` of a picture's name; ends where it began, in Light Modern. */
export async function inOtherThemes(page: Page, look: (suffix: string) => Promise<unknown>): Promise<void> {
  for (const [theme, suffix] of [
    ["Dark Modern", "dark"],
    ["Dark High Contrast", "high-contrast"],
    ["Light High Contrast", "high-contrast-light"],
    ["Light Modern", "light"],
  ] as const) {
    await switchTheme(page, theme);
    await look(suffix);
  }
}

/**
 * Types into the quick pick that is open or about to open, and accepts the entry labelled `label`. One that opens with
 * a key is opened here, and again where it goes before the choice (what gets the focus late closes it) or where it
 * offers nothing for long: another box may have come in its place.
 */
export async function chooseInQuickPick(
  page: Page,
  text: string,
  label: string,
  key?: string,
): Promise<void> {
  const input = quickInput(page);
  let openedAt = 0;
  await waitUntil(`"${label}" among the choices for "${text}"`, async () => {
    if (key !== undefined && (!(await input.isVisible()) || Date.now() - openedAt > 8_000)) {
      await openQuickPick(page, key);
      openedAt = Date.now();
    }
    // One list may make way for another while we type (a theme after its command): type again then.
    if ((await input.inputValue({ timeout: 1_000 })) !== text) await input.fill(text, { timeout: 1_000 });
    return page.evaluate<boolean>(`bdgTest.clickChoice(${JSON.stringify(label)})`);
  });
  await waitUntil(`the choice of "${label}" to be taken`, async () => {
    return !(await input.isVisible()) || (await input.inputValue({ timeout: 1_000 })) !== text;
  });
}

/** Takes an entry of the menu that is open or opening: it lets a click pass while it is still opening. */
export async function chooseInMenu(page: Page, label: string): Promise<void> {
  const entry = page.locator(".context-view .action-item", { hasText: label }).first();
  await entry.waitFor();
  await waitUntil(`the choice of ${label}`, async () => {
    if (await entry.isVisible()) await entry.click({ timeout: 1_000 });
    return !(await entry.isVisible());
  });
}

/** Answers the input box that is open (a name, a date) with `text` and Enter. */
export async function answerInputBox(page: Page, text: string): Promise<void> {
  const input = quickInput(page);
  await input.waitFor();
  await input.fill(text);
  await page.keyboard.press("Enter");
}

/** The lines that the open editors show now, as shown, without the hints within them. */
export function editorLines(page: Page): Promise<readonly string[]> {
  return page.evaluate("bdgTest.lines()");
}

/** The hints that are shown now within the lines of the open editors, from top to bottom. */
export function inlayHints(page: Page): Promise<readonly string[]> {
  return page.evaluate("bdgTest.hints()");
}

export type SquiggleKind = "error" | "warning" | "info" | "hint";

/** The texts that are underlined now in the open editors, from top to bottom. */
export function squiggles(page: Page, kind: SquiggleKind): Promise<readonly string[]> {
  return page.evaluate(`bdgTest.squiggled(${JSON.stringify(kind)})`);
}

/** Waits until the underlined texts are as wanted (by default: there is one at least) and returns them. */
export function waitForSquiggles(
  page: Page,
  kind: SquiggleKind,
  isWanted: (texts: readonly string[]) => boolean = (texts) => texts.length > 0,
): Promise<readonly string[]> {
  return waitUntil(`the wanted squiggles of kind ${kind}`, async () => {
    const texts = await squiggles(page, kind);
    return isWanted(texts) ? texts : undefined;
  });
}

/**
 * Rests the mouse on the first `text` shown in an editor; returns the text of the hover that appears. Where `before`
 * is given, it stands to the left of the text in the same line.
 */
export async function hoverOver(page: Page, text: string, before = ""): Promise<string> {
  return waitUntil(`a hover on "${text}"`, async () => {
    const { left, top, width, height } = await placeOf(page, text, before);
    // An earlier hover stays while the mouse is near: it must be gone before this one is read.
    await page.mouse.move((page.viewportSize()?.width ?? 0) / 2, 0);
    await waitUntil("the earlier hover to go", async () => (await shownHover(page)) === undefined, 3_000);
    await page.mouse.move(left + width / 2 + 3, top + height / 2);
    await page.mouse.move(left + width / 2, top + height / 2);
    return waitUntil("the hover", () => shownHover(page), 3_000);
  });
}

/** The text of the hover in the editor, when it is there and complete. */
async function shownHover(page: Page): Promise<string | undefined> {
  const texts: readonly string[] = await page.evaluate(
    'bdgTest.visibleTexts(".monaco-resizable-hover .monaco-hover, .monaco-editor .monaco-hover")',
  );
  const text = texts.join("\n");
  return text === "" || text.includes("Loading...") ? undefined : text;
}

/** Clicks at the beginning of the first `text` shown in an editor, so that the cursor stands before it. */
export async function clickBefore(page: Page, text: string): Promise<void> {
  await atRest(page, text, async ({ left, top, height }) => {
    await page.mouse.click(left + 1, top + height / 2);
  });
}

/** Selects the first `text` shown in an editor with the mouse and types `replacement` over it. */
export async function replaceInEditor(page: Page, text: string, replacement: string): Promise<void> {
  await atRest(page, text, async ({ left, top, width, height }) => {
    await page.mouse.click(left + 1, top + height / 2);
    await page.keyboard.down("Shift");
    await page.mouse.click(left + width - 1, top + height / 2);
    await page.keyboard.up("Shift");
  });
  await page.keyboard.type(replacement);
  // A list of suggestions may have opened; the next key belongs to the editor again.
  await page.keyboard.press("Escape");
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function placeOf(page: Page, text: string, before = ""): Promise<Place> {
  return waitUntil(`"${text}" in an editor (only what is scrolled into view counts)`, () =>
    page.evaluate<Place | undefined>(
      `bdgTest.rectangleOf(${JSON.stringify(text)}, ${JSON.stringify(before)})`,
    ),
  );
}

/** Does something where a text stands, once more if it stood elsewhere afterwards: lines move when lenses come. */
async function atRest(page: Page, text: string, act: (place: Place) => Promise<void>): Promise<void> {
  await waitUntil(`"${text}" to stay where it is`, async () => {
    const place = await placeOf(page, text);
    await act(place);
    const { left, top } = await placeOf(page, text);
    return left === place.left && top === place.top;
  });
}

/** Puts the cursor on a line (counted from 1) of the active editor and scrolls it into view. */
export async function goToLine(page: Page, line: number): Promise<void> {
  await openQuickPick(page, "Control+G");
  await answerInputBox(page, `:${line}`);
}

/** Opens the Problems panel and returns its rows: files and, under them, problems. Waits for `isWanted`. */
export async function readProblems(
  page: Page,
  isWanted: (rows: readonly string[]) => boolean = (rows) => rows.length > 0,
): Promise<readonly string[]> {
  if (!(await page.locator(".markers-panel").isVisible())) {
    await runCommand(page, "Problems: Focus on Problems View");
  }
  return waitUntil("the wanted rows in the Problems panel", async () => {
    const rows: readonly string[] = await page.evaluate(
      'bdgTest.visibleTexts(".markers-panel .monaco-list-row")',
    );
    const flat = rows.map((row) => row.replace(/\s*\n\s*/g, " "));
    return isWanted(flat) ? flat : undefined;
  });
}

/** The page of the webview that is shown now (a preview, the dashboard); it lives in a frame within a frame. */
export function webview(page: Page): FrameLocator {
  return page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
}

/** The code lenses that are shown now. */
export function codeLenses(page: Page): Promise<readonly string[]> {
  return page.evaluate('bdgTest.visibleTexts(".codelens-decoration > a")');
}

/**
 * Opens the list of notifications behind the bell and returns their messages, once they are as wanted (by
 * default: there is one at least); closes the list again. Under its test driver, VS Code pops none of them up.
 */
export async function readNotifications(
  page: Page,
  isWanted: (messages: readonly string[]) => boolean = (messages) => messages.length > 0,
): Promise<readonly string[]> {
  const bell = page.locator('[id="status.notifications"] a');
  await bell.click();
  const messages = await waitUntil("the wanted notifications", async () => {
    const texts: readonly string[] = await page.evaluate(
      'bdgTest.visibleTexts(".notifications-center .notification-list-item-message")',
    );
    return isWanted(texts) ? texts : undefined;
  });
  await bell.click();
  return messages;
}
