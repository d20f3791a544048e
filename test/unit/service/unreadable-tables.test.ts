import { expect, test } from "vitest";
import type { FileFailure } from "../../../server/src/host.ts";
import { createTestService } from "../../support/test-service.ts";

/** What is said of a workbook that can't be read. */
function messageOf(failure: FileFailure, language: "en" | "vi"): string {
  const { service, failures } = createTestService({ "test.bdg": 'data "kq.xlsx"\n' }, { language });
  failures.set("kq.xlsx", failure);
  const problems = service.problemsOf("test.bdg").filter(({ code }) => code === "data-file-unreadable");
  expect(problems).toHaveLength(1);
  return problems[0]!.message;
}

test("a table that holds too much is to be saved as a table", () => {
  expect(messageOf("too-complex", "en")).toBe(
    "The table “kq.xlsx” can't be read: it holds more than can be read safely; save the sheet with the table as an .xlsx or .csv file of its own.",
  );
  expect(messageOf("too-complex", "vi")).toBe(
    "Không đọc được bảng số liệu “kq.xlsx”: tệp chứa quá nhiều nội dung để đọc an toàn; hãy lưu riêng trang có bảng thành tệp .xlsx hoặc .csv khác.",
  );
});

test.each([
  "encrypted",
  "damaged",
  "too-complex",
  "too-large",
  "binary",
  "not-xlsx",
  "old-office",
  "unsupported-format",
] as const)("of a table that is %s nothing is said that helps only a document", (failure) => {
  for (const language of ["en", "vi"] as const)
    expect(messageOf(failure, language)).not.toMatch(/\.docx?\b|\.txt/);
});
