import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { toJson } from "../../../server/src/export/json.ts";
import { judgedPlan } from "../../support/judged-plan.ts";
import { activity, indicator, plan, ratio, task } from "../../support/models.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../../server/src/export/bdg-export.schema.json", import.meta.url), "utf8"),
);
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

const decade = plan("2021..2030", { id: "snv_2022", name: "Kế hoạch" });
const example = judgedPlan(
  "2024-06-30",
  decade,
  [
    indicator({
      id: "women_led_units",
      plan: decade,
      baseline: ["2021 = 45"],
      target: ["2025 reach 60", "2030 reach 75"],
      measured: ["2022 = 9 of 20", "2023 = 52,5"],
      clause: ["II.1-1"],
      lead: [{ id: "phong_ccvc", name: "Phòng" }],
    }),
    indicator({
      id: "a",
      unit: activity,
      target: ["every year in 2022..2023 >= 1"],
      measured: ["2022 = 2"],
      explain: ["2023"],
    }),
    indicator({
      id: "b",
      unit: ratio,
      measured: ["2023 = 1 of 3"],
      target: ["total 2021..2025 >= 1", "2025 between 1 and 2"],
    }),
    indicator({
      id: "__proto__",
      target: ["2030 <= baseline * 0.9", "2030 for female, male about 60 within 2"],
    }),
  ],
  [task({ due: ["every year in 2022..2023"], done: ["2022"] }), task({})],
);

test("is what the shipped schema says", () => {
  validate(JSON.parse(toJson(example)));
  expect(validate.errors).toBeNull();
  validate(JSON.parse(toJson(judgedPlan("2024-06-30", null, [indicator({})]))));
  expect(validate.errors).toBeNull();
});

test("the schema refuses what is not", () => {
  const wrong = JSON.parse(toJson(example));
  wrong.plans[0].indicators[0].measured[0].value = 45;
  delete wrong.plans[0].counts["no-data"];
  wrong.plans[0].surprise = true;
  validate(wrong);
  expect(validate.errors!.map(({ instancePath }) => instancePath).sort()).toEqual([
    "/plans/0",
    "/plans/0/counts",
    "/plans/0/indicators/0/measured/0/value",
  ]);
});

describe("the worked example of the reference", () => {
  const { plans } = JSON.parse(toJson(example));
  const [indicatorOne, yearly, thirds, relative] = plans[0].indicators;

  test("has the plan's head, counts and order of keys", () => {
    expect(Object.keys(plans[0])).toEqual([
      "id",
      "name",
      "file",
      "counts",
      "taskCounts",
      "indicators",
      "tasks",
    ]);
    expect(plans[0]).toMatchObject({ id: "snv_2022", name: "Kế hoạch", file: "plan.bdg" });
    expect(plans[0].counts).toEqual({
      met: 0,
      missed: 0,
      "no-data": 1,
      "on-track": 1,
      "at-risk": 0,
      "off-track": 0,
      pending: 2,
    });
    expect(plans[0].taskCounts).toEqual({ met: 0, missed: 1, pending: 1 });
  });

  test("on the path: 45 + 15 × 730/1461 = 52.494866529774…", () => {
    expect(indicatorOne).toMatchObject({
      unit: "percent",
      clauses: ["II.1-1"],
      lead: ["phong_ccvc"],
      with: [],
      status: "on-track",
      result: "pending",
      forecast: "on-track",
      baselines: [{ period: "2021", category: null, value: "45" }],
    });
    expect(indicatorOne.targets[0]).toEqual({
      text: "2025 reach 60",
      comparator: "reach",
      value: "60",
      upper: null,
      unit: "percent",
      due: [
        {
          period: "2025",
          category: null,
          status: "on-track",
          value: null,
          latest: { period: "2023", value: "52.5" },
          expected: "52.494866529774",
          covered: "1.000684931507",
          explanation: null,
        },
      ],
    });
    expect(indicatorOne.measured[0]).toEqual({
      period: "2022",
      category: null,
      value: "45",
      numerator: "9",
      denominator: "20",
      evidence: null,
    });
  });

  test("explanations, endless fractions, ranges and bounds", () => {
    expect(yearly.targets[0].due.map((due: { explanation: string }) => due.explanation)).toEqual([
      null,
      "why 2023",
    ]);
    expect(thirds.measured[0].value).toBe("0.333333333333");
    expect(thirds.targets[0].due[0].period).toBe("2021..2025");
    expect(thirds.targets[1]).toMatchObject({ comparator: "between", value: "1", upper: "2" });
    expect(relative.targets[0]).toMatchObject({ value: null, upper: null });
    expect(relative.targets[1].due.map((due: { category: string }) => due.category)).toEqual([
      "female",
      "male",
    ]);
  });

  test("tasks", () => {
    expect(plans[0].tasks[0].due).toEqual([
      { period: "2022", status: "met", late: false, evidence: null },
      { period: "2023", status: "missed", late: false, evidence: null },
    ]);
    expect(plans[0].tasks[1]).toMatchObject({ status: "pending", due: [] });
  });
});

test("files without a plan stand in a plan whose id is null", () => {
  const { plans } = JSON.parse(toJson(judgedPlan("2024-06-30", null, [indicator({})])));
  expect(plans[0]).toMatchObject({ id: null, name: null, file: "loose.bdg" });
});
