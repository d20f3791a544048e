/**
 * Indicators whose windows hold several values: parts of one year, nested, twice over, as shares or not, with an
 * aggregate that makes them one; and formulas over two such.
 */
import { createEmptyIndicator } from "./generate-indicator.ts";
import { planYears } from "./generate-periods.ts";
import type { Draw } from "./generate-plan.ts";
import type {
  FormulaModel,
  IndicatorModel,
  MeasuredModel,
  PlanHeadModel,
  TargetModel,
  ValueModel,
  WhenModel,
} from "./plan-model.ts";

const number = (text: string): ValueModel => ({ kind: "number", number: text, unit: null });

function drawPart(draw: Draw, unit: string, withShares: boolean): ValueModel {
  if (!withShares)
    return number(draw.one(unit === "percent" ? ["30", "40", "45"] : ["0", "1", "2", "3", "5"]));
  const [numerator = "", denominator = ""] = draw.one(["9/20", "3/10", "2/3", "2/5"]).split("/");
  return { kind: "share", numerator, denominator };
}

const partsOfYear = (year: number) =>
  ["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", "-01", "-02", "-12"].map((part) => `${year}${part}`);

/** Parts of one year, some of them written twice, the share of 45% as 45% too. */
function drawParts(draw: Draw, unit: string, periods: readonly string[]): MeasuredModel[] {
  const withShares = unit === "percent" && !draw.once(4);
  return Array.from({ length: 1 + draw.below(5) }, () => {
    const period = draw.once(4) ? periods[0]! : draw.one(periods);
    return { period, category: null, value: drawPart(draw, unit, withShares), evidence: null };
  }).flatMap((measured) => {
    const isNineOfTwenty = measured.value.kind === "share" && measured.value.numerator === "9";
    if (!draw.once(isNineOfTwenty ? 2 : 6)) return [measured];
    const again = isNineOfTwenty ? number("45") : measured.value;
    return [{ ...measured, value: again }, measured];
  });
}

function drawTargets(draw: Draw, unit: string, plan: PlanHeadModel | null, year: number): TargetModel[] {
  const years = planYears(plan);
  const next = String(Math.min(year + 1, years.at(-1)!));
  const total: WhenModel = { kind: "total", from: String(year), to: next };
  const every: WhenModel = { kind: "every", cadence: "year", in: { from: String(year), to: next } };
  const bounds = unit === "percent" ? ["30", "36.67", "40", "45"] : ["1", "2", "3", "4", "5", "6", "8"];
  return Array.from({ length: 1 + draw.below(3) }, () => ({
    when: draw.one<WhenModel>([
      { kind: "point", period: String(year) },
      { kind: "point", period: draw.one(partsOfYear(year)) },
      every,
      total,
    ]),
    category: null,
    comparator: draw.one(["reach", ">=", ">", "<=", "<", "="] as const),
    value: number(draw.one(bounds)),
    upper: null,
    within: null,
  }));
}

/** The next indicator of a plan, after `count` others. */
export function createPartsIndicator(draw: Draw, plan: PlanHeadModel | null, count: number): IndicatorModel {
  const unit = draw.one(["percent", "percent", "person", "count", "activity"]);
  const year = draw.one(planYears(plan));
  return {
    ...createEmptyIndicator(draw, count, unit),
    aggregate: draw.one(["sum", "sum", "mean", "min", "max", "latest"]),
    targets: drawTargets(draw, unit, plan, year),
    measured: drawParts(draw, unit, partsOfYear(year)),
  };
}

/** Two indicators of few parts of one year, and one that is made of them, with values of its own now and then. */
export function createFormulaIndicators(
  draw: Draw,
  plan: PlanHeadModel | null,
  count: number,
): IndicatorModel[] {
  const year = draw.one(planYears(plan));
  const periods = [String(year), draw.one(partsOfYear(year)), `${year}-H2`, draw.one(partsOfYear(year))];
  const [left, right, result] = draw.one(formulaUnits);
  const operator = result === "percent" || result === "ratio" ? "/" : draw.one(["+", "-"] as const);
  const operand = (index: number, unit: string): IndicatorModel => ({
    ...createEmptyIndicator(draw, count + index, unit),
    aggregate: draw.one(["latest", "sum", "sum", "min", "max", "mean"]),
    measured: drawParts(draw, unit, periods),
  });
  const [a, b] = [operand(0, left), operand(1, right)];
  const formula: FormulaModel = {
    kind: "binary",
    operator,
    left: { kind: "name", id: a.id },
    right: { kind: "name", id: b.id },
  };
  const bounds = operator === "/" ? ["40", "50", "60", "100", "150"] : ["0.002", "1", "3", "2005", "5000"];
  const targets = drawTargets(draw, result, plan, year).filter((target) => target.when.kind !== "total");
  return [
    a,
    b,
    {
      ...createEmptyIndicator(draw, count + 2, result),
      formula,
      targets: targets.map((target) => ({ ...target, value: number(draw.one(bounds)) })),
      measured: draw.once(3) ? drawParts(draw, result, periods).slice(0, 1) : [],
    },
  ];
}

/** The units of the two operands and of the result; `ty` is a thousand `trieu`. */
const formulaUnits = [
  ["person", "person", "percent"],
  ["person", "person", "percent"],
  ["ty", "trieu", "percent"],
  ["ty", "trieu", "ratio"],
  ["ty", "trieu", "ty"],
  ["trieu", "ty", "trieu"],
] as const;
