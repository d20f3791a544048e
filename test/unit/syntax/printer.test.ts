import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Declaration } from "../../../server/src/syntax/ast.ts";
import { printDeclaration } from "../../../server/src/syntax/printer.ts";
import { printedPlanArbitrary, seededChoice } from "../../support/naive/generate-plan.ts";
import { printPlan } from "../../support/naive/print-plan.ts";
import { propertyRuns } from "../../support/runs.ts";
import { parser, parseText, samples, withoutPlaces } from "../../support/trees.ts";

function declarationsOf(text: string): Declaration[] {
  const parsed = parseText(text);
  expect(parsed.flatMap((one) => one.problems)).toEqual([]);
  return parsed.flatMap((one) => one.declaration ?? []);
}

function roundTrip(declaration: Declaration): void {
  for (const language of ["en", "vi"] as const) {
    const printed = printDeclaration(declaration, language);
    const again = parser.parse(printed);
    expect(again.problems, printed).toEqual([]);
    expect(withoutPlaces(again.declaration), printed).toEqual(withoutPlaces(declaration));
    // Canonical: printing what was printed changes nothing more.
    expect(printDeclaration(again.declaration!, language)).toBe(printed);
  }
}

describe("what is printed reads as the same tree", () => {
  for (const { path, text } of samples) {
    it(`each declaration of ${path}`, () => {
      const declarations = declarationsOf(text);
      expect(declarations.length).toBeGreaterThan(1);
      for (const declaration of declarations) roundTrip(declaration);
    });
  }

  it("each declaration of generated plans", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(printedPlanArbitrary, ({ model, seed }) => {
        for (const { text } of printPlan(model, seededChoice(seed))) declarationsOf(text).forEach(roundTrip);
      }),
      propertyRuns(400),
    );
  });
});

describe("printed text", () => {
  const [indicator] = declarationsOf(
    'Chỉ tiêu x "X" { đơn vị tính %; mục tiêu lũy kế 2021..2025 trên 62.5 ; target hằng tháng trong 2022.. đối với nữ tối thiểu 1,234; formula = a - (b - c) * (2 / 3) }',
  );

  it("is plain English, one statement a line", () => {
    expect(printDeclaration(indicator!, "en")).toBe(
      [
        'indicator x "X" {',
        "  unit percent",
        "  target total 2021..2025 > 62.5",
        "  target every month in 2022.. for nữ >= 1,234",
        "  formula = a - (b - c) * (2 / 3)",
        "}",
      ].join("\n"),
    );
  });

  it("is Vietnamese with decimal commas", () => {
    expect(printDeclaration(indicator!, "vi")).toBe(
      [
        'chỉ tiêu x "X" {',
        "  đơn vị tính percent",
        "  mục tiêu lũy kế 2021..2025 > 62,5",
        "  mục tiêu hằng tháng trong 2022.. đối với nữ >= 1,234",
        "  công thức = a - (b - c) * (2 / 3)",
        "}",
      ].join("\n"),
    );
  });

  it("keeps the point of a number that may have meant thousands", () => {
    const [unit] = declarationsOf("report 2024 { a = 1.234; b = 0.125 }");
    expect(printDeclaration(unit!, "vi")).toBe("báo cáo 2024 {\n  a = 1.234\n  b = 0,125\n}");
  });
});
