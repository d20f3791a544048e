/**
 * Someone who has just installed the extension: the first steps, the sample plan, and the indicators as tests. The
 * pictures of the walkthrough are made here: `BDG_PICTURES=1` writes them to docs/walkthrough.
 */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { screenshot } from "../support/browser.ts";
import { copyToTemp } from "../support/editor-server.ts";
import { projectPath } from "../support/paths.ts";
import { pictureOfFailure, type Sitting, startSitting } from "../support/sitting.ts";
import { waitUntil } from "../support/wait-until.ts";
import {
  codeLenses,
  editorLines,
  goToLine,
  hoverOver,
  openFile,
  runCommand,
  switchTheme,
  waitForSquiggles,
} from "./workbench.ts";

let sitting: Sitting;
let page: Page;

beforeAll(async () => {
  sitting = await startSitting({
    workspaceFolder: copyToTemp(projectPath("samples")),
    settings: { "bdg.asOf": "2025-06-30", "bdg.language": "vi" },
  });
  page = sitting.page;
}, 600_000);

afterEach(({ task }) => pictureOfFailure(page, task));

afterAll(() => sitting?.stop());

const treeRows = async (): Promise<readonly string[]> =>
  (await page.locator(".test-explorer .monaco-list-row").allInnerTexts()).map((text) =>
    text.replace(/\s*\n\s*/g, " ").trim(),
  );

describe("the indicators as tests", () => {
  test("have a child for every due point; what is missed has failed, what is not due is skipped", async () => {
    await openFile(page, "ke-hoach-snv.bdg");
    await goToLine(page, 70);
    await waitUntil("the lenses", async () => (await codeLenses(page)).length > 0, 60_000);
    await runCommand(page, "Testing: Focus on Test Explorer View");
    await waitUntil("the plans", async () =>
      (await treeRows()).some((row) => row.includes("Kế hoạch thực hiện")),
    );
    await runCommand(page, "Test: Run All Tests");
    const label = await waitUntil("results", async () => {
      const labels = await page
        .locator(".test-explorer .monaco-list-row")
        .evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? ""));
      return labels.find((text) => /failed|thất bại/i.test(text));
    });
    expect(label).toContain("Kế hoạch thực hiện");
    await page.locator(".test-explorer .monaco-list-row").first().click();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await waitUntil("the indicators", async () =>
      (await treeRows()).some((row) => row.includes("Chuyên đề")),
    );
    await screenshot(page, "test-explorer-light");
    await switchTheme(page, "Dark Modern");
    await screenshot(page, "test-explorer-dark");
    await switchTheme(page, "Light Modern");
  }, 180_000);
});

describe("the walkthrough", () => {
  test("opens on request, with a step for each thing to do first", async () => {
    for (const theme of ["Dark Modern", "Dark High Contrast", "Light Modern"]) {
      // Escape, with which a list is asked for, leads back from the walkthrough: first the theme, then the steps.
      await switchTheme(page, theme);
      await runCommand(page, "BDG: First Steps");
      const steps = await waitUntil("the steps", async () => {
        const found = await page.locator(".getting-started-step:visible .step-title").allInnerTexts();
        return found.length > 0 ? found : undefined;
      });
      expect(steps).toEqual([
        "Open the sample plan",
        "See what missed its target",
        "Read the clause",
        "Record a value",
        "Export the table",
      ]);
      await screenshot(page, `walkthrough-${theme.replaceAll(" ", "-").toLowerCase()}`);
    }
  }, 120_000);
});

describe("the sample plan", () => {
  test("is shown where it is open already", async () => {
    await runCommand(page, "View: Close All Editors");
    await runCommand(page, "BDG: Open Sample Plan");
    await waitUntil("the plan", async () =>
      (await editorLines(page)).some((line) => /chỉ tiêu|kế hoạch/i.test(line.normalize("NFC"))),
    );
  }, 60_000);
});

test.runIf(process.env.BDG_PICTURES)(
  "the pictures of the walkthrough",
  async () => {
    mkdirSync(projectPath("docs/walkthrough"), { recursive: true });
    const keep = async (name: string): Promise<void> => {
      const shot = await screenshot(page, `walkthrough-picture-${name}`);
      copyFileSync(shot, projectPath(join("docs/walkthrough", `${name}.png`)));
    };
    await page.setViewportSize({ width: 960, height: 640 });
    await runCommand(page, "View: Close All Editors");
    await runCommand(page, "View: Toggle Primary Side Bar Visibility");
    await runCommand(page, "View: Toggle Panel Visibility");
    await openFile(page, "ke-hoach-snv.bdg");
    await goToLine(page, 70);
    await waitUntil("the lenses", async () => (await codeLenses(page)).length > 0);
    await keep("plan");
    await openFile(page, "bao-cao-2024.bdg");
    await waitForSquiggles(page, "warning", (texts) => texts.length > 0);
    await runCommand(page, "Problems: Focus on Problems View");
    await keep("miss");
    await runCommand(page, "View: Toggle Panel Visibility");
    await hoverOver(page, "quy_hoach_nu");
    await keep("clause");
    await page.keyboard.press("Escape");
    await runCommand(page, "BDG: Record Measured Value…");
    await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    await keep("record");
    await page.keyboard.press("Escape");
    await runCommand(page, "BDG: Export Summary Table…");
    await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    await keep("export");
    await page.keyboard.press("Escape");
  },
  180_000,
);
