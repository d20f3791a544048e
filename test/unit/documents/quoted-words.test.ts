import { describe, expect, it } from "vitest";
import { findQuotedWords, locateQuotedWords } from "../../../server/src/documents/quoted-words.ts";
import { readFixture } from "./read-fixture.ts";

const found = (text: string, words: string): string | undefined => {
  const span = findQuotedWords(text, words);
  return span && text.slice(span.start, span.end);
};

describe("findQuotedWords", () => {
  it.each([
    ["decomposed letters", "đến năm 2025 đạt 60%".normalize("NFD"), "đến năm 2025 đạt 60%"],
    ["no-break spaces and line breaks", "đến\u00a0năm\n 2025 đạt\u200960%", "đến năm 2025 đạt 60%"],
    ["dashes of every length", "giai đoạn 2026 – 2030", "giai đoạn 2026-2030"],
    ["old tone placement", "hoà bình, thuý, uỷ ban", "hòa bình, thúy, ủy ban"],
    ["capitals", "MỤC TIÊU CỤ THỂ", "Mục tiêu cụ thể"],
    ["Markdown", "đạt **60%** và\\- tăng", "đạt 60% và- tăng"],
    ["words run together", "trong giaiđoạn 2026", "trong giai đoạn 2026"],
    ["damaged letters", "định kǶ cǜng nǎm", "định kỳ cũng năm"],
    ["quotation marks", "Dự án “50 sân chơi”", 'dự án "50 sân chơi"'],
    ["an ellipsis", "và…", "và..."],
  ])("forgives %s", (_what, text, words) => {
    expect(found(text, words)).toBe(text);
    expect(found(words, text)).toBe(words);
  });

  it.each([
    ["another number", "đạt 65% vào năm 2025", "đạt 60%"],
    ["the beginning of a number", "đạt 60% vào năm 2025", "đạt 6"],
    ["the integer part", "đạt 60,5%", "đạt 60"],
    ["the end of a number", "15% số hộ", "5% số hộ"],
    ["the fraction", "2,5% số hộ", "5% số hộ"],
    ["two numbers run together", "20 25", "2025"],
    ["another word", "Phần đầu đạt 60%", "Phấn đấu đạt 60%"],
    ["another tone", "hoa", "hoà"],
    ["a word without its tone", "hoà", "hoa"],
    ["half a word", "tiếp thu", "tiếp th"],
    ["nothing", "abc", ""],
    ["only marks", "a ** b", "**"],
  ])("does not take %s", (_what, text, words) => {
    expect(findQuotedWords(text, words)).toBeUndefined();
  });

  it("takes a number after a comma and a space", () => {
    expect(found("đến năm 2030, 100% cán bộ", "100% cán bộ")).toBe("100% cán bộ");
    expect(found("đến năm 2030, 100% cán bộ", "đến năm 2030")).toBe("đến năm 2030");
    expect(found("năm 2030. 5 xã", "năm 2030.")).toBe("năm 2030.");
  });

  it("gives the place in the text as it is", () => {
    const text = `${"Phấn đấu ".normalize("NFD")}đến năm\n2025`;
    const span = findQuotedWords(text, "năm 2025");
    expect(span && text.slice(span.start, span.end)).toBe("năm\n2025");
    expect(findQuotedWords("15% và 5%", "5%")).toEqual({ start: 7, end: 9 });
  });
});

it("locateQuotedWords tells which clauses have the words", () => {
  const plan = readFixture("ke-hoach-snv-2022.txt");
  const where = (words: string) => locateQuotedWords(plan, words).map(({ address }) => address);
  expect(where("đến năm 2025 đạt 60% và đến năm 2030 đạt 75%")).toEqual(["II.1-1"]);
  expect(where("Lồng ghép các mục tiêu bình đẳng giới")).toEqual(["III.3", "IV.1.c"]);
  expect(where("đạt 99%")).toEqual([]);
});
