/** Indicators of generated plans. */

import { drawPeriod, planYears } from "./generate-periods.ts";
import type { Draw } from "./generate-plan.ts";
import { directTargets } from "./generate-target.ts";
import type {
  FormulaModel,
  IndicatorModel,
  MeasuredModel,
  PlanHeadModel,
  UnitModel,
  ValueModel,
} from "./plan-model.ts";

/** The few numbers that an indicator's targets and values are drawn from, and whether they may be shares. */
export interface Palette {
  readonly unit: string;
  readonly numbers: readonly string[];
  readonly shares: readonly { readonly numerator: string; readonly denominator: string }[];
  /** Another unit of the family, with numbers of the same size. */
  readonly other: { readonly unit: string; readonly numbers: readonly string[] } | null;
}

const wholes = ["0", "1", "2", "3", "5", "10", "12", "20"];
const percents = [
  "0",
  "20",
  "30",
  "40",
  "45",
  "47.5",
  "49",
  "50",
  "51",
  "52.5",
  "55",
  "60",
  "66.67",
  "75",
  "100",
];
const ratios = ["0", "0.2", "0.3", "0.4", "0.45", "0.5", "0.6", "1"];
/** No two are equal, so that of equal duplicates it never matters which share is kept. */
const shares = ["9/20", "3/10", "2/3", "11/20", "1/3", "0/7", "4/4", "2/5"].map((share) => {
  const [numerator = "", denominator = ""] = share.split("/");
  return { numerator, denominator };
});

const numbersOf: Readonly<Record<string, readonly string[]>> = {
  percent: percents,
  ratio: ratios,
  count: wholes,
  person: [...wholes, "1200"],
  vnd: ["0", "1000", "2500", "1500000", "3000000"],
  activity: wholes,
  score: ["-1.5", "-1", "0", "0.5", "1.5", "2.25", "3", "33.33"],
  trieu: ["0", "500", "750.5", "1000", "1500", "2000"],
  ty: ["0", "0.5", "1", "1.5", "2"],
};

const builtInUnits = ["percent", "percent", "percent", "ratio", "count", "person", "vnd"];

function drawPalette(draw: Draw, unit: string): Palette {
  const all = numbersOf[unit]!;
  const numbers = Array.from({ length: 2 + draw.below(3) }, () => draw.one(all));
  const withShares = unit === "percent" ? draw.below(3) : unit === "ratio" ? draw.below(2) : 0;
  const other =
    unit === "ty"
      ? { unit: "trieu", numbers: numbers.map((number) => String(Number(number) * 1000)) }
      : unit === "trieu"
        ? { unit: "ty", numbers: numbers.map((number) => String(Number(number) / 1000)) }
        : null;
  return { unit, numbers, shares: withShares === 0 ? [] : [draw.one(shares), draw.one(shares)], other };
}

/** A value of the palette; in `ratio` all are shares or none is, since the two don't add up. */
export function drawValue(draw: Draw, palette: Palette): ValueModel {
  if (palette.shares.length > 0 && (palette.unit === "ratio" || draw.once(2))) {
    return { kind: "share", ...draw.one(palette.shares) };
  }
  if (palette.other !== null && draw.once(3)) {
    return { kind: "number", number: draw.one(palette.other.numbers), unit: palette.other.unit };
  }
  return { kind: "number", number: draw.one(palette.numbers), unit: null };
}

/** An indicator of one unit with nothing to judge: edges, path and roles, maybe. */
export function createEmptyIndicator(draw: Draw, count: number, unit: string): IndicatorModel {
  const onTrackFrom = draw.once(5) ? draw.one(["90", "97.5", "100"]) : null;
  return {
    id: `indicator_${count}`,
    name: `Chỉ tiêu số ${count}`,
    unit,
    aggregate: null,
    formula: null,
    baselines: [],
    targets: [],
    measured: [],
    explains: [],
    path: draw.one([null, null, null, null, "linear", "none"]),
    onTrackFrom,
    offTrackBelow: draw.once(5) ? draw.one(["50", "80", "90"]) : null,
    lead: draw.one([[], ["so"], ["phong", "so"]]),
    with: draw.one([[], ["phong"]]),
  };
}

/** The next indicator of a plan; its name says how many there were before. */
export function createIndicator(
  draw: Draw,
  plan: PlanHeadModel | null,
  units: readonly UnitModel[],
  before: readonly IndicatorModel[],
): IndicatorModel {
  const formula = before.length > 0 && draw.once(3) ? drawFormula(draw, before) : null;
  const unit = formula?.unit ?? draw.one([...builtInUnits, ...units.map((one) => one.id)]);
  const palette = drawPalette(draw, unit);
  const categories = draw.one([[null], [null], [null, "female"], ["female", "nam"], [null, "nông_thôn"]]);
  const targets = directTargets(draw, plan, palette, categories, formula !== null);
  const points = targets.flatMap((target) => (target.when.kind === "point" ? [target.when.period] : []));
  // The periods of the indicator before come again, so that formulas find operands of one period, and those of
  // the targets, so that windows have values.
  const known = [...(before.at(-1)?.measured.map((measured) => measured.period) ?? []), ...points];
  return {
    ...createEmptyIndicator(draw, before.length, unit),
    aggregate: draw.one([null, null, null, "latest", "sum", "mean", "min", "max"]),
    formula: formula?.formula ?? null,
    baselines: categories
      .filter(() => draw.once(2))
      .flatMap((category) =>
        Array.from({ length: draw.one([1, 1, 1, 2]) }, () => drawBaseline(draw, plan, palette, category)),
      ),
    targets,
    measured: formula !== null && !draw.once(4) ? [] : drawMeasured(draw, plan, palette, categories, known),
    explains: drawExplains(draw, points),
  };
}

function drawBaseline(
  draw: Draw,
  plan: PlanHeadModel | null,
  palette: Palette,
  category: string | null,
): MeasuredModel {
  const first = planYears(plan)[0]!;
  // Mostly before the plan, rarely in the middle of it, where milestones are left out of the path.
  const period = draw.one([
    String(first - 1),
    String(first - 1),
    `${first - 1}-Q3`,
    String(first),
    drawPeriod(draw, plan),
  ]);
  return { period, category, value: drawValue(draw, palette), evidence: draw.once(4) ? "NGTK" : null };
}

function drawMeasured(
  draw: Draw,
  plan: PlanHeadModel | null,
  palette: Palette,
  categories: readonly (string | null)[],
  known: readonly string[],
): MeasuredModel[] {
  return Array.from({ length: draw.below(8) }, () => ({
    period: known.length > 0 && draw.once(2) ? draw.one(known) : drawPeriod(draw, plan),
    category: draw.one(categories),
    value: drawValue(draw, palette),
    evidence: draw.once(3) ? "BC số 2" : null,
  }));
}

function drawExplains(draw: Draw, periods: readonly string[]): IndicatorModel["explains"] {
  if (periods.length === 0 || !draw.once(3)) return [];
  return [{ period: draw.one(periods), text: 'vì "dịch"' }];
}

/** Quotients of two of one family, sums, differences and multiples; its unit fits the result. */
function drawFormula(
  draw: Draw,
  before: readonly IndicatorModel[],
): { readonly unit: string; readonly formula: FormulaModel } {
  const family = (unit: string) => (unit === "ty" ? "trieu" : unit);
  const first = draw.one(before);
  const second = draw.one(before.filter((other) => family(other.unit) === family(first.unit)));
  const a: FormulaModel = { kind: "name", id: first.id };
  const b: FormulaModel = { kind: "name", id: second.id };
  const two: FormulaModel = { kind: "number", number: "2" };
  const of = (left: FormulaModel, operator: "+" | "-" | "*" | "/", right: FormulaModel): FormulaModel => ({
    kind: "binary",
    operator,
    left,
    right,
  });
  const pure = draw.one(["percent", "percent", "ratio"]);
  return draw.one([
    { unit: pure, formula: of(a, "/", b) },
    { unit: pure, formula: of(a, "/", b) },
    { unit: pure, formula: of(of(a, "-", b), "/", b) },
    { unit: pure, formula: of(a, "/", of(a, "+", b)) },
    { unit: first.unit, formula: of(a, "+", b) },
    { unit: first.unit, formula: of(a, "-", of(b, "*", two)) },
    { unit: first.unit, formula: of(two, "*", a) },
  ]);
}
