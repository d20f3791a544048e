import { useCallback, useMemo } from "preact/hooks";
import type { PlanItem } from "../../../server/src/language-features/plan-overview-types.ts";
import type { Shown } from "../views/dashboard/host-messages.ts";
import type { PageMessage } from "../views/dashboard/page-messages.ts";
import { DateBar, DateNote, type Days } from "./date-bar.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { Glance } from "./glance.tsx";
import { IndicatorCard } from "./indicator-card.tsx";
import { fill, type PageContext, pageContext, usePage } from "./page-context.ts";
import { isOpen, type PageState, toggled } from "./page-state.ts";
import { selectIndicators, selectTasks, toSections } from "./select-items.ts";
import { showDay } from "./show-day.ts";
import { ReportList, TaskList } from "./task-list.tsx";

interface AppProps {
  readonly shown: Shown;
  readonly state: PageState;
  readonly change: (part: Partial<PageState>) => void;
  readonly send: (message: PageMessage) => void;
}

/** Every plan that there is with the program it belongs to, in the order of the folders. */
export function allPlans({ programs }: Shown) {
  return programs.flatMap((program) => program.overview.plans.map((plan) => ({ ...program, plan })));
}

/** The page for one plan, with a choice where there are several. */
export function App({ shown, state, change, send }: AppProps) {
  const plans = allPlans(shown);
  const at = plans.findIndex(
    ({ rootUri, plan }) => rootUri === state.plan?.program && plan.place.path === state.plan.path,
  );
  const current = plans[Math.max(0, at)];
  const context = useMemo<PageContext | null>(
    () =>
      current ? { words: shown.words, overview: current.overview, program: current.rootUri, send } : null,
    [shown, current, send],
  );
  if (!current || !context) return <p class="empty">{shown.words.empty}</p>;
  return (
    <pageContext.Provider value={context}>
      <header>
        <h1>
          <small>
            {shown.words.title} ·{" "}
            {fill(shown.words.asOf, showDay(current.overview.asOf, current.overview.language))}
          </small>
          {current.plan.name}
        </h1>
        {plans.length > 1 && (
          <label class="plans">
            <span>{shown.words.plan}</span>
            <select
              value={Math.max(0, at)}
              title={current.plan.name}
              onChange={({ currentTarget: { value } }) => {
                const chosen = plans[Number(value)];
                if (chosen)
                  change({
                    plan: { program: chosen.rootUri, path: chosen.plan.place.path },
                    body: null,
                    exceptions: [],
                  });
              }}
            >
              {plans.map(({ rootUri, plan }, i) => (
                <option key={`${rootUri}#${plan.place.path}`} value={i}>
                  {plan.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <ExportButton plan={current.plan} />
      </header>
      <PlanPage
        plan={current.plan}
        days={{ chosen: state.asOf, fixed: current.fixedDay, today: shown.today }}
        state={state}
        change={change}
      />
    </pageContext.Provider>
  );
}

function ExportButton({ plan }: { readonly plan: PlanItem }) {
  const { words, overview, program, send } = usePage();
  return (
    <button
      type="button"
      class="action primary"
      title={fill(words.exportHint, showDay(overview.asOf, overview.language))}
      onClick={() => send({ kind: "export", program, path: plan.place.path })}
    >
      {words.export}
    </button>
  );
}

interface PlanPageProps extends Pick<AppProps, "state" | "change"> {
  readonly plan: PlanItem;
  readonly days: Days;
}

function PlanPage({ plan, days, state, change }: PlanPageProps) {
  const { words } = usePage();
  const choose = useCallback((asOf: string | null) => change({ asOf }), [change]);
  const indicators = useMemo(() => selectIndicators(plan, state), [plan, state]);
  const tasks = useMemo(() => selectTasks(plan, state), [plan, state]);
  return (
    <main>
      <DateBar plan={plan} days={days} choose={choose} />
      <DateNote days={days} choose={choose} />
      <Glance plan={plan} state={state} change={change} />
      <FilterBar plan={plan} state={state} shown={indicators.length} change={change} />
      {plan.indicators.length > 0 && (
        <section aria-labelledby="indicators">
          <h2 id="indicators">{words.indicators}</h2>
          {indicators.length === 0 && <p class="empty">{words.nothingFound}</p>}
          <Cards plan={plan} indicators={indicators} state={state} change={change} />
        </section>
      )}
      {plan.tasks.length > 0 && (
        <section aria-labelledby="tasks">
          <h2 id="tasks">{words.tasks}</h2>
          {tasks.length === 0 ? (
            <p class="empty">{words.nothingFound}</p>
          ) : (
            <TaskList tasks={tasks} plan={plan} />
          )}
        </section>
      )}
      {plan.reports.length > 0 && (
        <section aria-labelledby="reports">
          <h2 id="reports">{words.reports}</h2>
          <ReportList reports={plan.reports} />
        </section>
      )}
    </main>
  );
}

interface CardsProps extends Pick<AppProps, "state" | "change"> {
  readonly plan: PlanItem;
  readonly indicators: PlanItem["indicators"];
}

function Cards({ plan, indicators, state, change }: CardsProps) {
  const { exceptions } = state;
  const toggle = useCallback(
    (id: string) => change({ exceptions: toggled(exceptions, id) }),
    [exceptions, change],
  );
  return toSections(indicators, state.order).map((section, i) => (
    <div key={section.title ?? i} class="group">
      {section.title !== null && <h3>{section.title}</h3>}
      <ul class="cards">
        {section.indicators.map((indicator) => (
          <IndicatorCard
            key={indicator.id}
            indicator={indicator}
            plan={plan}
            isOpen={isOpen(state, indicator.id)}
            toggle={toggle}
          />
        ))}
      </ul>
    </div>
  ));
}
