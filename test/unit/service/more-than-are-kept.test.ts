import { describe, expect, it } from "vitest";
import { toJson } from "../../../server/src/export/json.ts";
import { generatePlan, lineToEdit } from "../../bench/generate-plan.ts";
import { createTestService } from "../../support/test-service.ts";

/** More indicators than the service keeps models of, and one that needs the first and the last of them. */
const count = 4_100;
const sum = `
indicator total "Cộng" {
  unit     percent
  formula  = indicator_0 + indicator_${count - 1}
  target   2023 >= 100%
}
`;

describe("a program with more models than are kept", () => {
  it("answers after an edit what a fresh service answers", () => {
    const text = generatePlan(count) + sum;
    const { service } = createTestService({ "plan.bdg": text });
    service.problemsOf("plan.bdg");
    const last = text.split("\n").findLastIndex((line) => line.includes("measured  2023"));
    const start = { line: last, character: lineToEdit(text).character };
    service.editFile("plan.bdg", [{ range: { start, end: start }, text: "1" }]);
    const edited = service.textOf("plan.bdg")!;
    expect(edited).toContain("measured  2023 = 153,5%");
    const { service: fresh } = createTestService({ "plan.bdg": edited });
    expect(service.problemsOf("plan.bdg")).toEqual(fresh.problemsOf("plan.bdg"));
    expect(toJson(service.judgement())).toBe(toJson(fresh.judgement()));
    // The 153.5 typed into the last indicator and the 46.5 of the first.
    expect(toJson(service.judgement())).toContain('"value": "200"');
  });
});
