import type { Language } from "../diagnostics/language.ts";
import { formatCondition, formatPeriod } from "../semantics/display.ts";
import type { DuePoint, IndicatorJudgement } from "../semantics/judgement.ts";
import type { Cadence, TargetModel } from "../semantics/model.ts";
import { cadenceLabel, heading } from "./headings.ts";
import { relativeTarget } from "./relative-target.ts";
import { type Cell, type SummaryColumn, textCell } from "./summary-table.ts";
import { inTable } from "./table-values.ts";

/**
 * The columns of targets. A date and a total have a column each; a range (`2025..2030`) has one, not six, and a
 * recurring target one for its cadence, not a hundred and eight: that is how the plan itself says it.
 */
export interface TargetColumn extends SummaryColumn {
  readonly key: string;
}

interface Order {
  readonly column: TargetColumn;
  /** Dates and ranges first by when they end, then the cadences. */
  readonly rank: number;
  readonly last: number;
  readonly first: number;
}

export function targetColumns(
  indicators: readonly IndicatorJudgement[],
  language: Language,
): readonly TargetColumn[] {
  const found = new Map<string, Order>();
  for (const { targets } of indicators) {
    for (const { target } of targets) {
      const key = columnKey(target);
      if (key !== undefined && !found.has(key)) found.set(key, orderOf(target, key, language));
    }
  }
  return [...found.values()]
    .sort(
      (a, b) =>
        a.rank - b.rank || a.last - b.last || b.first - a.first || (a.column.key < b.column.key ? -1 : 1),
    )
    .map(({ column }) => column);
}

/** undefined for a target without any window: there is nothing to be due. */
function columnKey(target: TargetModel): string | undefined {
  const first = target.windows[0];
  const last = target.windows.at(-1);
  if (!first || !last) return undefined;
  switch (target.form) {
    case "every":
      return `every ${first.unit}`;
    case "total":
      return `total ${first.text}`;
    case "range":
    case "period":
      return first === last ? first.text : `${first.text}..${last.text}`;
  }
}

function orderOf(target: TargetModel, key: string, language: Language): Order {
  const first = target.windows[0]!;
  const last = target.windows.at(-1)!;
  const cadence = first.unit as Cadence;
  const text = target.form === "every" ? cadenceLabel(cadence, language) : spanText(target, language);
  const rank = target.form === "every" ? 1 : 0;
  const column = { key, heading: `${heading("target", language)} ${text}`, isNumeric: false };
  return { column, rank, last: rank === 1 ? -last.last + last.first : last.last, first: first.first };
}

function spanText(target: TargetModel, language: Language): string {
  const first = formatPeriod(target.windows[0]!, language);
  if (target.form === "total") return `${first} ${heading("total", language)}`;
  if (target.windows.length === 1) return first;
  return `${first}–${formatPeriod(target.windows.at(-1)!, language)} (${heading("each", language)})`;
}

/** What the column says for the due points of one row: its condition, or several with the periods they hold for. */
export function targetCell(
  column: TargetColumn,
  judgement: IndicatorJudgement,
  category: string | null,
  language: Language,
): Cell {
  const texts = new Map<string, string>();
  for (const { target, due } of judgement.targets) {
    if (columnKey(target) !== column.key) continue;
    const point = due.find((one) => (one.category?.id ?? null) === category);
    if (point) texts.set(conditionText(point, judgement, language), rangeText(target, language));
  }
  const several = texts.size > 1 && column.key.startsWith("every ");
  return textCell([...texts].map(([text, range]) => (several ? `${text} (${range})` : text)).join("; "));
}

function conditionText(point: DuePoint, judgement: IndicatorJudgement, language: Language): string {
  const { condition, target } = point;
  const unit = inTable(judgement.indicator.unit);
  if (condition) return formatCondition(condition, unit, language);
  return relativeTarget(target, unit, language) ?? target.text;
}

function rangeText(target: TargetModel, language: Language): string {
  return `${formatPeriod(target.windows[0]!, language)}–${formatPeriod(target.windows.at(-1)!, language)}`;
}
