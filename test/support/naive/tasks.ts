/** Tasks: due points that are done or not. */
import { isInside, parseDay, recurringWindows, spanOf, type Window, windowOf } from "./calendar.ts";
import { headline, type Judgement } from "./headline.ts";
import type { DueModel, PlanModel, TaskModel } from "./plan-model.ts";

export type TaskStatus = "met" | "missed" | "pending";

export interface TaskDueJson {
  readonly period: string;
  readonly status: TaskStatus;
  readonly late: boolean;
  readonly evidence: string | null;
}

export interface JudgedTask {
  readonly status: TaskStatus;
  readonly due: readonly TaskDueJson[];
}

export function judgeTask(model: PlanModel, task: TaskModel): JudgedTask {
  const asOf = parseDay(model.asOf);
  const yearEnds = model.plan?.yearEnds ?? null;
  // "in both, one whose period begins after A doesn't count"
  const done = task.done
    .map((one) => ({ ...one, ...spanOf(one.period, yearEnds) }))
    .filter((one) => one.first <= asOf);
  // "A task with no `due` is `met` when done, else `pending`."
  if (task.due.length === 0) return { status: done.length > 0 ? "met" : "pending", due: [] };
  const groups = task.due.map((due) =>
    windowsOf(model, due).map((window) => {
      // "with `due P` is done by any `done`; with `due every year` each year is done by a `done` whose period
      // lies in it"
      const by = done.filter((one) => due.kind === "point" || isInside(one, window));
      return judgeDue(window, by, asOf);
    }),
  );
  const recurring = groups.filter((_, index) => task.due[index]!.kind === "every");
  const others = groups.filter((_, index) => task.due[index]!.kind !== "every").flat();
  // "the headline is made as above"
  const status = headline(
    [...recurring, others].map((group) => group.map((one) => one.judgement)),
    asOf,
  ).status;
  return { status: status as TaskStatus, due: groups.flat().map((one) => one.json) };
}

function windowsOf(model: PlanModel, due: DueModel): Window[] {
  if (due.kind === "point") return [windowOf(due.period, model.plan?.yearEnds ?? null)];
  // "Its range is that of a recurring target"
  return recurringWindows(due.cadence, due.in, model.plan);
}

interface Done {
  readonly first: number;
  readonly evidence: string | null;
}

function judgeDue(
  window: Window,
  done: readonly Done[],
  asOf: number,
): { json: TaskDueJson; judgement: Judgement } {
  // Of several, the first one says whether it was in time.
  const first = done.reduce<Done | null>(
    (best, one) => (best === null || one.first < best.first ? one : best),
    null,
  );
  // "A due point is `met` when done, `missed` when A is after it and it is not, else `pending`; a `done` that
  // begins after the deadline makes it `met` and late."
  const status = first !== null ? "met" : asOf > window.last ? "missed" : "pending";
  const late = first !== null && first.first > window.last;
  return {
    json: { period: window.period, status, late, evidence: first?.evidence ?? null },
    judgement: { deadline: window.last, status, closed: asOf > window.last },
  };
}
