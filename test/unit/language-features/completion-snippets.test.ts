import { describe, expect, it } from "vitest";
import { syntaxProblems } from "../../../server/src/diagnostics/catalog-syntax.ts";
import { choice, snippetText } from "../../../server/src/language-features/snippet.ts";
import { declarationKeywords, keywordText } from "../../../server/src/syntax/keywords.ts";
import { expandSnippet } from "../../support/snippets.ts";
import { createTestService, type TestOptions } from "../../support/test-service.ts";
import { planFiles } from "./plan-fixture.ts";

function offered(source: string, options: TestOptions = {}, others: Readonly<Record<string, string>> = {}) {
  const { service, marked, log } = createTestService({ ...others, "x.bdg": source }, options);
  const { entries } = service.completion("x.bdg", marked.get("x.bdg")!.cursors[0]!);
  expect(log).toEqual([]);
  return entries.toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

/** The file after the entry of that label is accepted as a snippet, every stop left as it is. */
function accepted(
  source: string,
  label: string,
  options: TestOptions & { readonly choice?: number } = {},
  others: Readonly<Record<string, string>> = {},
): string {
  const entry = offered(source, options, others).find((one) => one.label === label);
  expect(entry?.snippet, label).toBeTypeOf("string");
  const { text } = expandSnippet(entry!.snippet!, options.choice);
  const before = source.slice(0, source.indexOf("<|>"));
  const { start, end } = entry!.range;
  expect(start.line).toBe(end.line);
  return (
    before.slice(0, before.length - (end.character - start.character)) +
    text +
    source.slice(before.length + 3)
  );
}

const isSyntax = (code: string): boolean => Object.hasOwn(syntaxProblems, code);

describe("a declaration's snippet", () => {
  it.each([
    ["en", "en"],
    ["en", "vi"],
    ["vi", "en"],
    ["vi", "vi"],
  ] as const)("in a file with %s keywords for a reader of %s is right as it is", (file, reader) => {
    const head = file === "en" ? 'body b "B"\n\n' : 'cơ quan b "B"\n\n';
    for (const keyword of declarationKeywords) {
      // Whatever is chosen at each stop.
      for (const choice of [0, 1, 2, 99]) {
        const text = accepted(
          `${head}<|>\n`,
          keywordText(keyword, file),
          { language: reader, choice },
          planFiles,
        );
        const { service } = createTestService({ ...planFiles, "x.bdg": text }, { language: reader });
        const problems = service.problemsOf("x.bdg").filter(({ severity, code }) => {
          // There is no such table; that is for the reader to type.
          return (severity === "error" || isSyntax(code)) && keyword !== "data";
        });
        expect(
          problems.map(({ code, message }) => `${code}: ${message}`),
          text,
        ).toEqual([]);
        expect(text).toContain(keywordText(keyword, file));
      }
    }
  });

  it("has the keywords of the file and the words of the reader", () => {
    expect(accepted("<|>", "indicator")).toBe(
      'indicator indicator_name "Name of the indicator" {\n  unit    percent\n  target  2025 >= 100\n  \n}',
    );
    expect(accepted("<|>", "chỉ tiêu", { language: "vi" })).toBe(
      'chỉ tiêu ten_chi_tieu "Tên chỉ tiêu" {\n  đơn vị tính  percent\n  mục tiêu     2025 ít nhất 100\n  \n}',
    );
    expect(accepted("unit u\n\nind<|>", "indicator", { language: "vi" })).toContain(
      'indicator ten_chi_tieu "Tên chỉ tiêu" {\n  unit    percent',
    );
  });

  it("offers the units, the bodies, the years and `every year` of the plan, and the first clause not cited yet", () => {
    const { text, stops } = expandSnippet(
      offered(`${planFiles["plan.bdg"]}\n<|>`, {}, { "plan.txt": planFiles["plan.txt"] }).find(
        ({ label }) => label === "indicator",
      )!.snippet!,
    );
    // Both clauses that promise something are cited already; their heading is not offered.
    expect(text).not.toContain("clause");
    expect(stops[2]).toEqual(["percent", "activity", "point", "ratio", "count", "person", "vnd"]);
    expect(stops[3]).toEqual(["2025", "every year"]);
    expect(stops[4]).toEqual([">=", "<=", "reach"]);
    expect(stops[6]).toEqual(["office", "union_office"]);
    const open = planFiles["plan.bdg"].replace("  clause I.2\n", "");
    expect(accepted(`${open}\n<|>`, "indicator", {}, { "plan.txt": planFiles["plan.txt"] })).toContain(
      "  clause  I.2\n  unit    percent\n",
    );
  });

  it("makes up no body, no document and no clause", () => {
    const text = accepted("<|>", "task");
    expect(text).not.toMatch(/lead|clause/);
    expect(accepted("<|>", "plan")).not.toContain("document");
    expect(accepted("<|>", "plan", {}, { "d/a, b.txt": "" })).toContain('document  "d/a, b.txt"');
  });

  it("offers the documents of the file's own folder first, and none that tells of a folder", () => {
    const others = { "README.md": "", "sub/a.txt": "", "z.docx": "" };
    const plan = offered("<|>", {}, others).find(({ label }) => label === "plan")!;
    expect(expandSnippet(plan.snippet!).stops.at(-1)).toEqual(["z.docx", "sub/a.txt"]);
  });

  it("is for a line of its own: before other words only the keyword is put", () => {
    expect(offered('<|> x "X"').every(({ snippet }) => snippet === null)).toBe(true);
    expect(offered("<|>  # later").some(({ snippet }) => snippet !== null)).toBe(true);
  });
});

describe("a statement's snippet", () => {
  it("puts the value where its neighbours have theirs, and leads on to what may follow", () => {
    const block = 'indicator a "A" {\n  unit      count\n  baseline  2021 = 1\n  <|>\n}\n';
    expect(accepted(block, "lead")).toBe(block.replace("<|>", "lead      "));
    expect(accepted(block.replace("<|>", "le<|>"), "lead")).toBe(block.replace("<|>", "lead      "));
    const vi = "chỉ tiêu a {\n  đơn vị tính  count\n  kỳ g<|>\n}\n";
    expect(accepted(vi, "kỳ gốc")).toBe("chỉ tiêu a {\n  đơn vị tính  count\n  kỳ gốc       \n}\n");
    expect(offered(block).find(({ label }) => label === "lead")!.leadsOn).toBe(true);
    expect(accepted('unit u "u" {\n  <|>\n}', "decimals")).toBe('unit u "u" {\n  decimals  \n}');
  });

  it("opens the quotation marks where a text follows", () => {
    expect(accepted("indicator a {\n  <|>\n}", "note")).toBe('indicator a {\n  note  ""\n}');
    expect(accepted("plan a {\n  <|>\n}", "signed")).toBe('plan a {\n  signed  "" ""\n}');
  });

  it("is only the keyword where nothing follows it, or something is there", () => {
    expect(offered("unit u {\n  <|>\n}").find(({ label }) => label === "whole")!.snippet).toBeNull();
    expect(
      offered("indicator a {\n  <|> 2025 = 1\n}").find(({ label }) => label === "measured")!.snippet,
    ).toBeNull();
  });
});

describe("the order", () => {
  const labels = (source: string, options: TestOptions = {}): readonly string[] =>
    offered(source, options).map(({ label }) => label);

  it("of an empty file is that of writing a plan", () => {
    expect(labels("<|>")).toEqual([
      "plan",
      "body",
      "indicator",
      "task",
      "unit",
      "dimension",
      "use",
      "report",
      "data",
    ]);
    expect(labels("<|>", { language: "vi" }).slice(0, 3)).toEqual(["kế hoạch", "cơ quan", "chỉ tiêu"]);
  });

  it("has no second plan first, and with a plan used the report", () => {
    const second = labels('plan p "P" { period 2021..2025 }\n\n<|>\n');
    expect(second[0]).toBe("body");
    expect(second.at(-1)).toBe("plan");
    expect(labels('use "plan.bdg"\n\n<|>\n')[0]).toBe("report");
  });

  it("of statements begins with what is not there", () => {
    const none = labels('indicator a "A" {\n  <|>\n}');
    expect(none.slice(0, 5)).toEqual(["clause", "unit", "baseline", "target", "measured"]);
    const some = labels('indicator a "A" {\n  clause I\n  unit count\n  target 2025 >= 1\n  <|>\n}');
    expect(some.slice(0, 3)).toEqual(["baseline", "measured", "formula"]);
    // What may be said again comes before what may not.
    expect(some.slice(-3)).toEqual(["target", "clause", "unit"]);
    // The one that is being typed is not there yet.
    expect(labels('unit u "u" {\n  whole<|>\n}')[0]).toBe("whole");
    expect(labels('unit u "u" {\n  whole\n  <|>\n}').at(-1)).toBe("whole");
    const open = labels('indicator a "A" {\n  clause I\n\n  <|>\n\nbody b "B"\n');
    expect(open[0]).toBe("unit");
  });
});

it("a snippet's words keep signs that mean something in one", () => {
  const words = "a$1}b\\c|d,e";
  expect(expandSnippet(snippetText([words, { text: words }, choice([words, "x"])!])).text).toBe(
    words.repeat(3),
  );
});

describe("the details", () => {
  it.each([
    ["use", "<|>", "Makes the names of another .bdg file visible here"],
    ["document", "plan a {\n  <|>\n}", "The signed text (.txt, .md, .docx)"],
    // A word that means different things in different blocks says what it means here.
    ["period", "plan a {\n  <|>\n}", "The years it is for"],
    ["period", 'data "x.csv" {\n  <|>\n}', "The period of the whole table, or the column with the period"],
    ["implements", "plan a {\n  <|>\n}", "The higher plan"],
    ["implements", "indicator a {\n  <|>\n}", "The higher plan's indicator that it serves"],
    ["unit", "<|>", "Declares a unit of measurement"],
    ["unit", "indicator a {\n  <|>\n}", "The unit of every value written without one"],
    [">=", "indicator a {\n  target 2025 <|>\n}", "at least"],
  ])("of %s in %j: %s", (label, source, detail) => {
    expect(offered(source).find((one) => one.label === label)?.detail).toBe(detail);
  });
});
