import fc from "fast-check";
import { expect, it } from "vitest";
import { createDeclarationParser } from "../../../server/src/syntax/parse.ts";
import { scanDeclarations } from "../../../server/src/syntax/scanner.ts";
import { printedPlanArbitrary, seededChoice } from "../../support/naive/generate-plan.ts";
import { handCases } from "../../support/naive/hand-cases.ts";
import type { PlanModel } from "../../support/naive/plan-model.ts";
import { printPlan } from "../../support/naive/print-plan.ts";
import { propertyRuns } from "../../support/runs.ts";

const parser = createDeclarationParser();

/** Every problem of a text with the declaration that it is in; how many declarations were read. */
function parseText(text: string): { readonly problems: string[]; readonly declarations: number } {
  const parsed = scanDeclarations(text).map((declaration) => parser.parse(declaration));
  return {
    problems: parsed.flatMap((one) =>
      one.problems.map((problem) => `${JSON.stringify(problem)} in ${one.text}`),
    ),
    declarations: parsed.filter((one) => one.declaration !== null).length,
  };
}

function declarationCount(model: PlanModel): number {
  const lists = [model.units, model.dimensions, model.bodies, model.indicators, model.tasks, model.reports];
  const uses = model.reports.some((report) => report.apart) ? 1 : 0;
  return (model.plan === null ? 0 : 1) + uses + lists.reduce((sum, list) => sum + list.length, 0);
}

it("the grammar reads every printed plan, in whatever spelling, as the declarations that it is made of", () => {
  fc.assert(
    fc.property(printedPlanArbitrary, ({ model, seed }) => {
      const parsed = printPlan(model, seededChoice(seed)).map((file) => parseText(file.text));
      expect(parsed.flatMap((file) => file.problems)).toEqual([]);
      expect(parsed.reduce((sum, file) => sum + file.declarations, 0)).toBe(declarationCount(model));
    }),
    propertyRuns(300),
  );
});

it("the grammar reads the text of every hand-computed case", () => {
  for (const handCase of handCases) expect(parseText(handCase.bdg).problems, handCase.name).toEqual([]);
});
