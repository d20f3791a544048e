import { describe, expect, it } from "vitest";
import { judgeTask } from "../../../server/src/semantics/evaluator/judge-task.ts";
import { period, task } from "../../support/models.ts";

interface Case {
  readonly asOf: string;
  readonly due?: readonly string[];
  readonly done?: readonly string[];
  readonly points: string;
  readonly status: string;
}

describe("tasks", () => {
  it.each<[string, Case]>([
    ["no due, not done", { asOf: "2026-01-01", points: "", status: "pending" }],
    ["no due, done", { asOf: "2026-01-01", done: ["2023"], points: "", status: "met" }],
    ["no due, done only later", { asOf: "2022-12-31", done: ["2023"], points: "", status: "pending" }],
    [
      "due in time, by any done",
      { asOf: "2026-01-01", due: ["2025"], done: ["2023-05"], points: "2025 met", status: "met" },
    ],
    [
      "late",
      { asOf: "2026-01-02", due: ["2025"], done: ["2026-01"], points: "2025 met late", status: "met" },
    ],
    [
      "a done that began in time is not late",
      { asOf: "2026-01-02", due: ["2025-06"], done: ["2025"], points: "2025-06 met", status: "met" },
    ],
    [
      "of two the one in time",
      { asOf: "2027-01-02", due: ["2025"], done: ["2026", "2025-03"], points: "2025 met", status: "met" },
    ],
    ["overdue the day after", { asOf: "2026-01-01", due: ["2025"], points: "2025 missed", status: "missed" }],
    [
      "not yet on the day itself",
      { asOf: "2025-12-31", due: ["2025"], points: "2025 pending", status: "pending" },
    ],
    [
      "every year needs its own",
      {
        asOf: "2024-06-01",
        due: ["every year in 2022..2024"],
        done: ["2022", "2024-03"],
        points: "2022 met, 2023 missed, 2024 met",
        status: "missed",
      },
    ],
    [
      "an old omission is out of the headline",
      {
        asOf: "2025-06-01",
        due: ["every year in 2022..2025"],
        done: ["2023", "2024"],
        points: "2022 missed, 2023 met, 2024 met, 2025 pending",
        status: "met",
      },
    ],
    [
      "a done longer than the year lies in none",
      {
        asOf: "2025-06-01",
        due: ["every half in 2024"],
        done: ["2024"],
        points: "2024-H1 missed, 2024-H2 missed",
        status: "missed",
      },
    ],
  ])("%s", (_, { asOf, due = [], done = [], points, status }) => {
    const judgement = judgeTask(task({ due, done }), period(asOf).first);
    const seen = judgement.due.map(
      (point) => `${point.window.text} ${point.status}${point.late ? " late" : ""}`,
    );
    expect([seen.join(", "), judgement.status]).toEqual([points, status]);
  });
});
