import type { PlanJudgement, ProgramJudgement } from "../semantics/judgement.ts";
import type { BodyModel } from "../semantics/model.ts";

/** The bodies that lead something, in the order of the files. */
export function leadBodies({ plans }: ProgramJudgement): readonly BodyModel[] {
  const found = new Map<string, BodyModel>();
  for (const body of plans.flatMap(leadsOf)) if (!found.has(body.id)) found.set(body.id, body);
  return [...found.values()];
}

/** What one body leads, of every plan; plans in which it leads nothing are left out. */
export function ofBody(judgement: ProgramJudgement, id: string): ProgramJudgement {
  return { ...judgement, plans: judgement.plans.map((plan) => restricted(plan, id)).filter(hasItems) };
}

/** Each plan once for each body that leads something in it, named after both, and once for what nobody leads. */
export function byBody(judgement: ProgramJudgement, nobody: string): ProgramJudgement {
  const plans = judgement.plans.flatMap((plan) => {
    const bodies = leadBodies({ ...judgement, plans: [plan] });
    return [
      ...bodies.map((body) => named(restricted(plan, body.id), body.name)),
      named(restricted(plan, null), nobody),
    ].filter(hasItems);
  });
  return { ...judgement, plans };
}

function leadsOf({ indicators, tasks }: PlanJudgement): readonly BodyModel[] {
  return [...indicators.flatMap((one) => one.indicator.lead), ...tasks.flatMap((one) => one.task.lead)];
}

function restricted(plan: PlanJudgement, id: string | null): PlanJudgement {
  const leads = (lead: readonly BodyModel[]) =>
    id === null ? lead.length === 0 : lead.some((body) => body.id === id);
  return {
    ...plan,
    indicators: plan.indicators.filter(({ indicator }) => leads(indicator.lead)),
    tasks: plan.tasks.filter(({ task }) => leads(task.lead)),
  };
}

function named(plan: PlanJudgement, body: string): PlanJudgement {
  return plan.plan === null ? plan : { ...plan, plan: { ...plan.plan, name: `${plan.plan.name} – ${body}` } };
}

function hasItems({ indicators, tasks }: PlanJudgement): boolean {
  return indicators.length > 0 || tasks.length > 0;
}
