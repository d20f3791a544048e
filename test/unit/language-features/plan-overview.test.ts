import { describe, expect, it } from "vitest";
import { toJson } from "../../../server/src/export/json.ts";
import type { IndicatorItem } from "../../../server/src/language-features/plan-overview-types.ts";
import { parseIsoDate } from "../../../server/src/semantics/period.ts";
import { sampleFiles } from "../../support/sample-files.ts";
import { createTestService, type TestOptions } from "../../support/test-service.ts";
import { planFiles } from "./plan-fixture.ts";

function overviewOf(files: Readonly<Record<string, string>>, options: TestOptions = {}) {
  const { service, log } = createTestService(files, options);
  const overview = service.planOverview();
  expect(log).toEqual([]);
  return { service, overview };
}

function named(items: readonly IndicatorItem[], id: string): IndicatorItem {
  return items.find((item) => item.id === id)!;
}

/** `62,5%`, `1 234 hoạt động (1/2)`: the number that a text begins with. */
function numberIn(text: string): number {
  const written = /^[−-]?[\d\u00a0]+([.,]\d+)?/u.exec(text)![0];
  return Number(
    written
      .replace(/\u00a0/gu, "")
      .replace(",", ".")
      .replace("−", "-"),
  );
}

interface Exported {
  readonly asOf: string;
  readonly plans: readonly {
    readonly id: string | null;
    readonly counts: object;
    readonly taskCounts: object;
    readonly indicators: readonly {
      readonly id: string;
      readonly status: string;
      readonly lead: readonly string[];
      readonly clauses: readonly string[];
      readonly targets: readonly {
        readonly text: string;
        readonly due: readonly {
          readonly period: string;
          readonly status: string;
          readonly value: string | null;
          readonly expected: string | null;
          readonly explanation: string | null;
        }[];
      }[];
      readonly measured: readonly { readonly period: string; readonly value: string }[];
    }[];
    readonly tasks: readonly { readonly id: string; readonly status: string }[];
  }[];
}

describe("the numbers of the overview are those of the JSON export", () => {
  it.each([
    ["2023-06-30", "vi"],
    ["2025-06-30", "en"],
    ["2031-01-01", "vi"],
  ] as const)("as of %s in %s, for every sample", (asOf, language) => {
    const { service, overview } = overviewOf(sampleFiles(), { asOf, language });
    const exported: Exported = JSON.parse(toJson(service.judgement()));
    expect(overview.asOf).toBe(exported.asOf);
    const facts = overview.plans.map((plan) => ({
      id: plan.id,
      counts: plan.counts,
      taskCounts: plan.taskCounts,
      tasks: plan.tasks.map(({ id, status }) => ({ id, status })),
      indicators: plan.indicators.map(({ id, status, lead, clauses, targets, measured }) => ({
        id,
        status,
        lead,
        clauses: clauses.map(({ address }) => address),
        targets: targets.map(({ text, due }) => ({
          text,
          due: due.map(({ period, status, explanation }) => ({ period, status, explanation })),
        })),
        measured: measured.map(({ period }) => period),
      })),
    }));
    expect(facts).toEqual(
      exported.plans.map(({ id, counts, taskCounts, tasks, indicators }) => ({
        id,
        counts,
        taskCounts,
        tasks: tasks.map(({ id, status }) => ({ id, status })),
        indicators: indicators.map(({ id, status, lead, clauses, targets, measured }) => ({
          id,
          status,
          lead,
          clauses,
          targets: targets.map(({ text, due }) => ({
            text,
            due: due.map(({ period, status, explanation }) => ({ period, status, explanation })),
          })),
          measured: measured.map(({ period }) => period),
        })),
      })),
    );
    let compared = 0;
    for (const [p, plan] of exported.plans.entries()) {
      for (const [i, indicator] of plan.indicators.entries()) {
        const item = overview.plans[p]!.indicators[i]!;
        const pairs = [
          ...indicator.measured.map(({ value }, m) => [value, item.measured[m]!.value] as const),
          ...indicator.targets.flatMap(({ due }, t) =>
            due.flatMap(({ value, expected }, d) => {
              const shown = item.targets[t]!.due[d]!;
              return [[value, shown.value] as const, [expected, shown.expected] as const];
            }),
          ),
        ];
        for (const [exact, shown] of pairs) {
          expect(shown === null).toBe(exact === null);
          if (exact === null || shown === null) continue;
          expect(Math.abs(numberIn(shown) - Number(exact))).toBeLessThan(0.0051);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(50);
  });
});

describe("an indicator of the overview", () => {
  const { overview } = overviewOf(planFiles, { asOf: "2024-06-30", language: "vi" });
  const plan = overview.plans[0]!;

  it("says what the lens and the hover say", () => {
    const { service } = overviewOf(planFiles, { asOf: "2024-06-30", language: "vi" });
    const lenses = service.codeLenses("plan.bdg").map(({ title }) => title);
    for (const { summary } of [...plan.indicators, ...plan.tasks]) expect(lenses).toContain(summary);
    const leaders = named(plan.indicators, "leaders");
    const hover = service.hover("plan.bdg", leaders.place.range.start, {
      images: false,
      commandLinks: false,
    });
    expect(hover!.markdown.replace(/[*\\]/gu, "").toLowerCase()).toContain(
      `${leaders.statusText} — ${leaders.verdict}`.toLowerCase(),
    );
  });

  it("stands where it is declared, with its bodies and the clause in its section", () => {
    const leaders = named(plan.indicators, "leaders");
    expect(planFiles["plan.bdg"].split("\n")[leaders.place.range.start.line]).toContain("indicator leaders");
    expect(leaders.clauses).toMatchObject([
      {
        address: "I.1",
        section: "I.1",
        sectionTitle: "Phấn đấu đến năm 2025 đạt 60% đơn vị có lãnh đạo nữ.",
        citation: "khoản 1, mục I",
        place: { path: "plan.txt", range: { start: { line: 5 } } },
      },
    ]);
    expect(plan.bodies).toEqual([
      { id: "office", name: "Văn phòng" },
      { id: "union_office", name: "Công đoàn" },
    ]);
    expect(plan.document).toBe("plan.txt");
    expect(plan.reports).toMatchObject([
      { name: "Báo cáo 15", period: "2024", periodText: "năm 2024", place: { path: "report.bdg" } },
    ]);
  });

  it("is drawn with its baseline, values, path and targets", () => {
    const [chart] = named(plan.indicators, "leaders").charts;
    // 31 December begins a day before the year is over. Of the way from 45% to the path, 52.49%, two thirds are covered.
    expect(chart).toMatchObject({
      category: null,
      unit: "%",
      baselines: [{ x: expect.closeTo(2022 - 1 / 365, 9), y: 45, text: "31/12/2021: 45%" }],
      measured: [{ x: expect.closeTo(2024 - 1 / 365, 9), y: 50, text: "31/12/2023: 50%", missed: false }],
      targets: [{ y: 60, status: "off-track", upper: null, direction: "up", text: "31/12/2025: đạt 60%" }],
      path: [{ y: 45 }, { y: 60 }],
    });
    expect(chart!.today).toBeCloseTo(2024 + 181 / 366, 9);
  });
});

it("has the words of every verdict, and each day on which something is due once", () => {
  const { overview } = overviewOf(planFiles, { language: "vi" });
  expect(overview.statusTexts).toMatchObject({ missed: "Không đạt", "no-data": "Chưa có số liệu" });
  expect(overview.taskStatusTexts.missed).toBe("Quá hạn");
  // The leaders' target of 2025; the yearly ones of 2022 to 2024; and the task of 2024.
  expect(overview.plans[0]!.deadlines).toEqual(["2022-12-31", "2023-12-31", "2024-12-31", "2025-12-31"]);
});

it("seen from a day in the past, later values are in the future and not in the picture", () => {
  const leaders = (asOf: string) =>
    named(overviewOf(planFiles, { asOf, language: "vi" }).overview.plans[0]!.indicators, "leaders");
  const then = leaders("2022-12-31");
  expect(then.baselines).toMatchObject([{ period: "2021", value: "45%", isFuture: false }]);
  expect(then.measured).toMatchObject([{ period: "2023", isFuture: true }]);
  expect(then.charts[0]!.measured).toEqual([]);
  // A value counts from the day on which its period begins.
  const later = leaders("2023-01-01");
  expect(later.measured).toMatchObject([{ period: "2023", isFuture: false }]);
  expect(later.charts[0]!.measured).toMatchObject([{ y: 50 }]);
});

it("shows another day without touching the settings' own", () => {
  const { service, overview } = overviewOf(planFiles, { asOf: "2024-06-30" });
  const before = service.planOverview({ asOf: parseIsoDate("2022-06-30")! });
  expect(before.asOf).toBe("2022-06-30");
  const then = createTestService(planFiles, { asOf: "2022-06-30" }).service.planOverview();
  expect(before).toEqual(then);
  expect(before.plans[0]!.counts).not.toEqual(overview.plans[0]!.counts);
  expect(service.planOverview()).toEqual(overview);
  expect(service.problemsOf("plan.bdg")).toEqual(
    createTestService(planFiles, { asOf: "2024-06-30" }).service.problemsOf("plan.bdg"),
  );
});

it("as an outline has everything but targets, baselines, values and charts", () => {
  const { service, overview } = overviewOf(planFiles);
  const outline = service.planOverview({ outline: true });
  const without = overview.plans.map((plan) => ({
    ...plan,
    indicators: plan.indicators.map((item) => ({
      ...item,
      targets: [],
      baselines: [],
      measured: [],
      charts: [],
    })),
  }));
  expect(outline.plans).toEqual(without);
});

describe("the period to record next", () => {
  const year = (lines: string, asOf: string) =>
    named(
      overviewOf(
        {
          "a.bdg": `plan p "P" { issued 2021; period 2021..2030 }\nindicator x "X" {\n  unit percent\n${lines}\n}\n`,
        },
        { asOf },
      ).overview.plans[0]!.indicators,
      "x",
    );
  const milestones = "  baseline 2021 = 40%\n  target 2025 >= 60%\n  target 2030 >= 75%\n";

  it.each([
    ["the year that is over and has none", milestones, "2024-06-30", "2023", false],
    [
      "the year under way, where the last one has a value",
      `${milestones}  measured 2023 = 50%`,
      "2024-06-30",
      "2024",
      true,
    ],
    ["a year in its December", `${milestones}  measured 2023 = 50%`, "2024-12-10", "2024", false],
    ["no year up to the baseline", milestones, "2022-06-30", "2022", true],
    ["no year beyond the plan", `${milestones}  measured 2030 = 80%`, "2031-06-30", "2025", true],
    [
      "a month, where months are asked for",
      "  target every month >= 1%\n  measured 2024-04 = 2%",
      "2024-06-15",
      "2024-05",
      false,
    ],
    [
      "nothing of what is computed",
      '  formula = y * 2\n  target 2023 >= 60%\n}\nindicator y "Y" { unit percent',
      "2024-06-30",
      null,
      true,
    ],
    [
      "the year under way, of what is measured at an election only when a target is due",
      "  path none\n  target 2025 >= 60%",
      "2024-06-30",
      "2024",
      true,
    ],
    [
      "what one category lacks",
      "  target 2023 for female, male >= 5%\n  measured 2023 for female = 6%",
      "2024-06-30",
      "2023",
      false,
    ],
  ])("%s", (_, lines, asOf, next, upToDate) => {
    const files = lines.includes("for female")
      ? `${lines}\n}\ndimension sex "S" { female "F"; male "M"`
      : lines;
    const { nextPeriod, hasCurrentValue } = year(files, asOf);
    expect({ nextPeriod, hasCurrentValue }).toEqual({ nextPeriod: next, hasCurrentValue: upToDate });
  });
});
