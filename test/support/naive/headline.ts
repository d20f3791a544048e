/** The headline of an indicator or a task. */
import type { Status } from "./judge.ts";

export interface Judgement {
  readonly deadline: number;
  readonly status: Status;
  readonly closed: boolean;
}

export interface Headline {
  readonly status: Status;
  readonly result: Status;
  readonly forecast: Status | null;
}

/** "from worst to best" */
const worstFirst: readonly Status[] = [
  "missed",
  "no-data",
  "off-track",
  "at-risk",
  "on-track",
  "met",
  "pending",
];

function worst(judgements: readonly Judgement[]): Status | null {
  return worstFirst.find((status) => judgements.some((one) => one.status === status)) ?? null;
}

/** Groups of due points in, the headline as of day `asOf` out; pending where there is nothing to judge. */
export function headline(groups: readonly (readonly Judgement[])[], asOf: number): Headline {
  // "From each group take those of the latest deadline before A and those of the first deadline not before A."
  const taken = groups.flatMap((group) => {
    const deadlines = group.map((one) => one.deadline);
    const before = Math.max(...deadlines.filter((deadline) => deadline < asOf));
    const after = Math.min(...deadlines.filter((deadline) => deadline >= asOf));
    return group.filter((one) => one.deadline === before || one.deadline === after);
  });
  return {
    // "The `status` is the worst of all these"
    status: worst(taken) ?? "pending",
    // "Its `result` is the worst among the closed ones of these (pending where none is closed)"
    result: worst(taken.filter((one) => one.closed)) ?? "pending",
    // "its `forecast` the worst among the others (null where there is none)"
    forecast: worst(taken.filter((one) => !one.closed)),
  };
}
