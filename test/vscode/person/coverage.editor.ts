/**
 * What someone does who holds a plan against its signed document: sees in the document which clauses are taken up and
 * how it goes with them, types in it, and looks at the coverage and at its table. With keys and mouse in the packaged
 * extension, in Vietnamese.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { screenshot } from "../support/browser.ts";
import { copyToTemp } from "../support/editor-server.ts";
import { projectPath } from "../support/paths.ts";
import { pictureOfFailure, type Sitting, startSitting } from "../support/sitting.ts";
import { waitUntil } from "../support/wait-until.ts";
import {
  codeLenses,
  goToLine,
  openFile,
  replaceInEditor,
  runCommand,
  switchTheme,
  waitForSquiggles,
  webview,
} from "./workbench.ts";

let sitting: Sitting;
let page: Page;

beforeAll(async () => {
  const workspace = copyToTemp(projectPath("samples"));
  // II.2 is set aside, II.3 is taken up by nobody, and a target says something else than its clause.
  const path = join(workspace, "binh-dinh", "ke-hoach-snv.bdg");
  const plan = readFileSync(path, "utf8")
    .replace(/ {2}điều khoản {3}II\.2 .*\n/u, "")
    .replace(/ {2}điều khoản {3}II\.3 .*\n/u, "")
    .replace("mục tiêu     2030 đạt 40%", "mục tiêu     2030 đạt 45%")
    .replace(
      "  ghi chú          ",
      '  không theo dõi   II.2 "do Công đoàn cơ sở theo dõi"\n  ghi chú          ',
    );
  expect(plan.split("không theo dõi")).toHaveLength(2);
  writeFileSync(path, plan);
  sitting = await startSitting({
    workspaceFolder: workspace,
    viewport: { width: 1400, height: 850 },
    settings: { "editor.wordWrap": "on", "bdg.asOf": "2025-06-30", "bdg.language": "vi" },
  });
  page = sitting.page;
});

afterEach(({ task }) => pictureOfFailure(page, task));

afterAll(() => sitting?.stop());

test("the target that differs is underlined, and the document's line says what nobody takes up", async () => {
  await openFile(page, "ke-hoach-snv.bdg");
  const told = await waitForSquiggles(page, "info", (texts) => texts.some((text) => text.includes(".txt")));
  expect(told.join(" ")).toContain("ke-hoach-snv-2022.txt");
  await goToLine(page, 82);
  await waitForSquiggles(page, "warning", (texts) => texts.some((text) => text.includes("45%")));
  await screenshot(page, "coverage-plan");
});

test("the document has a lens above each cited clause", async () => {
  await openFile(page, "ke-hoach-snv-2022.txt");
  await goToLine(page, 32);
  const shown = await waitUntil("the lenses", async () => {
    const lenses = await codeLenses(page);
    return lenses.length >= 2 ? lenses : undefined;
  });
  expect(shown[0]).toMatch(/^Cơ quan, đơn vị có lãnh đạo chủ chốt là nữ: /u);
  await screenshot(page, "document-lenses");
  await page.locator(".codelens-decoration > a", { hasText: "Cơ quan, đơn vị có lãnh đạo" }).first().click();
  await waitUntil("the plan", async () =>
    page.locator('.part.editor .tab.active[data-resource-name="ke-hoach-snv.bdg"]').isVisible(),
  );
});

test("shows the coverage in the document, line by line", async () => {
  await openFile(page, "ke-hoach-snv.bdg");
  await runCommand(page, "BDG: Show Plan Coverage");
  await waitUntil("the document", async () =>
    page.locator('.part.editor .tab.active[data-resource-name="ke-hoach-snv-2022.txt"]').last().isVisible(),
  );
  await screenshot(page, "coverage");
  await waitUntil("the coverage", async () => (await page.locator(".coverage-deco-gutter").count()) > 0);
  await screenshot(page, "coverage");
  expect(await page.locator(".coverage-deco-gutter.coverage-deco-hit").count()).toBeGreaterThan(0);
  expect(await page.locator(".coverage-deco-gutter.coverage-deco-miss").count()).toBeGreaterThan(0);
  await switchTheme(page, "Dark Modern");
  await screenshot(page, "coverage-dark");
  await switchTheme(page, "Light Modern");
});

/** How a line of the document is marked: taken up, by nobody, set aside, or not at all. */
async function markOf(line: number): Promise<"hit" | "miss" | "aside" | "none"> {
  const number = page.locator(".line-numbers.coverage-deco-gutter", { hasText: new RegExp(`^${line}$`) });
  const classes = (await number.count()) === 0 ? "" : ((await number.first().getAttribute("class")) ?? "");
  const [isHit, isMiss] = ["coverage-deco-hit", "coverage-deco-miss"].map((one) => classes.includes(one));
  if (isHit && isMiss) return "aside";
  return isHit ? "hit" : isMiss ? "miss" : "none";
}

/** The file of the editor that has the focus. */
const focused = (name: string) =>
  page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`).isVisible();

/** What the Explorer shows of the marks. */
const bars = () => page.locator(".explorer-folders-view .test-coverage-bars");

test("the marks follow the plan as it is typed, quietly, and the focus stays where one types", async () => {
  const uncovered = 38;
  expect(await markOf(uncovered)).toBe("miss");
  await runCommand(page, "View: Focus First Editor Group");
  await goToLine(page, 22);
  await replaceInEditor(page, "II.2", "II.2, II.3");
  await waitUntil("the mark of what is set aside", async () => (await markOf(uncovered)) === "aside");
  expect(await focused("ke-hoach-snv.bdg")).toBe(true);
  expect(await bars().first().innerText()).toContain("100%");
  await screenshot(page, "coverage-follows");
  await replaceInEditor(page, "II.2, II.3", "II.2");
  await waitUntil("the mark as it was", async () => (await markOf(uncovered)) === "miss");
  await runCommand(page, "Test Results: Focus on Test Results View");
  const results = page.locator(".test-output-peek-tree .monaco-list-row");
  const older = await waitUntil("the results before the last one", async () => {
    const [, count] = /(\d+) older results/.exec((await results.allInnerTexts()).join("\n")) ?? [];
    return count;
  });
  // The first, and one for each of two changes, were they typed slowly a few more: not one for each of fourteen keys.
  expect(Number(older)).toBeLessThan(6);
  await runCommand(page, "View: Hide Panel");
});

test("shows the whole table beside", async () => {
  await openFile(page, "ke-hoach-snv.bdg");
  await runCommand(page, "BDG: Show Coverage Table");
  const body = webview(page).locator("body");
  await waitUntil("the table", async () => {
    await body.getByText("chưa theo dõi").first().waitFor({ timeout: 5_000 });
    return true;
  });
  const words = await body.innerText();
  expect(words).toContain("không theo dõi: do Công đoàn cơ sở theo dõi");
  await screenshot(page, "coverage-table");
});

test("the table follows the plan as it is typed, and the focus stays where one types", async () => {
  const row = webview(page)
    .locator("tr", { hasText: /^\s*II\.3 / })
    .first();
  expect(await row.innerText()).toContain("chưa theo dõi");
  await runCommand(page, "View: Focus First Editor Group");
  await openFile(page, "ke-hoach-snv.bdg");
  await goToLine(page, 22);
  await replaceInEditor(page, "II.2", "II.2, II.3");
  await waitUntil("the other row", async () =>
    (await row.innerText({ timeout: 5_000 })).includes("không theo dõi"),
  );
  expect(await focused("ke-hoach-snv.bdg")).toBe(true);
  await screenshot(page, "coverage-table-follows");
  await replaceInEditor(page, "II.2, II.3", "II.2");
  await waitUntil("the row as it was", async () =>
    (await row.innerText({ timeout: 5_000 })).includes("chưa theo dõi"),
  );
});

test("marks go with the first change after their document was closed", async () => {
  // The change that was taken back last has reached the marks.
  await waitUntil("the marks as they were", async () => {
    const texts = await bars().allInnerTexts();
    return texts.length > 0 && !texts.every((text) => text.includes("100%"));
  });
  await runCommand(page, "View: Close All Editors");
  await openFile(page, "ke-hoach-snv.bdg");
  await waitUntil("the marks", async () => (await bars().count()) > 0);
  await goToLine(page, 22);
  await replaceInEditor(page, "II.2", "II.2, II.3");
  await waitUntil("the marks to go", async () => (await bars().count()) === 0);
  await replaceInEditor(page, "II.2, II.3", "II.2");
});

test("what is typed into the document is held against the plan before it is saved", async () => {
  await runCommand(page, "View: Close All Editors");
  await openFile(page, "ke-hoach-snv-2022.txt");
  await goToLine(page, 31);
  await replaceInEditor(page, "75%", "80%");
  await openFile(page, "ke-hoach-snv.bdg");
  await goToLine(page, 74);
  const told = await waitForSquiggles(page, "warning", (texts) => texts.some((text) => text.includes("75%")));
  expect(told.join("\n")).toContain("2030");
  await screenshot(page, "document-typed");
});
