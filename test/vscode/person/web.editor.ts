/**
 * The analyst in VS Code for the web, of the oldest version that is supported: the packaged extension runs in the
 * page, its server in a worker, and the samples are a virtual file system that knows no disk.
 */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { sampleFiles } from "../../support/sample-files.ts";
import { screenshot } from "../support/browser.ts";
import { openInExplorer } from "../support/explorer.ts";
import { pictureOfFailure, type Sitting, startWebSitting } from "../support/sitting.ts";
import { waitUntil } from "../support/wait-until.ts";
import {
  chooseInQuickPick,
  clickBefore,
  editorLines,
  goToLine,
  hoverOver,
  quickInput,
  readNotifications,
  readProblems,
  replaceInEditor,
  runCommand,
  squiggles,
  waitForSquiggles,
  webview,
} from "./workbench.ts";

let sitting: Sitting;
let page: Page;
/** What the page, its workers and frames asked of anybody but the test's own server. */
const askedOutside: string[] = [];

beforeAll(async () => {
  sitting = await startWebSitting({
    files: sampleFiles(),
    settings: { "bdg.asOf": "2025-06-30", "bdg.language": "en" },
  });
  page = sitting.page;
  page.context().on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(?:http|ws)s?:$/.test(protocol) && !/(?:^|\.)localhost$/.test(hostname))
      askedOutside.push(request.url());
  });
}, 120_000);

afterEach(({ task }) => pictureOfFailure(page, task));

afterAll(() => sitting?.stop());

describe("the analyst on the web", () => {
  test("sees which results miss", async () => {
    await openInExplorer(page, "bao-cao-2024.bdg", "binh-dinh");
    expect(await waitForSquiggles(page, "warning", (texts) => texts.length === 2)).toEqual([
      "13 trên 51",
      "0",
    ]);
    expect(await squiggles(page, "info")).toEqual(["11 trên 20"]);
  });

  test("reads the verdict and the clause's own words, from a document of the virtual folder", async () => {
    const words = await hoverOver(page, "tuyen_truyen");
    expect(words).toMatch(/^Missed/);
    expect(words).toContain("Ban Vì sự tiến bộ của phụ nữ của Sở tổ chức chuyên đề");
    await screenshot(page, "web-hover");
  });

  test("has all problems in one list, with the places they are about", async () => {
    const rows = await readProblems(page, (shown) => shown.some((row) => row.includes("target-missed")));
    const missed = rows.findIndex((row) => row.includes("target-missed"));
    expect(rows.slice(missed + 1).find((row) => row.includes(".txt"))).toContain("ke-hoach-snv-2022.txt");
    await screenshot(page, "web-problems");
    await runCommand(page, "View: Hide Panel");
  });

  test("types a better value, and the squiggle goes", async () => {
    await replaceInEditor(page, "tuyen_truyen      = 0", "tuyen_truyen      = 1");
    await waitForSquiggles(page, "warning", (texts) => texts.length === 1 && texts[0] === "13 trên 51");
    await replaceInEditor(page, "tuyen_truyen      = 1", "tuyen_truyen      = 0");
    await waitForSquiggles(page, "warning", (texts) => texts.includes("0"));
  });

  test("opens the clause beside the plan from the hover", async () => {
    await openInExplorer(page, "ke-hoach-snv.bdg", "binh-dinh");
    await goToLine(page, 70);
    await hoverOver(page, "lanh_dao_nu");
    await page.locator(".monaco-hover a", { hasText: "Open clause beside" }).first().click();
    await waitUntil("the clause", async () =>
      (await editorLines(page)).some((line) => line.startsWith("- Phần đầu đến năm 2025 đạt 60%")),
    );
    await screenshot(page, "web-clause");
    await runCommand(page, "View: Close Editor");
  });

  test("exports the table into the virtual folder and is told once where it is", async () => {
    await clickBefore(page, "II.1-1");
    await runCommand(page, "BDG: Export Summary Table…");
    await chooseInQuickPick(page, "CSV file", "CSV file…");
    const name = quickInput(page);
    await waitUntil("the dialog", async () =>
      (await name.inputValue()).endsWith("/binh-dinh/summary-table.csv"),
    );
    await page.keyboard.press("Enter");
    await screenshot(page, "web-exported");
    expect(await readNotifications(page)).toEqual(["The summary table is in summary-table.csv."]);
    await openInExplorer(page, "summary-table.csv", "binh-dinh");
    await waitUntil("the table", async () =>
      (await editorLines(page)).some((line) => line.includes("Chuyên đề hoặc hoạt động tuyên truyền")),
    );
    await runCommand(page, "View: Close Editor");
  });

  test("looks at the summary table beside", async () => {
    await runCommand(page, "BDG: Show Summary Table");
    await webview(page).getByText("Chuyên đề hoặc hoạt động tuyên truyền lồng ghép").first().waitFor();
    await screenshot(page, "web-table");
    await runCommand(page, "View: Close Editor");
  });

  test("has the plans in the side bar, and the dashboard beside", async () => {
    await page.locator(".activitybar").getByRole("tab", { name: /^BDG/ }).click();
    await page
      .locator(".pane-body .monaco-list-row", { hasText: "Kế hoạch thực hiện Chiến lược" })
      .first()
      .waitFor();
    await runCommand(page, "BDG: Open Dashboard");
    await webview(page).getByText("Chuyên đề hoặc hoạt động tuyên truyền lồng ghép").first().waitFor();
    await screenshot(page, "web-dashboard");
    await runCommand(page, "View: Close Editor");
    await runCommand(page, "View: Show Explorer");
  });

  test("records a value step by step, and begins the year's report in the virtual folder", async () => {
    const quickInput = page.locator(".quick-input-widget:visible");
    const input = quickInput.locator("input:visible").first();
    await openInExplorer(page, "bao-cao-2024.bdg", "binh-dinh");
    await runCommand(page, "BDG: Record Measured Value…");
    for (const [shown, typed] of [
      ["a value is due", "tuyen_truyen"],
      ["Another period", "2024"],
      ["replaces", "2"],
    ] as const) {
      await waitUntil(shown, async () => (await quickInput.innerText()).includes(shown));
      await input.fill(typed);
      if (shown === "replaces") await quickInput.getByText("2 hoạt động → Met").first().waitFor();
      await page.keyboard.press("Enter");
    }
    await waitUntil("the evidence", async () => (await quickInput.innerText()).includes("vidence"));
    await page.keyboard.press("Enter");
    await waitUntil("the line", async () =>
      (await editorLines(page)).some((line) => line.trim().startsWith("tuyen_truyen      = 2")),
    );
    await page.keyboard.press("Control+Z");
    await runCommand(page, "BDG: New Report…");
    await waitUntil("the plans", async () => (await quickInput.innerText()).includes("ke-hoach-snv.bdg"));
    await input.fill("ke-hoach-snv");
    await page.keyboard.press("Enter");
    await waitUntil("the periods", async () => (await quickInput.innerText()).includes("2025"));
    await page.keyboard.press("Enter");
    await waitUntil("the report", async () =>
      (await editorLines(page)).some((line) => line.startsWith("báo cáo 2025 ")),
    );
    await screenshot(page, "web-report");
    await openInExplorer(page, "ke-hoach-snv.bdg", "binh-dinh");
  });

  test("spells the plan's keywords in English, in one step", async () => {
    await clickBefore(page, "II.1-1");
    await runCommand(page, "BDG: Use English Keywords");
    await waitUntil("English keywords", async () =>
      (await editorLines(page)).some((line) => line.startsWith("indicator ")),
    );
    await page.keyboard.press("Control+Z");
    await waitUntil("Vietnamese ones", async () =>
      (await editorLines(page)).some((line) => line.startsWith("chỉ tiêu ")),
    );
  });

  test("sets another date, and everything is judged anew", async () => {
    await openInExplorer(page, "bao-cao-2024.bdg", "binh-dinh");
    await runCommand(page, "BDG: Set As-of Date…");
    await chooseInQuickPick(page, "Another", "Another day…");
    const input = quickInput(page);
    await input.fill("30/6/2023");
    await page.keyboard.press("Enter");
    await waitForSquiggles(page, "warning", (texts) => texts.includes("69 trên 86"));
    expect(await hoverOver(page, "tuyen_truyen")).toMatch(/^Met/);
  });

  test("starts the server again, and nothing is lost", async () => {
    await runCommand(page, "BDG: Restart Language Server");
    await waitForSquiggles(page, "warning", (texts) => texts.length === 0).catch(() => {});
    await waitForSquiggles(page, "warning", (texts) => texts.includes("69 trên 86"));
  });

  test("never asked anything of the network", () => {
    expect(askedOutside).toEqual([]);
  });
});
