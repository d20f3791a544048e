/** Makes a plan that shows a difference as small as it can be, since fast-check's own shrinking stops early. */
import { operandsOf } from "./formula.ts";
import type { IndicatorModel, PlanModel, ReportModel } from "./plan-model.ts";

/** The smallest plan found, by leaving out part after part, for which `fails` still says true. */
export function reducePlan(model: PlanModel, fails: (model: PlanModel) => boolean): PlanModel {
  const smaller = smallerPlans(model).find((candidate) => stillFails(candidate, fails));
  return smaller === undefined ? model : reducePlan(smaller, fails);
}

function stillFails(model: PlanModel, fails: (model: PlanModel) => boolean): boolean {
  // A plan that can't be judged at all (a formula without its operand) is another plan's failure.
  try {
    return isWhole(model) && fails(model);
  } catch {
    return false;
  }
}

function isWhole(model: PlanModel): boolean {
  const known = model.indicators.map((indicator) => indicator.id);
  const formulas = model.indicators.flatMap((indicator) =>
    indicator.formula === null ? [] : operandsOf(model, indicator.formula),
  );
  const entries = model.reports.flatMap((report) => report.entries);
  return (
    formulas.every((operand) => operand !== undefined) &&
    entries.every((entry) => known.includes(entry.indicator))
  );
}

/** A list with one item left out, for each of its items. */
function withoutOne<T>(list: readonly T[]): (readonly T[])[] {
  return list.map((_, index) => list.filter((_, other) => other !== index));
}

/** A list with one item changed, for each way to change each of its items. */
function withOneChanged<T>(list: readonly T[], ways: (item: T) => readonly T[]): (readonly T[])[] {
  return list.flatMap((item, index) => ways(item).map((way) => list.with(index, way)));
}

function smallerPlans(model: PlanModel): PlanModel[] {
  const plan = model.plan;
  const heads =
    plan === null
      ? []
      : [
          ...(plan.issued === null ? [] : [{ ...plan, issued: null }]),
          ...(plan.yearEnds === null ? [] : [{ ...plan, yearEnds: null }]),
        ];
  return [
    ...withoutOne(model.indicators).map((indicators) => ({ ...model, indicators })),
    ...withoutOne(model.tasks).map((tasks) => ({ ...model, tasks })),
    ...withoutOne(model.reports).map((reports) => ({ ...model, reports })),
    ...heads.map((head) => ({ ...model, plan: head })),
    ...withOneChanged(model.indicators, smallerIndicators).map((indicators) => ({ ...model, indicators })),
    ...withOneChanged(model.reports, smallerReports).map((reports) => ({ ...model, reports })),
    ...withOneChanged(model.tasks, (task) => [
      ...withoutOne(task.due).map((due) => ({ ...task, due })),
      ...withoutOne(task.done).map((done) => ({ ...task, done })),
    ]).map((tasks) => ({ ...model, tasks })),
  ];
}

function smallerReports(report: ReportModel): ReportModel[] {
  const inPlace = report.apart ? [{ ...report, apart: false }] : [];
  return [...withoutOne(report.entries).map((entries) => ({ ...report, entries })), ...inPlace];
}

function smallerIndicators(indicator: IndicatorModel): IndicatorModel[] {
  const plainer: Partial<IndicatorModel>[] = [];
  if (indicator.formula !== null) plainer.push({ formula: null });
  if (indicator.aggregate !== null) plainer.push({ aggregate: null });
  if (indicator.path !== null) plainer.push({ path: null });
  if (indicator.onTrackFrom !== null) plainer.push({ onTrackFrom: null });
  if (indicator.offTrackBelow !== null) plainer.push({ offTrackBelow: null });
  if (indicator.lead.length + indicator.with.length > 0) plainer.push({ lead: [], with: [] });
  return [
    ...plainer.map((part) => ({ ...indicator, ...part })),
    ...withoutOne(indicator.targets).map((targets) => ({ ...indicator, targets })),
    ...withoutOne(indicator.measured).map((measured) => ({ ...indicator, measured })),
    ...withoutOne(indicator.baselines).map((baselines) => ({ ...indicator, baselines })),
    ...withoutOne(indicator.explains).map((explains) => ({ ...indicator, explains })),
  ];
}
