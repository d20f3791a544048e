import type { PlanItem } from "../../../server/src/language-features/plan-overview-types.ts";
import { attentionStatuses, type IndicatorStatus, indicatorStatuses, taskStatuses } from "../statuses.ts";
import { fill, usePage } from "./page-context.ts";
import type { PageState } from "./page-state.ts";
import { toggled } from "./page-state.ts";
import { StatusIcon } from "./status-icon.tsx";

interface GlanceProps {
  readonly plan: PlanItem;
  readonly state: PageState;
  readonly change: (part: Partial<PageState>) => void;
}

/** How the whole plan stands, in two sentences, two bars and the counts, which filter what is below. */
export function Glance({ plan, state, change }: GlanceProps) {
  const { words, overview } = usePage();
  const { counts, taskCounts, indicators, tasks } = plan;
  const attention = attentionStatuses.reduce((sum, status) => sum + counts[status], 0);
  return (
    <section class="glance" aria-label={words.glance}>
      {indicators.length > 0 && (
        <Counts
          title={
            attention > 0
              ? fill(words.needAttention, attention, indicators.length)
              : fill(words.noneNeedsAttention, indicators.length)
          }
          kind={words.indicators}
          statuses={indicatorStatuses}
          counts={counts}
          texts={overview.statusTexts}
          chosen={state.statuses}
          choose={(status) => change({ statuses: toggled(state.statuses, status) })}
        />
      )}
      {tasks.length > 0 && (
        <Counts
          title={
            taskCounts.missed > 0
              ? fill(words.overdue, taskCounts.missed, tasks.length)
              : fill(words.noneOverdue, tasks.length)
          }
          kind={words.tasks}
          statuses={taskStatuses}
          counts={taskCounts}
          texts={overview.taskStatusTexts}
          chosen={state.taskStatuses}
          choose={(status) => change({ taskStatuses: toggled(state.taskStatuses, status) })}
        />
      )}
    </section>
  );
}

interface CountsProps<S extends IndicatorStatus> {
  readonly title: string;
  readonly kind: string;
  readonly statuses: readonly S[];
  readonly counts: Readonly<Record<S, number>>;
  readonly texts: Readonly<Record<S, string>>;
  readonly chosen: readonly S[];
  readonly choose: (status: S) => void;
}

function Counts<S extends IndicatorStatus>(props: CountsProps<S>) {
  const { title, kind, statuses, counts, texts, chosen, choose } = props;
  return (
    <div class="counts">
      <h2>{title}</h2>
      <div class="bar" aria-hidden="true">
        {statuses
          .filter((status) => counts[status] > 0)
          .map((status) => (
            <span key={status} class={`part part-${status}`} style={{ flexGrow: counts[status] }} />
          ))}
      </div>
      <ul class="tiles" aria-label={kind}>
        {statuses.map((status) => (
          <li key={status}>
            <button
              type="button"
              class={counts[status] === 0 ? "tile none" : "tile"}
              aria-pressed={chosen.includes(status)}
              onClick={() => choose(status)}
            >
              <StatusIcon status={status} />
              <b>{counts[status]}</b>
              <span>{texts[status]}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
