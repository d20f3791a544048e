import { type Status, statusesFromWorst } from "../judgement.ts";
import type { Day } from "../period.ts";

/** The part of a due point that a headline looks at. */
export interface HeadlinePoint<S extends Status> {
  readonly status: S;
  readonly window: { readonly last: Day };
}

/** Of one group of due points: those of the latest deadline before a day, and of the first deadline not before it. */
export function pointsAround<P extends HeadlinePoint<Status>>(group: readonly P[], asOf: Day): readonly P[] {
  let before = Number.NEGATIVE_INFINITY;
  let after = Number.POSITIVE_INFINITY;
  for (const { window } of group) {
    if (window.last < asOf) before = Math.max(before, window.last);
    else after = Math.min(after, window.last);
  }
  return group.filter(({ window }) => window.last === before || window.last === after);
}

/** The worst of some statuses; undefined of none. */
export function worstOf<S extends Status>(points: readonly { readonly status: S }[]): S | undefined {
  let worst: S | undefined;
  let rank = Number.POSITIVE_INFINITY;
  for (const { status } of points) {
    const at = statusesFromWorst.indexOf(status);
    if (at >= rank) continue;
    rank = at;
    worst = status;
  }
  return worst;
}
