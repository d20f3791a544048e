import * as v from "valibot";
import { type IndicatorStatus, indicatorStatuses, type TaskStatus, taskStatuses } from "../statuses.ts";

/** What the page remembers while it is hidden and when VS Code starts again. */
const pageState = v.object({
  /** The root of the program and the path of the plan's file that is shown; null for the first plan. */
  plan: v.nullable(v.object({ program: v.string(), path: v.string() })),
  asOf: v.nullable(v.pipe(v.string(), v.isoDate())),
  query: v.string(),
  body: v.nullable(v.string()),
  statuses: v.array(v.picklist(indicatorStatuses)),
  taskStatuses: v.array(v.picklist(taskStatuses)),
  order: v.picklist(["plan", "worst"]),
  /** Whether cards are open unless they are among the exceptions (ids of indicators). */
  isOpen: v.boolean(),
  exceptions: v.array(v.string()),
  scroll: v.number(),
});

export interface PageState {
  readonly plan: { readonly program: string; readonly path: string } | null;
  readonly asOf: string | null;
  readonly query: string;
  readonly body: string | null;
  /** Shown verdicts; none chosen shows all. */
  readonly statuses: readonly IndicatorStatus[];
  readonly taskStatuses: readonly TaskStatus[];
  readonly order: "plan" | "worst";
  readonly isOpen: boolean;
  readonly exceptions: readonly string[];
  readonly scroll: number;
}

export const firstState: PageState = {
  plan: null,
  asOf: null,
  query: "",
  body: null,
  statuses: [],
  taskStatuses: [],
  order: "plan",
  isOpen: true,
  exceptions: [],
  scroll: 0,
};

/** The state that was kept; the first one where what was kept is none of ours, or an older version's. */
export function readState(kept: unknown): PageState {
  const { success, output } = v.safeParse(pageState, kept);
  return success ? output : firstState;
}

/** The list with the item taken out where it is in, else put in. */
export function toggled<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}

export function isOpen({ isOpen: usually, exceptions }: PageState, id: string): boolean {
  return usually !== exceptions.includes(id);
}
