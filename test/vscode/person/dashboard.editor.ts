/**
 * The dashboard as the analyst and the head of department have it: the packaged extension is installed, the samples
 * are open, and everything is done with keys and mouse.
 */
import { existsSync, readFileSync } from "node:fs";
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
  editorLines,
  inOtherThemes,
  openFile,
  replaceInEditor,
  runCommand,
  webview,
} from "./workbench.ts";

let workspace: string;
let sitting: Sitting;
let page: Page;

beforeAll(async () => {
  workspace = copyToTemp(projectPath("samples"));
  sitting = await startSitting({
    workspaceFolder: workspace,
    viewport: { width: 1400, height: 900 },
    settings: { "bdg.asOf": "2025-06-30", "bdg.language": "vi" },
  });
  page = sitting.page;
});

afterEach(({ task }) => pictureOfFailure(page, task));

afterAll(() => sitting?.stop());

const dashboard = () => webview(page).locator("#dashboard");

const firstTile = () => dashboard().locator(".counts").first().locator(".tile").first();

describe("the dashboard", () => {
  test("is opened by the icon above a plan, and says at a glance how it stands", async () => {
    await openFile(page, "bao-cao-2024.bdg");
    await page.getByRole("button", { name: "Open Dashboard" }).first().click();
    await dashboard().getByText("4 trên 5 chỉ tiêu cần chú ý").waitFor();
    await dashboard().getByText("giữ ngày đánh giá là 30/6/2025").waitFor();
    expect(await dashboard().locator("h1").innerText()).toContain("Kế hoạch thực hiện Chiến lược quốc gia");
  });

  test("can be read in every theme", async () => {
    await inOtherThemes(page, async (suffix) => {
      await dashboard().locator(".picture").first().waitFor();
      await screenshot(page, `dashboard-${suffix}`);
    });
  });

  test("shows the past as its date is moved, and comes back", async () => {
    const before = await firstTile().innerText();
    expect(before).toMatch(/^1/);
    await dashboard().getByLabel("Ngày đánh giá").fill("2023-06-30");
    await dashboard().getByText("tính đến 30/6/2023, không phải hôm nay").waitFor();
    await screenshot(page, "dashboard-past");
    await dashboard().getByRole("button", { name: "Trở về 30/6/2025" }).click();
    await waitUntil("the settings' day", async () => (await firstTile().innerText()) === before);
  });

  test("opens an indicator's place and its clause beside, and follows what is typed there", async () => {
    const card = dashboard().locator(".card").nth(2);
    await card.locator(".clause").click();
    await waitUntil("the clause", async () =>
      (await editorLines(page)).some((line) => line.startsWith("2. Trong phòng ngừa")),
    );
    await card.getByRole("button", { name: "0 hoạt động" }).click();
    await waitUntil("the value's file", async () =>
      (await editorLines(page)).some((line) => /tuyen_truyen\s+= 0/.test(line)),
    );
    await replaceInEditor(page, "tuyen_truyen      = 0", "tuyen_truyen      = 1");
    await card.locator(".badge", { hasText: /^\s*Đạt/u }).waitFor();
    expect(await firstTile().innerText()).toMatch(/^0/);
    await screenshot(page, "dashboard-beside");
    await replaceInEditor(page, "tuyen_truyen      = 1", "tuyen_truyen      = 0");
    await card.locator(".badge", { hasText: "Không đạt" }).waitFor();
  });

  test("leads to recording a value", async () => {
    await dashboard().locator(".card").first().getByRole("button", { name: "Ghi kết quả" }).click();
    const input = page.locator(".quick-input-widget:visible");
    await input.getByText("Cơ quan, đơn vị có lãnh đạo chủ chốt là nữ").first().waitFor();
    await page.keyboard.press("Escape");
  });

  test("exports the plan and the day that it shows", async () => {
    await dashboard().getByLabel("Ngày đánh giá").fill("2023-06-30");
    await dashboard().getByText("tính đến 30/6/2023, không phải hôm nay").waitFor();
    await dashboard().getByRole("button", { name: "Xuất…" }).click();
    await chooseInQuickPick(page, "CSV", "Tệp CSV…");
    const name = page.locator(".quick-input-widget:visible input").first();
    await waitUntil("the dialog", async () =>
      (await name.inputValue()).endsWith("/binh-dinh/bang-tong-hop.csv"),
    );
    await page.keyboard.press("Enter");
    const file = join(workspace, "binh-dinh", "bang-tong-hop.csv");
    await waitUntil("the file", () => existsSync(file));
    const table = readFileSync(file, "utf8");
    expect(table).toContain("Tính đến 30/6/2023");
    expect(table).not.toContain("Women among paid workers");
  });

  test("keeps its date and its filter while another tab covers it", async () => {
    await dashboard().getByLabel("Tìm theo từ").fill("tuyên truyền");
    await waitUntil("the filter", async () => (await dashboard().locator(".card").count()) === 1);
    await page.locator(".tab", { hasText: "bao-cao-2024.bdg" }).first().click();
    await waitUntil("the plan", async () => (await page.locator("iframe.webview.ready").count()) === 0);
    await page.locator(".tab", { hasText: "Bảng theo dõi" }).click();
    await dashboard().getByText("tính đến 30/6/2023, không phải hôm nay").waitFor();
    expect(await dashboard().getByLabel("Tìm theo từ").inputValue()).toBe("tuyên truyền");
    expect(await dashboard().locator(".card").count()).toBe(1);
    await dashboard().getByRole("button", { name: "Xem tất cả" }).click();
    await dashboard().getByRole("button", { name: "Trở về 30/6/2025" }).click();
    await dashboard().getByText("giữ ngày đánh giá là 30/6/2025").waitFor();
  });

  test("is there again after a reload of the window", async () => {
    await runCommand(page, "Developer: Reload Window");
    await page.waitForEvent("load", { timeout: 60_000 });
    await dashboard().locator(".card").first().waitFor({ timeout: 60_000 });
    expect(await dashboard().locator("h1").innerText()).toContain("Kế hoạch thực hiện Chiến lược quốc gia");
  });

  test("speaks English as soon as the setting says so", async () => {
    await runCommand(page, "Preferences: Open Workspace Settings (JSON)");
    await page.locator(".tab.active", { hasText: "settings.json" }).waitFor();
    await page.locator(".editor-group-container.active .view-lines").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText('{ "bdg.language": "en" }');
    await page.keyboard.press("Control+S");
    await page.locator(".tab", { hasText: "Bảng theo dõi" }).click();
    await dashboard().getByText("Indicators that need attention: 4 of 5").waitFor();
    await page.locator(".tab", { hasText: "Dashboard" }).waitFor();
    await dashboard().locator("h1").scrollIntoViewIfNeeded();
    await dashboard().locator(".picture").first().waitFor();
    await screenshot(page, "dashboard-english");
  });
});
