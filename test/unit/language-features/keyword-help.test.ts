import { describe, expect, it } from "vitest";
import { keywordHelp } from "../../../server/src/language-features/keyword-help.ts";
import { type Keyword, keywordSpellings, keywords } from "../../../server/src/syntax/keywords.ts";
import { createDeclarationParser } from "../../../server/src/syntax/parse.ts";
import { statementKeywords } from "../../../server/src/syntax/syntax-words.ts";
import { createTestService } from "../../support/test-service.ts";

const parser = createDeclarationParser();

/** An example where it belongs: by itself, in the block whose lines begin like it, or in an indicator. */
function parses(example: string): boolean {
  const blocks = Object.keys(statementKeywords).map((block) =>
    block === "data" ? `data "x.csv" {\n${example}\n}` : `${block} x "X" {\n${example}\n}`,
  );
  return [example, ...blocks].some((text) => {
    const { declaration, problems } = parser.parse(text);
    return declaration !== null && problems.length === 0;
  });
}

describe.each(keywords.map((keyword): [Keyword] => [keyword]))("%s", (keyword) => {
  it.each(["en", "vi"] as const)("has a meaning and an example that parses and uses it (%s)", (language) => {
    const { meaning, example } = keywordHelp[keyword][language];
    expect(meaning).toMatch(/^\p{Lu}.*[.]$/u);
    expect(parses(example), example).toBe(true);
    const spellings: readonly string[] = [
      ...keywordSpellings[keyword].en,
      ...keywordSpellings[keyword].vi,
      "trên",
      "above",
    ];
    expect(spellings.some((spelling) => example.includes(spelling))).toBe(true);
  });

  it.each(["en", "vi"] as const)("is explained by a hover on it (%s)", (language) => {
    const { example } = keywordHelp[keyword][language];
    for (const spelling of keywordSpellings[keyword][language]) {
      const at = new RegExp(`(?<=^|[^\\p{L}])${spelling}(?=$|[^\\p{L}])`, "u").exec(example)?.index;
      if (at === undefined) continue;
      const isDeclaration = parser.parse(example).declaration !== null;
      const block = ["indicator", "plan", "unit", "task", "data"].find((one) => {
        const head = one === "data" ? 'data "x.csv" {' : `${one} x "X" {`;
        const parsed = parser.parse(`${head}\n${example}\n}`);
        return parsed.declaration !== null && parsed.problems.length === 0;
      });
      const inBlock = !isDeclaration && block !== undefined;
      const head = block === "data" ? 'data "x.csv" {' : `${block} x "X" {`;
      const { service } = createTestService(
        { "x.bdg": inBlock ? `${head}\n${example}\n}` : example },
        { language },
      );
      const position = { line: inBlock ? 1 : 0, character: at };
      const hover = service.hover("x.bdg", position, { images: false, commandLinks: false });
      expect(hover?.markdown, `${spelling} in ${example}`).toContain(keywordHelp[keyword][language].meaning);
      return;
    }
  });
});

it("says of every statement and declaration whether it must be there", () => {
  const statements = new Set(Object.values(statementKeywords).flat());
  for (const keyword of statements) {
    for (const language of ["en", "vi"] as const) expect(keywordHelp[keyword][language].need).not.toBe("");
  }
});
