import type {
  DueItem,
  IndicatorItem,
  MeasuredItem,
  Place,
} from "../../../server/src/language-features/plan-overview-types.ts";
import type { IndicatorStatus } from "../statuses.ts";

/** A period in the table beside the chart: what the plan asks of it, what there is, and the verdict. */
export interface TableRow {
  readonly key: string;
  readonly periodText: string;
  readonly category: string | null;
  readonly isBaseline: boolean;
  readonly asked: string | null;
  readonly askedPlace: Place | null;
  readonly value: string | null;
  readonly valuePlace: Place | null;
  readonly isFuture: boolean;
  readonly evidence: string | null;
  readonly status: IndicatorStatus | null;
  readonly statusText: string;
  readonly gap: string | null;
  readonly expected: string | null;
  readonly explanation: string | null;
}

/** Baselines, due points and values in order of time; a value of exactly a due point's period stands in its row. */
export function tableRows(indicator: IndicatorItem): readonly TableRow[] {
  const { targets, measured, baselines } = indicator;
  const rows: (TableRow & { readonly end: number })[] = [];
  const taken = new Set<MeasuredItem>();
  for (const { due, place } of targets) {
    for (const point of due) {
      const value = measured.find((one) => one.period === point.period && one.category === point.category);
      if (value) taken.add(value);
      rows.push({ ...dueRow(point, place, value), key: `${rows.length}`, end: periodEnd(point.period) });
    }
  }
  for (const one of baselines)
    rows.push({ ...valueRow(one, true), key: `${rows.length}`, end: periodEnd(one.period) });
  for (const one of measured) {
    if (!taken.has(one))
      rows.push({ ...valueRow(one, false), key: `${rows.length}`, end: periodEnd(one.period) });
  }
  return rows.sort((a, b) => a.end - b.end || Number(b.isBaseline) - Number(a.isBaseline));
}

const nothing = {
  asked: null,
  askedPlace: null,
  status: null,
  statusText: "",
  gap: null,
  expected: null,
  explanation: null,
} as const;

function valueRow(one: MeasuredItem, isBaseline: boolean): Omit<TableRow, "key"> {
  const { periodText, category, value, evidence, isFuture, place } = one;
  return { ...nothing, periodText, category, isBaseline, value, valuePlace: place, isFuture, evidence };
}

function dueRow(point: DueItem, place: Place, measured: MeasuredItem | undefined): Omit<TableRow, "key"> {
  return {
    periodText: point.periodText,
    category: point.category,
    isBaseline: false,
    asked: point.asked,
    askedPlace: place,
    value: point.value ?? measured?.value ?? null,
    valuePlace: measured?.place ?? null,
    isFuture: point.value === null && (measured?.isFuture ?? false),
    evidence: measured?.evidence ?? null,
    status: point.status,
    statusText: point.statusText,
    gap: point.gap,
    expected: point.expected,
    explanation: point.explanation,
  };
}

/** When a period (`2025`, `2025-H1`, `2025-Q1`, `2025-01`, `2025-01-31`) or a range of them ends, as a year and its part. */
export function periodEnd(period: string): number {
  const [, year = "0", part, count, day] =
    /^(\d+)(?:-([HQ])?(\d+))?(?:-(\d+))?$/.exec(period.split("..").at(-1) ?? "") ?? [];
  if (count === undefined) return Number(year) + 1;
  if (day !== undefined) return Number(year) + (Number(count) - 1) / 12 + Number(day) / 373;
  return Number(year) + Number(count) / (part === "H" ? 2 : part === "Q" ? 4 : 12);
}
