import { describe, expect, it } from "vitest";
import { textIn } from "../../support/markers.ts";
import { createTestService } from "../../support/test-service.ts";

const plan = `unit activity "hoạt động" { whole; aggregate sum }
indicator aware<1>ness "A" {
  unit   activity
  target 2024 <2>>= 1
  measured 2024 = <3>2 "Report"
}
indicator share "S" {
  unit percent
  measured 2024 = 4<4>0%
}
body office "O"
`;
const report =
  'use "plan.bdg"\nreport 2024 "R" {\n  aware<5>ness = <6>1\n}\ntask t "T" { serves awa<7>reness }\n';

/** The word pointed at and the name of the unit that its values are in, from one of the numbered places. */
function unitFrom(place: number) {
  const at = (text: string) =>
    text.replaceAll(/<(\d)>/g, (_, digit: string) => (Number(digit) === place ? "<|>" : ""));
  const files = { "plan.bdg": at(plan), "report.bdg": at(report) };
  const { service, marked } = createTestService(files);
  const [path, file] = [...marked].find(([, one]) => one.cursors.length > 0)!;
  const found = service.typeDefinition(path, file.cursors[0]!);
  return found?.targets.map((target) => [
    target.path,
    textIn(service.textOf(target.path)!, target.selection),
  ]);
}

describe("the kind of an indicator's values is its unit", () => {
  it.each([1, 2, 3, 5, 6, 7])("from place %d", (place) => {
    expect(unitFrom(place)).toEqual([["plan.bdg", "activity"]]);
  });

  it("which is declared nowhere where it is built in", () => {
    expect(unitFrom(4)).toBeUndefined();
  });
});
