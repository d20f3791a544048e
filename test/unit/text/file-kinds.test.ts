import { expect, test } from "vitest";
import {
  allEndings,
  isPassedOver,
  isPlanDocument,
  isTable,
  kindOf,
} from "../../../server/src/text/file-kinds.ts";

test.each([
  ["plan.bdg", "source"],
  ["năm 2024/KẾ HOẠCH.BDG", "source"],
  ["file:///c%3A/plans/signed.TXT", "text"],
  ["readme.md", "text"],
  ["signed.docx", "word"],
  ["kq.csv", "csv"],
  ["a.b/kq.v2.xlsx", "workbook"],
  ["plan.bdg/scan.pdf", undefined],
  ["plan.bdg~", undefined],
  ["2024/.#plan.bdg", undefined],
  ["~$signed.docx", undefined],
  ["a.bdg/plan", undefined],
  [".bdg", undefined],
  ["bdg", undefined],
])("%s is of the kind %s", (path, kind) => {
  expect(kindOf(path)).toBe(kind);
  expect(isPlanDocument(path)).toBe(kind === "text" || kind === "word");
  expect(isTable(path)).toBe(kind === "csv" || kind === "workbook");
});

test("every ending is of a kind", () => {
  expect(allEndings.map((ending) => kindOf(`x${ending}`))).not.toContain(undefined);
});

test.each([
  ["node_modules", true],
  ["a/node_modules/b/c.bdg", true],
  [".git/x.bdg", true],
  [".github/x.bdg", false],
  ["my node_modules/x.bdg", false],
  ["a/x.git", false],
])("%s is passed over: %s", (path, isSo) => expect(isPassedOver(path)).toBe(isSo));
