import type {
  IndicatorItem,
  PlanItem,
  TaskItem,
} from "../../../server/src/language-features/plan-overview-types.ts";
import { plainLetters } from "../plain-letters.ts";
import { indicatorStatuses } from "../statuses.ts";
import type { PageState } from "./page-state.ts";

type Filters = Pick<PageState, "query" | "body" | "statuses" | "taskStatuses" | "order">;

/** Indicators under the clause that they are grouped by; null where there is but one group. */
export interface Section {
  readonly title: string | null;
  readonly indicators: readonly IndicatorItem[];
}

/** The indicators that pass the filters, in the order that was chosen. */
export function selectIndicators(plan: PlanItem, filters: Filters): readonly IndicatorItem[] {
  const { statuses, order } = filters;
  const matches = matcher(plan, filters);
  const found = plan.indicators.filter(
    (one) => (statuses.length === 0 || statuses.includes(one.status)) && matches(one),
  );
  if (order === "plan") return found;
  return found.toSorted((a, b) => indicatorStatuses.indexOf(a.status) - indicatorStatuses.indexOf(b.status));
}

/** The tasks that pass the filters, in the order of the plan. */
export function selectTasks(plan: PlanItem, filters: Filters): readonly TaskItem[] {
  const { taskStatuses } = filters;
  const matches = matcher(plan, filters);
  return plan.tasks.filter(
    (one) => (taskStatuses.length === 0 || taskStatuses.includes(one.status)) && matches(one),
  );
}

/** By the section of their first clause, as long as neighbours are in one; one group where sections say nothing. */
export function toSections(
  indicators: readonly IndicatorItem[],
  order: Filters["order"],
): readonly Section[] {
  if (order === "worst") return [{ title: null, indicators }];
  const sections: { title: string; indicators: IndicatorItem[] }[] = [];
  for (const indicator of indicators) {
    const [clause] = indicator.clauses;
    const title = clause
      ? [clause.section, clause.sectionTitle].filter((part) => part !== "").join(". ")
      : "";
    const latest = sections.at(-1);
    if (latest?.title === title) latest.indicators.push(indicator);
    else sections.push({ title, indicators: [indicator] });
  }
  const named = new Set(sections.map(({ title }) => title));
  // Where neighbours hardly ever share a section, headings would be noise.
  if (named.size < 2 || sections.length > Math.max(3, indicators.length / 1.5))
    return [{ title: null, indicators }];
  return sections.map(({ title, ...rest }) => ({ ...rest, title: title || null }));
}

/** Whether an item is a body's and has all the words that are searched for. */
function matcher(plan: PlanItem, { query, body }: Filters): (item: IndicatorItem | TaskItem) => boolean {
  const words = plainLetters(query)
    .split(/\s+/u)
    .filter((word) => word !== "");
  return (item) => {
    if (body !== null && !item.lead.includes(body) && !item.with.includes(body)) return false;
    if (words.length === 0) return true;
    const names = [...item.lead, ...item.with].map((id) => bodyName(plan, id));
    const addresses = item.clauses.map(({ address }) => address);
    const text = plainLetters([item.name, item.id, ...names, ...addresses].join(" "));
    return words.every((word) => text.includes(word));
  };
}

export function bodyName({ bodies }: PlanItem, id: string): string {
  return bodies.find((body) => body.id === id)?.name ?? id;
}
