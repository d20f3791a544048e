import type { PlanItem } from "../../../server/src/language-features/plan-overview-types.ts";
import { fill, usePage } from "./page-context.ts";
import type { PageState } from "./page-state.ts";

interface FilterProps {
  readonly plan: PlanItem;
  readonly state: PageState;
  readonly shown: number;
  readonly change: (part: Partial<PageState>) => void;
}

/** Words, body and order; the verdicts are chosen by their counts above. */
export function FilterBar({ plan, state, shown, change }: FilterProps) {
  const { words } = usePage();
  const { query, body, statuses, taskStatuses, order, isOpen } = state;
  const isFiltered = query !== "" || body !== null || statuses.length > 0 || taskStatuses.length > 0;
  return (
    <search class="filters" aria-label={words.filter}>
      <label>
        <span>{words.search}</span>
        <input
          type="search"
          value={query}
          onInput={({ currentTarget: { value } }) => change({ query: value })}
        />
      </label>
      <label>
        <span>{words.body}</span>
        <select
          value={body ?? ""}
          title={plan.bodies.find(({ id }) => id === body)?.name ?? words.allBodies}
          onChange={({ currentTarget: { value } }) => change({ body: value === "" ? null : value })}
        >
          <option value="">{words.allBodies}</option>
          {plan.bodies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.order}</span>
        <select
          value={order}
          title={order === "worst" ? words.worstFirst : words.planOrder}
          onChange={({ currentTarget: { value } }) => change({ order: value === "worst" ? "worst" : "plan" })}
        >
          <option value="plan">{words.planOrder}</option>
          <option value="worst">{words.worstFirst}</option>
        </select>
      </label>
      <div class="filter-end">
        <span role="status">{fill(words.shown, shown, plan.indicators.length)}</span>
        {isFiltered && (
          <button
            type="button"
            class="link"
            onClick={() => change({ query: "", body: null, statuses: [], taskStatuses: [] })}
          >
            {words.clearFilters}
          </button>
        )}
        <button type="button" class="link" onClick={() => change({ isOpen: !isOpen, exceptions: [] })}>
          {isOpen ? words.closeAll : words.openAll}
        </button>
      </div>
    </search>
  );
}
