import type { Status } from "../semantics/judgement.ts";

/**
 * x is a year with the part of it that is over when the day begins (2025.5 is the middle of 2025); a period stands at
 * its last day, so that the value of 2025 is just before 2026. y is in the indicator's unit; the text is the date and
 * the value, the label the number alone, of percentages with their sign.
 */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly label: string;
}

export interface ChartItem {
  readonly category: string | null;
  readonly baselines: readonly ChartPoint[];
  readonly measured: readonly (ChartPoint & { readonly missed: boolean })[];
  readonly targets: readonly (ChartPoint & {
    readonly status: Status;
    /** The upper end of `between` and `about`, whose y is the lower one; null for every other target. */
    readonly upper: number | null;
    readonly direction: "up" | "down" | null;
  })[];
  /** The path from the baseline over the targets. */
  readonly path: readonly ChartPoint[];
  /** The as-of date. */
  readonly today: number;
  readonly unit: string;
}
