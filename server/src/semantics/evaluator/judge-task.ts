import type { TaskDuePoint, TaskJudgement } from "../judgement.ts";
import type { DoneModel, TaskDueModel, TaskModel } from "../model.ts";
import type { Day, Period } from "../period.ts";
import { explanationOf } from "./explanation.ts";
import { pointsAround, worstOf } from "./headline.ts";

/** Whether a task was done when it was due, as of a day; a `done` whose period begins after it doesn't count. */
export function judgeTask(task: TaskModel, asOf: Day): TaskJudgement {
  const done = task.done.filter(({ period }) => period.first <= asOf).sort(byStart);
  const byDue = task.due.map((one) => one.windows.map((window) => judgeDue(task, one, window, done, asOf)));
  const chosen: TaskDuePoint[] = [];
  const single: TaskDuePoint[] = [];
  for (const [index, one] of task.due.entries()) {
    if (one.recurs) chosen.push(...pointsAround(byDue[index]!, asOf));
    else single.push(...byDue[index]!);
  }
  chosen.push(...pointsAround(single, asOf));
  const status = worstOf(chosen) ?? (task.due.length === 0 && done.length > 0 ? "met" : "pending");
  return { task, due: byDue.flat(), status };
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
