/**
 * The analyst who begins with a signed document: has a plan drafted from it in the explorer, and when the document is
 * amended, sees what changed and brings the plan up to date step by step.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { screenshot } from "../support/browser.ts";
import { chooseInExplorer } from "../support/explorer.ts";
import { projectPath } from "../support/paths.ts";
import { pictureOfFailure, type Sitting, startSitting } from "../support/sitting.ts";
import { waitUntil } from "../support/wait-until.ts";
import { codeLenses, editorLines, goToLine, runCommand, squiggles } from "./workbench.ts";

const document = readFileSync(projectPath("samples/binh-dinh/ke-hoach-snv-2022.txt"), "utf8");
const amended = document
  .replace("Số: /KH-SNV", "Số: 15/KH-SNV")
  .replace("đến năm 2025 đạt 60%", "đến năm 2026 đạt 65%")
  .replace(
    "4. Trong công tác thông tin",
    "4. Trong lĩnh vực kinh tế\n\nĐến năm 2027 có ít nhất 12 mô hình sinh kế do phụ nữ làm chủ.\n\n5. Trong công tác thông tin",
  );

let sitting: Sitting;
let page: Page;
let parent: string;
const file = (name: string) => join(parent, "ke-hoach", name);

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), "bdg-from-document-"));
  mkdirSync(join(parent, "ke-hoach"));
  writeFileSync(file("ke-hoach-2022.txt"), document);
  writeFileSync(file("ke-hoach-2023.txt"), amended);
  sitting = await startSitting({
    workspaceFolder: join(parent, "ke-hoach"),
    settings: {
      "bdg.asOf": "2022-06-30",
      "bdg.language": "vi",
      // In a browser VS Code saves by itself.
      "files.autoSave": "off",
    },
  });
  page = sitting.page;
});

afterEach(({ task }) => pictureOfFailure(page, task));

afterAll(() => sitting?.stop());

const quickInput = () => page.locator(".quick-input-widget:visible").first();

async function choose(label: string): Promise<void> {
  await quickInput().locator(".monaco-list-row", { hasText: label }).first().click();
}

/** The labels and details of the list that is open. */
async function choices(): Promise<readonly string[]> {
  const rows: readonly string[] = await page.evaluate(
    'bdgTest.visibleTexts(".quick-input-widget .monaco-list-row")',
  );
  return rows.map((row) => row.replace(/\s*\n\s*/g, " | ").trim());
}

/** How many fixes the open list says that there are: its rows alone may still be those of the list before it. */
async function fixesLeft(): Promise<number | undefined> {
  if (!(await quickInput().isVisible())) return undefined;
  const title = await quickInput().locator(".quick-input-title").innerText({ timeout: 1_000 });
  const left = /còn (\d+)/u.exec(title)?.[1];
  return left === undefined ? undefined : Number(left);
}

async function lines(isWanted: (shown: string) => boolean, what: string): Promise<string> {
  return waitUntil(what, async () => {
    const shown = (await editorLines(page)).join("\n");
    return isWanted(shown) ? shown : undefined;
  });
}

test("has a plan drafted beside the document", async () => {
  await chooseInExplorer(page, "ke-hoach-2022.txt", "New Plan from Document…");
  await waitUntil("where to", async () => (await choices()).some((one) => one.includes("ke-hoach-2022.bdg")));
  await screenshot(page, "new-plan-where");
  await choose("Lưu cạnh văn bản");
  await lines((shown) => shown.includes("kế hoạch binh_dang_gioi_2022"), "the drafted plan");
  await goToLine(page, 45);
  await waitUntil("the plan to be checked", async () => (await codeLenses(page)).length > 0);
  expect(await squiggles(page, "error")).toEqual([]);
  await screenshot(page, "new-plan-indicators");
  await goToLine(page, 1);
  expect(await squiggles(page, "error")).toEqual([]);
  await screenshot(page, "new-plan-drafted");
  const text = readFileSync(file("ke-hoach-2022.bdg"), "utf8");
  expect(text).toContain('văn bản           "ke-hoach-2022.txt"');
  expect(text).toContain("# check: xem lại: văn bản để trống số");
});

test("is given another name where there is a plan, and nothing is saved that need not be", async () => {
  const before = readFileSync(file("ke-hoach-2022.bdg"), "utf8");
  await chooseInExplorer(page, "ke-hoach-2022.txt", "New Plan from Document…");
  await waitUntil("where to", async () =>
    (await choices()).some((one) => one.includes("ke-hoach-2022-2.bdg")),
  );
  await choose("Mở mà chưa lưu");
  await waitUntil(
    "the tab of the new plan",
    async () => (await page.locator(".tab.active.dirty", { hasText: "ke-hoach-2022-2.bdg" }).count()) === 1,
  );
  expect(existsSync(file("ke-hoach-2022-2.bdg"))).toBe(false);
  expect(readFileSync(file("ke-hoach-2022.bdg"), "utf8")).toBe(before);
  await page.keyboard.press("Control+S");
  await waitUntil("the new plan on the disk", async () => existsSync(file("ke-hoach-2022-2.bdg")));
  await page.locator(".tab.active:not(.dirty)", { hasText: "ke-hoach-2022-2.bdg" }).waitFor();
  await runCommand(page, "View: Close Editor");
  rmSync(file("ke-hoach-2022-2.bdg"));
});

test("sees what an amended document changes, and brings the plan up to date", async () => {
  await page.locator(".tab", { hasText: "ke-hoach-2022.bdg" }).first().click();
  // The editor learns a little later that the other plan's file is gone: until then there are the fixes of two.
  const isOfTwo = (shown: readonly string[]) => shown.some((one) => one.includes("ke-hoach-2022-2.bdg"));
  const all = await waitUntil(
    "the fixes of the one plan",
    async () => {
      await chooseInExplorer(page, "ke-hoach-2023.txt", "Compare Plan Document…");
      const found = await waitUntil("the fixes", async () => {
        const shown = await choices();
        return isOfTwo(shown) || shown.length === (await fixesLeft()) ? shown : undefined;
      });
      if (!isOfTwo(found)) return found;
      await page.keyboard.press("Escape");
      await quickInput().waitFor({ state: "hidden" });
      return undefined;
    },
    60_000,
  );
  await waitUntil("the report", async () => {
    const frames = page.frames();
    const texts = await Promise.all(
      frames.map((frame) =>
        frame
          .locator("body")
          .innerText({ timeout: 1_000 })
          .catch(() => ""),
      ),
    );
    return texts.some((text) => text.includes("Hai phiên bản của văn bản kế hoạch"));
  });
  await screenshot(page, "compare-report-and-fixes");
  expect(all.join("\n")).toContain("co_quan_lanh_dao_chu_chot: cập nhật phần trích dẫn");
  expect(all.join("\n")).toContain("2025 đạt 60% → 2026 đạt 65%");

  await choose("lấy giá trị mới");
  await lines((shown) => /mục tiêu\s+2026 đạt 65%/u.test(shown.replaceAll("\u00a0", " ")), "the new target");
  await screenshot(page, "compare-one-applied");
  for (let left = all.length - 1; left > 0; left -= 1) {
    await waitUntil(
      `${left} fixes`,
      async () => (await fixesLeft()) === left && (await choices()).length === left,
    );
    await page.keyboard.press("Enter");
    await waitUntil("the choice to be taken", async () => (await fixesLeft()) !== left);
  }
  await waitUntil("the end of the list", async () => !(await quickInput().isVisible()));
  await page.locator(".tab", { hasText: "ke-hoach-2022.bdg" }).first().click();
  await goToLine(page, 1);
  await lines(
    (shown) => shown.includes("ke-hoach-2023.txt") && shown.includes("15/KH-SNV"),
    "the new document",
  );
  await screenshot(page, "compare-done");
  // The report's addresses lead to the clause.
  const link = await waitUntil("a link in the report", async () => {
    for (const frame of page.frames()) {
      const found = frame.locator("a", { hasText: /^II\.5$/u }).first();
      if ((await found.count()) > 0) return found;
    }
    return undefined;
  });
  await link.click();
  await waitUntil("the clause in the new document", async () => {
    const tabs = await page.locator(".tab.active", { hasText: "ke-hoach-2023.txt" }).count();
    return tabs > 0 && (await editorLines(page)).some((line) => line.startsWith("5."));
  });
  await screenshot(page, "compare-link-followed");
  await page.locator(".tab", { hasText: "ke-hoach-2022.bdg" }).first().click();
  await goToLine(page, 1);
  // Nothing was saved; each step is one to be undone.
  expect(readFileSync(file("ke-hoach-2022.bdg"), "utf8")).toContain('văn bản           "ke-hoach-2022.txt"');
  await page.keyboard.press("Control+Z");
  await lines(
    (shown) => shown.includes("ke-hoach-2022.txt") && shown.includes("15/KH-SNV"),
    "the document before",
  );
});
