import { memo } from "preact/compat";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { IndicatorItem, PlanItem } from "../../../server/src/language-features/plan-overview-types.ts";
import { Chart } from "./chart.tsx";
import { IndicatorTable } from "./indicator-table.tsx";
import { Owners } from "./links.tsx";
import { useNear } from "./near.ts";
import { fill, opening, usePage } from "./page-context.ts";
import { StatusIcon } from "./status-icon.tsx";

interface CardProps {
  readonly indicator: IndicatorItem;
  readonly plan: PlanItem;
  readonly isOpen: boolean;
  readonly toggle: (id: string) => void;
}

/** An indicator: its verdict, and, where it is open, its chart with the table beside it. */
export const IndicatorCard = memo(({ indicator, plan, isOpen, toggle }: CardProps) => {
  const { words, program, send } = usePage();
  const { id, name, status, statusText, verdict, place, nextPeriod, hasCurrentValue } = indicator;
  const body = `details-${id}`;
  const next = nextPeriod === null ? null : periodTextOf(indicator, nextPeriod);
  return (
    <li class={`card card-${status}`} id={`indicator-${id}`}>
      <div class="card-head">
        <button
          type="button"
          class="toggle"
          aria-expanded={isOpen}
          aria-controls={body}
          aria-label={fill(words.details, name)}
          onClick={() => toggle(id)}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M5.5,3L10.5,8L5.5,13" />
          </svg>
        </button>
        <div class="card-title">
          <h4>
            <button
              type="button"
              class="link name"
              title={fill(words.openPlace, name)}
              onClick={() => send(opening(program, place))}
            >
              {name}
            </button>
          </h4>
          <p class="summary">{verdict}</p>
          <Owners item={indicator} plan={plan} />
        </div>
        <span class={`badge badge-${status}`}>
          <StatusIcon status={status} />
          {statusText}
        </span>
        {next !== null && (
          <button
            type="button"
            class={hasCurrentValue ? "action" : "action wanted"}
            aria-label={fill(words.recordPeriodOf, next, name)}
            onClick={() => send({ kind: "record", program, path: place.path, indicator: id })}
          >
            {fill(words.recordPeriod, next)}
          </button>
        )}
      </div>
      <div id={body}>{isOpen && <Details indicator={indicator} />}</div>
    </li>
  );
});

function periodTextOf({ targets }: IndicatorItem, period: string): string {
  const due = targets.flatMap((target) => target.due).find((point) => point.period === period);
  return due?.periodText ?? period;
}

/** Drawn only near the window; elsewhere a blank of the same height stands for it. */
function Details({ indicator }: { readonly indicator: IndicatorItem }) {
  const { words } = usePage();
  const frame = useRef<HTMLDivElement>(null);
  const height = useRef(280);
  const isNear = useNear(frame);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    if (isNear) height.current = element.offsetHeight;
    element.style.minHeight = isNear ? "" : `${height.current}px`;
  });
  const { charts, name } = indicator;
  return (
    <div class="details" ref={frame}>
      {isNear && (
        <>
          <div class="charts">
            {charts.length === 0 && <p class="no-chart">{words.noChart}</p>}
            {charts.map((chart) => (
              <Chart key={chart.category} chart={chart} name={name} />
            ))}
          </div>
          <IndicatorTable indicator={indicator} />
        </>
      )}
    </div>
  );
}
