import { expect, it } from "vitest";
import { createTestService } from "../../support/test-service.ts";

it("what was already shown at a report's line is shown anew when another indicator has something to say there", () => {
  const indicator = (id: string, bound: number) =>
    `indicator ${id} "${id}" {\n  unit percent\n  target 2024 >= ${bound}%\n}\n`;
  const { service } = createTestService({
    "plan.bdg": indicator("a", 60) + indicator("b", 1),
    "report.bdg": 'use "plan.bdg"\nreport 2024 "BC" {\n  a = 50%\n  b = 50%\n}\n',
  });
  const lines = () => service.problemsOf("report.bdg").map((problem) => problem.range.start.line);
  expect(lines()).toEqual([2]);
  service.setFile("plan.bdg", indicator("a", 60) + indicator("b", 70));
  expect(lines()).toEqual([2, 3]);
  service.setFile("plan.bdg", indicator("a", 1) + indicator("b", 70));
  expect(lines()).toEqual([3]);
});
