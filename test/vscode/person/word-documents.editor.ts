/**
 * An analyst whose signed document is a Word file, in VS Code for the web: the server, itself a worker, reads it in a
 * worker of its own, and its text stands beside the plan.
 */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { abstractList, cell, list, makeDocx, paragraph, row, run, table } from "../../support/docx.ts";
import { screenshot } from "../support/browser.ts";
import { pictureOfFailure, type Sitting, startWebSitting } from "../support/sitting.ts";
import { waitUntil } from "../support/wait-until.ts";
import { codeLenses, editorLines, hoverOver, waitForSquiggles } from "./workbench.ts";

const plan = `kế hoạch p "Kế hoạch thử" {
  ban hành 2022
  giai đoạn 2021..2030
  văn bản "ke-hoach.docx"
}
chỉ tiêu lanh_dao_nu "Lãnh đạo nữ" {
  điều khoản I.2 "đến năm 2025 đạt 60%", PL1.r2
  đơn vị tính percent
  mục tiêu 2025 >= 60%
}
chỉ tiêu khac "Khác" {
  điều khoản I.7
  đơn vị tính percent
  mục tiêu 2025 >= 60%
}
`;

function signed(): Uint8Array {
  const numbering =
    abstractList(0, [
      ["upperRoman", "%1."],
      ["decimal", "%2."],
    ]) + list(1, 0);
  const head = table([
    row([
      cell(paragraph("UBND TỈNH A") + paragraph("SỞ NỘI VỤ")),
      cell(paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + paragraph("Độc lập - Tự do - Hạnh phúc")),
    ]),
  ]);
  const deleted = '<w:del w:id="1"><w:r><w:delText>55%</w:delText></w:r></w:del>';
  const body = [
    head,
    paragraph("KẾ HOẠCH"),
    paragraph("Thử"),
    paragraph("MỤC TIÊU", "1/0"),
    paragraph("Nâng cao nhận thức.", "1/1"),
    paragraph(`${run("Phấn đấu đến năm 2025 đạt ")}${deleted}${run("60% cơ quan có lãnh đạo nữ.")}`, "1/1"),
    paragraph("PHỤ LỤC"),
    table([row(["TT", "Chỉ tiêu", "ĐVT", "2025"]), row(["1", "Cơ quan có lãnh đạo nữ", "%", "60"])]),
  ];
  return makeDocx({ numbering, body: body.join("") });
}

let sitting: Sitting;
let page: Page;
beforeAll(async () => {
  sitting = await startWebSitting({
    files: { "ke-hoach.bdg": plan, "ke-hoach.docx": signed() },
    settings: { "bdg.asOf": "2025-06-30", "bdg.language": "vi" },
  });
  page = sitting.page;
}, 120_000);

afterEach(({ task }) => pictureOfFailure(page, task));

afterAll(() => sitting?.stop());

test("a clause of a Word document is checked, quoted and opened beside as text", async () => {
  const file = page.locator(".explorer-folders-view .monaco-list-row", { hasText: "ke-hoach.bdg" });
  await file.dblclick();
  await waitUntil("its lines", async () => (await editorLines(page)).length > 5);
  await waitForSquiggles(page, "error", (texts) => texts.includes("I.7"));
  const words = await hoverOver(page, "I.2");
  expect(words).toContain("Phấn đấu đến năm 2025 đạt 60% cơ quan có lãnh đạo nữ.");
  await screenshot(page, "word-hover");
  await page.locator(".monaco-hover a", { hasText: "Mở điều khoản bên cạnh" }).first().click();
  await waitUntil("the clause", async () =>
    (await editorLines(page)).some((line) => line.startsWith("2. Phấn đấu đến năm 2025 đạt 60%")),
  );
  expect(await editorLines(page)).toContain("| 1 | Cơ quan có lãnh đạo nữ | % | 60 |");
  await waitUntil("a lens on each cited clause", async () => {
    const lenses = await codeLenses(page);
    return lenses.filter((words) => words.startsWith("Lãnh đạo nữ")).length === 2;
  });
  // A hover of this old editor stays while the mouse is on it.
  await page.mouse.move(600, 700);
  await waitUntil("no hover", async () => (await page.locator(".monaco-hover:visible").count()) === 0);
  await screenshot(page, "word-text");
});
