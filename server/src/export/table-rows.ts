import type { Reading } from "../semantics/evaluator/counted-values.ts";
import { categoryKey } from "../semantics/evaluator/counted-values.ts";
import { pointsAround, worstOf } from "../semantics/evaluator/headline.ts";
import {
  createValueContext,
  readingsOf,
  sourceOf,
  type ValueSource,
} from "../semantics/evaluator/value-source.ts";
import type { DuePoint, IndicatorJudgement, Status } from "../semantics/judgement.ts";
import type { Category } from "../semantics/model.ts";
import type { Day } from "../semantics/period.ts";

/** What one row of the indicators' table is about: an indicator as a whole, or one category of it. */
export interface TableRow {
  readonly judgement: IndicatorJudgement;
  readonly category: Category | null;
  readonly source: ValueSource;
  /** The values that count as of the date, one for each period, a formula's among them, in order of time. */
  readonly readings: readonly Reading[];
  readonly points: readonly DuePoint[];
  readonly result: Status;
  readonly forecast: Status | null;
}

/** The indicator's row, then one for each category that it mentions, in the order they appear. */
export function tableRows(judgement: IndicatorJudgement, asOf: Day): readonly TableRow[] {
  const source = sourceOf(judgement.indicator, createValueContext(asOf));
  const whole: TableRow = {
    ...rowOf(judgement, null, source),
    result: judgement.result,
    forecast: judgement.forecast,
  };
  return [
    whole,
    ...categoriesOf(judgement).map((category) => categoryRow(judgement, category, source, asOf)),
  ];
}

function rowOf(judgement: IndicatorJudgement, category: Category | null, source: ValueSource) {
  const key = categoryKey(category);
  const points = judgement.targets.flatMap(({ due }) =>
    due.filter((point) => categoryKey(point.category) === key),
  );
  return { judgement, category, source, readings: readingsOf(source, key), points };
}

/** The headline of one category, made as an indicator's is: each recurring target by itself, the others together. */
function categoryRow(
  judgement: IndicatorJudgement,
  category: Category,
  source: ValueSource,
  asOf: Day,
): TableRow {
  const row = rowOf(judgement, category, source);
  const recurring = judgement.targets.map(({ target }) => target).filter(({ form }) => form === "every");
  const groups = recurring.map((target) => row.points.filter((point) => point.target === target));
  groups.push(row.points.filter((point) => point.target.form !== "every"));
  const chosen = groups.flatMap((group) => pointsAround(group, asOf));
  return {
    ...row,
    result: worstOf(chosen.filter(({ closed }) => closed)) ?? "pending",
    forecast: worstOf(chosen.filter(({ closed }) => !closed)) ?? null,
  };
}

function categoriesOf({ indicator }: IndicatorJudgement): readonly Category[] {
  const found = new Map<string, Category>();
  const mentioned = [
    ...indicator.baselines.map(({ category }) => category),
    ...indicator.targets.flatMap(({ categories }) => categories),
    ...indicator.measured.map(({ category }) => category),
  ];
  for (const category of mentioned) if (category && !found.has(category.id)) found.set(category.id, category);
  return [...found.values()];
}
