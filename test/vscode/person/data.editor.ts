/** What someone does whose results are in CSV files: mends them where they are wrong, one from old office software too. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { windows1258 } from "../../support/windows-1258.ts";
import { screenshot } from "../support/browser.ts";
import { copyToTemp } from "../support/editor-server.ts";
import { projectPath } from "../support/paths.ts";
import { pictureOfFailure, type Sitting, startSitting } from "../support/sitting.ts";
import { waitUntil } from "../support/wait-until.ts";
import {
  chooseInQuickPick,
  clickBefore,
  editorLines,
  hoverOver,
  openFile,
  readProblems,
  replaceInEditor,
  runCommand,
  waitForSquiggles,
} from "./workbench.ts";

const plan = `kế hoạch p "Kế hoạch thử" { giai đoạn 2021..2030 }

chỉ tiêu lanh_dao_nu "Đơn vị có lãnh đạo chủ chốt là nữ" {
  đơn vị tính percent
  mục tiêu 2024 >= 55%
}
chỉ tiêu boi_duong "Cán bộ được bồi dưỡng" { đơn vị tính person }

dữ liệu "ket-qua.csv"
dữ liệu "ket-qua-cu.csv"
`;
const csv = `Chỉ tiêu;Năm;Kết quả;Nguồn\r
Đơn vị có lãnh đạo chủ chốt là nữ;2024;52,5%;"Báo cáo 231\r
ngày 18/12/2024"\r
boi_duog;2024;120;Báo cáo 231\r
boi_duong;2023;một trăm;Báo cáo 215\r
`;
const old = "Chỉ tiêu;Năm;Kết quả\nCán bộ được bồi dưỡng;2021;80\nCán bộ được bồi dưỡng;2022;chưa rõ\n";

let sitting: Sitting;
let page: Page;
let folder: string;
beforeAll(async () => {
  const workspace = copyToTemp(projectPath("samples"));
  folder = join(workspace, "binh-dinh");
  writeFileSync(join(folder, "so-lieu.bdg"), plan);
  writeFileSync(join(folder, "ket-qua.csv"), csv);
  writeFileSync(join(folder, "ket-qua-cu.csv"), windows1258(old));
  sitting = await startSitting({
    workspaceFolder: workspace,
    // In a browser VS Code saves by itself a second later.
    settings: { "bdg.asOf": "2025-06-30", "bdg.language": "vi", "files.autoSave": "off" },
  });
  page = sitting.page;
}, 120_000);

afterEach(({ task }) => pictureOfFailure(page, task));

afterAll(() => sitting?.stop());

test("problems of a table stand in the CSV file, go as it is mended, and say whose they are", async () => {
  await openFile(page, "so-lieu.bdg");
  await waitForSquiggles(page, "error", (texts) => texts.includes('"ket-qua.csv"'));
  await openFile(page, "ket-qua.csv");
  await waitForSquiggles(page, "error", (texts) => texts.join() === "một trăm");
  await waitForSquiggles(page, "warning", (texts) => texts.join() === "52,5%,boi_duog");
  const hover = await hoverOver(page, "52,5%");
  expect(hover).toContain("lanh_dao_nu (binh-dinh/so-lieu.bdg): 52,5% năm 2024");
  const rows = await readProblems(page, (shown) => shown.some((row) => row.startsWith("ket-qua.csv")));
  // At the declaration a line and a column stand in place of the file.
  const told = (start: string) => rows.filter((row) => row.startsWith(start)).length;
  expect([
    told("binh-dinh/so-lieu.bdg: “một trăm” không phải là số"),
    told("binh-dinh/so-lieu.bdg: không có chỉ tiêu “boi_duog”"),
    told("lanh_dao_nu (binh-dinh/so-lieu.bdg): 52,5% năm 2024"),
  ]).toEqual([1, 1, 1]);
  await screenshot(page, "table-problems");

  await replaceInEditor(page, "boi_duog", "boi_duong");
  await waitForSquiggles(page, "warning", (texts) => texts.join() === "52,5%");
  await replaceInEditor(page, "một trăm", "100");
  await waitForSquiggles(page, "error", (texts) => texts.length === 0);
  expect(readFileSync(join(folder, "ket-qua.csv"), "utf8")).toBe(csv);
  await page.keyboard.press("Control+S");
  await waitUntil("the file to be saved", () => readFileSync(join(folder, "ket-qua.csv"), "utf8") !== csv);
  await readProblems(page, (shown) => shown.filter((row) => row.includes("boi_duo")).length === 0);
}, 180_000);

test("a table of old office software is read with a click, and its cell is underlined where the editor shows it", async () => {
  await openFile(page, "so-lieu.bdg");
  await waitForSquiggles(page, "error", (texts) => texts.includes('"ket-qua-cu.csv"'));
  await clickBefore(page, '"ket-qua-cu.csv"');
  await page.keyboard.press("Control+.");
  const fix = page.locator(".action-widget .monaco-list-row", { hasText: "windows-1258" });
  await fix.waitFor();
  await waitUntil("the fix to be taken", async () => {
    if (await fix.isVisible()) await fix.click({ timeout: 1_000 });
    return !(await fix.isVisible());
  });
  await waitUntil("the encoding", async () =>
    (await editorLines(page)).includes('dữ liệu "ket-qua-cu.csv" bảng mã "windows-1258"'),
  );
  await page.keyboard.press("Control+S");
  await openFile(page, "ket-qua-cu.csv");
  // Taken for UTF-8 its letters are lost, but not the line.
  await waitForSquiggles(page, "error");
  expect((await editorLines(page)).join()).toContain("\ufffd");
  await runCommand(page, "Change File Encoding");
  await chooseInQuickPick(page, "Reopen", "Reopen with Encoding");
  await chooseInQuickPick(page, "1258", "Vietnamese (Windows 1258)");
  // The code page has tones as signs of their own, and the editor shows what is there.
  const unclear = "chưa ro\u0303";
  await waitUntil("its letters", async () => (await editorLines(page)).join().includes(unclear));
  await replaceInEditor(page, unclear, "90");
  await waitForSquiggles(page, "error", (texts) => texts.length === 0);
  await page.keyboard.press("Control+Z");
  await waitForSquiggles(page, "error", (texts) => texts.join() === unclear);
  expect(await hoverOver(page, unclear)).toContain("binh-dinh/so-lieu.bdg: “chưa rõ” không phải là số");
  await screenshot(page, "table-windows-1258");
}, 180_000);
