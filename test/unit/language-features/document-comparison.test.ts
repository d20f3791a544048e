import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "../../../server/src/documents/plan-document.ts";
import type { ComparisonFix } from "../../../server/src/language-features/document-comparison/comparison-types.ts";
import { getNewPlan } from "../../../server/src/language-features/new-plan.ts";
import { createDeclarationParser } from "../../../server/src/syntax/parse.ts";
import type { UnreadPart } from "../../../server/src/text/document-text.ts";
import { applyEdits } from "../../support/apply-edits.ts";
import { createTestService, type TestService } from "../../support/test-service.ts";

const parser = createDeclarationParser();
const oldText = readFileSync(new URL("../documents/fixtures/ke-hoach-snv-2022.txt", import.meta.url), "utf8");

function draftOf(text: string): string {
  const options = { documentPath: "cu.txt", language: "en", keywords: "en" } as const;
  return getNewPlan(parser, text, readPlanDocument(text), options).text;
}

/** The plan of the old document, and a new version beside it. */
class Comparing {
  readonly test: TestService;
  readonly applied = new Map<string, string>();
  /** Of the new version. */
  unread: readonly UnreadPart[] = [];
  private readonly newText: string;

  constructor(plan: string, newText: string, old = oldText) {
    this.test = createTestService({ "plan.bdg": plan, "cu.txt": old, "moi.txt": newText });
    this.newText = newText;
  }

  get result() {
    const version = {
      document: readPlanDocument(this.newText),
      text: this.newText,
      unread: this.unread,
      name: "moi.txt",
      path: "moi.txt",
    };
    const request = { oldPath: "cu.txt", version, applied: this.applied };
    return this.test.service.compareDocument(request, (which, line) => `${which}.txt#L${line + 1}`)!;
  }

  get titles(): readonly string[] {
    return this.result.fixes.map(({ title, detail }) => `${title} | ${detail}`);
  }

  apply(fix: ComparisonFix): void {
    const { service } = this.test;
    for (const [path, edits] of fix.edits) service.setFile(path, applyEdits(service.textOf(path)!, edits));
    this.applied.set(fix.id, fix.was);
  }

  /** One after the other, each asked for anew, as a person does it. */
  applyAll(
    choose: (fixes: readonly ComparisonFix[]) => ComparisonFix | undefined = ([first]) => first,
  ): number {
    for (let count = 0; ; count += 1) {
      const next = choose(this.result.fixes);
      if (!next) return count;
      expect(count).toBeLessThan(100);
      this.apply(next);
    }
  }

  problems(): readonly string[] {
    return this.test.service.problemsOf("plan.bdg").map(({ code }) => code);
  }
}

const DRIFT = /^(?:clause-|target-differs|commitment-|syntax|duplicate|unknown|missing|unit)/u;

/** A section is put in before the others, one number and one date change, one clause goes, and one is new. */
const newText = oldText
  .replace("Số: /KH-SNV", "Số: 15/KH-SNV")
  .replace(
    "1. Trong lĩnh vực chính trị",
    "1. Trong lĩnh vực kinh tế\n\nĐến năm 2027 có ít nhất 12 mô hình sinh kế do phụ nữ làm chủ.\n\n2. Trong lĩnh vực chính trị",
  )
  .replace("đến năm 2025 đạt 60%", "đến năm 2026 đạt 65%")
  .replace("2. Trong phòng ngừa", "3. Trong phòng ngừa")
  .replace("3. Trong công tác giáo dục", "4. Trong công tác giáo dục")
  .replace("4. Trong công tác thông tin", "5. Trong công tác thông tin")
  .replace(
    "5. Tăng cường hợp tác, giao lưu, trao đổi, học tập các mô hình hoạt động về bình đẳng giới nhằm góp phần tham mưu tốt các mục tiêu, chỉ tiêu của Kế hoạch đề ra, đáp ứng yêu cầu nhiệm vụ trong tình hình mới.\n\n",
    "",
  );

describe("a new version", () => {
  it("is nothing to do where it is the same text under another name, but to name it", () => {
    const comparing = new Comparing(draftOf(oldText), oldText);
    expect(comparing.titles).toEqual(["Use the new document from now on | cu.txt → moi.txt"]);
    expect(comparing.result.differences).toBe(0);
    expect(comparing.result.markdown).toContain("No clause is different.");
  });

  it("says what is to be brought up to date, in the order of the plan", () => {
    const { titles } = new Comparing(draftOf(oldText), newText);
    expect(titles).toEqual([
      "co_quan_lanh_dao_chu_chot: update the address and the quoted words | II.1-1 → II.2-1 · “đến năm 2026 đạt 65% và đến năm 2030 đạt 75%”",
      "ti_le_can_bo_nu_dien: update the clause’s address | II.1-2 → II.2-2",
      "chuyen_de_hoat_dong_tuyen: update the clause’s address | II.2 → II.3",
      "can_bo_boi_duong: update the clause’s address | II.3 → II.4",
      "trang_thong_bai_viet_binh: update the clause’s address | II.4 → II.5",
      "co_quan_lanh_dao_chu_chot: take the new value | 2025 reach 60% → 2026 reach 65%",
      "Add an indicator: Mô hình sinh kế do phụ nữ làm chủ | II.1 · 2027 >= 12 mô hình",
      "Update the plan’s number | …/KH-SNV → 15/KH-SNV",
      "Use the new document from now on | cu.txt → moi.txt",
    ]);
  });

  it.each([
    ["one after the other", (fixes: readonly ComparisonFix[]) => fixes[0]],
    [
      "the document first",
      (fixes: readonly ComparisonFix[]) => fixes.find(({ id }) => id.endsWith("#document")) ?? fixes[0],
    ],
    ["from the last to the first", (fixes: readonly ComparisonFix[]) => fixes.at(-1)],
  ])("leaves a plan that agrees with it when all is brought up to date, %s", (_name, choose) => {
    const comparing = new Comparing(draftOf(oldText), newText);
    expect(comparing.applyAll(choose)).toBe(9);
    const text = comparing.test.service.textOf("plan.bdg")!;
    expect(text).toContain('document  "moi.txt"');
    expect(text).toMatch(/target {4}2026 reach 65%\n {2}target {4}2030 reach 75%/u);
    expect(text).toMatch(
      /indicator mo_hinh_sinh_ke_phu_nu "Mô hình sinh kế do phụ nữ làm chủ" \{\n {2}clause {4}II\.1 ".*"\n {2}unit {6}mo_hinh\n {2}target {4}2027 >= 12\n\}\n$/u,
    );
    // The clause that went is still cited: what becomes of it is not ours to say.
    expect(comparing.problems().filter((code) => DRIFT.test(code))).toEqual(["clause-not-found"]);
    expect(comparing.test.service.formatting("plan.bdg")).toEqual([]);
    expect(comparing.test.log).toEqual([]);
  });

  it("does not take what was brought up to date in another session for the old version", () => {
    const first = new Comparing(draftOf(oldText), newText);
    const [one, two, three] = first.result.fixes;
    for (const fix of [one!, two!, three!]) first.apply(fix);
    const second = new Comparing(first.test.service.textOf("plan.bdg")!, newText);
    // II.2-1 is no clause of the old version, II.2 is another one there; by their words they are told.
    expect(second.titles.filter((title) => /co_quan|ti_le|hoat_dong/u.test(title))).toEqual([]);
    expect(second.titles.some((title) => title.startsWith("can_bo_boi_duong"))).toBe(true);
  });
});

describe("the report", () => {
  const { markdown } = new Comparing(draftOf(oldText), newText).result;

  it("begins with the commitments, and who has them in the plan", () => {
    expect(markdown).toContain("Clauses reworded: 1 · moved: 6 · no longer there: 1 · new: 1");
    expect(markdown).toContain(
      "| [II.1-1](old.txt#L30) → [II.2-1](new.txt#L34) | 2025 reach 60% | 2026 reach 65% | `co_quan_lanh_dao_chu_chot` |",
    );
    expect(markdown).toContain("| [II.1](new.txt#L28) | – | 2027 \\>= 12 mô hình | – |");
  });

  it("shows the words, what moved with what is below it, what is gone and what is new", () => {
    expect(markdown).toContain("đến năm ~~2025~~ **2026** đạt ~~60%~~ **65%** và đến năm");
    expect(markdown).toContain(
      "- [II.1](old.txt#L28) → [II.2](new.txt#L32) (and 2 below it): Trong lĩnh vực chính trị",
    );
    expect(markdown).toContain(
      "## No longer there (1)\n\n- **[III.5](old.txt#L58)** (cited by `tang_cuong_hop_tac_giao_luu`): Tăng cường hợp tác",
    );
    expect(markdown).toContain("## New (1)\n\n- **[II.1](new.txt#L28)**: Trong lĩnh vực kinh tế");
    expect(markdown).toContain("- Number: (blank) → 15/KH-SNV");
  });
});

/** A plan of one indicator, and the fixes for another text of its clause. */
function fixesFor(statements: string, before: string, after: string): readonly string[] {
  const frame = (clause: string) => `KẾ HOẠCH\nA giai đoạn 2026-2030\n\nI. MỤC TIÊU\n\n1. ${clause}\n`;
  const plan = `plan p "P" {\n  period 2026..2030\n  document "cu.txt"\n}\nindicator x "X" {\n${statements}\n}\n`;
  const comparing = new Comparing(plan, frame(after), frame(before));
  const fix = comparing.result.fixes.filter(({ id }) => !id.endsWith("#document"));
  for (const one of fix) comparing.apply(one);
  const text = comparing.test.service.textOf("plan.bdg")!;
  expect(comparing.problems().filter((code) => code.startsWith("syntax"))).toEqual([]);
  return text
    .slice(text.indexOf("indicator"))
    .split("\n")
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== "" && line !== "}");
}

describe("a version that was not read to its end", () => {
  it("is told of at the top: what seems to be gone may stand there", () => {
    const comparing = new Comparing(draftOf(oldText), oldText);
    expect(comparing.result.markdown).not.toContain("put together");
    comparing.unread = [{ name: "phu_luc.rtf", reason: "format" }];
    comparing.test.unread.set("cu.txt", [{ name: null, reason: "absent" }]);
    comparing.test.service.documentChanged("cu.txt");
    const lines = comparing.result.markdown.trim().split("\n\n");
    expect(lines[2]).toMatch(/^\*\*“cu\.txt” was put together .*a part \(missing, or outside the file\)/u);
    expect(lines[3]).toMatch(
      /^\*\*“moi\.txt” was put together .*“phu\\_luc\.rtf” \(a format that is not read\)/u,
    );
    expect(lines[4]).toBe("No clause is different.");
  });
});

describe("targets", () => {
  it("keep what the new version does not change", () => {
    const kept = fixesFor(
      "  clause I.1\n  unit percent\n  baseline 2025 = 20%\n  target 2030 for nu >= 60% # vẫn giữ\n  target 2028 >= 45%",
      "Tỷ lệ A đạt ít nhất 45% vào năm 2028 và 60% vào năm 2030.",
      "Tỷ lệ A đạt ít nhất 45% vào năm 2028 và 62,5% vào năm 2030.",
    );
    expect(kept).toEqual([
      "clause I.1",
      "unit percent",
      "baseline 2025 = 20%",
      "target 2030 for nu >= 62.5% # vẫn giữ",
      "target 2028 >= 45%",
    ]);
  });

  it("are written anew where the comparator is another", () => {
    expect(
      fixesFor(
        "  clause I.1\n  unit percent\n  target 2030 reach 60%",
        "Tỷ lệ A đạt 60% vào năm 2030.",
        "Tỷ lệ A đạt từ 60 - 65% vào năm 2030.",
      ),
    ).toEqual(["clause I.1", "unit percent", "target 2030 between 60% and 65%"]);
  });

  it("get a sister for another date", () => {
    expect(
      fixesFor(
        "  clause I.1\n  unit percent\n  target 2028 >= 45%\n  lead a",
        "Tỷ lệ A đạt ít nhất 45% vào năm 2028.",
        "Tỷ lệ A đạt ít nhất 45% vào năm 2028 và 60% vào năm 2030.",
      ),
    ).toEqual(["clause I.1", "unit percent", "target 2028 >= 45%", "target 2030 >= 60%", "lead a"]);
  });

  it("that say something else than the old version are left alone", () => {
    expect(
      fixesFor(
        "  clause I.1\n  unit percent\n  target 2030 >= 70%",
        "Tỷ lệ A đạt ít nhất 60% vào năm 2030.",
        "Tỷ lệ A đạt ít nhất 65% vào năm 2030.",
      ),
    ).toEqual(["clause I.1", "unit percent", "target 2030 >= 70%"]);
  });
});
