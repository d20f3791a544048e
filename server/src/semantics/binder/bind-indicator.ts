import { bilingual, type LocalText } from "../../diagnostics/language.ts";
import type {
  BlockDeclaration,
  QualifiedName,
  Statement,
  TargetStatement,
  ValueStatement,
} from "../../syntax/ast.ts";
import { exact } from "../../text/exact-list.ts";
import { noUnit } from "../builtin-units.ts";
import { decimalsApart, formatValue } from "../display.ts";
import type { Entry } from "../entry.ts";
import { conditionOf, intervalOf } from "../evaluator/condition.ts";
import type {
  BaselineModel,
  Explanation,
  IndicatorModel,
  MeasuredModel,
  PlanModel,
  RefusedValue,
  TargetModel,
  UnitModel,
} from "../model.ts";
import { compare, one, type Rational } from "../rational.ts";
import { findSymbol } from "../scope.ts";
import { bindCategories, bindCategory } from "./bind-category.ts";
import { type BindContext, placeOf, report } from "./bind-context.ts";
import { bindFormula } from "./bind-formula.ts";
import { bindBodies, bindCitations, noteOf } from "./bind-parts.ts";
import { bindPeriod, bindWindows, calendarOf } from "./bind-period.ts";
import { bindBound, bindEdge, bindValue, type ValuePlace } from "./bind-value.ts";
import { type StatementsByKind, statementsByKind } from "./statements-by-kind.ts";

const nothing: readonly never[] = [];

/**
 * An indicator with its values from its own declaration and from every report line that names it. Its parent is linked
 * afterwards: the parent's formula may name this very indicator.
 */
export function bindIndicator(
  context: BindContext,
  declaration: BlockDeclaration,
  reportLines: readonly ReportLines[],
): IndicatorModel {
  const { entry } = context;
  const plan = context.planOf(entry.path);
  const name = declaration.title?.value || declaration.name.text;
  const statements = statementsByKind(declaration.statements);
  const said = unitSaid(context, declaration, statements);
  const unit = said ?? unitWritten(context, declaration, reportLines);
  const at: ValuePlace = { entry, unit, name, isAssumed: said === undefined };
  const formula = bindFormula(context, statements, at);
  const baselines = bindBaselines(context, statements, plan, at);
  const model: IndicatorModel = {
    id: declaration.name.text,
    name,
    plan,
    calendar: calendarOf(plan),
    unit,
    aggregate: statements.aggregate?.[0]?.aggregate ?? unit.aggregate,
    baselines,
    targets: bindTargets(context, statements, plan, at, baselines),
    ...bindMeasured(context, statements, plan, at, reportLines),
    formula: formula?.model ?? null,
    formulaPlace: formula?.place ?? null,
    formulaFactor: formula?.factor ?? one,
    path: statements.path?.[0]?.path ?? "linear",
    onTrackFrom: edgeOf(context, statements, "onTrackFrom"),
    offTrackBelow: edgeOf(context, statements, "offTrackBelow"),
    explanations: bindExplanations(context, statements, plan),
    lead: bindBodies(context, statements, "lead"),
    with: bindBodies(context, statements, "with"),
    citations: bindCitations(context, statements, plan),
    parent: null,
    note: noteOf(statements),
    place: placeOf(entry, declaration.name),
  };
  return model;
}

/** The lines of one report that name the indicator. */
export interface ReportLines {
  readonly report: Entry;
  readonly lines: readonly ValueStatement[];
}

/** The unit that is said; undefined where none is, or one that is not there, and then a problem says so. */
function unitSaid(
  context: BindContext,
  declaration: BlockDeclaration,
  statements: StatementsByKind,
): UnitModel | undefined {
  const said = statements.unit?.[0];
  if (said) return context.unit(context.entry.path, said.unit);
  const hasName = declaration.name.text !== "";
  const name = declaration.name.text || declaration.title?.value;
  // Of a head that can't be read, that is said.
  if (name)
    report(context, "missing-unit", context.entry, hasName ? declaration.name : declaration.keyword, {
      name,
    });
  return undefined;
}

/** The first unit written behind a value stands in, so that the verdicts are still there while the line is wrong. */
function unitWritten(
  context: BindContext,
  declaration: BlockDeclaration,
  reports: readonly ReportLines[],
): UnitModel {
  const { path } = context.entry;
  for (const statement of declaration.statements) {
    const unit = writtenUnit(statement);
    const model = unit && context.unit(path, unit);
    if (model) return model;
  }
  for (const { report: reportEntry, lines } of reports) {
    for (const line of lines) {
      const unit = writtenUnit(line);
      const model = unit && context.unit(reportEntry.path, unit);
      if (model) return model;
    }
  }
  return noUnit;
}

function writtenUnit(statement: Statement): QualifiedName | null {
  if (statement.kind === "target") {
    const { value } = statement.comparator;
    return value.kind === "baseline" ? null : value.unit;
  }
  if (statement.kind !== "baseline" && statement.kind !== "measured" && statement.kind !== "entry")
    return null;
  return statement.value.kind === "baseline" ? null : statement.value.unit;
}

function edgeOf(context: BindContext, statements: StatementsByKind, kind: "onTrackFrom" | "offTrackBelow") {
  const statement = statements[kind]?.[0];
  if (!statement) return null;
  const edge = bindEdge(context, statement.value);
  if (!edge) report(context, "edge-invalid", context.entry, statement.value, { reason: notAnEdge });
  return edge ?? null;
}

const notAnEdge = bilingual(
  "it is a percentage between 0% and 100%, such as 95%",
  "ngưỡng là một tỷ lệ từ 0% đến 100%, chẳng hạn 95%",
);

function bindBaselines(
  context: BindContext,
  { baseline = nothing }: StatementsByKind,
  plan: PlanModel | null,
  at: ValuePlace,
): readonly BaselineModel[] {
  return baseline.flatMap((statement) => bindOne(context, statement, plan, at, null) ?? []);
}

function bindMeasured(
  context: BindContext,
  { measured = nothing }: StatementsByKind,
  plan: PlanModel | null,
  at: ValuePlace,
  reports: readonly ReportLines[],
): Pick<IndicatorModel, "measured" | "refused"> {
  const refused: RefusedValue[] = [];
  const own = measured.flatMap((line) => bindOne(context, line, plan, at, null, refused) ?? []);
  if (reports.length === 0) return { measured: own, refused: exact(refused) };
  const reported = reports.flatMap(({ report: entry, lines }) =>
    lines.flatMap((line) => bindOne(context, line, plan, { ...at, entry }, entry, refused) ?? []),
  );
  return { measured: [...own, ...reported], refused: exact(refused) };
}

/**
 * One written value; undefined where its period, its category or its value can't be had. Where only the value can't,
 * it is among the refused ones.
 */
function bindOne(
  context: BindContext,
  statement: ValueStatement,
  plan: PlanModel | null,
  at: ValuePlace,
  reportEntry: Entry | null,
  refused: RefusedValue[] = [],
): MeasuredModel | undefined {
  const reportDeclaration = reportEntry?.parsed.declaration;
  const ofReport = reportDeclaration?.kind === "report" ? reportDeclaration : undefined;
  const node = statement.period ?? ofReport?.period;
  const period = node && bindPeriod(context, node, calendarOf(plan));
  const known = context.problems.length;
  const quantity = bindValue(context, statement.value, at);
  if (!period) return undefined;
  const category = bindCategory(context, at.entry, statement.category);
  if (category === undefined) return undefined;
  const place = placeOf(at.entry, statement.value);
  if (!quantity) {
    const code = context.problems.slice(known).find(({ severity }) => severity === "error")?.code ?? null;
    refused.push({ period, category, code, place });
    return undefined;
  }
  const evidence = statement.evidence ?? ofReport?.title ?? null;
  return {
    period,
    category,
    quantity,
    evidence: evidence?.value ?? null,
    place,
    evidencePlace: evidence ? placeOf(at.entry, evidence) : null,
  };
}

function bindTargets(
  context: BindContext,
  { target = nothing }: StatementsByKind,
  plan: PlanModel | null,
  at: ValuePlace,
  baselines: readonly BaselineModel[],
): readonly TargetModel[] {
  return target.flatMap((statement) => {
    const model = bindTarget(context, statement, plan, at);
    return model && isPossible(context, statement, model, baselines, at.unit) ? [model] : [];
  });
}

function bindTarget(
  context: BindContext,
  statement: TargetStatement,
  plan: PlanModel | null,
  at: ValuePlace,
): TargetModel | undefined {
  const { comparator, when } = statement;
  const windows = bindWindows(context, when, statement.whenSpan, plan);
  const categories = bindCategories(context, context.entry, statement.categories);
  const upperNode = comparator.kind === "between" ? comparator.upper : null;
  // "between 10 and 13%": the unit may follow only the last number.
  const bound = bindBound(context, withUnitOf(comparator.value, upperNode), at);
  const upper = upperNode ? bindBound(context, upperNode, at) : null;
  const toleranceNode = comparator.kind === "about" ? comparator.tolerance : null;
  const tolerance = toleranceNode ? bindValue(context, toleranceNode, at, "difference") : null;
  if (!bound || upper === undefined || tolerance === undefined || !categories || windows.length === 0)
    return undefined;
  return {
    text: textAfterKeyword(context.entry.text, statement),
    form: formOf(statement),
    comparator: comparator.kind,
    bound,
    upper,
    tolerance: tolerance?.value ?? null,
    windows,
    categories,
    place: placeOf(context.entry, statement),
    periodPlace: placeOf(context.entry, statement.whenSpan),
  };
}

/** False where no value at all could meet the target; then a problem says why. */
function isPossible(
  context: BindContext,
  { comparator }: TargetStatement,
  target: TargetModel,
  baselines: readonly BaselineModel[],
  unit: UnitModel,
): boolean {
  if (comparator.kind !== "between" && comparator.kind !== "about") return true;
  for (const category of target.categories) {
    const condition = conditionOf(target, category, { baselines });
    if (condition === null) continue;
    const { low, high } = intervalOf(condition);
    if (compare(low, high) <= 0) continue;
    const end = comparator.kind === "between" ? comparator.upper : (comparator.tolerance ?? comparator.value);
    const span = { start: comparator.value.start, end: end.end };
    const reason = comparator.kind === "between" ? isMore(low, high, unit) : negativeTolerance;
    report(context, "impossible-target", context.entry, span, { reason });
    return false;
  }
  return true;
}

const negativeTolerance = bilingual("the tolerance is less than 0", "sai số nhỏ hơn 0");

function isMore(low: Rational, high: Rational, unit: UnitModel): LocalText {
  const decimals = decimalsApart(low, high, unit);
  return (language) => {
    const [from, to] = [low, high].map((value) => formatValue(value, unit, language, decimals));
    return language === "vi" ? `${from} lớn hơn ${to}` : `${from} is more than ${to}`;
  };
}

function withUnitOf<Value extends ValueStatement["value"]>(
  value: Value,
  other: ValueStatement["value"] | null,
): Value {
  if (!other || value.kind === "baseline" || value.unit || other.kind === "baseline") return value;
  return { ...value, unit: other.unit };
}

function formOf(statement: TargetStatement): TargetModel["form"] {
  const { when } = statement;
  if (when.kind !== "period") return when.kind;
  return when.range.open || when.range.to ? "range" : "period";
}

/** As written, white space folded, without its keyword. */
export function textAfterKeyword(text: string, statement: Statement): string {
  const written = text.slice(statement.keyword.end, statement.end).trim();
  return /\s\s|[^\S ]/u.test(written) ? written.replace(/\s+/gu, " ") : written;
}

/** Those that say something: what explains nothing must hide nothing. */
export function bindExplanations(
  context: BindContext,
  { explain = nothing }: StatementsByKind,
  plan: PlanModel | null,
): readonly Explanation[] {
  return explain.flatMap((statement) => {
    if (statement.text.value.trim() === "") {
      report(context, "explain-without-reason", context.entry, statement.text, {});
      return [];
    }
    const period = bindPeriod(context, statement.period, calendarOf(plan));
    return period ? [{ period, text: statement.text.value, place: placeOf(context.entry, statement) }] : [];
  });
}

/** The indicator that one implements; none where they implement each other. */
export function parentOf(
  { program, chains, entry }: Pick<BindContext, "program" | "chains" | "entry">,
  { statements }: BlockDeclaration,
): Entry | undefined {
  const statement = statements.find((one) => one.kind === "implements");
  const name = statement?.kind === "implements" ? statement.names[0] : undefined;
  const symbol = name && findSymbol(program, entry.path, name, "indicator");
  return symbol && !chains.higher.isInCircle(entry) ? symbol.entry : undefined;
}
