import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxLineLength, maxNesting, maxOperations } from "../../../server/src/limits.ts";
import type { ParsedDeclaration } from "../../../server/src/syntax/parse.ts";
import { printDeclaration } from "../../../server/src/syntax/printer.ts";
import { scanDeclarations } from "../../../server/src/syntax/scanner.ts";
import { lines, snippets } from "../../support/edits/edit-cases.ts";
import { keepCase, keptCases } from "../../support/kept-cases.ts";
import { propertyRuns } from "../../support/runs.ts";
import { createTestService } from "../../support/test-service.ts";
import { parser, samples } from "../../support/trees.ts";

/** Every place in a tree and in its problems lies inside the text, in the right order. */
function expectInside({ text, declaration, problems, comments }: ParsedDeclaration): void {
  const check = (node: unknown): void => {
    if (node === null || typeof node !== "object") return;
    const { start, end } = node as { start?: number; end?: number };
    if (start !== undefined && !(start >= 0 && end! >= start && end! <= text.length)) {
      expect.fail(`${start}..${end} is not in ${JSON.stringify(text)}`);
    }
    for (const value of Object.values(node)) check(value);
  };
  check(declaration);
  check(comments);
  check(problems.map((problem) => problem.span));
}

function parseInside(text: string): void {
  const parsed = parser.parse(text);
  expectInside(parsed);
  if (parsed.declaration)
    for (const language of ["en", "vi"] as const) printDeclaration(parsed.declaration, language);
}

describe("whatever is typed, parsing answers, with places inside the text", () => {
  it.each(samples)(
    "every prefix, suffix and single deletion of each declaration of $path",
    { timeout: 60_000 },
    ({ text }) => {
      for (const part of scanDeclarations(text)) {
        for (let i = 0; i < part.length; i += 1) {
          parseInside(part.slice(0, i));
          parseInside(part.slice(i));
          parseInside(part.slice(0, i) + part.slice(i + 1));
        }
      }
    },
  );

  const periods = ["quý ", "I/2025 ", "6 tháng đầu năm ", "in ", "năm 2025", "report ", "measured ", " - "];
  const anyText = fc.oneof(
    fc.array(fc.nat(0xffff), { maxLength: 80 }).map((codes) => String.fromCharCode(...codes)),
    fc.array(fc.nat(0x7f), { maxLength: 80 }).map((codes) => String.fromCharCode(...codes)),
    fc
      .array(
        fc.constantFrom(
          ...snippets,
          ...lines,
          ...periods,
          "\0",
          "\ud800",
          "\udc00",
          "indicator x {",
          "formula = ",
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join("")),
  );

  it.each(keptCases<string>("text"))("$file", ({ value }) => {
    for (const part of scanDeclarations(value)) parseInside(part);
    const { service, log } = createTestService({ "a.bdg": value });
    service.problemsOf("a.bdg");
    service.judgement();
    expect(log).toEqual([]);
  });

  /** Runs a property over texts; in a long run what fails is kept. */
  function forEveryText(perPush: number, check: (text: string) => void): void {
    const result = fc.check(fc.property(anyText, check), propertyRuns(perPush));
    if (result.failed) keepCase("text", result.seed, result.counterexample?.[0]);
    if (result.failed) throw new Error(fc.defaultReportMessage(result), { cause: result.errorInstance });
  }

  it("random text, lone surrogates and NULs", { timeout: 300_000 }, () => {
    forEveryText(10_000, (text) => {
      const parts = scanDeclarations(text);
      expect(parts.join("")).toBe(text);
      for (const part of parts) parseInside(part);
    });
  });

  it("and a program checks, with nothing in the log", { timeout: 300_000 }, () => {
    const { service, log } = createTestService({});
    forEveryText(2_000, (text) => {
      service.setFile("a.bdg", text);
      expect(service.textOf("a.bdg")).toBe(text);
      const count = text.split(/\r\n|\r|\n/).length;
      for (const { range } of service.problemsOf("a.bdg")) {
        expect(range.start.line).toBeGreaterThanOrEqual(0);
        expect(range.end.line).toBeLessThan(count);
      }
      service.judgement();
      expect(log).toEqual([]);
    });
  });
});

describe("what is built to hurt", () => {
  const inIndicator = (line: string) => `indicator x "X" {\n  unit percent\n  ${line}\n}\nbody so "Sở"\n`;

  /** Checks a text in a real service; answers the codes of its problems. */
  function check(text: string): string[] {
    const { service, log } = createTestService({ "a.bdg": text });
    const codes = service.problemsOf("a.bdg").map((problem) => problem.code);
    service.judgement();
    expect(log).toEqual([]);
    return codes;
  }

  it.each([
    ["braces", "{".repeat(20_000)],
    ["pairs of braces", "{}".repeat(20_000)],
    ["closing braces", "}".repeat(20_000)],
    ["parentheses", `formula = ${"(".repeat(20_000)}`],
    ["closed parentheses", `formula = ${"(".repeat(5_000)}a${")".repeat(5_000)}`],
    ["operands", `formula = a${" + a".repeat(15_000)}`],
    ["factors", `formula = a${" * a".repeat(15_000)}`],
    ["names", `lead a${", a".repeat(15_000)}`],
    ["addresses", `clause II.1${", II.1".repeat(8_000)}`],
    ["an unclosed text of backslashes", `note "${"\\".repeat(60_000)}`],
    ["an unclosed text of quotation marks", `note ${'"\\'.repeat(30_000)}`],
    ["curly marks", "“".repeat(30_000)],
    ["numbers with points", `target 2025 >= ${"1.".repeat(30_000)}1`],
    ["groups", `target 2025 >= 1${"_000".repeat(15_000)}`],
    ["an address of dots", `clause ${"I.".repeat(30_000)}`],
    ["beginnings of a keyword", "cơ quan ban ".repeat(5_000)],
    ["blanks", " ".repeat(65_000)],
    ["comments", "#".repeat(65_000)],
    ["combining marks", `a${"\u0301".repeat(60_000)}`],
    ["nothing that means anything", "@".repeat(60_000)],
    ["dots", ".".repeat(60_000)],
    ["commas", ",".repeat(60_000)],
    ["words before a period", `target ${"in ".repeat(20_000)}`],
    ["words of a period", `measured ${"quý 1 năm ".repeat(6_000)}`],
    ["many lines", "target 2025 >= 60%\n".repeat(5_000)],
  ])("%s: answers soon, and what stands below is kept", { timeout: 20_000 }, (_, line) => {
    const started = performance.now();
    const { service, log } = createTestService({ "a.bdg": inIndicator(line) });
    service.problemsOf("a.bdg");
    service.judgement();
    expect(log).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("blocks nested deeper than the limit are cut there, not at it", () => {
    const nested = (depth: number) => `indicator x "X" ${"{ y ".repeat(depth)}${"}".repeat(depth)}`;
    expect(check(nested(maxNesting))).not.toContain("nesting-too-deep");
    expect(check(nested(maxNesting + 1))).toEqual(["missing-unit", "unknown-statement", "nesting-too-deep"]);
  });

  it("parentheses nested deeper than the limit are cut there, not at it", () => {
    const nested = (depth: number) => inIndicator(`formula = ${"(".repeat(depth)}1${")".repeat(depth)}`);
    expect(check(nested(maxNesting))).toEqual([]);
    expect(check(nested(maxNesting + 1))).toEqual(["nesting-too-deep"]);
  });

  it.each([
    ["on one line", "; "],
    ["on lines of their own", "\n"],
  ])("what is nested too deep costs its statement, and none of the others %s", (_, end) => {
    const formula = `formula = ${"(".repeat(100)}1${")".repeat(100)} * 2`;
    const text = `indicator x "X" { ${["unit count", formula, "target 2023 >= 5", 'note "("'].join(end)} }`;
    const { declaration, problems } = parser.parse(text);
    expect(problems.map(({ code }) => code)).toEqual(["nesting-too-deep"]);
    expect(declaration!.statements.map(({ kind }) => kind)).toEqual(["unit", "formula", "target", "note"]);
    expect(check(text)).toEqual(["nesting-too-deep", "target-no-data"]);
  });

  it("a block that is nested too deep ends at its own brace, not at one in a text or a comment", () => {
    const depth = maxNesting + 10;
    const inside = `${"{ y ".repeat(depth)} "}" # }\n${"}".repeat(depth)}`;
    const { declaration, problems } = parser.parse(`indicator x "X" {\n z ${inside}\n lead so\n}`);
    expect(problems.map(({ code }) => code)).toEqual(["nesting-too-deep", "unknown-statement"]);
    expect(declaration!.statements.map(({ kind }) => kind)).toEqual(["broken", "lead"]);
  });

  it("a formula of as many operations as the limit is read, of one more its end is refused", () => {
    const sum = (operations: number) => inIndicator(`formula = 1${" + 1".repeat(operations)}`);
    expect(check(sum(maxOperations))).toEqual([]);
    expect(check(sum(maxOperations + 1))).toEqual(["unexpected-text"]);
  });

  it("a line of the limit is read, one longer is not, and says so", () => {
    const line = (length: number) => `body so "${"x".repeat(length - 'body so ""'.length)}"`;
    expect(check(line(maxLineLength))).toEqual([]);
    expect(check(`${line(maxLineLength + 1)}\nbody b "B"\nbody c "C" in b`)).toEqual(["line-too-long"]);
  });

  it("a comment of any length costs nothing", () => {
    const comment = `# ${"x".repeat(10 * maxLineLength)}`;
    const late = 'indicator x "X" { unit percent; target 2023 >= 5';
    expect(check(`${comment}\n${late} ${comment}\n}\n${comment}`)).toEqual(["target-no-data"]);
    expect(check(`${late}; note "#" }   ${comment}\nbody b "B"`)).toEqual(["target-no-data"]);
  });

  it("a line that is too long is reported where it stands", () => {
    const { service } = createTestService({
      "a.bdg": `# one\n\nindicator x "X" {\n  unit percent\n  note "# ${"x".repeat(maxLineLength)}"\n}\n`,
    });
    const [problem, ...others] = service.problemsOf("a.bdg");
    expect(problem).toMatchObject({ code: "line-too-long", range: { start: { line: 4, character: 0 } } });
    expect(others).toEqual([]);
  });
});
