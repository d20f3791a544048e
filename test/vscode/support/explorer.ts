/** Files in the explorer, in the hands of a person: opened, and their menus. */
import type { Locator, Page } from "playwright-core";
import { chooseInMenu, editorLines } from "../person/workbench.ts";
import { waitUntil } from "./wait-until.ts";

function rowOf(page: Page, name: string): Locator {
  return page
    .locator(".explorer-folders-view .monaco-list-row")
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();
}

/** Opens the folder that a file or folder of that name is in, if it is in one, and returns its row. */
export async function findInExplorer(page: Page, name: string, folder?: string): Promise<Locator> {
  const row = rowOf(page, name);
  await waitUntil(`${name} in the explorer`, async () => {
    if ((await row.count()) > 0) return true;
    if (folder === undefined) return false;
    const closed = rowOf(page, folder).and(page.locator('[aria-expanded="false"]'));
    if ((await closed.count()) > 0) await closed.click({ timeout: 1_000 });
    return false;
  });
  return row;
}

/**
 * Opens a file by its place in the explorer, and waits until its editor shows lines: a virtual file system has no
 * index that quick open could ask.
 */
export async function openInExplorer(page: Page, name: string, folder?: string): Promise<void> {
  await (await findInExplorer(page, name, folder)).dblclick();
  await waitForEditor(page, name);
}

/** Waits until the editor of a file is the active one and shows lines. */
export async function waitForEditor(page: Page, name: string): Promise<void> {
  await page.locator(`.part.editor .tab.active[data-resource-name="${name}"]`).last().waitFor();
  await waitUntil("its lines", async () => (await editorLines(page)).length > 0);
}

/** Takes an entry of a file's menu, which comes late in a workbench that has just started. */
export async function chooseInExplorer(
  page: Page,
  name: string,
  entry: string,
  folder?: string,
): Promise<void> {
  const row = await findInExplorer(page, name, folder);
  await waitUntil(`${entry} for ${name}`, async () => {
    await page.keyboard.press("Escape");
    await row.click({ button: "right" });
    await page.locator(".context-view .action-item", { hasText: entry }).first().waitFor({ timeout: 3_000 });
    return true;
  });
  await chooseInMenu(page, entry);
}
