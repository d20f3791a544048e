import type { Language } from "../diagnostics/language.ts";
import { calendarYear, type Day, toDate, toPeriod } from "../semantics/period.ts";
import { extremes } from "../text/extremes.ts";
import type { ChartData, ChartPoint } from "./chart-data.ts";
import { chartPalette as colour } from "./chart-palette.ts";

/** Flat, because an editor's hover shows some 250 pixels of its height: verdict, chart and clause are to be in them. */
const width = 560;
const height = 100;
const plot = { left: 56, right: 440, top: 10, bottom: 78 } as const;
/** Where the legend stands, to the right of the picture. */
const legendLeft = 458;
const mostUnit = 16;

/** How the axis of values is written. */
export interface ChartAxis {
  /** Above the legend; empty where each label says it. */
  readonly unit: string;
  /** Whether only whole numbers make sense. */
  readonly whole: boolean;
  readonly label: (value: number) => string;
}

/** Where a day and a value are in the picture. */
interface Scale {
  readonly x: (day: Day) => number;
  readonly y: (value: number) => number;
  readonly levels: readonly number[];
  readonly first: Day;
  readonly last: Day;
}

/**
 * A picture of a path and its values. What a mark means is told by its shape as well as its colour: a square is the
 * baseline, a diamond a target, a disc a value, a cross a value that missed.
 */
export function chartSvg(data: ChartData, axis: ChartAxis, language: Language): string {
  const scale = scaleOf(data, axis.whole);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Segoe UI, Arial, sans-serif" font-size="11">`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="4" fill="${colour.card}" stroke="${colour.frame}"/>`,
    ...scale.levels.map((value) => level(scale.y(value), axis.label(value))),
    ...years(scale),
    ...line(data.path, scale),
    ...data.targets.map((point) => diamond(scale.x(point.day), scale.y(point.value))),
    ...(data.baseline ? [square(scale.x(data.baseline.day), scale.y(data.baseline.value))] : []),
    ...data.measured.map((point) =>
      point.missed
        ? cross(scale.x(point.day), scale.y(point.value))
        : disc(scale.x(point.day), scale.y(point.value)),
    ),
    ...legend(data, axis.unit, language),
    "</svg>",
  ];
  return parts.join("");
}

function scaleOf(data: ChartData, whole: boolean): Scale {
  const points: ChartPoint[] = [...data.path, ...data.targets, ...data.measured];
  if (data.baseline) points.push(data.baseline);
  const days = points.map(({ day }) => day);
  const values = points.map(({ value }) => value);
  const [first, last] = extremes(days);
  const levels = niceLevels(...extremes(values), whole);
  const [low, high] = [levels[0]!, levels.at(-1)!];
  return {
    x: (day) => round(plot.left + 8 + ((day - first) / (last - first)) * (plot.right - plot.left - 16)),
    y: (value) => round(plot.bottom - ((value - low) / (high - low)) * (plot.bottom - plot.top)),
    levels,
    first,
    last,
  };
}

/** Three to six round values that enclose all of them. */
export function niceLevels(low: number, high: number, whole: boolean): readonly number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = Math.max(span / 4, whole ? 1 : 0);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough)!;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

function level(y: number, text: string): string {
  return (
    `<path d="M${plot.left} ${y}H${plot.right}" stroke="${colour.grid}"/>` +
    `<text x="${plot.left - 6}" y="${y + 4}" text-anchor="end" fill="${colour.text}">${escapeXml(text)}</text>`
  );
}

/** The ends of years, at most seven of them named. */
function years({ x, first, last }: Scale): string[] {
  const [from, to] = [toDate(first).year, toDate(last).year];
  const step = Math.max(1, Math.ceil((to - from + 1) / 7));
  const marks: string[] = [];
  for (let year = from; year <= to; year += step) {
    const day = Math.min(
      Math.max(toPeriod({ unit: "year", year, index: 0, day: 0 }, calendarYear).last, first),
      last,
    );
    marks.push(
      `<path d="M${x(day)} ${plot.bottom}v4" stroke="${colour.frame}"/>` +
        `<text x="${x(day)}" y="${plot.bottom + 15}" text-anchor="middle" fill="${colour.text}">${year}</text>`,
    );
  }
  return [`<path d="M${plot.left} ${plot.bottom}H${plot.right}" stroke="${colour.frame}"/>`, ...marks];
}

function line(path: readonly ChartPoint[], { x, y }: Scale): string[] {
  if (path.length < 2) return [];
  const points = path.map(({ day, value }) => `${x(day)},${y(value)}`).join(" ");
  return [
    `<polyline points="${points}" fill="none" stroke="${colour.path}" stroke-width="2" stroke-dasharray="5 3"/>`,
  ];
}

function square(x: number, y: number): string {
  return `<rect x="${x - 4}" y="${y - 4}" width="8" height="8" fill="${colour.card}" stroke="${colour.path}" stroke-width="2"/>`;
}

function diamond(x: number, y: number): string {
  return `<path d="M${x} ${round(y - 6)}l6 6l-6 6l-6 -6z" fill="${colour.card}" stroke="${colour.target}" stroke-width="2"/>`;
}

function disc(x: number, y: number): string {
  return `<circle cx="${x}" cy="${y}" r="4" fill="${colour.measured}"/>`;
}

function cross(x: number, y: number): string {
  return `<path d="M${round(x - 4)} ${round(y - 4)}l8 8m0 -8l-8 8" stroke="${colour.missed}" stroke-width="3"/>`;
}

/** The unit, and what each mark means, below each other. */
function legend(data: ChartData, unit: string, language: Language): string[] {
  const vietnamese = language === "vi";
  const items: [string, (x: number, y: number) => string][] = [];
  if (data.baseline) items.push([vietnamese ? "kỳ gốc" : "baseline", square]);
  if (data.targets.length > 0) items.push([vietnamese ? "mục tiêu" : "target", diamond]);
  if (data.measured.some(({ missed }) => !missed)) items.push([vietnamese ? "kết quả" : "measured", disc]);
  if (data.measured.some(({ missed }) => missed)) items.push([vietnamese ? "không đạt" : "missed", cross]);
  const letters = [...unit];
  const name =
    letters.length > mostUnit
      ? `${letters
          .slice(0, mostUnit - 1)
          .join("")
          .trimEnd()}…`
      : unit;
  const lines = unit === "" ? [] : [word(name, legendLeft, 0)];
  const marks = items.map(([text, mark], i) => {
    const line = i + lines.length;
    return mark(legendLeft + 6, legendMiddle(line)) + word(text, legendLeft + 18, line);
  });
  return [...lines, ...marks];
}

function word(text: string, x: number, line: number): string {
  return `<text x="${x}" y="${legendMiddle(line) + 4}" fill="${colour.text}">${escapeXml(text)}</text>`;
}

function legendMiddle(line: number): number {
  return 14 + line * 18;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\u0000-\u001f]/g, " ");
}
