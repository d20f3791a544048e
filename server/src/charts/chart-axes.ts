import { nice, ticks } from "d3-array";
import { writeDecimal } from "../semantics/display.ts";
import { extremes } from "../text/extremes.ts";
import type { ChartItem, ChartPoint } from "./chart-types.ts";

export interface ValueScale {
  /** The lowest and the highest value of the axis, which encloses all that is drawn. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

/** The axis of values: round steps, from 0 where 0 is not far. */
export function valueScale(chart: ChartItem, language: "en" | "vi"): ValueScale {
  const values = [
    ...everyPoint(chart).map(({ y }) => y),
    ...chart.targets.flatMap(({ upper }) => upper ?? []),
  ];
  let [low, high] = extremes(values);
  if (low >= 0 && low <= high / 2) low = 0;
  if (low === high) {
    const room = Math.abs(high) / 10 || 1;
    [low, high] = [low - room, high + room];
  }
  const domain = nice(low, high, 4);
  const isPercent = chart.unit.startsWith("%");
  const isWhole = !isPercent && values.every(Number.isInteger);
  const steps = ticks(...domain, 4).filter((value) => !isWhole || Number.isInteger(value));
  return {
    domain,
    ticks: steps.map((value) => ({ value, text: `${tickText(value, language)}${isPercent ? "%" : ""}` })),
  };
}

/** Without what is left over from adding steps up: 0.30000000000000004. */
function tickText(value: number, language: "en" | "vi"): string {
  return writeDecimal(String(Number(value.toPrecision(12))), language);
}

/** Everything of a chart that has a place of its own. */
export function everyPoint(chart: ChartItem): readonly ChartPoint[] {
  return [...chart.baselines, ...chart.path, ...chart.targets, ...chart.measured];
}

export interface YearTick {
  readonly x: number;
  readonly text: string;
}

/** A period is drawn at its last day, so a year's name stands there too. */
const lastDay = 1 - 1 / 366;

/**
 * The ends of years; of quarters, named by their last month, where there are less than two years.
 *
 * @param most so many there may be
 */
export function yearTicks([first, last]: readonly [number, number], most: number): readonly YearTick[] {
  const parts = last - first < 2 ? 4 : 1;
  const ends: YearTick[] = [];
  for (let year = Math.floor(first); year <= last; year += 1) {
    for (let part = 1; part <= parts; part += 1) {
      const x = year + part / parts - (1 - lastDay);
      const text = parts === 1 ? String(year) : `${(part / parts) * 12}/${year}`;
      if (x >= first - 0.01 && x <= last + 0.01) ends.push({ x, text });
    }
  }
  const step = Math.max(1, Math.ceil(ends.length / Math.max(1, most)));
  return ends.filter((_, i) => i % step === 0);
}
