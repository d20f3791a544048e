import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparable } from "../../support/naive/comparable.ts";
import { evaluate } from "../../support/naive/evaluate.ts";
import { printedPlanArbitrary, seededChoice } from "../../support/naive/generate-plan.ts";
import { printPlan } from "../../support/naive/print-plan.ts";
import { reducePlan } from "../../support/naive/reduce-plan.ts";

const sample = fc.sample(printedPlanArbitrary, { numRuns: 600, seed: 20211203 });
const judged = sample.map(({ model }) => evaluate(model).plans[0]!);
const indicators = judged.flatMap((plan) => plan.indicators);
const dues = indicators.flatMap((indicator) => indicator.targets.flatMap((target) => target.due));

describe("generated plans", () => {
  it.each(["met", "missed", "no-data", "on-track", "at-risk", "off-track", "pending"])(
    "have %s often enough, as a due point's status and as a headline",
    (status) => {
      expect(dues.filter((due) => due.status === status).length).toBeGreaterThan(40);
      expect(indicators.filter((indicator) => indicator.status === status).length).toBeGreaterThan(10);
    },
  );

  it("are judged along paths, with and without a covered part, forward and backward", () => {
    expect(dues.filter((due) => due.expected !== null && due.covered === null).length).toBeGreaterThan(10);
    expect(dues.filter((due) => due.covered?.startsWith("-")).length).toBeGreaterThan(10);
    expect(dues.filter((due) => due.covered !== null && Number(due.covered) >= 0.8).length).toBeGreaterThan(
      20,
    );
  });

  it("have values of windows that end on the day they are seen, and the days beside it", () => {
    const ends = sample.map(({ model }) => model.asOf.slice(5));
    for (const day of ["12-30", "12-31", "01-01"])
      expect(ends.filter((end) => end === day).length).toBeGreaterThan(8);
  });

  it("have tasks of every status, late ones too", () => {
    const tasks = judged.flatMap((plan) => plan.tasks);
    for (const status of ["met", "missed", "pending"]) {
      expect(tasks.filter((task) => task.status === status).length).toBeGreaterThan(30);
    }
    expect(tasks.flatMap((task) => task.due).filter((due) => due.late).length).toBeGreaterThan(10);
  });

  it("count every indicator and task once", () => {
    for (const plan of judged) {
      const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b);
      expect(sum(plan.counts)).toBe(plan.indicators.length);
      expect(sum(plan.taskCounts)).toBe(plan.tasks.length);
    }
  });

  it("print the same text for the same seed, in both languages", () => {
    const texts = sample.map(({ model, seed }) => printPlan(model, seededChoice(seed)));
    expect(sample.map(({ model, seed }) => printPlan(model, seededChoice(seed)))).toEqual(texts);
    const all = texts.flat().map((file) => file.text.normalize("NFC"));
    for (const word of [
      "target",
      "mục tiêu",
      "indicator",
      "chỉ tiêu",
      "tối thiểu",
      "at least",
      "hằng tháng",
      "trên",
    ]) {
      expect(all.filter((text) => text.includes(word)).length, word).toBeGreaterThan(5);
    }
    expect(texts.filter((files) => files.length === 2).length).toBeGreaterThan(10);
  });
});

describe("reducing a plan", () => {
  it("keeps only what makes it fail", () => {
    const isMissed = (status: string) => status === "missed";
    const model = sample.find(
      ({ model: one }) => one.indicators.length > 5 && isMissedPlan(evaluate(one)),
    )!.model;
    const reduced = reducePlan(model, (candidate) => isMissedPlan(evaluate(candidate)));
    expect(reduced.indicators.filter((indicator) => indicator.targets.length > 0).length).toBe(1);
    expect(reduced.tasks).toEqual([]);
    expect(evaluate(reduced).plans[0]!.indicators.some((indicator) => isMissed(indicator.status))).toBe(true);
  });

  const isMissedPlan = (json: ReturnType<typeof evaluate>) =>
    json.plans.some((plan) => plan.counts.missed > 0);
});

describe("comparable exports", () => {
  it("leave out what the rules leave open, and nothing else", () => {
    const due = { period: "2024", status: "met", explanation: "vì" };
    const plan = {
      id: null,
      name: "x",
      file: "a.bdg",
      counts: {},
      indicators: [{ targets: [{ text: "t", value: "1", due: [due] }] }],
    };
    expect(comparable(plan)).toEqual({
      id: null,
      name: null,
      counts: {},
      indicators: [
        { targets: [{ value: "1", due: [{ period: "2024", status: "met", explanation: null }] }] },
      ],
    });
    expect(comparable({ measured: ["b", "a"] })).toEqual(comparable({ measured: ["a", "b"] }));
    expect(comparable({ due: [1, 2] })).not.toEqual(comparable({ due: [2, 1] }));
  });
});
