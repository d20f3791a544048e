import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstState, isOpen, readState, toggled } from "../../../client/src/dashboard/page-state.ts";
import { selectIndicators, selectTasks, toSections } from "../../../client/src/dashboard/select-items.ts";
import { periodEnd, tableRows } from "../../../client/src/dashboard/table-rows.ts";
import { propertyRuns } from "../../support/runs.ts";
import { sampleFiles } from "../../support/sample-files.ts";
import { createTestService } from "../../support/test-service.ts";
import { planFiles } from "../language-features/plan-fixture.ts";

const { service } = createTestService(sampleFiles(), { asOf: "2025-06-30", language: "vi" });
const [plan, national] = service.planOverview().plans as [
  ReturnType<typeof service.planOverview>["plans"][number],
  ReturnType<typeof service.planOverview>["plans"][number],
];
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe("what is shown", () => {
  it("is everything in the order of the plan unless filtered", () => {
    expect(selectIndicators(plan, firstState)).toEqual(plan.indicators);
    expect(selectTasks(plan, firstState)).toEqual(plan.tasks);
  });

  it("is what has all words, without capitals and diacritics, in names, bodies or clauses", () => {
    const found = (query: string) => ids(selectIndicators(plan, { ...firstState, query }));
    expect(found("LANH dao nữ")).toContain("lanh_dao_nu");
    expect(found("tuyen truyen long ghep")).toEqual(["tuyen_truyen"]);
    expect(found("binh dang gioi")).toEqual(["boi_duong", "bai_viet"]);
    expect(found("van phong")).toEqual(["bai_viet"]);
    expect(found("II.2")).toEqual(["tuyen_truyen"]);
    expect(found("không có thế này")).toEqual([]);
  });

  it("is what a body leads or takes part in, of the verdicts that are chosen", () => {
    const body = "cong_doan";
    for (const one of selectIndicators(plan, { ...firstState, body }))
      expect([...one.lead, ...one.with]).toContain(body);
    expect(ids(selectIndicators(plan, { ...firstState, body }))).toContain("tuyen_truyen");
    const missed = selectIndicators(plan, { ...firstState, statuses: ["missed"] });
    expect(ids(missed)).toEqual(["tuyen_truyen"]);
    expect(selectTasks(plan, { ...firstState, taskStatuses: ["missed"] })).toHaveLength(
      plan.taskCounts.missed,
    );
  });

  it("can begin with the worst", () => {
    const order = selectIndicators(plan, { ...firstState, order: "worst" }).map(({ status }) => status);
    expect(order).toEqual(["missed", "no-data", "off-track", "at-risk", "on-track"]);
  });

  it("has headings where neighbours share a section, and none where they hardly do or the order is another", () => {
    const sections = toSections(national.indicators, "plan");
    expect(sections.length).toBeGreaterThan(1);
    expect(sections.every(({ title }) => title !== null)).toBe(true);
    expect(sections.flatMap(({ indicators }) => indicators)).toEqual(national.indicators);
    expect(toSections(plan.indicators, "plan")).toHaveLength(1);
    expect(toSections(national.indicators, "worst")).toHaveLength(1);
  });
});

describe("the table beside a chart", () => {
  const overview = createTestService(planFiles, {
    asOf: "2024-06-30",
    language: "vi",
  }).service.planOverview();
  const [leaders, awareness] = overview.plans[0]!.indicators as [
    (typeof plan.indicators)[number],
    (typeof plan.indicators)[number],
  ];

  it("has baseline, value and due point in order of time", () => {
    const rows = tableRows(leaders).map(({ periodText, isBaseline, asked, value, statusText }) => ({
      periodText,
      isBaseline,
      asked,
      value,
      statusText,
    }));
    expect(rows).toEqual([
      { periodText: "2021", isBaseline: true, asked: null, value: "45%", statusText: "" },
      { periodText: "2023", isBaseline: false, asked: null, value: "50% (10/20)", statusText: "" },
      { periodText: "2025", isBaseline: false, asked: "đạt 60%", value: null, statusText: "Chậm tiến độ" },
    ]);
  });

  it("has a value of a due point's own period in its row, with the place where it is written", () => {
    const [first, , last] = tableRows(awareness);
    expect(first).toMatchObject({ periodText: "2022", value: "2 hoạt động", statusText: "Đạt" });
    expect(first!.valuePlace!.path).toBe("report.bdg");
    // The report's own year, whose end is still to come: the value is there, and settles it.
    expect(last).toMatchObject({ periodText: "2024", value: "0 hoạt động", statusText: "Không đạt" });
  });

  it("has every number of every chart of the samples", () => {
    let compared = 0;
    for (const indicator of [...plan.indicators, ...national.indicators]) {
      const rows = tableRows(indicator);
      const values = rows.map(({ value }) => value ?? "").join(" | ");
      for (const point of indicator.charts.flatMap(({ measured, baselines }) => [
        ...measured,
        ...baselines,
      ])) {
        expect(values).toContain(point.label);
        compared += 1;
      }
      for (const { due } of indicator.targets)
        for (const { message, periodText, category } of due)
          expect(
            rows.some((row) => row.periodText === periodText && row.category === category),
            message,
          ).toBe(true);
    }
    expect(compared).toBeGreaterThan(50);
  });

  it.each([
    ["2025", "2025-H1", 0.5],
    ["2025-Q2", "2025-H1", 0],
    ["2025-12", "2025", 0],
    ["2025-12-31", "2025", 0.01],
    ["2021..2025", "2025", 0],
  ])("%s ends so much after or beside %s", (a, b, years) => {
    expect(
      Math.abs(periodEnd(a) - periodEnd(b) - Math.sign(periodEnd(a) - periodEnd(b)) * years),
    ).toBeLessThan(0.01);
  });

  it("puts days in their months", () => {
    expect(periodEnd("2025-01-31")).toBeLessThanOrEqual(periodEnd("2025-01"));
    expect(periodEnd("2025-02-01")).toBeGreaterThan(periodEnd("2025-01"));
  });
});

describe("what the page remembers", () => {
  it("comes back as it was", () => {
    const state = {
      ...firstState,
      query: "nữ",
      statuses: ["missed"] as const,
      asOf: "2024-12-31",
      scroll: 120,
    };
    expect(readState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it("is forgotten whole where it is none of ours", () => {
    fc.assert(
      fc.property(fc.anything(), (kept) => void expect(readState(kept)).toEqual(firstState)),
      propertyRuns(100),
    );
    expect(readState({ ...firstState, statuses: ["good"] })).toEqual(firstState);
  });

  it("opens and closes cards one by one and all at once", () => {
    const closed = { ...firstState, exceptions: toggled([], "x") };
    expect([isOpen(closed, "x"), isOpen(closed, "y")]).toEqual([false, true]);
    expect(isOpen({ ...closed, isOpen: false }, "x")).toBe(true);
    expect(toggled(closed.exceptions, "x")).toEqual([]);
  });
});
