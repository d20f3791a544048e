/**
 * The analyst with the side bar: sees how all of the plan stands, finds what is missed, records the year's values and
 * begins the year's report.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { screenshot } from "../support/browser.ts";
import { copyToTemp } from "../support/editor-server.ts";
import { projectPath } from "../support/paths.ts";
import { pictureOfFailure, type Sitting, startSitting } from "../support/sitting.ts";
import { waitUntil } from "../support/wait-until.ts";
import {
  chooseInMenu,
  editorLines,
  goToLine,
  inOtherThemes,
  openFile,
  quickInput,
  runCommand,
} from "./workbench.ts";

let sitting: Sitting;
let workspace: string;
let page: Page;

async function start(
  folder: string,
  settings: Readonly<Record<string, unknown>> = {},
  locale = "en",
): Promise<void> {
  workspace = folder;
  sitting = await startSitting({
    workspaceFolder: folder,
    settings: {
      "bdg.asOf": "2025-12-20",
      "bdg.language": "vi",
      ...settings,
    },
    locale,
  });
  page = sitting.page;
}

const stop = () => sitting?.stop();

afterEach(({ task }) => pictureOfFailure(page, task));

/** The lines of the tree that are on the screen, each as one text. */
async function rows(): Promise<readonly string[]> {
  const texts: readonly string[] = await page.evaluate(
    `bdgTest.visibleTexts('[id="workbench.view.extension.bdg"] .monaco-list-row')`,
  );
  return texts.map((row) => row.replace(/\s*\n\s*/g, " ").trim());
}

function waitForRows(what: string, isWanted: (shown: readonly string[]) => boolean) {
  return waitUntil(what, async () => {
    const shown = await rows();
    return isWanted(shown) ? shown : undefined;
  });
}

function row(text: string) {
  return page.locator('[id="workbench.view.extension.bdg"] .monaco-list-row', { hasText: text }).first();
}

/** The only view of its container has its buttons in the title of the side bar. */
async function viewAction(label: string): Promise<void> {
  const bar = page.locator(".part.sidebar");
  await bar.locator('[id="workbench.view.extension.bdg"]').hover();
  await bar.getByRole("button", { name: label }).first().click();
}

async function viewMenu(label: string): Promise<void> {
  await viewAction("Views and More Actions...");
  await chooseInMenu(page, label);
}

const input = () => quickInput(page);
const steps = () => page.locator(".quick-input-widget:visible").first();

describe("an analyst with the sample", () => {
  beforeAll(() => start(copyToTemp(projectPath("samples"))));
  afterAll(stop);

  test("sees the counts in the status bar, and opens the plans from there", async () => {
    await openFile(page, "ke-hoach-snv.bdg");
    const item = page.locator('[id="bdg.bdg.bdg.counts"], [id$="bdg.counts"]').first();
    await waitUntil(
      "the counts",
      async () => (await item.innerText({ timeout: 1_000 })).trim() === "Không đạt 1",
    );
    expect(await item.locator(".codicon").count()).toBe(1);
    await item.hover();
    await page.locator(".monaco-hover:visible", { hasText: "Chỉ tiêu: 28" }).first().waitFor();
    await screenshot(page, "plan-status-bar");
    await item.click();
    const shown = await waitForRows("the plans", (all) =>
      all.some((one) => one.includes("lãnh đạo chủ chốt là nữ")),
    );
    expect(shown[0]).toContain("Kế hoạch thực hiện Chiến lược quốc gia");
    expect(shown[1]).toMatch(/^II\.1\. Trong lĩnh vực chính trị/);
    await screenshot(page, "plan-view");
    await inOtherThemes(page, async (suffix) => {
      await screenshot(page, `plan-view-${suffix}`);
    });
  });

  test("goes to an indicator with a click, and to its clause from its menu", async () => {
    await row("bồi dưỡng về bình đẳng giới").click();
    await waitUntil("the indicator", async () =>
      (await editorLines(page)).some((one) => one.includes("chỉ tiêu boi_duong")),
    );
    // Both say the same.
    const line = (await rows()).find((one) => one.includes("bồi dưỡng về bình đẳng giới"))!;
    await waitUntil("the lens", async () => {
      const lenses: readonly string[] = await page.evaluate('bdgTest.visibleTexts(".codelens-decoration")');
      return lenses.some((lens) => line.endsWith(lens.split("|")[0]!.trim()));
    });
    await row("bồi dưỡng về bình đẳng giới").click({ button: "right" });
    await screenshot(page, "plan-view-menu");
    await chooseInMenu(page, "Open Clause Beside");
    await waitUntil("the clause", async () =>
      (await editorLines(page)).some((one) => one.includes("duy trì đến năm 2030")),
    );
    await runCommand(page, "View: Close Editor");
  });

  test("groups by verdict, which is remembered, and folds what is not of interest", async () => {
    await viewMenu("Group by Verdict");
    const shown = await waitForRows("the verdicts", (all) => all[1]?.startsWith("Không đạt") === true);
    expect(shown.some((one) => one.startsWith("Chưa có số liệu"))).toBe(true);
    await screenshot(page, "plan-view-verdicts");
    await viewMenu("Group by Lead Body");
    await waitForRows("the bodies", (all) => all.some((one) => one.startsWith("Phòng Công chức, viên chức")));
    await screenshot(page, "plan-view-bodies");
    await row("Phòng Công chức, viên chức").locator(".monaco-tl-twistie").click();
    const folded = await rows();
    await openFile(page, "ke-hoach-snv.bdg");
    await goToLine(page, 75);
    await page.keyboard.press("End");
    await page.keyboard.type("\n  # ");
    await page.keyboard.press("Control+Z");
    // The tree asks again after every edit; what was folded stays so.
    await waitUntil("the same lines", async () => JSON.stringify(await rows()) === JSON.stringify(folded));
    await viewMenu("Group by Clause");
    await waitForRows("the clauses", (all) => all.some((one) => one.startsWith("II.1.")));
  });

  test("finds what is missed by words without diacritics", async () => {
    await viewAction("Filter Plans…");
    await input().fill("khong dat tuyen truyen");
    const shown = await waitForRows("the one", (all) => all.length === 3);
    expect(shown[2]).toContain("Chuyên đề hoặc hoạt động tuyên truyền lồng ghép");
    await screenshot(page, "plan-view-filter");
    await page.keyboard.press("Enter");
    await page.getByText("Lọc “khong dat tuyen truyen”: 1 trên 48").first().waitFor();
    await viewAction("Clear Filter");
    await waitForRows("all again", (all) => all.length > 5);
  });

  test("records the year's value step by step, from the lens above the indicator", async () => {
    await openFile(page, "ke-hoach-snv.bdg");
    await goToLine(page, 64);
    await page.locator(".codelens-decoration a", { hasText: "Ghi kết quả năm 2025…" }).first().click();
    await waitUntil("the periods", async () =>
      (await steps().innerText()).includes("chưa có số liệu, đến kỳ ghi"),
    );
    await screenshot(page, "record-period");
    await page.keyboard.press("Enter");
    await waitUntil("the value", async () => (await steps().innerText()).includes("Kết quả của 2025"));
    await input().fill("1.5/20/3");
    await steps().getByText("không phải là").first().waitFor();
    await screenshot(page, "record-wrong");
    await input().fill("11/20");
    await steps().getByText("55% (11/20) →").first().waitFor();
    await screenshot(page, "record-value");
    await input().fill("12/20");
    await steps().getByText("60% (12/20) → Đạt").first().waitFor();
    await page.keyboard.press("Enter");
    await waitUntil("the evidence", async () => (await steps().innerText()).includes("Nguồn của kết quả"));
    await screenshot(page, "record-evidence");
    await input().fill('Báo cáo số 12 "2025"');
    await page.keyboard.press("Enter");
    await waitUntil("the line", async () =>
      (await editorLines(page)).some(
        (one) => one.trim() === 'kết quả      2025 = 12 trên 20  "Báo cáo số 12 \\"2025\\""',
      ),
    );
    await screenshot(page, "recorded");
    await page.keyboard.press("Control+Z");
    await waitUntil("the line to go", async () =>
      (await editorLines(page)).every((one) => !one.includes("Báo cáo số 12")),
    );
  });

  test("goes back a step, and replaces a value that is there", async () => {
    await openFile(page, "bao-cao-2024.bdg");
    await runCommand(page, "BDG: Record Measured Value…");
    await waitUntil("the indicators", async () => (await steps().innerText()).includes("đến kỳ ghi kết quả"));
    await screenshot(page, "record-indicator");
    await input().fill("tuyen_truyen");
    await page.keyboard.press("Enter");
    await waitUntil("the periods", async () => (await steps().innerText()).includes("Kỳ khác…"));
    await steps().getByRole("button", { name: "Back" }).click();
    await waitUntil("the indicators again", async () => (await steps().innerText()).includes("quy_hoach_nu"));
    await input().fill("tuyen_truyen");
    await page.keyboard.press("Enter");
    await waitUntil("the periods", async () => (await steps().innerText()).includes("0 hoạt động"));
    // A period that is typed in any of its forms is offered, and so is the box for another one.
    await input().fill("quý I năm 2025");
    await steps().getByText("quý 1/2025").first().waitFor();
    expect(await steps().innerText()).toContain("Kỳ khác…");
    await input().fill("kỳ nào đó");
    await waitUntil("the box for another one alone", async () => {
      const shown = await steps().innerText();
      return shown.includes("Kỳ khác…") && !shown.includes("quý 1/2025");
    });
    await input().fill("năm 2024");
    await steps().getByText("0 hoạt động").first().waitFor();
    await page.keyboard.press("Enter");
    await steps().getByText("Giá trị này thay cho 0 hoạt động.").first().waitFor();
    expect(await input().inputValue()).toBe("0");
    await input().fill("2");
    await steps().getByText("2 hoạt động → Đạt").first().waitFor();
    await screenshot(page, "record-replace");
    await page.keyboard.press("Enter");
    await waitUntil("the evidence", async () => (await steps().innerText()).includes("Nguồn của kết quả"));
    await page.keyboard.press("Enter");
    await waitUntil("the line", async () =>
      (await editorLines(page)).some((one) => one.trim() === "tuyen_truyen      = 2"),
    );
    await waitUntil("the cursor behind it", async () =>
      (await page.locator(".part.statusbar").innerText()).includes("Ln 12, Col 24"),
    );
  });

  test("begins the year's report, and fills it in with the steps", async () => {
    await runCommand(page, "BDG: New Report…");
    await waitUntil("the plans", async () => (await steps().innerText()).includes("ke-hoach-snv.bdg"));
    await input().fill("ke-hoach-snv");
    await page.keyboard.press("Enter");
    await waitUntil("the periods", async () => (await steps().innerText()).includes("kết quả cần ghi"));
    await screenshot(page, "report-period");
    await page.keyboard.press("Enter");
    const lines = await waitUntil("the report", async () => {
      const shown = await editorLines(page);
      return shown.some((one) => one.includes('báo cáo 2025 "Báo cáo kết quả năm 2025"')) ? shown : undefined;
    });
    expect(lines.some((one) => one.includes("# bai_viet 12/2025 ="))).toBe(true);
    expect(existsSync(join(workspace, "binh-dinh", "bao-cao-2025.bdg"))).toBe(true);
    await waitUntil("the cursor", async () =>
      (await page.locator(".part.statusbar").innerText()).includes("Ln 9, Col 24"),
    );
    await screenshot(page, "report");
    await runCommand(page, "BDG: Record Measured Value…");
    await waitUntil("the indicators", async () => (await steps().innerText()).includes("quy_hoach_nu"));
    await input().fill("quy_hoach_nu");
    await page.keyboard.press("Enter");
    await waitUntil("the periods", async () => (await steps().innerText()).includes("đến kỳ ghi"));
    await page.keyboard.press("Enter");
    await waitUntil("the value", async () => (await steps().innerText()).includes("Kết quả của 2025"));
    await input().fill("16/52");
    await steps().getByText("30,77% (16/52) → Đạt").first().waitFor();
    await page.keyboard.press("Enter");
    await waitUntil("the evidence", async () => (await steps().innerText()).includes("Nguồn của kết quả"));
    await page.keyboard.press("Enter");
    await waitUntil("the line", async () =>
      (await editorLines(page)).some((one) => /^quy_hoach_nu\s+= 16 trên 52$/.test(one.trim())),
    );
    await screenshot(page, "report-filled");
    // It is on the disk as it was made; what was recorded is not saved yet.
    expect(readFileSync(join(workspace, "binh-dinh", "bao-cao-2025.bdg"), "utf8")).toContain(
      "# quy_hoach_nu",
    );
  });
});

describe("someone without a plan", () => {
  beforeAll(async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "bdg-workspace-")), "empty");
    mkdirSync(folder);
    writeFileSync(join(folder, "notes.md"), "# No plan here\n");
    await start(folder, { "bdg.language": "auto" }, "vi");
  });
  afterAll(stop);

  test("is told in the empty view what to do first, in VS Code's own language", async () => {
    await page.getByRole("tab", { name: "BDG" }).first().click();
    const view = page.locator('[id="workbench.view.extension.bdg"]');
    await view.getByText("Ở đây chưa có kế hoạch nào.").waitFor();
    await screenshot(page, "plan-view-empty");
    await view.getByRole("button", { name: "Tạo kế hoạch trống" }).click();
    await page.locator(".suggest-widget:visible .monaco-list-row").first().waitFor();
    await screenshot(page, "plan-view-first");
  });
});

describe("an analyst who works in English", () => {
  beforeAll(() =>
    start(copyToTemp(projectPath("samples/national")), { "bdg.language": "en", "bdg.asOf": "2025-06-30" }),
  );
  afterAll(stop);

  test("reads the plans in English, and records from the plan view", async () => {
    await page.getByRole("tab", { name: "BDG" }).first().click();
    const shown = await waitForRows("the plan", (all) => all.length > 5);
    expect(shown.some((one) => /(On track|Off track|At risk|Missed|No data|Not due yet)/.test(one))).toBe(
      true,
    );
    await row("Women directors or owners").hover();
    await row("Women directors or owners").getByRole("button", { name: "Record Measured Value…" }).click();
    await steps().getByText("no value yet, due").first().waitFor();
    await screenshot(page, "record-period-en");
    await page.keyboard.press("Enter");
    await steps().getByText("The value of 2024").first().waitFor();
    await input().fill("30.1");
    await steps().getByText("30.1% →").first().waitFor();
    await screenshot(page, "record-value-en");
    await page.keyboard.press("Escape");
    await row("Women directors or owners").hover();
    await page.locator(".monaco-hover:visible", { hasText: "II.2.MT2.CT3" }).first().waitFor();
    await screenshot(page, "plan-view-en");
  });
});
