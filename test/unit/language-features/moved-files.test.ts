import { describe, expect, it } from "vitest";
import { applyEdits } from "../../support/apply-edits.ts";
import { createTestService } from "../../support/test-service.ts";

const plan = `plan p "P" {
  document "docs/signed.txt" as text
}
indicator i "I" {
  unit percent
  measured 2023 = 40% "evidence/report 12.docx"
  measured 2024 = 41% "Report 12"
}
task t "T" { done 2024 "evidence/photo.jpg" }
`;
const report = 'use "../plan.bdg"\nuse "../../shared/base.bdg" as base\nreport 2024 "R" {\n  i = 42%\n}\n';
const files = { "a/plan.bdg": plan, "a/reports/2024.bdg": report, "shared/base.bdg": "unit u { whole }\n" };

/** The texts after files are moved, by their old paths; only those that change. */
function afterMoving(...moves: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  const { service } = createTestService(files);
  const edits = service.movedFileEdits(moves.map(([from, to]) => ({ from, to })));
  return Object.fromEntries(
    [...edits].map(([path, own]) => [path, applyEdits(service.textOf(path)!, own)] as const),
  );
}

describe("paths go on leading where they led", () => {
  it.each([
    ["a document", "a/docs/signed.txt", "a/signed 2022.txt", '"docs/signed.txt"', '"signed 2022.txt"'],
    ["one that leaves the folder", "a/docs/signed.txt", "law/s.txt", '"docs/signed.txt"', '"../law/s.txt"'],
    ["evidence of a value", "a/evidence/report 12.docx", "a/r.docx", '"evidence/report 12.docx"', '"r.docx"'],
    [
      "evidence of a task",
      "a/evidence/photo.jpg",
      "a/evidence/p.jpg",
      '"evidence/photo.jpg"',
      '"evidence/p.jpg"',
    ],
  ])("%s", (_, from, to, before, after) => {
    expect(afterMoving([from, to])).toEqual({ "a/plan.bdg": plan.replace(before, after) });
  });

  it("a folder takes along what lies in it", () => {
    expect(afterMoving(["a/evidence", "a/nguồn"])).toEqual({
      "a/plan.bdg": plan.replaceAll('"evidence/', '"nguồn/'),
    });
  });

  it("a plan that others use", () => {
    expect(afterMoving(["a/plan.bdg", "a/new.bdg"])).toEqual({
      "a/reports/2024.bdg": report.replace("../plan.bdg", "../new.bdg"),
    });
  });

  it("the paths in a file that is moved, too", () => {
    expect(afterMoving(["a/reports/2024.bdg", "2024.bdg"])).toEqual({
      "a/reports/2024.bdg": report.replace("../plan.bdg", "a/plan.bdg").replace("../../shared", "shared"),
    });
  });

  it("a folder that is moved with both: nothing between them changes", () => {
    expect(afterMoving(["a", "b/c"])).toEqual({
      "a/reports/2024.bdg": report.replace("../../shared", "../../../shared"),
    });
  });

  it("two files at once, one of which names the other", () => {
    expect(afterMoving(["a/plan.bdg", "x/plan.bdg"], ["a/reports/2024.bdg", "x/2024.bdg"])).toEqual({
      "a/plan.bdg": plan.replace('"docs/', '"../a/docs/'),
      "a/reports/2024.bdg": report.replace("../plan.bdg", "plan.bdg").replace("../../shared", "../shared"),
    });
  });

  it("what nobody names", () => {
    expect(afterMoving(["a/other.txt", "a/else.txt"], ["a/Report 12", "a/b"])).toEqual({
      "a/plan.bdg": plan.replace('"Report 12"', '"b"'),
    });
  });
});
