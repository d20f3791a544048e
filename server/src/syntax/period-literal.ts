/** A period as written, before a plan's reporting year gives it days. */
export type PeriodUnit = "year" | "half" | "quarter" | "month" | "day";

export interface PeriodLiteral {
  readonly unit: PeriodUnit;
  readonly year: number;
  /** 1-based half, quarter or month within the year; 0 for a year; the month for a day. */
  readonly index: number;
  /** The day of the month for a day, else 0. */
  readonly day: number;
}

/** The canonical spelling: `2025`, `2025-H1`, `2025-Q1`, `2025-01`, `2025-01-31`. */
export function periodText(period: PeriodLiteral): string {
  const year = String(period.year).padStart(4, "0");
  switch (period.unit) {
    case "year":
      return year;
    case "half":
      return `${year}-H${period.index}`;
    case "quarter":
      return `${year}-Q${period.index}`;
    case "month":
      return `${year}-${String(period.index).padStart(2, "0")}`;
    case "day":
      return `${year}-${String(period.index).padStart(2, "0")}-${String(period.day).padStart(2, "0")}`;
  }
}
