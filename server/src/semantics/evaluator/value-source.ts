import type { LatestValue } from "../judgement.ts";
import type { Aggregate, IndicatorModel, MeasuredModel, Quantity } from "../model.ts";
import type { Day, Period } from "../period.ts";
import { aggregateValues } from "./aggregate.ts";
import {
  byTime,
  type CountedValues,
  countValues,
  noValues,
  type Reading,
  readingOf,
  readingsInside,
} from "./counted-values.ts";
import { formulaReadings, formulaValue } from "./formula.ts";

/** Where the values of one indicator come from as of a day; the memo is what a formula has worked out already. */
export interface ValueSource {
  readonly indicator: IndicatorModel;
  readonly counted: CountedValues;
  readonly memo: FormulaMemo | null;
  readonly context: ValueContext;
}

export interface FormulaMemo {
  readonly readings: Map<string, readonly LatestValue[]>;
  readonly values: Map<string, Quantity | null>;
  /** Windows and periods in which this formula divided by zero, by their span. */
  readonly divisionsByZero: Map<string, Period>;
}

/** The sources of one judgement: its indicator's, and those of the indicators its formulas name. */
export interface ValueContext {
  readonly asOf: Day;
  readonly sources: Map<IndicatorModel, ValueSource>;
}

export function createValueContext(asOf: Day): ValueContext {
  return { asOf, sources: new Map() };
}

export function sourceOf(indicator: IndicatorModel, context: ValueContext): ValueSource {
  const known = context.sources.get(indicator);
  if (known !== undefined) return known;
  const memo =
    indicator.formula === null
      ? null
      : { readings: new Map(), values: new Map(), divisionsByZero: new Map<string, Period>() };
  const source = { indicator, counted: countValues(indicator, context.asOf), memo, context };
  context.sources.set(indicator, source);
  return source;
}

export function ownValues(source: ValueSource, category: string): readonly MeasuredModel[] {
  return source.counted.byCategory.get(category) ?? noValues;
}

/** The measured values of a category, a formula's computed ones among them, in order of time. */
export function readingsOf(source: ValueSource, category: string): readonly Reading[] {
  return source.memo === null ? ownValues(source, category) : joinedReadings(source, source.memo, category);
}

/** An indicator with a formula: its own values, and what the formula gives for every other period. */
function joinedReadings(source: ValueSource, memo: FormulaMemo, category: string): readonly LatestValue[] {
  const known = memo.readings.get(category);
  if (known !== undefined) return known;
  const own = ownValues(source, category);
  const joined: LatestValue[] = own.map(toLatestValue);
  for (const computed of formulaReadings(source, category)) {
    if (readingOf(own, computed.period) === undefined) joined.push({ ...computed, measured: null });
  }
  joined.sort(byTime);
  memo.readings.set(category, joined);
  return joined;
}

function toLatestValue(measured: MeasuredModel): LatestValue {
  return { period: measured.period, quantity: measured.quantity, measured };
}

/** ℓ: the value whose period ends last, of two the longer; null where there is none. */
export function latestOf(source: ValueSource, category: string): LatestValue | null {
  if (source.memo !== null) return joinedReadings(source, source.memo, category).at(-1) ?? null;
  const own = ownValues(source, category);
  return own.length === 0 ? null : toLatestValue(own[own.length - 1]!);
}

export interface WindowValue {
  readonly quantity: Quantity | null;
  /** The values that made it; empty for a formula's. */
  readonly counted: readonly MeasuredModel[];
  /** All measured values inside the window. */
  readonly inside: readonly MeasuredModel[];
  readonly refused: "sum" | "mean" | null;
  /** A value that counts has a period that ends on the window's last day, even where joining them is refused. */
  readonly settled: boolean;
}

const emptyWindow: WindowValue = {
  quantity: null,
  counted: noValues,
  inside: noValues,
  refused: null,
  settled: false,
};

/** The value of a window: of its own values where there are any, else of the formula. */
export function valueInWindow(
  source: ValueSource,
  category: string,
  window: Period,
  aggregate: Aggregate,
): WindowValue {
  const inside = readingsInside(ownValues(source, category), window.first, window.last);
  if (inside !== undefined) {
    const result = aggregateValues(inside, aggregate, source.indicator.unit);
    const settled = inside[inside.length - 1]!.period.last === window.last;
    return { ...result, inside, settled };
  }
  if (source.memo === null) return emptyWindow;
  const quantity = formulaValue(source, category, window);
  const readings = readingsInside(readingsOf(source, category), window.first, window.last);
  return { ...emptyWindow, quantity, settled: readings?.at(-1)?.period.last === window.last };
}

/** The aggregate of an indicator where none is asked for; `latest` is assumed where none is written. */
export function aggregateOf(indicator: IndicatorModel): Aggregate {
  return indicator.aggregate ?? "latest";
}
