import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanDeclarations } from "../../../server/src/syntax/scanner.ts";
import { snippets } from "../../support/edits/edit-cases.ts";
import { propertyRuns } from "../../support/runs.ts";
import { samples } from "../../support/trees.ts";

/** The first word and name of each part, for reading. */
const heads = (text: string) =>
  scanDeclarations(text).map((part) =>
    part
      .replace(/^(?:\s|#.*|\ufeff)*/, "")
      .split(/\s/, 2)
      .join(" "),
  );

describe("the parts of a file", () => {
  it.each(samples)("of $path joined are its text", ({ text }) => {
    expect(scanDeclarations(text).join("")).toBe(text);
    expect(scanDeclarations(text).length).toBeGreaterThan(1);
  });

  it("of any text joined are that text, and each but the first begins on a line of its own", () => {
    const text = fc.array(fc.constantFrom(...snippets, 'unit x "x"', "target", "\n"), { maxLength: 60 });
    fc.assert(
      fc.property(text, (pieces) => {
        const whole = pieces.join("");
        const parts = scanDeclarations(whole);
        expect(parts.join("")).toBe(whole);
        for (const part of parts.slice(0, -1)) expect(part).toMatch(/[\r\n]$/);
      }),
      propertyRuns(3_000),
    );
  });

  it("take the comments and blank lines above a declaration with it", () => {
    const text = '# head\n\nbody a "A"\n# about b\nbody b "B"\n\n# end\n';
    expect(scanDeclarations(text)).toEqual(['# head\n\nbody a "A"\n', '# about b\nbody b "B"\n\n# end\n']);
  });

  it.each(["\n", "\r\n", "\r"])("end with %j", (end) => {
    const text = ['\ufeffbody a "A"', "indicator b {", "  unit %", "}", 'body c "C"', ""].join(end);
    expect(heads(text)).toEqual(["body a", "indicator b", "body c"]);
  });
});

describe("inside a block", () => {
  const around = (inside: string) => `indicator x "X" {\n${inside}\n}\nbody last "L"\n`;

  it.each([
    ["unit percent"],
    ['unit percent # "x"'],
    ["unit x.y"],
    ["đơn vị tính percent"],
    ['number "5"'],
    ["period 2021..2030"],
    ["report"],
    ["use"],
    ["target 2025 reach 60% # }"],
    ['note "}"'],
    ['note "\\"}"'],
  ])("an unindented %s is a statement", (statement) => {
    expect(heads(around(statement))).toEqual(["indicator x", "body last"]);
  });

  it.each([
    ['unit x "tên"', "unit x"],
    ["unit x { whole }", "unit x"],
    ['indicator y "Y" {', "indicator y"],
    ["indicator y", "indicator y"],
    ['chỉ tiêu y "Y"', "chỉ tiêu"],
    ["report 2024 {", "report 2024"],
    ['use "a.bdg"', 'use "a.bdg"'],
    ['data "a.csv"', 'data "a.csv"'],
    ['cơ quan so "Sở"', "cơ quan"],
  ])("an unindented %s begins a declaration: the brace above was forgotten", (line, head) => {
    expect(heads(`indicator x "X" {\n  unit %\n${line}\n`)).toEqual(["indicator x", head]);
  });

  it("an indented declaration does not", () => {
    expect(heads('indicator x "X" {\n  unit y "y"\n}\n')).toEqual(["indicator x"]);
  });

  it("an unclosed text costs its line only", () => {
    expect(heads('indicator x "X" {\n  note "a {\n}\nbody b "B"\n')).toEqual(["indicator x", "body b"]);
  });
});
