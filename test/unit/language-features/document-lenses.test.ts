import { expect, it } from "vitest";
import { createTestService } from "../../support/test-service.ts";

const files = {
  "d.txt":
    "KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Đến năm 2024 đạt 60%.\n\n2. Hằng năm tổ chức hội thảo.\n\n3. Không ai dẫn.\n",
  "a.bdg": `plan p "P" { period 2021..2030; document "d.txt" }
indicator x "Cơ quan có lãnh đạo chủ chốt là nữ" { clause I.1; unit percent; target 2024 >= 60%; measured 2024 = 55% }
task t "Hội thảo" { clause I.1, I.2; due 2024; done 2024 }
`,
  "b.bdg": 'use "a.bdg"\nindicator y "Y" { clause I.2, I.9; unit percent; target 2030 >= 1% }\n',
};

it("a plan document has a lens above each cited clause for each declaration, with its verdict, in their order", () => {
  const { service, log } = createTestService(files);
  const lenses = service.codeLenses("d.txt");
  const own = service.codeLenses("a.bdg").map(({ title }) => title);
  expect(own[0]).toContain("55%");
  expect(lenses.map(({ range, title, target }) => [range.start.line, title, target?.path])).toEqual([
    [4, `Cơ quan có lãnh đạo chủ chốt là nữ: ${own[0]}`, "a.bdg"],
    [4, "Hội thảo: Done · 2024", "a.bdg"],
    [6, "Hội thảo: Done · 2024", "a.bdg"],
    [6, "Y: Not due yet", "b.bdg"],
  ]);
  expect(lenses[0]!.target!.range).toEqual({
    start: { line: 1, character: 10 },
    end: { line: 1, character: 11 },
  });
  expect(service.codeLenses("other.txt")).toEqual([]);
  expect(log).toEqual([]);
});

it("they follow what is typed in the document and in the plan", () => {
  const { service, documents } = createTestService(files);
  documents.set("d.txt", files["d.txt"].replace("1. Đến", "Mở đầu.\n\n1. Đến"));
  service.documentChanged("d.txt");
  expect(service.codeLenses("d.txt")[0]!.range.start.line).toBe(6);
  service.setFile(
    "a.bdg",
    files["a.bdg"].replace("measured 2024 = 55%", "measured 2024 = 65%").replace("I.1;", "I.3;"),
  );
  expect(service.codeLenses("d.txt").map(({ range, title }) => [range.start.line, title])[3]).toEqual([
    10,
    "Cơ quan có lãnh đạo chủ chốt là nữ: Met · 65% / 60%",
  ]);
});

it("from a place in the document to its citations, and to the declarations that make it good", () => {
  const { service } = createTestService(files);
  const place = { line: 6, character: 5 };
  const citations = [
    { path: "a.bdg", range: { start: { line: 2, character: 32 }, end: { line: 2, character: 35 } } },
    { path: "b.bdg", range: { start: { line: 1, character: 25 }, end: { line: 1, character: 28 } } },
  ];
  expect(service.references("d.txt", place, true)).toEqual(citations);
  expect(service.implementation("d.txt", place).map(({ path, range }) => [path, range.start])).toEqual([
    ["a.bdg", { line: 2, character: 5 }],
    ["b.bdg", { line: 1, character: 10 }],
  ]);
  expect(service.references("d.txt", { line: 8, character: 3 }, true)).toEqual([]);
  expect(service.references("d.txt", { line: 0, character: 0 }, true)).toEqual([]);
});
