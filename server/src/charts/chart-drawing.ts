import {
  line,
  type SymbolType,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTimes,
} from "d3-shape";
import type { Status } from "../semantics/judgement.ts";
import { extremes } from "../text/extremes.ts";
import { everyPoint, valueScale, type YearTick, yearTicks } from "./chart-axes.ts";
import type { ChartItem, ChartPoint } from "./chart-types.ts";

/**
 * A chart as shapes with places, still without colours: whoever shows it, an editor's page or an exported one,
 * turns each shape into an element of SVG and styles it by its role. Lengths are pixels of a picture of the given
 * size, counted from its upper left corner.
 */
export interface ChartDrawing {
  readonly width: number;
  readonly height: number;
  /** In the order of drawing, below the marks; `d` is a path of SVG. */
  readonly lines: readonly { readonly role: LineRole; readonly d: string }[];
  readonly marks: readonly ChartMark[];
  readonly texts: readonly ChartText[];
}

/**
 * `level` joins targets that recur, `span` is the width of a target between two values, `gap` what a missed value
 * lacks.
 */
export type LineRole = "grid" | "axis" | "path" | "level" | "span" | "gap" | "today";
export type MarkRole = "baseline" | "target" | "value" | "missed";

export interface ChartMark {
  readonly role: MarkRole;
  /** Of a target. */
  readonly status: Status | null;
  readonly x: number;
  readonly y: number;
  /** Around (0, 0). A cross is a line to be stroked, all others are to be filled. */
  readonly d: string;
  /** What it stands for: `31/12/2024: 55%`. */
  readonly text: string;
}

export interface ChartText {
  readonly role: "tick" | "today" | "value" | "target";
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly text: string;
}

export interface DrawingOptions {
  readonly width: number;
  readonly height: number;
  readonly language: "en" | "vi";
  /** Written above the line of the as-of date. */
  readonly todayText: string;
}

/** With more targets than this they are drawn without their values. */
const mostLabelled = 3;
/** With more targets or values than this they are drawn small. */
const mostLarge = 16;
/** With more targets than this only those are marks of their own that nothing meets; a line stands for all. */
const mostMarked = 30;
/** Pixels of a letter of a label, on the safe side. */
const letter = 7;
const shapes: Readonly<Record<MarkRole, SymbolType>> = {
  baseline: symbolSquare,
  target: symbolDiamond,
  value: symbolCircle,
  missed: symbolTimes,
};

/** Where values and times are in the picture. */
interface Places {
  readonly x: (year: number) => number;
  readonly y: (value: number) => number;
  readonly plot: Readonly<Record<"left" | "right" | "top" | "bottom", number>>;
}

/** Draws a chart; the same chart and options always give the same shapes. */
export function drawChart(chart: ChartItem, options: DrawingOptions): ChartDrawing {
  const { width, height, language, todayText } = options;
  const values = valueScale(chart, language);
  const left = Math.max(...values.ticks.map(({ text }) => text.length)) * letter + 10;
  const plot = { left, right: width - 14, top: 24, bottom: height - 24 };
  const [first, last] = extremes(everyPoint(chart).map(({ x }) => x));
  const showsToday = chart.today > first - 0.5 && chart.today < last + 0.5;
  const times: readonly [number, number] = showsToday
    ? [Math.min(first, chart.today), Math.max(last, chart.today)]
    : [first, last];
  const places: Places = {
    x: linear(times, [plot.left + 10, plot.right - 10]),
    y: linear(values.domain, [plot.bottom, plot.top]),
    plot,
  };
  const ticks = yearTicks(times, Math.floor((plot.right - plot.left) / 52));
  return {
    width,
    height,
    lines: [
      ...values.ticks.map(({ value }) => horizontal("grid", value, places)),
      { role: "axis", d: `M${plot.left},${plot.bottom}H${plot.right}` },
      ...ticks.map(({ x }) => ({ role: "axis" as const, d: `M${places.x(x)},${plot.bottom}v4` })),
      ...pathLines(chart, places),
      ...spans(chart, places),
      ...gaps(chart, places),
      ...(showsToday
        ? [{ role: "today" as const, d: `M${places.x(chart.today)},${plot.top - 6}V${plot.bottom}` }]
        : []),
    ],
    marks: marksOf(chart, places),
    texts: [
      ...values.ticks.map(({ value, text }) => ({
        role: "tick" as const,
        x: plot.left - 6,
        y: places.y(value) + 4,
        anchor: "end" as const,
        text,
      })),
      ...ticks.map((tick) => tickText(tick, places)),
      ...(showsToday ? [todayLabel(chart.today, todayText, places)] : []),
      ...valueLabels(chart, places),
    ],
  };
}

/** From a range of values to one of pixels; all in the middle where there is but one value. */
function linear(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): (value: number) => number {
  return (value) => round(from + (to - from) * (high === low ? 0.5 : (value - low) / (high - low)));
}

function horizontal(role: LineRole, value: number, { y, plot }: Places): ChartDrawing["lines"][number] {
  return { role, d: `M${plot.left},${y(value)}H${plot.right}` };
}

/** The path; without one, what recurs at a level is joined, so that it is seen to be one target. */
function pathLines({ path, targets }: ChartItem, { x, y }: Places): ChartDrawing["lines"] {
  const draw = line<ChartPoint>(
    (point) => x(point.x),
    (point) => y(point.y),
  );
  if (path.length > 1) return [{ role: "path", d: draw([...path])! }];
  return targets.length > mostLabelled ? [{ role: "level", d: draw([...targets])! }] : [];
}

function spans({ targets }: ChartItem, { x, y }: Places): ChartDrawing["lines"] {
  return targets.flatMap((target) =>
    target.upper === null
      ? []
      : [{ role: "span" as const, d: `M${x(target.x)},${y(target.y)}V${y(target.upper)}` }],
  );
}

/** From each missed value to the target of its day. */
function gaps({ measured, targets }: ChartItem, { x, y }: Places): ChartDrawing["lines"] {
  return measured.flatMap((point) => {
    const target = targets.find((one) => one.x === point.x && one.status === "missed");
    return point.missed && target
      ? [{ role: "gap" as const, d: `M${x(point.x)},${y(point.y)}V${y(target.y)}` }]
      : [];
  });
}

function marksOf(chart: ChartItem, { x, y }: Places): readonly ChartMark[] {
  const mark = (
    role: MarkRole,
    point: ChartPoint,
    area: number,
    status: Status | null = null,
  ): ChartMark => ({
    role,
    status,
    x: x(point.x),
    y: y(point.y),
    d: symbol(shapes[role], area)()!,
    text: point.text,
  });
  const targetArea = chart.targets.length > mostLarge ? 24 : 80;
  const valueArea = chart.measured.length > mostLarge ? 24 : 62;
  return [
    ...chart.targets
      .filter(({ status }) => chart.targets.length <= mostMarked || isUnmet(status))
      .map((point) => mark("target", point, targetArea, point.status)),
    ...chart.baselines.map((point) => mark("baseline", point, 72)),
    ...chart.measured.map((point) =>
      point.missed ? mark("missed", point, valueArea + 20) : mark("value", point, valueArea),
    ),
  ];
}

function isUnmet(status: Status): boolean {
  return status === "missed" || status === "no-data";
}

function tickText({ x, text }: YearTick, places: Places): ChartText {
  return { role: "tick", x: places.x(x), y: places.plot.bottom + 17, anchor: "middle", text };
}

/** Above the line, shifted inwards where it would leave the picture. */
function todayLabel(today: number, text: string, { x, plot }: Places): ChartText {
  const half = (text.length * letter) / 2;
  const at = Math.min(Math.max(x(today), plot.left + half), plot.right - half);
  return { role: "today", x: round(at), y: plot.top - 10, anchor: "middle", text };
}

/** The latest value, and the targets where they are few and have one bound; each on the side where the path is not. */
function valueLabels(chart: ChartItem, { x, y, plot }: Places): readonly ChartText[] {
  const isDown = chart.targets.some(({ direction }) => direction === "down");
  const latest = chart.measured.at(-1);
  const text = (role: "value" | "target", point: ChartPoint, below: boolean): ChartText => ({
    role,
    x: x(point.x),
    y: below && y(point.y) + 18 < plot.bottom ? y(point.y) + 18 : y(point.y) - 10,
    anchor: x(point.x) > plot.right - 40 ? "end" : "middle",
    text: point.label,
  });
  return [
    ...(chart.targets.length > mostLabelled
      ? []
      : chart.targets.filter(({ upper }) => upper === null).map((point) => text("target", point, isDown))),
    ...(latest ? [text("value", latest, !isDown)] : []),
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
