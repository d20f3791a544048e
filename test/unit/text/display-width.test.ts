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
