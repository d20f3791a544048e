import type {
  PlanItem,
  ReportItem,
  TaskItem,
} from "../../../server/src/language-features/plan-overview-types.ts";
import { Owners } from "./links.tsx";
import { fill, opening, usePage } from "./page-context.ts";
import { StatusIcon } from "./status-icon.tsx";

/** The tasks, each with its verdict and its due points. */
export function TaskList({ tasks, plan }: { readonly tasks: readonly TaskItem[]; readonly plan: PlanItem }) {
  const { words, program, send } = usePage();
  return (
    <ul class="tasks">
      {tasks.map((task) => (
        <li key={task.id} class="task">
          <div class="card-head">
            <div class="card-title">
              <h4>
                <button
                  type="button"
                  class="link name"
                  title={fill(words.openPlace, task.name)}
                  onClick={() => send(opening(program, task.place))}
                >
                  {task.name}
                </button>
              </h4>
              <Owners item={task} plan={plan} />
              <DuePoints task={task} />
            </div>
            <span class={`badge badge-${task.status}`}>
              <StatusIcon status={task.status} />
              {task.statusText}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function DuePoints({ task: { due, name } }: { readonly task: TaskItem }) {
  const { words } = usePage();
  if (due.length === 0) return <p class="no-due">{words.noDue}</p>;
  return (
    <ul class="due" aria-label={fill(words.duePoints, name)}>
      {due.map(({ period, periodText, status, statusText, late, evidence, explanation }) => (
        <li
          key={period}
          class={`due-${status}`}
          title={[statusText, late ? words.late : "", evidence, explanation].filter(Boolean).join(" · ")}
        >
          <StatusIcon status={status} />
          {periodText}
          <span class="hidden">{statusText}</span>
          {late && <em>{words.late}</em>}
        </li>
      ))}
    </ul>
  );
}

/** The reports whose values count here. */
export function ReportList({ reports }: { readonly reports: readonly ReportItem[] }) {
  const { program, send } = usePage();
  return (
    <ul class="reports">
      {reports.map(({ name, periodText, place }) => (
        <li key={`${place.path}:${place.range.start.line}`}>
          <button type="button" class="link" onClick={() => send(opening(program, place))}>
            {name}
          </button>
          {periodText !== null && <span>{periodText}</span>}
        </li>
      ))}
    </ul>
  );
}
