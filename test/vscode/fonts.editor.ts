/**
 * Screenshots are worth looking at only when the letters in them are letters. A letter without a glyph is
 * drawn as the box that a noncharacter gets; so each letter's picture is compared with that one's.
 */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { screenshot, startBrowser } from "./support/browser.ts";
import { monospaceFamily } from "./support/fonts.ts";

const sentence = "Phấn đấu đến năm 2025 đạt 60% — kế hoạch, tỉ lệ, Đ đ ự ỡ";
const alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ";
const fonts = ["sans-serif", "system-ui", "monospace", `'${monospaceFamily}'`];

/** Graphemes of `text` that the page draws, in `font`, just as it draws a code point that has no glyph. */
function boxedLetters(page: Page, text: string, font: string): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const picture = (letters) => {
      const canvas = new OffscreenCanvas(64, 64);
      const context = canvas.getContext("2d");
      context.font = "32px " + ${JSON.stringify(font)};
      context.fillText(letters, 8, 44);
      return context.getImageData(0, 0, 64, 64).data.join();
    };
    const empty = picture("");
    // Fonts and engines have several ways to draw "no glyph": a code point nobody may use, a private one.
    const boxes = ["\\uffff", "\\u{10ffff}", "\\u{f8fe}"].map(picture).filter((box) => box !== empty);
    const graphemes = [...new Intl.Segmenter("vi").segment(${JSON.stringify(text)})].map((part) => part.segment);
    const isBoxed = (letters) => {
      // In a decomposed letter, the box may stand for one of its marks alone.
      const alone = [...letters].some((point) => boxes.includes(picture(point)));
      return boxes.includes(picture(letters)) || alone;
    };
    return boxes.length === 0 ? ["no box to compare with"] : graphemes.filter((g) => g.trim() !== "" && isBoxed(g));
  })()`);
}

/** Graphemes of `text` whose ink reaches, in `font`, more than a tenth of the size beyond their own width. */
function strayingMarks(page: Page, text: string, font: string): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const context = new OffscreenCanvas(64, 64).getContext("2d");
    context.font = "40px " + ${JSON.stringify(font)};
    const graphemes = [...new Intl.Segmenter("vi").segment(${JSON.stringify(text)})].map((part) => part.segment);
    return graphemes.filter((grapheme) => {
      const ink = context.measureText(grapheme);
      return ink.actualBoundingBoxLeft > 4 || ink.actualBoundingBoxRight > ink.width + 4;
    });
  })()`);
}

describe("the browser's fonts", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser();
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  test.each(fonts)("draw every Vietnamese letter in %s, precomposed and decomposed", async (font) => {
    const text = sentence + alphabet + alphabet.toUpperCase();
    expect(await boxedLetters(page, text.normalize("NFC"), font)).toEqual([]);
    expect(await boxedLetters(page, text.normalize("NFD"), font)).toEqual([]);
    expect(await strayingMarks(page, text.normalize("NFC"), font)).toEqual([]);
    expect(await strayingMarks(page, text.normalize("NFD"), font)).toEqual([]);
  });

  test("draw a letter they do not have as a box, which is noticed", async () => {
    expect(await boxedLetters(page, "a\ue123ê", "sans-serif")).toEqual(["\ue123"]);
  });

  test("are seen in a picture", async () => {
    const lines = fonts.flatMap((font) =>
      (["NFC", "NFD"] as const).map(
        (form) => `<p style="font: 20px ${font}">${form} ${sentence.normalize(form)}`,
      ),
    );
    await page.setContent(`<meta charset="utf-8">${lines.join("")}`);
    expect(await screenshot(page, "fonts")).toMatch(/fonts\.png$/);
  });
});
