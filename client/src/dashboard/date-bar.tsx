import type { PlanItem } from "../../../server/src/language-features/plan-overview-types.ts";
import { fill, usePage } from "./page-context.ts";
import { showDay } from "./show-day.ts";

/** The days that matter here. */
export interface Days {
  /** The one that was chosen here; null where it is left to the settings. */
  readonly chosen: string | null;
  /** The one that the settings keep; null where they leave it to the calendar. */
  readonly fixed: string | null;
  readonly today: string;
}

interface DateBarProps {
  readonly days: Days;
  readonly choose: (day: string | null) => void;
}

/** The day as of which everything is judged, to be moved along the deadlines of the plan or typed. */
export function DateBar({ plan, days, choose }: DateBarProps & { readonly plan: PlanItem }) {
  const { words, overview } = usePage();
  const { chosen, fixed, today } = days;
  const day = chosen ?? overview.asOf;
  const move = (to: string) => choose(to === (fixed ?? today) ? null : to);
  const show = (one: string) => showDay(one, overview.language);
  const stops = [...new Set([...plan.deadlines, today])].sort();
  const before = stops.findLast((stop) => stop < day);
  const after = stops.find((stop) => stop > day);
  return (
    <div class="date">
      <label for="as-of">{words.date}</label>
      <button
        type="button"
        class="step"
        disabled={before === undefined}
        aria-label={words.earlier}
        title={words.earlier}
        onClick={() => before && move(before)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M10.5,3L5.5,8L10.5,13" />
        </svg>
      </button>
      <input
        id="as-of"
        type="date"
        value={day}
        min="1900-01-01"
        max="2200-12-31"
        onChange={({ currentTarget: { value } }) => value !== "" && move(value)}
      />
      <button
        type="button"
        class="step"
        disabled={after === undefined}
        aria-label={words.later}
        title={words.later}
        onClick={() => after && move(after)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M5.5,3L10.5,8L5.5,13" />
        </svg>
      </button>
      {stops.length > 1 && (
        <input
          type="range"
          min={0}
          max={stops.length - 1}
          value={Math.max(
            0,
            stops.findLastIndex((stop) => stop <= day),
          )}
          aria-label={words.slider}
          aria-valuetext={show(day)}
          onInput={({ currentTarget: { value } }) => move(stops[Number(value)] ?? day)}
        />
      )}
      <button type="button" class="step today" disabled={day === today} onClick={() => move(today)}>
        {words.showToday}
      </button>
    </div>
  );
}

/** A note wherever what is shown is not today's, with the way back. */
export function DateNote({ days: { chosen, fixed, today }, choose }: DateBarProps) {
  const { words, overview } = usePage();
  const { asOf, language } = overview;
  if (asOf === today) return null;
  const show = (one: string) => showDay(one, language);
  return (
    <p class="note" role="status">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M8,1.5A6.5,6.5 0 1 1 8,14.5A6.5,6.5 0 1 1 8,1.5ZM8,4V8.2L10.8,10" />
      </svg>
      <span>
        {chosen === null ? fill(words.fixedDay, show(asOf), show(today)) : fill(words.notToday, show(asOf))}
      </span>
      <button type="button" class="link" onClick={() => choose(chosen === null ? today : null)}>
        {chosen === null || fixed === null ? words.showToday : fill(words.back, show(fixed))}
      </button>
    </p>
  );
}
