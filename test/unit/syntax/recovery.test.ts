import { describe, expect, it } from "vitest";
import type { Statement } from "../../../server/src/syntax/ast.ts";
import { scanDeclarations } from "../../../server/src/syntax/scanner.ts";
import { parser, parseText, samples, withoutPlaces } from "../../support/trees.ts";

/** What is left of a declaration's statements: their kinds, the broken ones included. */
const kinds = (text: string) => parser.parse(text).declaration?.statements.map((one) => one.kind);
const codes = (text: string) => parser.parse(text).problems.map((problem) => problem.code);

describe("someone in the middle of typing a line keeps the others", () => {
  const around = (line: string) =>
    `indicator x "X" {\n  clause II.1\n  unit percent\n${line}\n  measured 2022 = 9 of 20\n  lead so\n}`;

  it.each([
    ["t", "unknown-statement"],
    ["tar", "unknown-statement"],
    ["target", "syntax-error"],
    ["target 2025", "syntax-error"],
    ["target 2025..", "syntax-error"],
    ["target 2025 reach", "syntax-error"],
    ["target 2025 >=", "syntax-error"],
    ["target 2025 >= 60% for", "unexpected-text"],
    ["target 2025 >= 60 5", "unexpected-text"],
    ["target 2025 for", "syntax-error"],
    ["target 2025 between 3", "syntax-error"],
    ["target 2025 between 3 and", "syntax-error"],
    ["target every", "syntax-error"],
    ["target every month in", "syntax-error"],
    ["target total", "syntax-error"],
    ["target 2021-2030 >= 3", "invalid-period"],
    ["target 2025-Q7 >= 3", "invalid-period"],
    ["target 2025 >= 1.234.567", "invalid-number"],
    ["baseline", "syntax-error"],
    ["baseline 2021", "syntax-error"],
    ["baseline 2021 =", "syntax-error"],
    ["measured 2023 = 9 of", "syntax-error"],
    ["measured 2023: 5%", "misplaced-colon"],
    ["lead: a", "misplaced-colon"],
    ["target 2025 reach 60% or", "unexpected-text"],
    ["target 2025 reach reach 60%", "syntax-error"],
    ["target 2025 at most 60% or more", "unexpected-text"],
    ['measured 2023 = 9 "BC', "unclosed-text"],
    ["measured 2023 = “x”", "curly-quotes"],
    ["formula", "syntax-error"],
    ["formula =", "syntax-error"],
    ["formula = a +", "syntax-error"],
    ["formula = (a + b", "syntax-error"],
    ["clause", "syntax-error"],
    ["clause II.1,", "syntax-error"],
    ["lead", "syntax-error"],
    ["lead a,", "syntax-error"],
    ["lead a.", "syntax-error"],
    ["with", "syntax-error"],
    ["note", "syntax-error"],
    ['note "', "unclosed-text"],
    ["on track from", "syntax-error"],
    ["path", "syntax-error"],
    ["aggregate", "syntax-error"],
    ["explain 2025", "syntax-error"],
    ["implements", "syntax-error"],
    ["due 2025", "unknown-statement"],
    ["= 5", "unknown-statement"],
    ['"x"', "unknown-statement"],
    ["2025 = 3", "unknown-statement"],
    ["đơn vị tinh %", "unknown-statement"],
    ["@", "unexpected-character"],
    ["x { y { z } }", "unknown-statement"],
    ["x { y\n z }", "unknown-statement"],
    ["target 2025 >= 3 { note }", "unexpected-text"],
    ["; ; ;", undefined],
  ])("%j", (line, code) => {
    const text = around(`  ${line}`);
    const left = kinds(text)!;
    expect(left.slice(0, 2), "above").toEqual(["clause", "unit"]);
    expect(left.slice(-2), "below").toEqual(["measured", "lead"]);
    expect(left.length).toBeLessThanOrEqual(5);
    if (code === undefined) expect(codes(text)).toEqual([]);
    else expect(codes(text)).toContain(code);
    // One slip is one problem, or two where the lexer has something to say too.
    expect(codes(text).length).toBeLessThanOrEqual(2);
  });
});

describe("a head in the middle of being typed keeps its block", () => {
  const block = "{\n  unit percent\n  lead so\n}";

  it.each([
    [`indicator ${block}`, "syntax-error"],
    [`indicator "X" ${block}`, "syntax-error"],
    [`indicator x X ${block}`, "syntax-error"],
    [`indicator nữ lãnh đạo ${block}`, "syntax-error"],
    [`indicator x "X ${block}`, "unclosed-text"],
    [`indicator x “X” ${block}`, "curly-quotes"],
    [`indicator x "X"\n${block}`, undefined],
    [`indicator x "X" {\n  unit percent\n  lead so\n`, "unclosed-block"],
    [`indicator x "X" ${block} }`, "unexpected-text"],
    [`indicator x "X" ${block}\n}`, "unexpected-text"],
    [`indicator kế hoạch "X" ${block}`, "name-of-several-words"],
  ])("%j", (text, code) => {
    expect(parser.parse(text).declaration?.kind).toBe("indicator");
    if (!text.includes('"X {')) expect(kinds(text)).toEqual(["unit", "lead"]);
    if (code === undefined) expect(codes(text)).toEqual([]);
    else expect(codes(text)).toContain(code);
  });

  it("a word that begins no declaration is said to, with the one that may be meant", () => {
    const [problem] = parser.parse('indicatr x "X" {\n unit %\n}').problems;
    expect(problem!.code).toBe("unknown-declaration");
    expect(problem!.data?.nearest).toBe("indicator");
  });
});

describe("a broken declaration never touches its neighbours", () => {
  for (const { path, text } of samples) {
    const parts = scanDeclarations(text);

    it(`${path}: cut off anywhere, each leaves all others as they are`, () => {
      for (const [i, part] of parts.entries()) {
        // Before the part, one neighbour is enough: what is above never depends on what is below.
        const above = parts[i - 1] ?? "";
        const below = parts.slice(i + 1);
        const codeStart = part.search(/^[^\s#]/m);
        for (let cut = codeStart + 1; cut < part.length; cut += 1) {
          const left = part.slice(0, cut);
          const end = left.endsWith("\n") ? "" : "\n";
          const scanned = scanDeclarations(`${above}${left}${end}${below.join("")}`);
          // Blank lines that were left behind may go with the declaration below; nothing else does.
          const after = below.length > 0 ? scanned.slice(-below.length) : [];
          if (after.join("").trimStart() !== below.join("").trimStart() || (above && scanned[0] !== above)) {
            expect(scanned, JSON.stringify(left)).toEqual([above, left, ...below]);
          }
        }
      }
    });

    it(`${path}: with a line cut off anywhere, each declaration keeps its other lines`, () => {
      for (const part of parts) {
        const whole = parser.parse(part);
        for (const [index, statement] of (whole.declaration?.statements ?? []).entries()) {
          const others = withoutIndex(whole.declaration!.statements, index);
          for (let cut = statement.start + 1; cut < statement.end; cut += 1) {
            if (part[cut] === "\n" || part.slice(statement.start, cut).includes("\n")) break;
            const broken = part.slice(0, cut) + part.slice(endOfLine(part, statement.end));
            const left = parser.parse(broken).declaration?.statements ?? [];
            const kept = left.length > others.length ? withoutIndex(left, index) : left;
            if (JSON.stringify(withoutPlaces(kept)) !== JSON.stringify(withoutPlaces(others))) {
              expect(withoutPlaces(kept), broken).toEqual(withoutPlaces(others));
            }
          }
        }
      }
    });
  }

  const blocks = samples.flatMap(({ path, text }) =>
    scanDeclarations(text).flatMap((part) => {
      const head = /^(?![\s#]).*\{(?=[ \t]*\r?$)/m.exec(part)?.[0];
      // What stands behind the block goes with what is declared next.
      return head === undefined
        ? []
        : [{ path, part: `${part.slice(0, part.lastIndexOf("}") + 1)}\n`, head }];
    }),
  );

  it.each([
    ["the opening brace", (head: string) => head.slice(0, -1), ["unopened-block"]],
    ["the mark that closes its title", (head: string) => head.replace(/"(?=\s*\{$)/, ""), ["unclosed-text"]],
    ["both", (head: string) => head.replace(/"?\s*\{$/, ""), expect.arrayContaining(["unopened-block"])],
  ])("a block without %s keeps all its lines, and others theirs", (_, spoil, problems) => {
    expect(blocks.length).toBeGreaterThan(20);
    for (const { part, head } of blocks) {
      const spoiled = part.replace(head, () => spoil(head));
      if (spoiled === part) continue;
      const after = 'unit luot "lượt"\n';
      expect(scanDeclarations(`${spoiled}${after}`), spoiled).toEqual([spoiled, after]);
      const parsed = parser.parse(spoiled);
      expect(
        parsed.problems.map(({ code }) => code),
        spoiled,
      ).toEqual(problems);
      const statements = (text: string) => withoutPlaces(parser.parse(text).declaration?.statements ?? []);
      expect(statements(spoiled), spoiled).toEqual(statements(part));
    }
  });

  it("a block without its opening brace ends where its lines do, and never takes a declaration in", () => {
    const cut = (text: string) => scanDeclarations(text).map((part) => part.trim().split("\n").length);
    expect(cut('indicator b "B"\n  unit x\n  target 2024 >= 5\n}\nunit x "X" {\n  whole\n}\n')).toEqual([
      4, 3,
    ]);
    expect(cut('indicator b "B"\n  unit x\n  target 2024 >= 5\nunit x "X"\nbody s "S"\n')).toEqual([3, 1, 1]);
    expect(cut('  unit a "A"\n  unit b "B"\n  indicator c "C" {\n  }\n')).toEqual([1, 1, 2]);
    expect(cut('unit a "A"\n  indicator c "C" {\n    unit a\n  }\n')).toEqual([1, 3]);
  });

  it.each([
    ["a comma", 'indicator y "Y",\n  unit percent\n  target 2025 >= 5%\n}\n', ["unexpected-text"]],
    ["no name", "indicator\n  unit percent\n}\n", ["unopened-block", "syntax-error"]],
    ["tabs", '  indicator x "X"\n\tunit percent\n\ttarget 2025 >= 5%\n', ["unopened-block"]],
    [
      "braces inside",
      'indicator x "X"\n  target 2025 >= 5% {\n  }\n  lead a\n}\n',
      ["unopened-block", "unexpected-text"],
    ],
    ["a keyword inside", 'dimension d "D"\n  a "A"\n  task b "B"\n  c "C"\n}\n', ["unopened-block"]],
    ["comments between", 'unit x "X"  # a\n\n  # b\n  whole\n', ["unopened-block"]],
    ["a brace below", 'unit x "X"\n\n  # b\n  {\n  whole\n}\n', []],
    ["its title below", 'indicator x # a\n\n  # b\n  "X" {\n  unit percent\n}\n', []],
    ["its title and its brace below", 'indicator x\n"X"\n{\n  unit percent\n}\n', []],
    ["its title below and no brace", 'indicator x\n  "X"\n  unit percent\n', ["unopened-block"]],
  ])("with %s the block stays in its declaration", (_, text, codes) => {
    for (const eol of ["\n", "\r\n", "\r"]) {
      const source = text.replaceAll("\n", eol);
      const after = `body s "S"${eol}`;
      expect(scanDeclarations(source + after)).toEqual([source, after]);
      expect(parser.parse(source).problems.map(({ code }) => code)).toEqual(codes);
    }
  });

  it("a text below a head that has its title is none of it", () => {
    for (const head of ['indicator x "X"\n', 'indicator x "X" {\n}\n', 'use "a.bdg"\n'])
      expect(scanDeclarations(`${head}"stray"\n`)).toEqual([head, '"stray"\n']);
  });

  it("a missing brace is reported at the block that lacks it, once", () => {
    const text = 'indicator x "X" {\n  unit percent\n\nindicator y "Y" {\n  unit percent\n}\nbody so "Sở"\n';
    const parsed = parseText(text);
    expect(parsed.map((one) => one.problems.map((problem) => problem.code))).toEqual([
      ["unclosed-block"],
      [],
      [],
    ]);
  });
});

function withoutIndex(statements: readonly Statement[], index: number): readonly Statement[] {
  return statements.filter((_, i) => i !== index);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
