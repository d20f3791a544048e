import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalog } from "../../../server/src/diagnostics/catalog.ts";
import { keywordSpellings } from "../../../server/src/syntax/keywords.ts";
import { createDeclarationParser } from "../../../server/src/syntax/parse.ts";
import { scanDeclarations } from "../../../server/src/syntax/scanner.ts";

const reference = readFileSync(new URL("../../../docs/reference.md", import.meta.url), "utf8");
const problems = reference.slice(reference.indexOf("\n## Problems\n"));
const sections = [...problems.matchAll(/^### (\S+)$/gm)].map((match) => match[1] ?? "");

test("every problem in the catalog has a section, which its link in the editor opens, and no other has", () => {
  expect(sections).toEqual(Object.keys(catalog).sort());
});

test("every link inside the page leads to a heading", () => {
  const anchors = [...reference.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? "").toLowerCase().replaceAll(" ", "-"),
  );
  const links = [...reference.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1] ?? "");
  expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
});

test("every keyword's own spelling in both languages is on the page", () => {
  const code = [...reference.matchAll(/`[^`]+`|```[\s\S]*?```/g)].map((match) => match[0]).join("\n");
  const spellings = Object.values(keywordSpellings).flatMap((each): string[] => [...each.en, ...each.vi]);
  const missing = spellings.filter(
    (spelling) => !new RegExp(`(?<![\\p{L}\\p{M}])${spelling}(?![\\p{L}\\p{M}])`, "u").test(code),
  );
  expect(missing).toEqual([]);
});

/** Whole examples, and the targets of the tables put into an indicator; "…" stands for something left out. */
const examples = [
  ...[...reference.matchAll(/```bdg\n([\s\S]*?)```/g)].map((match) => match[1] ?? ""),
  ...[...reference.matchAll(/`((?:target|mục tiêu) [^`…]+)`/g)].map(
    (match) => `indicator a "" {\n  ${match[1]}\n}\n`,
  ),
];

test.each(examples)("an example reads without a problem: %s", (example) => {
  const parser = createDeclarationParser();
  expect(scanDeclarations(example).flatMap((declaration) => parser.parse(declaration).problems)).toEqual([]);
});
