import { describe, expect, it } from "vitest";
import { evaluate } from "../../support/naive/evaluate.ts";
import { expectedOutcome, outcomeOf } from "../../support/naive/hand-case.ts";
import { handCases } from "../../support/naive/hand-cases.ts";
import { printPlainly } from "../../support/naive/print-plan.ts";
import { readPlan } from "../../support/naive/read-plan.ts";

describe("the naive evaluator agrees with cases computed by hand", () => {
  for (const handCase of handCases) {
    it(`${handCase.name} (${handCase.why})`, () => {
      const model = readPlan(handCase.bdg, handCase.asOf);
      expect(outcomeOf(evaluate(model), handCase)).toEqual(expectedOutcome(handCase));
    });
  }
});

describe("the cases' text is what the printer would write", () => {
  for (const handCase of handCases) {
    it(handCase.name, () => {
      const model = readPlan(handCase.bdg, handCase.asOf);
      expect(readPlan(printPlainly(model), handCase.asOf)).toEqual(model);
    });
  }
});
