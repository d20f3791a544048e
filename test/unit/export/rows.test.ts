import { describe, expect, test } from "vitest";
import { buildSummary } from "../../../server/src/export/rows.ts";
import type { Cell, SummaryTable } from "../../../server/src/export/summary-table.ts";
import type { IndicatorModel } from "../../../server/src/semantics/model.ts";
import { judgedPlan } from "../../support/judged-plan.ts";
import { activity, indicator, plan, task } from "../../support/models.ts";

const decade = plan("2021..2030");
const womenLed = indicator({
  plan: decade,
  name: "Women lead",
  baseline: ["2021 = 9 of 20"],
  target: ["2025 reach 60", "2030 reach 75"],
  measured: ["2022 = 9 of 20", "2024 = 11 of 20"],
  explain: ["2025"],
  clause: ["II.1-1", "IV.2.b"],
  lead: [
    { id: "a", name: "Phòng A" },
    { id: "b", name: "" },
  ],
});

function tableOf(date: string, indicators: readonly IndicatorModel[], forecasts = true): SummaryTable {
  return buildSummary(judgedPlan(date, decade, indicators), { language: "en", forecasts }).plans[0]!
    .indicators!;
}

function headingsOf(table: SummaryTable): string[] {
  return table.columns.map(({ heading }) => heading);
}

/** A row as heading → shown text, "" for a cell without a value. */
function shown(table: SummaryTable, row = 0): Map<string, string> {
  const text = (cell: Cell) => (cell.kind === "none" ? "" : cell.text);
  return new Map(table.columns.map(({ heading }, i) => [heading, text(table.rows[row]!.cells[i]!)]));
}

describe("the columns of indicators", () => {
  test("say in words what counts from a baseline that is not there, and forecast nothing that can't be", () => {
    const asked = (target: string) => {
      const row = shown(tableOf("2025-06-30", [indicator({ plan: decade, target: [target] })]));
      return [row.get("Target 2026"), row.get("Forecast")];
    };
    expect(asked("2026 <= baseline * 0,95")).toEqual(["down by at least 5% from the baseline", ""]);
    expect(asked("2026 >= baseline * 0,95")[0]).toBe("down by at most 5% from the baseline");
    expect(asked("2026 > baseline * 1,2")[0]).toBe("up by more than 20% from the baseline");
    expect(asked("2026 reach baseline + 3")[0]).toBe("up by 3 percentage points from the baseline");
  });

  test("never show a value that misses as what it misses", () => {
    const close = indicator({ plan: decade, target: ["2024 >= 66.67"], measured: ["2024 = 2 of 3"] });
    const row = shown(tableOf("2025-06-30", [close]));
    expect([
      row.get("Target 2024"),
      row.get("Result 2024"),
      row.get("Latest result"),
      row.get("Verdict"),
    ]).toEqual(["at least 66.67%", "66.667% (2/3)", "2024: 66.667% (2/3)", "missed"]);
  });

  test("stand in the order of the report", () => {
    expect(headingsOf(tableOf("2025-06-30", [womenLed]))).toEqual([
      "No.",
      "Indicator",
      "Unit",
      "Baseline",
      "Target 2025",
      "Target 2030",
      "Result 2022",
      "Result 2024",
      "Latest result",
      "Verdict",
      "Forecast",
      "Explanation",
      "Lead",
      "Clause",
    ]);
  });

  test("hold what the indicator says", () => {
    // On 2024-12-31 the path from 45 (2021-12-31) to 60 (2025-12-31) is at 45 + 15 × 1096/1461 = 56.25; 55 has
    // covered 10/11.25 = 88.9 %: at risk. Nothing is closed, so there is no verdict yet.
    expect([...shown(tableOf("2025-06-30", [womenLed])).values()]).toEqual([
      "1",
      "Women lead",
      "%",
      "2021: 45% (9/20)",
      "reach 60%",
      "reach 75%",
      "45% (9/20)",
      "55% (11/20)",
      "2024: 55% (11/20)",
      "not due yet",
      "at risk",
      "2025: why 2025",
      "Phòng A, b",
      "II.1-1, IV.2.b",
    ]);
  });

  test("leave out forecasts when asked", () => {
    expect(headingsOf(tableOf("2025-06-30", [womenLed], false))).not.toContain("Forecast");
  });

  test("do not show values from after the date", () => {
    const table = tableOf("2023-06-30", [womenLed]);
    expect(headingsOf(table)).not.toContain("Result 2024");
    expect(shown(table).get("Latest result")).toBe("2022: 45% (9/20)");
  });

  test("give a range, a total and a cadence one column each, dates before cadences", () => {
    const table = tableOf("2024-06-30", [
      indicator({ target: ["every month in 2022..2030 >= 1"] }),
      indicator({ target: ["2025..2030 reach 100", "total 2021..2025 >= 10", "2025 >= 2"] }),
      indicator({ target: ["every year in 2022..2030 >= 1"] }),
    ]);
    expect(headingsOf(table).filter((text) => text.startsWith("Target"))).toEqual([
      "Target 2025",
      "Target 2021–2025 in total",
      "Target 2025–2030 (each period)",
      "Target every year",
      "Target every month",
    ]);
  });

  test("say from when to when, where one cadence has two levels", () => {
    const table = tableOf("2024-06-30", [
      indicator({
        unit: activity,
        target: ["every year in 2022..2025 >= 1", "every year in 2026..2030 >= 2"],
      }),
    ]);
    expect(shown(table).get("Target every year")).toBe("at least 1 (2022–2025); at least 2 (2026–2030)");
  });
});

describe("results of periods shorter than a year", () => {
  const months = Array.from({ length: 12 }, (_, i) => `2023-${String(i + 1).padStart(2, "0")}`);

  test("of a monthly target are told in the year's column", () => {
    const articles = indicator({
      unit: activity,
      target: ["every month in 2023..2024 >= 1"],
      measured: months.map((month, i) => `${month} = ${i === 7 ? 0 : 1}`),
    });
    const table = tableOf("2024-03-15", [articles]);
    expect(headingsOf(table).filter((text) => text.startsWith("Result"))).toEqual(["Result 2023"]);
    expect(shown(table).get("Result 2023")).toBe("met in 11/12 months");
  });

  test("have a column each while they are few", () => {
    const table = tableOf("2024-03-15", [
      indicator({ measured: ["2023-Q1 = 50", "2023-Q3 = 52,5", "2023 = 53"] }),
    ]);
    expect(headingsOf(table).filter((text) => text.startsWith("Result"))).toEqual([
      "Result Q1 2023",
      "Result Q3 2023",
      "Result 2023",
    ]);
  });

  test("are folded into their year when there are many: the last of them, or their sum", () => {
    const latest = indicator({ measured: months.map((month, i) => `${month} = ${40 + i}`) });
    const summed = indicator({
      unit: activity,
      aggregate: "sum",
      measured: months.map((month) => `${month} = 2`),
    });
    const table = tableOf("2024-03-15", [latest, summed]);
    expect(headingsOf(table).filter((text) => text.startsWith("Result"))).toEqual(["Result 2023"]);
    expect(shown(table, 0).get("Result 2023")).toBe("December 2023: 51%");
    expect(shown(table, 1).get("Result 2023")).toBe("24");
  });

  test("belong to the reporting year, not to the calendar's", () => {
    const calendar = { monthEndsOn: 14 };
    const table = tableOf("2024-06-01", [
      indicator({ calendar, target: ["every month in 2024..2024 >= 1"], measured: ["2023-12-20 = 1"] }),
    ]);
    expect(headingsOf(table)).toContain("Result 2024");
  });
});

describe("categories", () => {
  const trained = indicator({
    name: "Trained",
    baseline: ["2021 for female = 40"],
    target: ["2023 for female, male >= 50"],
    measured: ["2023 for female = 60", "2023 for male = 45", "2023 = 52"],
  });

  test("have a row each, with a verdict of their own, below the indicator's", () => {
    const table = tableOf("2024-06-30", [trained, womenLed]);
    expect(table.rows.map(({ kind }) => kind)).toEqual(["item", "category", "category", "item"]);
    const pick = (row: number) =>
      ["No.", "Indicator", "Baseline", "Target 2023", "Result 2023", "Verdict"].map((key) =>
        shown(table, row).get(key),
      );
    expect(pick(0)).toEqual(["1", "Trained", "", "", "52%", "missed"]);
    expect(pick(1)).toEqual(["1.1", "Trained – female", "2021: 40%", "at least 50%", "60%", "met"]);
    expect(pick(2)).toEqual(["1.2", "Trained – male", "", "at least 50%", "45%", "missed"]);
    expect(shown(table, 3).get("No.")).toBe("2");
  });

  test("may be called __proto__", () => {
    const table = tableOf("2024-06-30", [indicator({ measured: ["2023 for __proto__ = 60"] })]);
    expect(shown(table, 1).get("Result 2023")).toBe("60%");
  });
});

test("counts name only the statuses that occur, the worst first", () => {
  const judgement = judgedPlan(
    "2026-06-30",
    decade,
    [womenLed, indicator({ target: ["2025 >= 1"], measured: ["2025 = 2"] })],
    [task({ due: ["2025"] })],
  );
  const [summary] = buildSummary(judgement, { language: "vi", forecasts: true }).plans;
  expect(summary!.indicatorCounts.map(({ label, count }) => [label, count])).toEqual([
    ["chưa có số liệu", 1],
    ["đạt", 1],
  ]);
  expect(summary!.taskCounts.map(({ label, count }) => [label, count])).toEqual([["quá hạn", 1]]);
});

test("tasks say what was done, and when it was late", () => {
  const tasks = [
    task({ due: ["every year in 2022..2023"], done: ["2022", "2025"] }),
    task({ due: ["2022"], done: ["2023"] }),
  ];
  const table = buildSummary(judgedPlan("2024-06-30", decade, [], tasks), { language: "vi", forecasts: true })
    .plans[0]!;
  expect(table.indicators).toBeNull();
  const rows = table.tasks!.rows.map(({ cells }) =>
    cells.slice(2, 5).map((cell) => (cell.kind === "none" ? "" : cell.text)),
  );
  expect(rows).toEqual([
    ["hằng năm", "2022", "quá hạn"],
    ["2022", "2023, muộn", "hoàn thành"],
  ]);
});
