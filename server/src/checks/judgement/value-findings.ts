import { bilingual } from "../../diagnostics/language.ts";
import { createProblem, type Problem, type RelatedPlace } from "../../diagnostics/problem.ts";
import { decimalsApart, formatValue } from "../../semantics/display.ts";
import type { Finding, IndicatorJudgement } from "../../semantics/judgement.ts";
import {
  categoryText,
  evidencePlaces,
  periodsText,
  periodText,
  quantityText,
  targetPlace,
  valuePlaces,
} from "../../semantics/judgement-words.ts";
import type { IndicatorModel, UnitModel } from "../../semantics/model.ts";
import type { Rational } from "../../semantics/rational.ts";
import { hasBaseline } from "../model/check-baselines.ts";

/** Reports what the arithmetic noticed about the values. */
export function checkValueFindings({ indicator, findings }: IndicatorJudgement): readonly Problem[] {
  if (findings.length === 0) return [];
  const problems = findings.flatMap((finding) => findingProblem(finding, indicator) ?? []);
  const divisions = findings.flatMap((finding) =>
    finding.kind === "division-by-zero" ? [finding.window] : [],
  );
  if (divisions.length === 0) return problems;
  const windows = divisions.toSorted((a, b) => a.first - b.first || a.last - b.last);
  const place = indicator.formulaPlace ?? indicator.place;
  return [...problems, createProblem("division-by-zero", place, { periods: periodsText(windows) })];
}

/** The problem of one finding; divisions by zero are gathered into one. */
function findingProblem(finding: Finding, indicator: IndicatorModel): Problem | null {
  switch (finding.kind) {
    case "assumed-aggregate":
      return assumedAggregate(finding, indicator);
    case "refused-aggregate":
      return refusedAggregate(finding, indicator);
    case "duplicate-measurement":
      return duplicateMeasurement(finding, indicator);
    case "parts-differ-from-total":
      return partsDifferFromTotal(finding, indicator);
    case "period-too-long":
      return periodTooLong(finding);
    case "formula-disagrees":
      return formulaDisagrees(finding, indicator);
    case "measured-in-future":
      return createProblem("measured-in-future", finding.value.place, {
        period: periodText(finding.value.period, "start"),
      });
    case "measured-outside-plan":
      return createProblem("measured-outside-plan", finding.value.place, {
        period: periodText(finding.value.period, "start"),
        plan: indicator.plan?.period?.text ?? "",
      });
    case "baseline-missing":
      if (hasBaseline(indicator, finding.category)) return null;
      return createProblem("baseline-missing", finding.target.place, {
        category: categoryText(finding.category),
      });
    case "division-by-zero":
      return null;
  }
}

type FindingOf<Kind extends Finding["kind"]> = Extract<Finding, { kind: Kind }>;

function assumedAggregate({ values }: FindingOf<"assumed-aggregate">, indicator: IndicatorModel): Problem {
  return createProblem(
    "assumed-aggregate",
    values.at(-1)!.place,
    { count: String(values.length), periods: periodsText(values.map(({ period }) => period)) },
    { related: valuePlaces(values.slice(0, -1), indicator.unit) },
  );
}

function refusedAggregate(finding: FindingOf<"refused-aggregate">, indicator: IndicatorModel): Problem {
  const { aggregate, values, window } = finding;
  return createProblem(
    "refused-aggregate",
    values.at(-1)!.place,
    {
      aggregate: aggregate === "sum" ? bilingual("added", "cộng") : bilingual("averaged", "lấy trung bình"),
      periods: periodText(window),
    },
    { related: valuePlaces(values.slice(0, -1), indicator.unit) },
  );
}

function duplicateMeasurement(
  finding: FindingOf<"duplicate-measurement">,
  { unit }: IndicatorModel,
): Problem {
  const { first, second } = finding;
  const related: readonly RelatedPlace[] = [
    { place: first.place, message: bilingual("the other value", "giá trị kia") },
    ...evidencePlaces([first, second]),
  ];
  return createProblem(
    "duplicate-measurement",
    second.place,
    {
      period: periodText(second.period, "start"),
      category: categoryText(second.category),
      first: quantityText(first.quantity, unit),
      second: quantityText(second.quantity, unit),
    },
    { related },
  );
}

function partsDifferFromTotal(
  finding: FindingOf<"parts-differ-from-total">,
  { unit }: IndicatorModel,
): Problem {
  const { total, parts, sum } = finding;
  return createProblem(
    "parts-differ-from-total",
    total.place,
    {
      period: periodText(total.period),
      category: categoryText(total.category),
      ...apart({ total: total.quantity.value, sum }, unit),
    },
    { related: valuePlaces(parts, unit) },
  );
}

function periodTooLong({ value, target, window }: FindingOf<"period-too-long">): Problem {
  return createProblem(
    "period-too-long",
    value.place,
    { period: periodText(value.period), target: target.text, window: periodText(window) },
    { related: [targetPlace(target)] },
  );
}

function formulaDisagrees(
  { value, computed }: FindingOf<"formula-disagrees">,
  indicator: IndicatorModel,
): Problem {
  const formula = indicator.formulaPlace;
  return createProblem(
    "formula-disagrees",
    value.place,
    {
      period: periodText(value.period, "start"),
      category: categoryText(value.category),
      ...apart({ value: value.quantity.value, computed }, indicator.unit),
    },
    {
      related: formula === null ? [] : [{ place: formula, message: bilingual("the formula", "công thức") }],
    },
  );
}

/** Two different values as holes, with as many decimals as show that they differ. */
function apart<Name extends string>(
  pair: Readonly<Record<Name, Rational>>,
  unit: UnitModel,
): Readonly<Record<Name, (language: "en" | "vi") => string>> {
  const [a, b] = Object.values<Rational>(pair);
  const decimals = decimalsApart(a!, b!, unit);
  const holes = Object.entries<Rational>(pair).map(([name, value]) => [
    name,
    (language: "en" | "vi") => formatValue(value, unit, language, decimals),
  ]);
  return Object.fromEntries(holes);
}
