/**
 * Documents, tables of values and exports in VS Code for the web, in a folder that is on no disk: plans are drafted
 * from signed documents, held against them and against values that others keep, renamed and exported; and the sample
 * is opened as a folder of the same file system.
 */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readOfficeBytes } from "../../../server/src/office/read-office-file.ts";
import { abstractList, list, makeDocx, paragraph } from "../../support/docx.ts";
import { sampleFiles } from "../../support/sample-files.ts";
import { makeXlsx, sheetRow } from "../../support/xlsx.ts";
import { screenshot } from "../support/browser.ts";
import { chooseInExplorer, findInExplorer, openInExplorer, waitForEditor } from "../support/explorer.ts";
import { pictureOfFailure, startWebSitting, type WebSitting } from "../support/sitting.ts";
import { waitUntil } from "../support/wait-until.ts";
import {
  chooseInQuickPick,
  clickBefore,
  codeLenses,
  editorLines,
  goToLine,
  hoverOver,
  inlayHints,
  quickInput,
  readNotifications,
  readProblems,
  replaceInEditor,
  runCommand,
  squiggles,
  waitForSquiggles,
  webview,
} from "./workbench.ts";

const signed = sampleFiles()["binh-dinh/ke-hoach-snv-2022.txt"]!;
const amended = signed
  .replace("đến năm 2025 đạt 60%", "đến năm 2026 đạt 65%")
  .replace(
    "4. Trong công tác thông tin",
    "4. Trong lĩnh vực kinh tế\n\nĐến năm 2027 có ít nhất 12 mô hình sinh kế do phụ nữ làm chủ.\n\n5. Trong công tác thông tin",
  );

function inWord(): Uint8Array {
  const levels = [
    ["upperRoman", "%1."],
    ["decimal", "%2."],
  ] as const;
  const body = [
    paragraph("KẾ HOẠCH"),
    paragraph("Bình đẳng giới giai đoạn 2021-2030"),
    paragraph("MỤC TIÊU", "1/0"),
    paragraph("Đến năm 2025 đạt 60% cơ quan có lãnh đạo nữ.", "1/1"),
    paragraph("Đến năm 2030 có ít nhất 40 mô hình sinh kế do phụ nữ làm chủ.", "1/1"),
  ];
  return makeDocx({ numbering: abstractList(0, levels) + list(1, 0), body: body.join("") });
}

const plan = `kế hoạch p "Kế hoạch có bảng số liệu" {
  ban hành 2022
  giai đoạn 2021..2030
  văn bản "../van-ban/ke-hoach.docx"
}
đơn vị tính mh "mô hình"
chỉ tiêu lanh_dao_nu "Cơ quan có lãnh đạo nữ" {
  điều khoản I.1
  đơn vị tính percent
  mục tiêu 2024 >= 55%
}
chỉ tiêu mo_hinh "Mô hình sinh kế" {
  đơn vị tính mh
  mục tiêu 2024 >= 30
}
dữ liệu "ket-qua.csv"
dữ liệu "ket-qua.xlsx" trang "Kết quả"
`;
const report = 'dùng "ke-hoach.bdg"\nbáo cáo 2022 "Báo cáo năm 2022" {\n  mo_hinh = 20\n}\n';
const values = "Mã chỉ tiêu,Kỳ,Kết quả\nlanh_dao_nu,2024,50%\nmo_hinh,2024,31\n";
const workbook = makeXlsx({
  sheets: {
    "Kết quả":
      sheetRow(1, ["Mã chỉ tiêu", "Kỳ", "Kết quả"]) +
      sheetRow(2, ["lanh_dao_nu", 2023, 0.52]) +
      sheetRow(3, ["mo_hinh", 2023, "không rõ"]),
  },
});

let sitting: WebSitting;
let page: Page;

beforeAll(async () => {
  sitting = await startWebSitting({
    files: {
      "da-ky.txt": signed,
      "van-ban/ke-hoach-2022.txt": signed,
      "van-ban/ke-hoach-2023.txt": amended,
      "van-ban/ke-hoach.docx": inWord(),
      "van-ban/tham-khao.docx": inWord(),
      "so-lieu/ke-hoach.bdg": plan,
      "so-lieu/bao-cao-2022.bdg": report,
      "so-lieu/ket-qua.csv": values,
      "so-lieu/ket-qua.xlsx": workbook,
    },
    settings: { "bdg.asOf": "2025-03-31", "bdg.language": "vi" },
  });
  page = sitting.page;
}, 120_000);

afterEach(({ task }) => pictureOfFailure(page, task));

afterAll(() => sitting?.stop());

/** The text of a file as it is saved now. */
function saved(path: string): string | undefined {
  const bytes = sitting.files.get(path);
  return bytes && new TextDecoder().decode(bytes);
}

/** Types a path into the dialog that is opening, which begins in `folder` where it is given; waits until it is gone. */
async function answerFileDialog(path: string, folder?: string): Promise<void> {
  const input = quickInput(page);
  const shown = async () => ((await input.isVisible()) ? input.inputValue({ timeout: 1_000 }) : "");
  const begins = new RegExp(folder === undefined ? "^/" : `^${folder}[^/]*$`, "u");
  await waitUntil(`a dialog that begins in ${folder ?? "some folder"}`, async () =>
    begins.test(await shown()),
  );
  const isOver = async () => !(await shown()).startsWith("/");
  await waitUntil(`the choice of ${path}`, async () => {
    // It lets a key pass while it is still reading a folder.
    if (await isOver()) return true;
    await input.fill(path, { timeout: 1_000 });
    await page.keyboard.press("Enter");
    return waitUntil("the dialog to go", isOver, 2_000);
  });
}

/** The labels and details of the list that is open. */
function choices(): Promise<readonly string[]> {
  return page.evaluate('bdgTest.visibleTexts(".quick-input-widget .monaco-list-row")');
}

/** Takes the entry of the list that is open or opening. */
async function choose(label: string): Promise<void> {
  await page.locator(".quick-input-widget:visible .monaco-list-row", { hasText: label }).first().click();
}

/** Once more where one is still in the list: it would be taken for the next one. */
async function closeNotifications(): Promise<void> {
  const bell = page.locator('[id="status.notifications"] a');
  await waitUntil("the notifications to go", async () => {
    await runCommand(page, "Notifications: Clear All Notifications");
    await bell.click();
    await page.locator(".notifications-center.visible").waitFor({ timeout: 5_000 });
    const left = await page.locator(".notifications-center .notification-list-item-message").count();
    await bell.click();
    return left === 0;
  });
}

test("has a plan drafted beside a document at the top of the folder", async () => {
  await chooseInExplorer(page, "da-ky.txt", "New Plan from Document…");
  await choose("Lưu cạnh văn bản");
  await waitForEditor(page, "da-ky.bdg");
  await goToLine(page, 45);
  expect(await hoverOver(page, "II.1-1")).toContain("Phần đầu đến năm 2025 đạt 60%");
  expect(await squiggles(page, "error")).toEqual([]);
  expect(saved("da-ky.bdg")).toMatch(/văn bản +"da-ky\.txt"/u);
  await screenshot(page, "web-drafted");
});

test("has one drafted from a Word document into another folder, and the way to the document is right", async () => {
  await closeNotifications();
  await runCommand(page, "BDG: New Plan from Document…");
  await answerFileDialog("/van-ban/tham-khao.docx", "/");
  await choose("Lưu ở nơi khác…");
  await answerFileDialog("/so-lieu/tu-word.bdg", "/van-ban/");
  await waitForEditor(page, "tu-word.bdg");
  expect(saved("so-lieu/tu-word.bdg")).toMatch(/văn bản +"\.\.\/van-ban\/tham-khao\.docx"/u);
  expect(await hoverOver(page, "I.1")).toContain("Đến năm 2025 đạt 60% cơ quan có lãnh đạo nữ.");
  expect(await squiggles(page, "error")).toEqual([]);
  await screenshot(page, "web-drafted-from-word");
  expect((await readNotifications(page)).join()).toContain("“tham-khao.docx”");
});

test("a draft that is not saved yet says nothing of the document beside it; saved, it is held against it", async () => {
  await closeNotifications();
  await chooseInExplorer(page, "ke-hoach-2022.txt", "New Plan from Document…", "van-ban");
  await choose("Mở mà chưa lưu");
  await waitForEditor(page, "ke-hoach-2022.bdg");
  await goToLine(page, 45);
  await waitUntil("the plan to be checked", async () => (await codeLenses(page)).length > 0);
  await goToLine(page, 1);
  await waitUntil("its head", async () =>
    (await editorLines(page)).some((line) => line.includes("văn bản ")),
  );
  expect(await squiggles(page, "error")).toEqual([]);
  expect(saved("van-ban/ke-hoach-2022.bdg")).toBeUndefined();
  await screenshot(page, "web-drafted-unsaved");
  await page.keyboard.press("Control+S");
  await waitUntil("the plan to be saved", () => saved("van-ban/ke-hoach-2022.bdg"));
  await goToLine(page, 45);
  expect(await hoverOver(page, "II.1-1")).toContain("Phần đầu đến năm 2025 đạt 60%");
});

test("compares a new version of the document, and takes over what it changes", async () => {
  await runCommand(page, "BDG: Compare Plan Document…");
  await answerFileDialog("/van-ban/ke-hoach-2023.txt", "/van-ban/");
  await waitUntil("the fixes", async () =>
    (await choices()).some((one) => one.includes("2025 đạt 60% → 2026 đạt 65%")),
  );
  await screenshot(page, "web-compared");
  await choose("lấy giá trị mới");
  await waitUntil("the new target", async () =>
    (await editorLines(page)).some((line) => /mục tiêu +2026 đạt 65%/u.test(line)),
  );
  await page.keyboard.press("Escape");
  const link = webview(page)
    .locator("a", { hasText: /^II\.5$/u })
    .first();
  await link.click();
  await waitForEditor(page, "ke-hoach-2023.txt");
  await waitUntil("the clause", async () =>
    (await editorLines(page)).some((line) => line.startsWith("5. Trong công tác thông tin")),
  );
  await screenshot(page, "web-compared-clause");
  await runCommand(page, "View: Close All Editors");
});

test("has values from a CSV file and a workbook, what is wrong with its cell, and what is typed at once", async () => {
  await openInExplorer(page, "ke-hoach.bdg", "so-lieu");
  await waitForSquiggles(page, "error", (texts) => texts.join() === '"ket-qua.xlsx"');
  const problems = await readProblems(page, (rows) => rows.some((row) => row.includes("target-missed")));
  expect(problems.find((row) => row.includes("data-number-unreadable"))).toContain("Kết quả!C3");
  expect(problems.find((row) => row.includes("target-missed"))).toContain("50% năm 2024");
  await screenshot(page, "web-values");
  await runCommand(page, "View: Hide Panel");
  await openInExplorer(page, "ket-qua.csv", "so-lieu");
  await replaceInEditor(page, "50%", "58%");
  await openInExplorer(page, "ke-hoach.bdg", "so-lieu");
  await waitForSquiggles(page, "warning", (texts) => texts.length === 0);
  expect(await hoverOver(page, "lanh_dao_nu")).toMatch(/^Đạt/u);
});

test.each([
  ["Bảng tính Excel…", "xlsx"],
  ["Văn bản Word…", "docx"],
] as const)("exports the table as %s into the virtual folder, whole", async (form, ending) => {
  await closeNotifications();
  await clickBefore(page, "I.1");
  await runCommand(page, "BDG: Export Summary Table…");
  await chooseInQuickPick(page, form, form);
  await answerFileDialog(`/so-lieu/bang.${ending}`, "/so-lieu/");
  expect(await readNotifications(page)).toEqual([`Bảng tổng hợp đã được ghi vào bang.${ending}.`]);
  await screenshot(page, `web-exported-${ending}`);
  const reading = readOfficeBytes(sitting.files.get(`so-lieu/bang.${ending}`)!, ending);
  const texts =
    reading.kind === "workbook"
      ? reading.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)))
      : reading.kind === "text" && reading.text.split(/[|\n]/u).map((text) => text.trim());
  expect(texts).toContain("Cơ quan có lãnh đạo nữ");
});

test("shows in a Word document what is covered and what is not, and the table", async () => {
  await closeNotifications();
  await runCommand(page, "BDG: Show Plan Coverage");
  await waitForEditor(page, "ke-hoach.docx.txt");
  await waitUntil("a clause that is covered, and one that is not", async () => {
    const gutter = (mark: string) => page.locator(`.coverage-deco-gutter.coverage-deco-${mark}`).count();
    return (await gutter("hit")) > 0 && (await gutter("miss")) > 0;
  });
  await screenshot(page, "web-coverage");
  await runCommand(page, "View: Close Editor");
  await runCommand(page, "BDG: Show Coverage Table");
  await webview(page).getByText("chưa theo dõi").first().waitFor();
  await webview(page).getByText("van-ban/ke-hoach.docx").first().waitFor();
  await screenshot(page, "web-coverage-table");
  await runCommand(page, "View: Close All Editors");
});

test("renames an indicator in every file, in the CSV file where it is wanted", async () => {
  await openInExplorer(page, "bao-cao-2022.bdg", "so-lieu");
  await clickBefore(page, "mo_hinh");
  const box = page.locator(".rename-box input");
  await waitUntil("the box for the name", async () => {
    await page.keyboard.press("F2");
    await box.waitFor({ timeout: 3_000 });
    return true;
  });
  await box.fill("sinh_ke");
  await page.keyboard.press("Enter");
  const ofTable = page.locator(".part.panel").locator(".monaco-list-row", { hasText: "ket-qua.csv" });
  await ofTable.locator("input[type=checkbox]").check();
  await screenshot(page, "web-rename");
  await page.getByRole("button", { name: "Apply" }).click();
  await waitUntil("the name in all files", () => {
    const paths = ["ke-hoach.bdg", "bao-cao-2022.bdg", "ket-qua.csv"].map((name) => `so-lieu/${name}`);
    return paths.every((path) => saved(path)?.includes("sinh_ke") && !saved(path)?.includes("mo_hinh"));
  });
  expect(saved("so-lieu/ket-qua.csv")).toBe(values.replace("50%", "58%").replace("mo_hinh", "sinh_ke"));
});

test("a document that is renamed takes along the path that leads to it", async () => {
  await (await findInExplorer(page, "ke-hoach.docx", "van-ban")).click();
  const box = page.locator(".explorer-item-edited input");
  await waitUntil("the box for the name", async () => {
    await page.keyboard.press("F2");
    await box.waitFor({ timeout: 3_000 });
    return true;
  });
  await box.fill("ban-hanh.docx");
  await page.keyboard.press("Enter");
  await page.locator(".monaco-dialog-box").getByRole("button", { name: "OK" }).click();
  await waitUntil("the path", () => saved("so-lieu/ke-hoach.bdg")?.includes('"../van-ban/ban-hanh.docx"'));
  expect(sitting.files.has("van-ban/ban-hanh.docx")).toBe(true);
  expect(sitting.files.has("van-ban/ke-hoach.docx")).toBe(false);
});

test("has the indicators as tests", async () => {
  await runCommand(page, "Testing: Focus on Test Explorer View");
  const row = page.locator(".test-explorer .monaco-list-row", { hasText: "Kế hoạch có bảng số liệu" });
  await row.waitFor();
  await runCommand(page, "Test: Run All Tests");
  await waitUntil("results", async () => /Passed/u.test((await row.getAttribute("aria-label")) ?? ""));
  // A plan whose every month asks for a value, and that has none.
  await page.locator(".test-explorer .monaco-list-row[aria-label*=Failed]").first().waitFor();
  await screenshot(page, "web-tests");
  await runCommand(page, "View: Show Explorer");
});

test("opens the sample as a new folder of the file system, judged as of its own day", async () => {
  await runCommand(page, "View: Close All Editors");
  await runCommand(page, "BDG: Open Sample Plan");
  await answerFileDialog("/");
  await page.waitForURL((url) => url.searchParams.get("folder") === "memfs:/bdg-samples");
  for (const [path, text] of Object.entries(sampleFiles())) expect(saved(`bdg-samples/${path}`)).toBe(text);
  await openInExplorer(page, "bao-cao-2024.bdg", "binh-dinh");
  await waitForSquiggles(page, "warning", (texts) => texts.includes("13 trên 51"));
  // From 45% at the end of 2021 to 60% at the end of 2025, after 1,277 of 1,461 days.
  await waitUntil("the path on the sample's day", async () =>
    (await inlayHints(page)).some((hint) => hint.includes("lộ trình 30/6/2025: 58,11%")),
  );
  await screenshot(page, "web-sample");
});
