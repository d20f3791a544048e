import { describe, expect, it } from "vitest";
import { textIn } from "../../support/markers.ts";
import { createTestService } from "../../support/test-service.ts";
import { document, planFiles } from "./plan-fixture.ts";

function at(source: string, path = "a.bdg", others: Readonly<Record<string, string>> = {}) {
  const { service, marked, log } = createTestService({ [path]: source, ...others });
  const { text, cursors, ranges } = marked.get(path)!;
  return { service, text, cursors, ranges, log, cursor: cursors[0]! };
}

describe("highlights", () => {
  it("are the places of this file, the declaration as a write", () => {
    const source = `body <|a|> "A"
body b "a" in <|a<|>|>
task t "T" { lead <|a|>, b }
`;
    const { service, cursor, ranges } = at(source, "a.bdg", { "b.bdg": 'use "a.bdg"\nbody c "C" in a\n' });
    expect(service.documentHighlights("a.bdg", cursor)).toEqual(
      ranges.map((range, i) => ({ range, kind: i === 0 ? "write" : "read" })),
    );
  });

  it("of a prefix are where it is given and before the dots", () => {
    const { service, cursor, ranges } = at(
      'use "b.bdg" as <|p|>\nbody x "X" in <|<|>p|>.c\nbody p "P"\ntask t "T" { lead p }\n',
      "a.bdg",
      { "b.bdg": 'body c "C"\n' },
    );
    expect(service.documentHighlights("a.bdg", cursor).map(({ range }) => range)).toEqual(ranges);
  });
});

describe("search in the workspace", () => {
  const { service } = createTestService(planFiles);
  const found = (query: string) => service.workspaceSymbols(query).map(({ kind, name }) => `${kind} ${name}`);

  it("finds names and titles with or without diacritics, the name's beginning first", () => {
    expect(found("tuyen truyen")).toContain("indicator awareness");
    expect(found("Tuyên truyền")).toEqual(found("tuyen truyen"));
    expect(found("LEAD")[0]).toBe("indicator leaders");
    expect(found("office")).toEqual(["body office", "body union_office"]);
    expect(found("nu")).toContain("category female");
    expect(found("zzz")).toEqual([]);
  });

  it("finds clauses by their address and their words", () => {
    expect(found("hang nam to chuc")).toEqual(["clause I.2"]);
    const [clause] = service.workspaceSymbols("I.2");
    expect(textIn(document, clause!.range)).toBe("Hằng năm tổ chức ít nhất 01 hoạt động tuyên truyền.");
  });

  it("lists every name where nothing is typed, and no clause", () => {
    expect(found("")).toHaveLength(10);
    expect(found("").join()).not.toContain("clause");
  });
});

describe("folding", () => {
  it("folds blocks up to their brace, runs of comments and regions, nested ones too", () => {
    const { service } = at(`# one
# two

# region A
# alone

# region B
indicator x "X" {
  # in
  # side
  unit count
}
# endregion
task t "T" { due 2025 }
# endregion

# endregion
# region open
task u "U" {
  due 2025
`);
    expect(service.foldingRanges("a.bdg")).toEqual([
      { kind: "comment", startLine: 0, endLine: 1 },
      { kind: "region", startLine: 3, endLine: 14 },
      { kind: "region", startLine: 6, endLine: 12 },
      { kind: "block", startLine: 7, endLine: 10 },
      { kind: "comment", startLine: 8, endLine: 9 },
      { kind: "block", startLine: 18, endLine: 19 },
    ]);
  });
});

describe("growing selection", () => {
  it("goes from the word over value, statement and declaration to the file", () => {
    const { service, cursor, text } = at(
      'body a "A"\n\nindicator x "X" {\n  unit percent\n  measured 2024 = 9 of 2<|>0 "E"\n}\n',
    );
    const grown = service.selectionRanges("a.bdg", cursor).map((range) => textIn(text, range));
    expect(grown).toEqual([
      "20",
      "9 of 20",
      'measured 2024 = 9 of 20 "E"',
      'indicator x "X" {\n  unit percent\n  measured 2024 = 9 of 20 "E"\n}',
      text,
    ]);
  });

  it("takes a text without its quotation marks first", () => {
    const { service, cursor, text } = at('body a "Sở N<|>ội vụ"\n');
    const grown = service.selectionRanges("a.bdg", cursor).map((range) => textIn(text, range));
    expect(grown).toEqual(["Sở Nội vụ", '"Sở Nội vụ"', 'body a "Sở Nội vụ"', text]);
  });
});

describe("semantic tokens", () => {
  const words = (source: string, others: Readonly<Record<string, string>> = {}) => {
    const { service, text } = at(source, "a.bdg", others);
    return service.semanticTokens("a.bdg").map(({ line, character, length, kind, isDeclaration }) => {
      const range = { start: { line, character }, end: { line, character: character + length } };
      return `${kind}${isDeclaration ? "!" : ""} ${textIn(text, range)}`;
    });
  };

  it("say what each word is, a keyword as a name included", () => {
    const source = `# about
indicator target "T" {
  clause II.1 "w"
  unit %
  target 2025 for sex.nữ >= 3 u # c
  formula = p.x / 2
}
dimension sex "S" { nữ "Nữ" }
`;
    expect(words(`use "b.bdg" as p\n${source}`, { "b.bdg": "" })).toEqual([
      ...["keyword use", 'string "b.bdg"', "keyword as", "prefix! p", "comment # about"],
      ...[
        "keyword indicator",
        "indicator! target",
        'string "T"',
        "keyword clause",
        "clause II.1",
        'string "w"',
      ],
      ...["keyword unit", "unit %", "keyword target", "period 2025", "keyword for", "dimension sex"],
      ...["category nữ", "number 3", "unit u", "comment # c", "keyword formula", "prefix p", "indicator x"],
      ...["number 2", "keyword dimension", "dimension! sex", 'string "S"', "category! nữ", 'string "Nữ"'],
    ]);
  });

  it("stay in the order of the file and do not overlap, also where it is broken", () => {
    const { service } = at('indicator x "open {\n target 2025\n} } "\n# c\n9 of\n');
    let last = { line: 0, end: 0 };
    for (const { line, character, length } of service.semanticTokens("a.bdg")) {
      expect(length).toBeGreaterThan(0);
      expect(line > last.line || (line === last.line && character >= last.end)).toBe(true);
      last = { line, end: character + length };
    }
  });
});

describe("trees of formulas and of plans", () => {
  const files = {
    "b.bdg": 'plan top "T" { period 2021..2025 }\nindicator sum "S" { unit count }\n',
    "c.bdg": 'use "a.bdg"\nindicator z "Z" { unit count; formula = y + y }\ntask t "T" { serves y }\n',
  };
  const source = `use "b.bdg" as b
plan <|>low "L" { period 2021..2025; implements b.top }
indicator <|>x "X" { unit count; implements b.sum }
indicator <|>y "Y" { unit count; formula = x * 2 + x / b.sum }
`;
  const { service, cursors } = at(source, "a.bdg", files);
  const [low, x, y] = cursors;

  it("follow formulas in and out, each once with its places", () => {
    const incoming = service.incomingCalls("a.bdg", x!);
    expect(incoming.map(({ item, ranges }) => `${item.name} ${ranges.length}`)).toEqual(["y 2"]);
    const outgoing = service.outgoingCalls("a.bdg", y!);
    expect(outgoing.map(({ item, ranges }) => `${item.path} ${item.name} ${ranges.length}`)).toEqual([
      "a.bdg x 2",
      "b.bdg sum 1",
    ]);
    expect(service.incomingCalls("a.bdg", y!).map(({ item }) => item.name)).toEqual(["z"]);
    expect(service.callItem("a.bdg", low!)).toBe(undefined);
    const item = service.callItem("a.bdg", y!)!;
    expect([item.name, item.title, textIn(service.textOf("a.bdg")!, item.selection)]).toEqual([
      "y",
      "Y",
      "y",
    ]);
  });

  it("follow implements up and down, for plans and for indicators", () => {
    expect(service.supertypes("a.bdg", x!).map(({ name }) => name)).toEqual(["sum"]);
    expect(service.supertypes("a.bdg", low!).map(({ name }) => name)).toEqual(["top"]);
    expect(service.subtypes("b.bdg", { line: 1, character: 10 }).map(({ name }) => name)).toEqual(["x"]);
    expect(service.subtypes("b.bdg", { line: 0, character: 5 }).map(({ name }) => name)).toEqual(["low"]);
    expect(service.typeItem("a.bdg", x!)?.name).toBe("x");
  });

  it("lead from a clause, cited or in its document, to who cites it, and from a name to who implements it", () => {
    const plan = createTestService({
      ...planFiles,
      "other.bdg": 'use "plan.bdg"\ntask other "O" { clause I.1 }\n',
    }).service;
    const lines = plan.textOf("plan.bdg")!.split("\n");
    const line = lines.findIndex((one) => one.includes("clause   I.1"));
    const names = (found: readonly { readonly path: string; readonly range: never }[]) =>
      found.map(({ path, range }) => textIn(plan.textOf(path)!, range));
    const cited = plan.implementation("plan.bdg", { line, character: lines[line]!.indexOf("I.1") });
    expect(names(cited as never).sort()).toEqual(["leaders", "other"]);
    const place = document.split("\n").findIndex((one) => one.startsWith("2. "));
    expect(names(plan.implementation("plan.txt", { line: place, character: 5 }) as never)).toEqual([
      "awareness",
    ]);
    expect(service.implementation("b.bdg", { line: 1, character: 10 })).toHaveLength(1);
  });
});
