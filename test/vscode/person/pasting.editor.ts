/** What someone does who has the numbers in a sheet: copies its cells and pastes them into the plan. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { screenshot } from "../support/browser.ts";
import { copyToTemp } from "../support/editor-server.ts";
import { projectPath } from "../support/paths.ts";
import { pictureOfFailure, type Sitting, startSitting } from "../support/sitting.ts";
import { waitUntil } from "../support/wait-until.ts";
import { codeLenses, editorLines, goToLine, openFile } from "./workbench.ts";

let sitting: Sitting;
let page: Page;

beforeAll(async () => {
  const workspace = copyToTemp(projectPath("samples"));
  const plan = `kế hoạch p "Thử" { giai đoạn 2021..2030 }

chỉ tiêu dao_tao "Cán bộ được đào tạo" {
  đơn vị tính percent
  mục tiêu 2025 >= 60%
  kỳ gốc 2021 = 10%
}
`;
  writeFileSync(join(workspace, "binh-dinh", "dan.bdg"), plan);
  sitting = await startSitting({
    workspaceFolder: workspace,
    settings: { "bdg.asOf": "2025-06-30", "bdg.language": "vi" },
  });
  page = sitting.page;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
});

afterEach(({ task }) => pictureOfFailure(page, task));

afterAll(() => sitting?.stop());

const linesNow = async () => (await editorLines(page)).map((line) => line.trimEnd()).join("\n");

async function paste(text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.keyboard.press("Control+V");
}

test("cells of a sheet become measured values, and any other text stays as it is", async () => {
  await openFile(page, "dan.bdg");
  // Cells are pasted as they are for as long as the server is starting.
  await waitUntil("the lenses", async () => (await codeLenses(page)).length > 0, 60_000);
  await goToLine(page, 6);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await paste("Năm\tKết quả\r\n2022\t9/20\r\n2023\tmột nửa\r\n2024\t52,5%\r\n");
  await waitUntil("the values", async () => ((await linesNow()).includes("52,5%") ? true : undefined));
  await screenshot(page, "pasted-from-a-sheet");
  expect(await linesNow()).toContain(`  kỳ gốc 2021 = 10%
  kết quả 2022  = 9 trên 20
  # check: “một nửa” không phải là số: 2023 | một nửa
  kết quả 2024  = 52,5%
}`);
  await page.keyboard.press("Control+Z");
  await paste("# chỉ là lời");
  await waitUntil("the words", async () => ((await linesNow()).includes("# chỉ là lời") ? true : undefined));
  expect(await linesNow()).not.toContain("9 trên 20");
}, 120_000);
