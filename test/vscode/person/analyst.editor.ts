/**
 * What the analyst of the plan does, in one sitting, in the order of the tests: the packaged extension is installed,
 * the samples are open in Restricted Mode, and everything is done with keys and mouse.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { screenshot } from "../support/browser.ts";
import { copyToTemp } from "../support/editor-server.ts";
import { projectPath } from "../support/paths.ts";
import { pictureOfFailure, type Sitting, startSitting } from "../support/sitting.ts";
import { waitUntil } from "../support/wait-until.ts";
import {
  chooseInQuickPick,
  clickBefore,
  editorLines,
  goToLine,
  hoverOver,
  inOtherThemes,
  openFile,
  quickInput,
  readNotifications,
  readProblems,
  replaceInEditor,
  runCommand,
  squiggles,
  waitForSquiggles,
  webview,
} from "./workbench.ts";

let workspace: string;
let sitting: Sitting;
let page: Page;

beforeAll(async () => {
  workspace = copyToTemp(projectPath("samples"));
  sitting = await startSitting({
    workspaceFolder: workspace,
    workspaceTrust: true,
    settings: {
      "security.workspace.trust.startupPrompt": "never",
      "bdg.asOf": "2025-06-30",
      "bdg.language": "en",
    },
  });
  page = sitting.page;
});

afterEach(({ task }) => pictureOfFailure(page, task));

afterAll(() => sitting?.stop());

/** The rendered Markdown preview. */
const preview = () => webview(page).locator("body");

/** A preview is made anew for each theme, and its old frame may go while one looks at it. */
function tableIsDrawn(): Promise<true> {
  const twoFrames = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
  return waitUntil("the table", async () => {
    const row = preview().getByText("Chuyên đề hoặc hoạt động tuyên truyền lồng ghép").first();
    await row.waitFor({ timeout: 5_000 });
    await preview().evaluate(`() => ${twoFrames}`, undefined, { timeout: 5_000 });
    await page.evaluate(twoFrames);
    return true;
  });
}

describe("the analyst", () => {
  test("is in Restricted Mode and sees which results miss", async () => {
    await page.locator(".part.statusbar").getByText("Restricted Mode").waitFor();
    await openFile(page, "bao-cao-2024.bdg");
    // The report has 13 of 51, behind the path to 30%, and 0 activities where the plan wants one.
    expect(await waitForSquiggles(page, "warning", (texts) => texts.length === 2)).toEqual([
      "13 trên 51",
      "0",
    ]);
    expect(await squiggles(page, "info")).toEqual(["11 trên 20"]);
    // No letter is boxed for being none of ASCII's.
    expect(await page.locator(".unicode-highlight").count()).toBe(0);
  });

  test("reads the verdict, and the clause's own words under it", async () => {
    const words = await hoverOver(page, "tuyen_truyen");
    expect(words).toMatch(/^Missed/);
    expect(words).toContain("Ban Vì sự tiến bộ của phụ nữ của Sở tổ chức chuyên đề");
    expect(words).toContain("ke-hoach-snv-2022.txt");
    const chart = page.locator(".monaco-resizable-hover .monaco-hover img").first();
    expect(await chart.evaluate((image: { naturalWidth: number }) => image.naturalWidth)).toBeGreaterThan(
      100,
    );
    await screenshot(page, "hover");
    await inOtherThemes(page, async (suffix) => {
      await screenshot(page, `editor-${suffix}`);
      await hoverOver(page, "quy_hoach_nu");
      await screenshot(page, `hover-${suffix}`);
    });
  });

  test("reads the message at the missed value", async () => {
    const words = await hoverOver(page, "0", "tuyen_truyen");
    expect(words).toContain("0 hoạt động in 2024; the plan says at least 1 hoạt động (II.2)");
    await screenshot(page, "message");
  });

  test("has all problems in one list, with the places they are about", async () => {
    const rows = await readProblems(page, (shown) => shown.some((row) => row.includes("target-missed")));
    const missed = rows.findIndex((row) => row.includes("target-missed"));
    expect(rows[missed]).toContain("0 hoạt động in 2024; the plan says at least 1 hoạt động");
    expect(rows.slice(missed + 1).find((row) => row.includes(".txt"))).toContain(
      "ke-hoach-snv-2022.txt [Ln 34",
    );
    await screenshot(page, "problems");
    await page.getByRole("button", { name: "Close Banner" }).click();
    await hoverOver(page, "quy_hoach_nu");
    await screenshot(page, "editor");
    await runCommand(page, "View: Hide Panel");
  });

  test("opens the clause beside the plan from the hover", async () => {
    await openFile(page, "ke-hoach-snv.bdg");
    await goToLine(page, 70);
    await hoverOver(page, "lanh_dao_nu");
    await page.locator(".monaco-hover a", { hasText: "Open clause beside" }).first().click();
    await waitUntil("the clause", async () =>
      (await editorLines(page)).some((line) => line.startsWith("- Phần đầu đến năm 2025 đạt 60%")),
    );
    await waitUntil("the hover to go", async () => !(await page.locator(".monaco-hover:visible").count()));
    await screenshot(page, "clause");
    await runCommand(page, "View: Close Editor");
  });

  test("follows a clause's address to its line", async () => {
    await clickBefore(page, "II.1-1");
    await page.keyboard.press("F12");
    await waitUntil("the document", async () =>
      (await page.locator(".part.statusbar").innerText()).includes("Ln 30"),
    );
    expect(await page.locator(".tab.active").getAttribute("data-resource-name")).toBe(
      "ke-hoach-snv-2022.txt",
    );
    await runCommand(page, "View: Close Editor");
  });

  test("sees in the status bar what was checked, and as of when", async () => {
    await page.locator('[id="status.languageStatus"]').first().hover();
    const shown = await waitUntil("the status", async () => {
      const text = await page.locator(".hover-language-status").first().innerText({ timeout: 1_000 });
      return text.includes("As of") ? text : undefined;
    });
    expect(shown).toContain("As of 30 June 2025");
    expect(shown).toContain("indicators: 28 · tasks: 20 · files: 5 · documents: 2");
    await screenshot(page, "status");
    await page.keyboard.press("Escape");
  });

  test("types a better value, and the squiggle goes", async () => {
    await openFile(page, "bao-cao-2024.bdg");
    await replaceInEditor(page, "tuyen_truyen      = 0", "tuyen_truyen      = 1");
    await waitForSquiggles(page, "warning", (texts) => texts.length === 1 && texts[0] === "13 trên 51");
    await replaceInEditor(page, "tuyen_truyen      = 1", "tuyen_truyen      = 0");
    await waitForSquiggles(page, "warning", (texts) => texts.includes("0"));
  });

  test("looks at the summary table beside, which follows the report", async () => {
    await runCommand(page, "BDG: Show Summary Table");
    await tableIsDrawn();
    await preview().getByRole("strong").getByText("missed", { exact: true }).first().waitFor();
    await screenshot(page, "table");
    await inOtherThemes(page, async (suffix) => {
      await tableIsDrawn();
      await screenshot(page, `table-${suffix}`);
    });
    await runCommand(page, "View: Close Editor");
  });

  test("exports the table to a file and is told once where it is", async () => {
    await openFile(page, "ke-hoach-snv.bdg");
    await runCommand(page, "BDG: Export Summary Table…");
    await screenshot(page, "export");
    await chooseInQuickPick(page, "CSV file", "CSV file…");
    // The dialog offers a name beside the plan, without its ending selected, to be typed over.
    const name = page.locator(".quick-input-widget:visible input").first();
    await waitUntil("the dialog", async () =>
      (await name.inputValue()).endsWith("/binh-dinh/summary-table.csv"),
    );
    await page.keyboard.type("bảng");
    await waitUntil("the name", async () => (await name.inputValue()).endsWith("/bảng.csv"));
    await page.keyboard.press("Enter");
    const file = join(workspace, "binh-dinh", "bảng.csv");
    await waitUntil("the file", () => existsSync(file));
    const text = readFileSync(file, "utf8");
    expect(text.startsWith("\ufeff")).toBe(true);
    expect(text).toContain("Chuyên đề hoặc hoạt động tuyên truyền lồng ghép");
    expect(await readNotifications(page)).toEqual(["The summary table is in bảng.csv."]);
  });

  test("sets another date, and everything is judged anew", async () => {
    await openFile(page, "bao-cao-2024.bdg");
    await runCommand(page, "BDG: Set As-of Date…");
    await chooseInQuickPick(page, "Another", "Another day…");
    const input = page.locator(".quick-input-widget:visible input").first();
    await input.fill("31/2/2023");
    await page.getByText("is no day of the calendar").first().waitFor();
    await screenshot(page, "date");
    await input.fill("30/6/2023");
    await page.keyboard.press("Enter");
    // In 2023 nothing of 2024 counts yet, which is said of each value, those that are good ones too.
    await waitForSquiggles(page, "warning", (texts) => texts.includes("69 trên 86"));
    expect(await hoverOver(page, "tuyen_truyen")).toMatch(/^Met/);
    expect(readFileSync(join(workspace, ".vscode", "settings.json"), "utf8")).toContain("2023-06-30");
    await runCommand(page, "BDG: Set As-of Date…");
    await chooseInQuickPick(page, "Today", "Today");
    // The user's own settings have a date, which is not to come back.
    await waitUntil("today", () => {
      return readFileSync(join(workspace, ".vscode", "settings.json"), "utf8").includes('"bdg.asOf": ""');
    });
    expect(await hoverOver(page, "tuyen_truyen")).toMatch(/^No data/);
  });

  test("reads Vietnamese when the setting says so", async () => {
    await runCommand(page, "Preferences: Open Workspace Settings (JSON)");
    await clickBefore(page, '"bdg.asOf"');
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText('{ "bdg.asOf": "2025-06-30", "bdg.language": "vi" }');
    await page.keyboard.press("Control+S");
    await openFile(page, "bao-cao-2024.bdg");
    await waitUntil("the Vietnamese hover", async () =>
      (await hoverOver(page, "tuyen_truyen")).includes("Mở điều khoản bên cạnh"),
    );
    await screenshot(page, "vietnamese");
    await runCommand(page, "BDG: Set As-of Date…");
    await chooseInQuickPick(page, "Ngày khác", "Ngày khác…");
    // The box for the date opens a little later; Escape before it would leave it open.
    await waitUntil("the box for the date", async () =>
      /^\d{4}-\d\d-\d\d$/u.test(await quickInput(page).inputValue({ timeout: 1_000 })),
    );
    await page.keyboard.press("Escape");
    await quickInput(page).waitFor({ state: "hidden" });
  });

  test("has what is typed checked on saving when the setting says so, and is told that it waits", async () => {
    const settings = {
      "bdg.asOf": "2025-06-30",
      // That they are in, the language of the problems tells; what is typed before is checked at once.
      "bdg.language": "en",
      "bdg.check.run": "onSave",
      // In a browser VS Code saves by itself a second later.
      "files.autoSave": "off",
    };
    writeFileSync(join(workspace, ".vscode", "settings.json"), JSON.stringify(settings));
    await openFile(page, "bao-cao-2024.bdg");
    const isMissed = (row: string) => row.includes("0 hoạt động in 2024");
    await readProblems(page, (rows) => rows.some(isMissed));
    await replaceInEditor(page, "tuyen_truyen      = 0", "tuyen_truyen      = 1");
    await waitUntil("the status that says what is waited for", async () => {
      await page.mouse.move(0, 0);
      await page.locator('[id="status.languageStatus"]').first().hover();
      const shown = await page.locator(".hover-language-status").first().innerText({ timeout: 1_000 });
      return shown.includes("Problems are those of the last save");
    });
    expect((await readProblems(page, (rows) => rows.length > 0)).some(isMissed)).toBe(true);
    await screenshot(page, "checks-on-saving");
    await page.keyboard.press("Escape");
    await runCommand(page, "File: Save");
    await readProblems(page, (rows) => rows.length > 0 && !rows.some(isMissed));
  });
});
