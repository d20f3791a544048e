/** The shape of a hand-computed case, and how an exported JSON is held against it. */
import type { DueJson, ExportJson } from "./evaluate.ts";
import type { TaskDueJson } from "./tasks.ts";

export type ExpectedDue = Partial<DueJson> & Pick<DueJson, "period" | "status">;

export interface ExpectedIndicator {
  readonly status?: string;
  readonly result?: string;
  readonly forecast?: string | null;
  /** The due points of all targets, in the order of the file; a field left out is not looked at. */
  readonly due: readonly ExpectedDue[];
}

export interface ExpectedTask {
  readonly status: string;
  readonly due: readonly (Partial<TaskDueJson> & Pick<TaskDueJson, "period" | "status">)[];
}

export interface HandCase {
  readonly name: string;
  /** The reasoning that gives the expected values, from the rules alone. */
  readonly why: string;
  /** One file's text, in plain English and one statement a line, so that `readPlan` can read it too. */
  readonly bdg: string;
  readonly asOf: string;
  readonly expect: Readonly<Record<string, ExpectedIndicator>>;
  readonly tasks?: Readonly<Record<string, ExpectedTask>>;
}

type Fields = Readonly<Record<string, unknown>>;

function pick(from: Fields, like: Fields): Fields {
  return Object.fromEntries(Object.keys(like).map((key) => [key, from[key]]));
}

/** An exported JSON cut down to what a case speaks of, in the shape of `{ indicators, tasks }` of `expectedOutcome`. */
export function outcomeOf(json: ExportJson, handCase: HandCase): Fields {
  const indicators = json.plans.flatMap((plan) => plan.indicators);
  const tasks = json.plans.flatMap((plan) => plan.tasks);
  const cut = (
    found: Fields | undefined,
    due: readonly Fields[],
    like: { readonly due: readonly Fields[] },
  ) => ({
    ...pick(found ?? {}, like as unknown as Fields),
    due: due.map((one, index) => pick(one, like.due[index] ?? { period: null, status: null })),
  });
  return {
    indicators: Object.entries(handCase.expect).map(([id, like]) => {
      const found = indicators.find((indicator) => indicator.id === id);
      return [
        id,
        cut(
          found as unknown as Fields,
          (found?.targets ?? []).flatMap((target) => target.due) as unknown as Fields[],
          like as unknown as { due: Fields[] },
        ),
      ];
    }),
    tasks: Object.entries(handCase.tasks ?? {}).map(([id, like]) => {
      const found = tasks.find((task) => task.id === id);
      return [
        id,
        cut(
          found as unknown as Fields,
          (found?.due ?? []) as unknown as Fields[],
          like as unknown as { due: Fields[] },
        ),
      ];
    }),
  };
}

/** What `outcomeOf` must be equal to. */
export function expectedOutcome(handCase: HandCase): Fields {
  return { indicators: Object.entries(handCase.expect), tasks: Object.entries(handCase.tasks ?? {}) };
}
