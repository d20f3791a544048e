import { describe, expect, it } from "vitest";
import { lineStarts, offsetAt } from "../../../server/src/text/line-index.ts";
import { applyEdits } from "../../support/apply-edits.ts";
import { sampleFiles } from "../../support/sample-files.ts";
import { createTestService, type TestOptions } from "../../support/test-service.ts";

type Sources = Readonly<Record<string, string>>;

/** Renames what the one `<|>` is at; the files as they are then, or the reason why not. */
function rename(sources: Sources, name: string, options: TestOptions = {}): Sources | string | undefined {
  const { service, marked, log } = createTestService(sources, options);
  const [path, { cursors }] = [...marked].find(([, one]) => one.cursors.length > 0)!;
  const result = service.rename(path, cursors[0]!, name);
  expect(log).toEqual([]);
  if (result?.kind !== "edits") return result?.reason;
  const files = [...marked].map(([file, { text }]) => [file, applyEdits(text, result.files.get(file) ?? [])]);
  return Object.fromEntries(files);
}

/** The `<|…|>` of all files, and nothing else, get the new name, wherever in any of them the cursor is. */
function expectRenamed(sources: Sources, name = "new_name"): void {
  const { marked } = createTestService(sources);
  const wanted = Object.fromEntries(
    Object.entries(sources).map(([path, source]) => [path, source.replace(/<\|[^|]*\|>/g, name)]),
  );
  let tried = 0;
  for (const [path, { text, ranges }] of marked) {
    const starts = lineStarts(text);
    for (const { start, end } of ranges) {
      const [from, to] = [offsetAt(text, starts, start), offsetAt(text, starts, end)];
      for (const cursor of [from, Math.floor((from + to) / 2), to]) {
        const plain = Object.fromEntries([...marked].map(([file, one]) => [file, one.text]));
        const withCursor = `${text.slice(0, cursor)}<|>${text.slice(cursor)}`;
        expect(rename({ ...plain, [path]: withCursor }, name), withCursor).toEqual(wanted);
        tried += 1;
      }
    }
  }
  expect(tried).toBeGreaterThan(5);
}

describe("renaming, with the cursor at the beginning, in and at the end of each place", () => {
  it("an indicator across files, reports and prefixes", () => {
    expectRenamed({
      "a.bdg": `plan p { period 2021..2025 }
indicator <|share|> "share" { unit percent }
indicator y "Y" { unit percent; formula = <|share|> * 2 + <|share|> }
task t "T" { serves <|share|>, y }
`,
      "b.bdg": 'use "a.bdg"\nreport 2024 { <|share|> = 1; y = 2 }\n',
      "c.bdg": 'use "a.bdg" as a\nindicator share "own" { unit count; implements a.<|share|> }\n',
    });
  });

  it("a body, a unit, a plan, a task and a document's name", () => {
    expectRenamed({
      "a.bdg":
        'body <|a|> "A"\nbody b "B" in <|a|>\nplan p { by <|a|> }\ntask t "T" { lead b, <|a|>; with <|a|> }\n',
    });
    expectRenamed({
      "a.bdg":
        'unit <|trieu|> "tr"\nunit ty "tỷ" { scale 1000 <|trieu|> }\nindicator x "X" { unit ty; target 2025 >= 3 <|trieu|> }\n',
    });
    expectRenamed({
      "a.bdg": 'use "b.bdg" as b\nplan p { implements b.<|q|> }\n',
      "b.bdg": "plan <|q|> { period 2021..2025 }\n",
    });
    expectRenamed({
      "a.bdg":
        'plan p { document "d.txt" as <|d|> }\nindicator x "X" { unit count; clause I.1 in <|d|>, I.2 in <|d|> }\n',
    });
  });

  it("a category and its dimension, also before the dot", () => {
    expectRenamed({
      "a.bdg": `dimension sex "S" { <|female|> "F"  male "M" }
dimension age "A" { female "other"  old "O" }
indicator x "X" { unit count; measured 2024 for sex.<|female|> = 1; target 2025 for sex.<|female|>, old >= 1 }
`,
    });
    expectRenamed({
      "a.bdg": `dimension <|sex|> "S" { female "F" }
dimension age "A" { female "other" }
indicator x "X" { unit count; measured 2024 for <|sex|>.female = 1; measured 2024 for age.female = 1 }
`,
    });
  });

  it("a prefix, in its own file only", () => {
    expectRenamed({
      "a.bdg": 'use "b.bdg" as <|tinh|>\nindicator x "tinh" { unit <|tinh|>.u; lead <|tinh|>.a }\n',
      "b.bdg": 'body a "A"\nunit u "U"\n',
      "c.bdg": 'use "b.bdg" as tinh\nbody x "X" in tinh.a\n',
    });
  });

  it("names with diacritics, composed or not", () => {
    const name = "tỷ_lệ";
    expectRenamed(
      {
        "a.bdg": `indicator <|${name}|> "X" { unit count }\ntask t "T" { serves <|${name.normalize("NFD")}|> }\n`,
      },
      "số_lượng",
    );
  });

  it("every name of the samples and back gives the identical files", () => {
    const samples = sampleFiles();
    const { service } = createTestService(samples);
    const texts = () => Object.fromEntries(service.paths().map((path) => [path, service.textOf(path)]));
    const before = texts();
    let renamed = 0;
    for (const path of service.paths()) {
      for (const match of before[path]!.matchAll(
        /^(?:cơ quan|body|chỉ tiêu|indicator|unit|đơn vị tính|kế hoạch|plan) (\w+)/gm,
      )) {
        if (renamed++ % 5 !== 0) continue;
        const line = before[path]!.slice(0, match.index).split("\n").length - 1;
        const position = { line, character: match[0].length - match[1]!.length };
        for (const name of ["renamed_once", match[1]!]) {
          const result = service.rename(path, position, name);
          if (result?.kind !== "edits") throw new Error(`${match[0]}: ${result?.reason}`);
          for (const [file, edits] of result.files)
            service.setFile(file, applyEdits(service.textOf(file)!, edits));
        }
        expect(texts()).toEqual(before);
      }
    }
    expect(renamed).toBeGreaterThan(20);
  });
});

describe("a new name is refused with the reason", () => {
  const plan = 'body <|>a "A"\nbody b "B" in a\nindicator x "X" { unit count }\n';

  it("where it is no single word", () => {
    for (const name of ["hai từ", "1a", "a-b", "a.b", "", " ", "a\u202Eb", "a\nb"]) {
      expect(rename({ "a.bdg": plan }, name), name).toMatch(/is no name/);
    }
    expect(rename({ "a.bdg": plan }, "hai từ", { language: "vi" })).toMatch(/không dùng làm tên được/);
    expect(rename({ "a.bdg": plan }, " trimmed ")).toEqual({
      "a.bdg": 'body trimmed "A"\nbody b "B" in trimmed\nindicator x "X" { unit count }\n',
    });
  });

  it("where it is taken in the file or comes from another one", () => {
    expect(rename({ "a.bdg": plan }, "b")).toMatch(/“b” is already a name in “a.bdg”/);
    expect(rename({ "a.bdg": plan }, "x")).toMatch(/already a name/);
    const files = {
      "a.bdg": 'body <|>a "A"\n',
      "b.bdg": 'body c "C"\n',
      "u.bdg": 'use "a.bdg"\nuse "b.bdg"\n',
    };
    expect(rename(files, "c")).toMatch(/“c” is already a name in “b.bdg”, which “u.bdg” uses/);
    expect(rename({ "a.bdg": 'use "b.bdg" as <|>p\nuse "b.bdg" as q\n', "b.bdg": "" }, "q")).toMatch(
      /already/,
    );
  });

  it("where another name would stand for something else", () => {
    const files = {
      "a.bdg": 'use "b.bdg"\nbody <|>a "A"\nindicator x "X" { unit count; lead c }\n',
      "b.bdg": 'body c "C"\n',
    };
    expect(rename(files, "c")).toMatch(/stand for something else/);
    const shadowed = {
      "a.bdg": 'body <|>a "A"\n',
      "u.bdg": 'use "a.bdg"\nbody c "C"\nindicator x "X" { unit count; lead a }\n',
    };
    expect(rename(shadowed, "c")).toMatch(/stand for something else/);
    expect(
      rename({ "a.bdg": 'unit <|>u "U"\nindicator x "X" { unit u; target 2025 >= 3 u }\n' }, "trên"),
    ).toMatch(/stand for something else/);
  });

  it("where the name is built in", () => {
    expect(rename({ "a.bdg": "indicator x { unit per<|>cent }\n" }, "y")).toMatch(/always there/);
    expect(rename({ "a.bdg": 'unit <|>u "U"\n' }, "percent")).toMatch(/always there/);
    const { service, marked } = createTestService({ "a.bdg": "indicator <|>x { unit per<|>cent }\n" });
    const [name, builtin] = marked.get("a.bdg")!.cursors;
    expect(service.prepareRename("a.bdg", name!)).toMatchObject({ kind: "name", name: "x" });
    expect(service.prepareRename("a.bdg", builtin!)).toMatchObject({ kind: "refused" });
    expect(service.prepareRename("a.bdg", { line: 0, character: 2 })).toBe(undefined);
  });

  it("but may mend a name that stands for nothing yet", () => {
    const files = { "a.bdg": 'body <|>a "A"\nindicator x "X" { unit count; lead phong }\n' };
    expect(rename(files, "phong")).toEqual({
      "a.bdg": 'body phong "A"\nindicator x "X" { unit count; lead phong }\n',
    });
  });
});
