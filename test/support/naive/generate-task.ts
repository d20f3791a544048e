/** Tasks of generated plans. */

import { drawEvery, drawPeriod } from "./generate-periods.ts";
import type { Draw } from "./generate-plan.ts";
import type { PlanHeadModel, TaskModel } from "./plan-model.ts";

/** A task with none to two due statements; all its evidence is one, so that it never matters whose is shown. */
export function createTask(draw: Draw, plan: PlanHeadModel | null, id: string): TaskModel {
  const evidence = draw.one([null, "KH 12"]);
  return {
    id,
    name: `Nhiệm vụ ${id}`,
    due: Array.from({ length: draw.below(3) }, () =>
      draw.once(2) ? drawEvery(draw, plan) : ({ kind: "point", period: drawPeriod(draw, plan) } as const),
    ),
    done: Array.from({ length: draw.below(4) }, () => ({ period: drawPeriod(draw, plan), evidence })),
    lead: draw.one([[], ["so"], ["phong", "so"]]),
    with: draw.one([[], ["phong"]]),
  };
}
