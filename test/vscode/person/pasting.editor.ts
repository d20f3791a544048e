/** What someone does who has the numbers in a sheet: copies its cells and pastes them into the plan. */
import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { screenshot, startBrowser } from "../support/browser.ts";
import { copyToTemp, type RunningEditor, startEditor } from "../support/editor-server.ts";
import { packagedExtension, projectPath } from "../support/paths.ts";
import { waitUntil } from "../support/wait-until.ts";
import { editorLines, goToLine, openFile, openWorkbench } from "./workbench.ts";

let workspace: string;
let editor: RunningEditor;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  workspace = copyToTemp(projectPath("samples"));
  const plan = `kế hoạch p "Thử" { giai đoạn 2021..2030 }

chỉ tiêu dao_tao "Cán bộ được đào tạo" {
  đơn vị tính percent
  mục tiêu 2025 >= 60%
  kỳ gốc 2021 = 10%
}
`;
  writeFileSync(join(workspace, "binh-dinh", "dan.bdg"), plan);
  editor = await startEditor({
    workspaceFolder: workspace,
    vsix: packagedExtension,
    settings: {
      "workbench.colorTheme": "Light Modern",
      "editor.minimap.enabled": false,
      "bdg.asOf": "2025-06-30",
      "bdg.language": "vi",
    },
  });
  browser = await startBrowser();
  page = await openWorkbench(browser, editor);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
});

afterAll(async () => {
  await browser?.close();
  await editor?.dispose();
  rmSync(dirname(workspace), { recursive: true, force: true });
});

const linesNow = async () => (await editorLines(page)).map((line) => line.trimEnd()).join("\n");

async function paste(text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.keyboard.press("Control+V");
}

test("cells of a sheet become measured values, and any other text stays as it is", async () => {
  await openFile(page, "dan.bdg");
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
