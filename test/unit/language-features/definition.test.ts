import { describe, expect, it } from "vitest";
import { textIn } from "../../support/markers.ts";
import { createTestService } from "../../support/test-service.ts";
import { document, plan, planFiles, report } from "./plan-fixture.ts";

/** Where a definition leads from the `<|>` in a file: the path and the selected text of each target. */
function definitionFrom(files: Readonly<Record<string, string>>, path: string) {
  const { service, marked, documents } = createTestService({ ...planFiles, ...files });
  const file = marked.get(path)!;
  const result = service.definition(path, file.cursors[0]!);
  if (!result) return undefined;
  const targets = result.targets.map((target) => {
    const text = service.textOf(target.path) ?? documents.get(target.path)!;
    return { path: target.path, selected: textIn(text, target.selection), whole: textIn(text, target.range) };
  });
  return { origin: textIn(file.text, result.origin), targets };
}

function mark(source: string, words: string): string {
  const plain = words.replace("<|>", "");
  expect(source).toContain(plain);
  return source.replace(plain, words);
}

describe("a name leads to its declaration", () => {
  it.each([
    ["lead     off<|>ice", "office", 'body office "Văn phòng"'],
    ["in off<|>ice", "office", 'body office "Văn phòng"'],
    ["unit   activity<|>", "activity", 'unit activity "hoạt động" { whole; aggregate sum }'],
    ["serves lead<|>ers", "leaders", /^indicator leaders[\s\S]*\}$/],
    ["serves leaders, <|>awareness", "awareness", /^indicator awareness[\s\S]*\}$/],
    ["body off<|>ice", "office", 'body office "Văn phòng"'],
  ])("%s", (words, name, whole) => {
    const { origin, targets } = definitionFrom({ "plan.bdg": mark(plan, words) }, "plan.bdg")!;
    expect(origin).toBe(name);
    expect(targets).toEqual([{ path: "plan.bdg", selected: name, whole: expect.stringMatching(whole) }]);
  });

  it("in another file", () => {
    const found = definitionFrom({ "report.bdg": mark(report, "aware<|>ness = 0") }, "report.bdg")!;
    expect(found.targets).toMatchObject([{ path: "plan.bdg", selected: "awareness" }]);
  });

  it("behind a prefix, and from the prefix to where it is given", () => {
    const source = 'use "plan.bdg" as top\nreport 2024 { to<|>p.awareness = 1 }\n';
    expect(definitionFrom({ "r.bdg": source }, "r.bdg")!.targets).toMatchObject([
      { path: "r.bdg", selected: "top" },
    ]);
    const behind = source.replace("to<|>p.", "top.<|>");
    expect(definitionFrom({ "r.bdg": behind }, "r.bdg")!.targets).toMatchObject([{ selected: "awareness" }]);
  });

  it("of a category, also where two dimensions have it", () => {
    const source = `dimension a { x "X" }
dimension b { x "X" }
indicator i "I" { unit count; measured 2024 for <|>x = 1 }
`;
    expect(definitionFrom({ "c.bdg": source }, "c.bdg")!.targets).toHaveLength(2);
    const only = definitionFrom({ "c.bdg": source.replace("<|>x", "b.<|>x") }, "c.bdg")!;
    expect(only.targets).toEqual([{ path: "c.bdg", selected: "x", whole: 'x "X"' }]);
    const dimension = definitionFrom({ "c.bdg": source.replace("<|>x", "<|>b.x") }, "c.bdg")!;
    expect(dimension.targets).toMatchObject([{ selected: "b", whole: 'dimension b { x "X" }' }]);
  });
});

describe("a clause address leads to the document", () => {
  it.each(["clause   I<|>.1", 'clause   I.1 "đến <|>năm'])("%s", (words) => {
    const { targets } = definitionFrom({ "plan.bdg": mark(plan, words) }, "plan.bdg")!;
    expect(targets).toEqual([
      {
        path: "plan.txt",
        selected: "Phấn đấu đến năm 2025 đạt 60% đơn vị có lãnh đạo nữ.",
        whole: "1. Phấn đấu đến năm 2025 đạt 60% đơn vị có lãnh đạo nữ.",
      },
    ]);
  });

  it("to every clause of that number", () => {
    const twice = `${document}\nI. TỔ CHỨC\n`;
    const files = { "plan.txt": twice, "plan.bdg": plan.replace("clause I.2", "clause I<|>") };
    expect(definitionFrom(files, "plan.bdg")!.targets.map(({ selected }) => selected)).toEqual([
      "MỤC TIÊU",
      "TỔ CHỨC",
    ]);
  });

  it("nowhere, where the document lacks it", () => {
    expect(
      definitionFrom({ "plan.bdg": plan.replace("clause I.2", "clause I<|>X.2") }, "plan.bdg"),
    ).toBeUndefined();
  });
});

describe("a path leads to its file", () => {
  it.each([
    ["report.bdg", mark(report, '"plan<|>.bdg"'), "plan.bdg"],
    ["plan.bdg", mark(plan, '"plan<|>.txt"'), "plan.txt"],
  ])("in %s", (path, source, target) => {
    expect(definitionFrom({ [path]: source }, path)!.targets).toEqual([
      { path: target, selected: "", whole: "" },
    ]);
  });

  it("unless it is not there", () => {
    expect(definitionFrom({ "report.bdg": 'use "no<|>ne.bdg"\n' }, "report.bdg")).toBeUndefined();
    expect(definitionFrom({ "report.bdg": 'use "../../no<|>ne.bdg"\n' }, "report.bdg")).toBeUndefined();
  });
});

it("leads nowhere from keywords, built-in units and unknown names", () => {
  for (const words of ["tar<|>get   2025", "unit     per<|>cent"])
    expect(definitionFrom({ "plan.bdg": mark(plan, words) }, "plan.bdg")).toBeUndefined();
  expect(
    definitionFrom({ "plan.bdg": plan.replace("lead     office", "lead no<|>body") }, "plan.bdg"),
  ).toBeUndefined();
});

it("links every path that is written in a file, without its quotation marks", () => {
  const files = {
    "a/x.bdg": 'use "../plan.bdg"\nuse "/etc/x.bdg"\nplan x { document "d.txt"; document "../../e.txt" }\n',
  };
  const { service } = createTestService({ ...planFiles, ...files });
  const links = service.documentLinks("a/x.bdg");
  expect(links.map((link) => ["path" in link && link.path, textIn(files["a/x.bdg"], link.range)])).toEqual([
    ["plan.bdg", "../plan.bdg"],
    ["a/d.txt", "d.txt"],
  ]);
});

it("evidence is a link where it is an address on the web or the name of a file", () => {
  const source = `indicator i "I" {
  unit percent
  measured 2021 = 1% "https://example.org/report?id=1"
  measured 2022 = 2% "../evidence/Báo cáo 12.docx"
  measured 2023 = 3% "Báo cáo số 12, trang 5"
  measured 2024 = 4% "../../above.pdf"
  measured 2025 = 5% "javascript:alert(1).pdf"
}
`;
  const { service } = createTestService({ "a/x.bdg": source });
  const links = service.documentLinks("a/x.bdg");
  expect(links.map((link) => ("url" in link ? link.url : link.path))).toEqual([
    "https://example.org/report?id=1",
    "evidence/Báo cáo 12.docx",
  ]);
});
