import type { DuePoint, EvaluationSettings, Finding, IndicatorJudgement, LatestValue } from "../judgement.ts";
import type { Aggregate, Category, IndicatorModel, TargetModel } from "../model.ts";
import type { Period } from "../period.ts";
import { conditionOf } from "./condition.ts";
import { categoryKey } from "./counted-values.ts";
import { explanationOf } from "./explanation.ts";
import { findingsOf } from "./findings.ts";
import { pointsAround, worstOf } from "./headline.ts";
import { type Direction, pathFrom } from "./path.ts";
import { type Progress, progressOn, type StatusAnswer, type StatusRule, statusOf } from "./status-table.ts";
import {
  aggregateOf,
  createValueContext,
  latestOf,
  sourceOf,
  type ValueSource,
  valueInWindow,
  type WindowValue,
} from "./value-source.ts";

/**
 * Judges every due point of an indicator as of a day, by the rules of docs/reference.md. Pure: the same model and
 * settings always give the same judgement. Operands of a formula must not lead back to the indicator.
 */
export function judgeIndicator(indicator: IndicatorModel, settings: EvaluationSettings): IndicatorJudgement {
  const scope = createScope(indicator, settings);
  const targets = indicator.targets.map((target) => ({ target, due: judgeTarget(target, scope) }));
  return {
    indicator,
    targets,
    ...headlineOf(targets, settings.asOf),
    findings: findingsOf(scope.source, scope.windowFindings),
  };
}

/** What the due points of one indicator share. */
interface Scope {
  readonly source: ValueSource;
  readonly settings: EvaluationSettings;
  /** What was noticed in single windows. */
  readonly windowFindings: Finding[];
  readonly latest: Map<string, LatestValue | null>;
  readonly progress: Map<string, Progress | null>;
}

function createScope(indicator: IndicatorModel, settings: EvaluationSettings): Scope {
  return {
    source: sourceOf(indicator, createValueContext(settings.asOf)),
    settings: {
      asOf: settings.asOf,
      onTrackFrom: indicator.onTrackFrom ?? settings.onTrackFrom,
      offTrackBelow: indicator.offTrackBelow ?? settings.offTrackBelow,
    },
    windowFindings: [],
    latest: new Map(),
    progress: new Map(),
  };
}

/** One category of a target: what its windows have in common. */
interface Series {
  readonly target: TargetModel;
  readonly category: Category | null;
  readonly key: string;
  readonly aggregate: Aggregate;
  readonly latest: LatestValue | null;
  /** null for a bound relative to a baseline that is not there. */
  readonly rule: StatusRule | null;
}

function judgeTarget(target: TargetModel, scope: Scope): readonly DuePoint[] {
  const series = target.categories.map((category) => seriesOf(target, category, scope));
  const due: DuePoint[] = [];
  for (const window of target.windows) for (const one of series) due.push(judgeWindow(one, window, scope));
  return due;
}

function seriesOf(target: TargetModel, category: Category | null, scope: Scope): Series {
  const { indicator } = scope.source;
  const key = categoryKey(category);
  const latest = latestIn(scope, key);
  const aggregate = target.form === "total" ? "sum" : aggregateOf(indicator);
  const condition = conditionOf(target, category, indicator);
  if (condition === null) {
    scope.windowFindings.push({ kind: "baseline-missing", target, category });
    return { target, category, key, aggregate, latest, rule: null };
  }
  const { onTrackFrom, offTrackBelow } = scope.settings;
  const progress = (): Progress | null => progressOf(scope, category, condition.direction!, latest!);
  const recurs = target.form === "every";
  const rule = { condition, aggregate, recurs, latest, progress, onTrackFrom, offTrackBelow };
  return { target, category, key, aggregate, latest, rule };
}

function latestIn(scope: Scope, key: string): LatestValue | null {
  let latest = scope.latest.get(key);
  if (latest === undefined) {
    latest = latestOf(scope.source, key);
    scope.latest.set(key, latest);
  }
  return latest;
}

function judgeWindow(series: Series, window: Period, scope: Scope): DuePoint {
  const { target, category, rule, latest } = series;
  const value = valueInWindow(scope.source, series.key, window, series.aggregate);
  if (value.inside.length > 1 || value.refused !== null) noteWindow(series, value, window, scope);
  const past = scope.settings.asOf > window.last;
  const closed = past || value.settled;
  const number = value.quantity === null ? null : value.quantity.value;
  const answer = rule === null ? withoutCondition : statusOf(rule, number, closed, past);
  const failed = answer.status === "missed" || answer.status === "no-data";
  return {
    target,
    window,
    category,
    condition: rule === null ? null : rule.condition,
    status: answer.status,
    decidedBy: answer.line,
    closed,
    value: value.quantity,
    counted: value.counted,
    latest,
    expected: answer.progress === null ? null : answer.progress.expected,
    covered: answer.progress === null ? null : answer.progress.covered,
    explanation: failed ? explanationText(scope.source.indicator, target, window) : null,
  };
}

/** A bound relative to a baseline that is not there: nothing to judge. */
const withoutCondition: StatusAnswer = { status: "pending", line: 0, progress: null };

/** ℓ against the path, the same for all due points of a category and direction. */
function progressOf(
  scope: Scope,
  category: Category | null,
  direction: Direction,
  latest: LatestValue,
): Progress | null {
  if (scope.source.indicator.path === "none") return null;
  const key = `${direction} ${categoryKey(category)}`;
  let progress = scope.progress.get(key);
  if (progress === undefined) {
    progress = progressOn(pathFrom(scope.source, category, direction), latest);
    scope.progress.set(key, progress);
  }
  return progress;
}

function noteWindow(series: Series, value: WindowValue, window: Period, scope: Scope): void {
  if (value.refused !== null) {
    const { refused: aggregate, counted: values } = value;
    scope.windowFindings.push({ kind: "refused-aggregate", aggregate, values, window });
  } else if (scope.source.indicator.aggregate === null && series.target.form !== "total") {
    scope.windowFindings.push({ kind: "assumed-aggregate", values: value.inside });
  }
}

function explanationText(indicator: IndicatorModel, target: TargetModel, window: Period): string | null {
  return explanationOf(indicator.explanations, window, target.form === "total")?.text ?? null;
}

type Headline = Pick<IndicatorJudgement, "status" | "result" | "forecast">;

/** The worst of the due points that stand for the indicator on a day. */
function headlineOf(targets: IndicatorJudgement["targets"], asOf: number): Headline {
  const chosen = headlinePoints(targets, asOf);
  return {
    status: worstOf(chosen) ?? "pending",
    result: worstOf(chosen.filter(({ closed }) => closed)) ?? "pending",
    forecast: worstOf(chosen.filter(({ closed }) => !closed)) ?? null,
  };
}

/** The due points nearest to a day: of each recurring target by itself, of the others by category. */
export function headlinePoints(targets: IndicatorJudgement["targets"], asOf: number): readonly DuePoint[] {
  const chosen: DuePoint[] = [];
  const groups = new Map<string, DuePoint[]>();
  for (const { target, due } of targets) {
    if (target.form === "every") {
      chosen.push(...pointsAround(due, asOf));
      continue;
    }
    for (const point of due) {
      const key = categoryKey(point.category);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [point]);
      else group.push(point);
    }
  }
  for (const group of groups.values()) chosen.push(...pointsAround(group, asOf));
  return chosen;
}
