import type { TaskDuePoint, TaskJudgement } from "../judgement.ts";
import type { DoneModel, TaskDueModel, TaskModel } from "../model.ts";
import type { Day, Period } from "../period.ts";
import { explanationOf } from "./explanation.ts";
import { pointsAround, worstOf } from "./headline.ts";

/** Whether a task was done when it was due, as of a day; a `done` whose period begins after it doesn't count. */
export function judgeTask(task: TaskModel, asOf: Day): TaskJudgement {
  const done = task.done.filter(({ period }) => period.first <= asOf).sort(byStart);
  const due: TaskDuePoint[] = [];
  const chosen: TaskDuePoint[] = [];
  const single: TaskDuePoint[] = [];
  for (const one of task.due) {
    const points = one.windows.map((window) => judgeDue(task, one, window, done, asOf));
    due.push(...points);
    if (one.recurs) chosen.push(...pointsAround(points, asOf));
    else single.push(...points);
  }
  chosen.push(...pointsAround(single, asOf));
  return {
    task,
    due,
    status: worstOf(chosen) ?? (task.due.length === 0 && done.length > 0 ? "met" : "pending"),
  };
}

function byStart(a: DoneModel, b: DoneModel): number {
  return a.period.first - b.period.first || a.period.last - b.period.last;
}

function judgeDue(
  task: TaskModel,
  due: TaskDueModel,
  window: Period,
  doneByStart: readonly DoneModel[],
  asOf: Day,
): TaskDuePoint {
  const done =
    (due.recurs ? doneByStart.find(({ period }) => liesIn(period, window)) : doneByStart[0]) ?? null;
  const status = done !== null ? "met" : asOf > window.last ? "missed" : "pending";
  const late = done !== null && done.period.first > window.last;
  const explanation = status === "missed" ? explanationOf(task.explanations, window) : null;
  return { due, window, status, late, done, explanation: explanation?.text ?? null };
}

function liesIn(period: Period, window: Period): boolean {
  return period.first >= window.first && period.last <= window.last;
}
