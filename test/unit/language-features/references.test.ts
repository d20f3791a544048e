import { describe, expect, it } from "vitest";
import { textIn } from "../../support/markers.ts";
import { createTestService } from "../../support/test-service.ts";
import { planFiles } from "./plan-fixture.ts";

/** The references from the one `<|>` are exactly the `<|…|>` of all files, in their order. */
function expectMarked(sources: Readonly<Record<string, string>>, includeDeclaration: boolean): void {
  const { service, marked, log } = createTestService(sources);
  const [path, from] = [...marked].find(([, { cursors }]) => cursors.length > 0)!;
  const found = service.references(path, from.cursors[0]!, includeDeclaration);
  const wanted = [...marked].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(found).toEqual(
    wanted.flatMap(([file, { ranges }]) => ranges.map((range) => ({ path: file, range }))),
  );
  expect(found.length).toBeGreaterThan(0);
  expect(log).toEqual([]);
}

describe("every place that names", () => {
  it("an indicator, in its own file and in those that use it", () => {
    expectMarked(
      {
        "a.bdg": `plan p { period 2021..2025 }
indicator <|x<|>|> "X" { unit count; measured 2024 = 1 }
indicator y "Y" { unit count; formula = <|x|> + <|x|> * 2 }
task t "T" { serves <|x|>, y }
unit x2 "x"
`,
        "b.bdg": 'use "a.bdg"\nreport 2024 { <|x|> = 1; y = 2 }\n',
        "c.bdg":
          'use "a.bdg" as a\nindicator x "own" { unit count; implements a.<|x|> }\nreport 2024 { x = 1; a.<|x|> = 2 }\n',
        "d.bdg": "report 2024 { x = 1 }\n",
      },
      true,
    );
  });

  it("a body, without its declaration, from a mention", () => {
    expectMarked(
      {
        "a.bdg": `body office "O"
body part "P" in <|office|>
plan p { by <|office|> }
indicator i "I" { lead <|o<|>ffice|>, part; with <|office|> }
`,
      },
      false,
    );
  });

  it("a unit, the built-in ones too", () => {
    expectMarked(
      {
        "a.bdg":
          'unit <|<|>u|> "u"\nunit v "v" { scale 2 <|u|> }\nindicator i "I" { unit <|u|>; target 2025 >= 3 <|u|> }\n',
      },
      true,
    );
    expectMarked({ "a.bdg": "indicator i { unit <|per<|>cent|>; target 2025 >= 3<|%|> }\n" }, true);
  });

  it("a category, with and without its dimension", () => {
    expectMarked(
      {
        "a.bdg": `dimension sex { <|f<|>emale|> "Nữ"  male "Nam" }
dimension other { male "M" }
indicator i "I" { unit count; measured 2024 for <|female|> = 1; target 2025 for sex.<|female|>, sex.male >= 1 }
`,
      },
      true,
    );
  });

  it("a plan and a task", () => {
    expectMarked(
      { "a.bdg": "plan <|top<|>|> {}\n", "b.bdg": 'use "a.bdg" as a\nplan low { implements a.<|top|> }\n' },
      true,
    );
    expectMarked({ "a.bdg": "task <|t<|>|> {}\n" }, true);
  });

  it("a name of decomposed letters", () => {
    const nfd = "chỉ_số".normalize("NFD");
    expectMarked(
      { "a.bdg": `chỉ tiêu <|${nfd}<|>|> "X" {}\r\nnhiệm vụ t { phục vụ <|chỉ_số|>, <|${nfd}|> }\r\n` },
      true,
    );
  });
});

describe("every citation of a clause", () => {
  const citing = `plan p { document "d.txt"; aside <|I.1|> "elsewhere" }
indicator i { clause <|I<|>.1|> "đến năm 2025", I.2 }
task t { clause <|I.1/1|>, <|I.1.|> }
`;

  it("from an address; the paragraph of a clause is the clause's", () => {
    const { service, marked } = createTestService({
      ...planFiles,
      "d.txt": planFiles["plan.txt"],
      "a.bdg": citing.replace("I.1.|>", "I.1|>"),
    });
    const { cursors, ranges } = marked.get("a.bdg")!;
    expect(service.references("a.bdg", cursors[0]!, true).map(({ range }) => range)).toEqual(ranges);
  });

  it("from the document itself", () => {
    const { service, marked } = createTestService(planFiles);
    const found = service.references("plan.txt", { line: 7, character: 10 }, false);
    expect(found.map(({ path, range }) => [path, textIn(marked.get(path)!.text, range)])).toEqual([
      ["plan.bdg", "I.2"],
    ]);
    expect(service.references("plan.txt", { line: 0, character: 0 }, false)).toEqual([]);
  });
});
