import { expect, test } from "vitest";
import { displayWidth } from "../../../server/src/text/display-width.ts";

test.each([
  ["", 0],
  ["plan 2025", 9],
  ["Kế hoạch", 8],
  ["Kế hoạch".normalize("NFD"), 8],
  ["ướng", 4],
  ["ướng".normalize("NFD"), 4],
  ["計画", 4],
  ["ｆｕｌｌ", 8],
  ["e\u0301\u0323", 1],
  ["\u0301", 0],
  ["a\u200bb", 2],
  ["👩‍👩‍👧", 2],
  ["✔️", 2],
  ["…–“”·↳", 6],
  ["\u{20000}", 2],
  ["\ud800", 1],
])("%j takes %i columns", (text, width) => expect(displayWidth(text)).toBe(width));

test("a letter takes as many columns by itself as beside an ideograph, which is measured another way", () => {
  const codes = [
    ...Array(0x2b0).keys(),
    ...Array.from({ length: 0x100 }, (_, i) => 0x1e00 + i),
    0x2013,
    0x2026,
  ];
  for (const letter of codes.map((code) => String.fromCharCode(code)))
    expect([letter, displayWidth(`${letter}計`)]).toEqual([letter, displayWidth(letter) + 2]);
});
