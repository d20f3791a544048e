import { expect, test } from "vitest";
import { groupsToRecord } from "../../../client/src/commands/indicators-to-record.ts";
import { createTestService } from "../../support/test-service.ts";

const national = `plan n "National" { issued 2021; period 2021..2030 }
indicator n1 "N1" { unit percent; target 2024 >= 50% }
indicator n2 "N2" { unit percent; target 2024 >= 50%; measured 2024 = 60% }
`;
const department = `plan d "Department" { issued 2021; period 2021..2030 }
indicator d1 "D1" { unit percent; target 2024 >= 50%; measured 2024 = 60% }
indicator d2 "D2" { unit percent; target 2024 >= 50% }
indicator d3 "D3" { unit percent; formula = d1 / 2 }
`;
const files = {
  "a.bdg": national,
  "d/plan.bdg": department,
  "d/report.bdg": 'use "plan.bdg"\nreport 2023 "R" {\n}\n',
};

function groups(openPath: string | null) {
  const { service } = createTestService(files);
  const programs = [{ rootUri: "file:///w", overview: service.planOverview({ outline: true }) }];
  return groupsToRecord(programs, (uri, path) => `${uri}/${path}` === `file:///w/${openPath}`).map(
    ({ isDue, isOfOthers, indicators }) =>
      `${isOfOthers ? "others " : ""}${isDue ? "due" : "up to date"}: ${indicators.map(({ item }) => item.id).join(" ")}`,
  );
}

test.each(["d/plan.bdg", "d/report.bdg"])(
  "with %s open all of its plan comes before the other plans",
  (path) => {
    expect(groups(path)).toEqual(["due: d2", "up to date: d1", "others due: n1", "others up to date: n2"]);
  },
);

test("with no file of a plan open what is due comes first", () => {
  expect(groups(null)).toEqual(["due: n1 d2", "up to date: n2 d1"]);
});
