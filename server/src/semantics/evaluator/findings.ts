import type { Finding } from "../judgement.ts";
import type { MeasuredModel, TargetModel } from "../model.ts";
import type { Period } from "../period.ts";
import { equals } from "../rational.ts";
import { sumOf } from "./aggregate.ts";
import { categoryKey, readingsInside, withoutParts } from "./counted-values.ts";
import { formulaValue } from "./formula.ts";
import { readingsOf, type ValueSource } from "./value-source.ts";

/** Everything noticed about an indicator's values: while counting them, in its windows, and between them. */
export function findingsOf(source: ValueSource, inWindows: readonly Finding[]): readonly Finding[] {
  const { counted, indicator, memo } = source;
  const findings: Finding[] = [...counted.findings, ...onceEach(inWindows)];
  if (addsUp(source))
    for (const values of counted.byCategory.values()) compareTotals(values, source, findings);
  for (const target of indicator.targets) findTooLong(target, source, findings);
  if (memo !== null) {
    compareWithFormula(source, findings);
    for (const window of memo.divisionsByZero.values()) findings.push({ kind: "division-by-zero", window });
  }
  return findings;
}

/** One refusal a window, though several targets look at it; one assumption an indicator. */
function onceEach(inWindows: readonly Finding[]): readonly Finding[] {
  if (inWindows.length < 2) return inWindows;
  const seen = new Set<string>();
  return inWindows.filter((finding) => {
    if (finding.kind === "baseline-missing") return true;
    const category = "values" in finding ? categoryKey(finding.values[0]!.category) : "";
    const span =
      finding.kind === "refused-aggregate"
        ? `${finding.window.first} ${finding.window.last} ${category}`
        : "";
    const key = `${finding.kind} ${span}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function addsUp({ indicator }: ValueSource): boolean {
  return indicator.aggregate === "sum" || indicator.targets.some(({ form }) => form === "total");
}

/** Where the parts of a total are complete, their sum must be the total. */
function compareTotals(values: readonly MeasuredModel[], source: ValueSource, findings: Finding[]): void {
  if (values.length < 3) return;
  for (const total of values) {
    const inside = readingsInside(values, total.period.first, total.period.last)!;
    if (inside.length < 3) continue;
    const parts = withoutParts(inside.filter((value) => value !== total));
    if (!fill(parts, total.period)) continue;
    const sum = sumOf(parts, source.indicator.unit);
    if (sum === null || equals(sum.value, total.quantity.value)) continue;
    findings.push({ kind: "parts-differ-from-total", total, parts, sum: sum.value });
  }
}

/** Whether periods in order of time follow each other from the first day of a period to its last. */
function fill(parts: readonly MeasuredModel[], whole: Period): boolean {
  let next = whole.first;
  for (const { period } of parts) {
    if (period.first !== next) return false;
    next = period.last + 1;
  }
  return next === whole.last + 1;
}

/** A value that is longer than a target's windows leaves those without a value that it stretches over. */
function findTooLong(target: TargetModel, source: ValueSource, findings: Finding[]): void {
  // All windows of a target are of one length; months differ by days, but a month never overlaps another.
  const length = target.windows[0] === undefined ? Number.POSITIVE_INFINITY : lengthOf(target.windows[0]);
  for (const category of target.categories) {
    const readings = source.counted.byCategory.get(categoryKey(category));
    if (readings === undefined) continue;
    for (const value of readings) {
      if (lengthOf(value.period) <= length) continue;
      const window = target.windows.find(
        (one) => overlaps(value.period, one) && !hasValue(source, categoryKey(category), one),
      );
      if (window !== undefined) findings.push({ kind: "period-too-long", value, target, window });
    }
  }
}

function lengthOf(period: Period): number {
  return period.last - period.first;
}

function overlaps(a: Period, b: Period): boolean {
  return a.first <= b.last && a.last >= b.first;
}

function hasValue(source: ValueSource, category: string, window: Period): boolean {
  if (readingsInside(readingsOf(source, category), window.first, window.last) !== undefined) return true;
  return source.memo !== null && formulaValue(source, category, window) !== null;
}

/** An indicator's own value counts; where its formula gives another one, that is said. */
function compareWithFormula(source: ValueSource, findings: Finding[]): void {
  // Where nothing is due the formula has not been worked out yet, and a division by zero not been met.
  readingsOf(source, "");
  for (const [category, values] of source.counted.byCategory) {
    for (const value of values) {
      const computed = formulaValue(source, category, value.period);
      if (computed === null || equals(computed.value, value.quantity.value)) continue;
      findings.push({ kind: "formula-disagrees", value, computed: computed.value });
    }
  }
}
