import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import {
  type ChartDrawing,
  type ChartMark,
  drawChart,
  type LineRole,
  type MarkRole,
} from "../../../server/src/charts/chart-drawing.ts";
import type { ChartItem } from "../../../server/src/charts/chart-types.ts";
import { fill, usePage } from "./page-context.ts";
import { showDay } from "./show-day.ts";

const height = 230;

/** A chart as wide as its place, with the legend of what is in it. */
export function Chart({ chart, name }: { readonly chart: ChartItem; readonly name: string }) {
  const { words, overview } = usePage();
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame);
  const { language, asOf } = overview;
  const drawing = useMemo(
    () => drawChart(chart, { width, height, language, todayText: showDay(asOf, language, "short") }),
    [chart, width, language, asOf],
  );
  const title = chart.category === null ? name : `${name} · ${chart.category}`;
  return (
    <figure class="chart" ref={frame}>
      <p class="chart-head">
        {chart.category !== null && <b>{chart.category} </b>}
        {!chart.unit.startsWith("%") && chart.unit}
      </p>
      <svg
        class="picture"
        role="img"
        aria-label={fill(words.chartOf, title)}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        width={drawing.width}
        height={drawing.height}
      >
        {drawing.lines.map(({ role, d }) => (
          <path key={role + d} class={`line line-${role}`} d={d} />
        ))}
        {drawing.marks.map((mark) => (
          <Mark key={`${mark.role}${mark.x},${mark.y}`} mark={mark} />
        ))}
        {drawing.texts.map(({ role, x, y, anchor, text }) => (
          <text key={role + x + y} class={`label label-${role}`} x={x} y={y} text-anchor={anchor}>
            {text}
          </text>
        ))}
      </svg>
      <Legend drawing={drawing} />
    </figure>
  );
}

function Mark({ mark: { role, status, x, y, d, text } }: { readonly mark: ChartMark }) {
  return (
    <path class={`mark mark-${role} ${status ?? ""}`} d={d} transform={`translate(${x},${y})`}>
      <title>{text}</title>
    </path>
  );
}

function Legend({ drawing: { lines, marks } }: { readonly drawing: ChartDrawing }) {
  const { words } = usePage();
  const names: readonly (readonly [MarkRole, string])[] = [
    ["value", words.measured],
    ["missed", words.missed],
    ["target", words.target],
    ["baseline", words.baseline],
  ];
  return (
    <figcaption class="legend">
      {names.map(([role, name]) => {
        const mark = marks.find((one) => one.role === role);
        return (
          mark && (
            <span key={role}>
              <svg viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
                <path class={`mark mark-${role}`} d={mark.d} />
              </svg>
              {name}
            </span>
          )
        );
      })}
      {lines.some(({ role }) => role === "level") && !marks.some(({ role }) => role === "target") && (
        <LineSample line="level" name={words.target} />
      )}
      {lines.some(({ role }) => role === "path") && <LineSample line="path" name={words.path} />}
    </figcaption>
  );
}

function LineSample({ line, name }: { readonly line: LineRole; readonly name: string }) {
  return (
    <span>
      <svg viewBox="0 -8 22 16" width="20" height="14" aria-hidden="true">
        <path class={`line line-${line}`} d="M0,0H22" />
      </svg>
      {name}
    </span>
  );
}

/** The width of an element, kept as it changes. */
function useWidth(ref: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(480);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = () => setWidth(Math.max(220, Math.floor(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
