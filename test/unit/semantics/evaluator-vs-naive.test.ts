import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toJson } from "../../../server/src/export/json.ts";
import type { LanguageService } from "../../../server/src/language-service.ts";
import { parseIsoDate } from "../../../server/src/semantics/period.ts";
import { keepCase, keptCases } from "../../support/kept-cases.ts";
import { comparable } from "../../support/naive/comparable.ts";
import { type ExportJson, evaluate } from "../../support/naive/evaluate.ts";
import { printedPlanArbitrary, seededChoice } from "../../support/naive/generate-plan.ts";
import { expectedOutcome, outcomeOf } from "../../support/naive/hand-case.ts";
import { handCases } from "../../support/naive/hand-cases.ts";
import type { PlanModel } from "../../support/naive/plan-model.ts";
import { type PrintedFile, printPlainly, printPlan } from "../../support/naive/print-plan.ts";
import { reducePlan } from "../../support/naive/reduce-plan.ts";
import { longTimeout, propertyRuns } from "../../support/runs.ts";
import { createTestService } from "../../support/test-service.ts";

/** What the product exports for these files; the service may have held others before. */
function judged(service: LanguageService, files: readonly PrintedFile[], asOf: string): ExportJson {
  for (const path of service.paths()) service.removeFile(path);
  for (const { path, text } of files) service.setFile(path, text);
  service.updateSettings({ ...service.settings, asOf: parseIsoDate(asOf)! });
  return JSON.parse(toJson(service.judgement()));
}

function agree(model: PlanModel, real: ExportJson): boolean {
  return JSON.stringify(comparable(real)) === JSON.stringify(comparable(evaluate(model)));
}

/** Fails with the smallest plan that still shows the difference. */
function showDifference(model: PlanModel, files: readonly PrintedFile[]): void {
  const fresh = () => createTestService({}).service;
  const inPlain = (plan: PlanModel) => [{ path: "plan.bdg", text: printPlainly(plan) }];
  const differs = (plan: PlanModel) => !agree(plan, judged(fresh(), inPlain(plan), plan.asOf));
  const smallest = differs(model) ? reducePlan(model, differs) : model;
  const text = smallest === model ? files.map((file) => file.text).join("\n# ---\n") : printPlainly(smallest);
  const shown = smallest === model ? files : inPlain(smallest);
  const real = judged(fresh(), shown, smallest.asOf);
  expect(comparable(real), `as of ${smallest.asOf}:\n${text}`).toEqual(comparable(evaluate(smallest)));
}

describe("the evaluator agrees with cases computed by hand", () => {
  for (const handCase of handCases) {
    it(`${handCase.name} (${handCase.why})`, () => {
      const { service, log } = createTestService({});
      const real = judged(service, [{ path: "plan.bdg", text: handCase.bdg }], handCase.asOf);
      expect(outcomeOf(real, handCase)).toEqual(expectedOutcome(handCase));
      expect(log).toEqual([]);
    });
  }
});

describe("the evaluator agrees with the naive one", () => {
  it.each(keptCases<PlanModel>("plan"))("on $file", ({ value }) => {
    showDifference(value, [{ path: "plan.bdg", text: printPlainly(value) }]);
  });

  const limit = longTimeout(40_000);

  it("on generated plans in every spelling", { timeout: limit * 2 }, async ({ annotate }) => {
    // One service for all of them: making a parser costs more than judging a plan.
    const { service, log } = createTestService({});
    const result = fc.check(
      fc.property(printedPlanArbitrary, ({ model, seed }) => {
        const files = printPlan(model, seededChoice(seed));
        if (agree(model, judged(service, files, model.asOf))) return;
        showDifference(model, files);
        throw new Error("a service that held other plans before differs; a fresh one does not");
      }),
      { ...propertyRuns(5_000), interruptAfterTimeLimit: limit, endOnFailure: true },
    );
    if (result.failed) keepCase("plan", result.seed, result.counterexample?.[0].model);
    if (result.failed) throw result.errorInstance ?? new Error(`seed ${result.seed}`);
    await annotate(`${result.numRuns} plans`);
    expect(result.numRuns).toBeGreaterThan(500);
    expect(log).toEqual([]);
  });
});

describe("formulas over units of different scale", () => {
  // 2 billion and 500 million, in one scale: 2,500 million.
  const units =
    'unit million "triệu" { aggregate sum }\nunit billion "tỷ" { scale 1000 million; aggregate sum }\n';
  const operands =
    'indicator a "A" { unit billion; measured 2022 = 2 }\nindicator b "B" { unit million; measured 2022 = 500 }\n';

  it.each([
    ["million", "a + b", "2500"],
    ["billion", "a + b", "2.5"],
    ["billion", "a - b * 2", "1"],
    ["ratio", "a / b", "4"],
    ["percent", "b / a", "25"],
    ["percent", "b / (a + b)", "20"],
  ])("in %s: %s = %s", (unit, formula, value) => {
    const text = `${units}${operands}indicator x "X" { unit ${unit}; formula = ${formula}; target 2022 >= 0 }\n`;
    const real = judged(createTestService({}).service, [{ path: "plan.bdg", text }], "2023-01-01");
    expect(real.plans[0]!.indicators[2]!.targets[0]!.due[0]!.value).toBe(value);
  });
});
