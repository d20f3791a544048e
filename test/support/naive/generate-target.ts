/** Targets of generated plans. */
import { compare, fromDecimal } from "./fraction.ts";
import { drawValue, type Palette } from "./generate-indicator.ts";
import { drawEvery, drawPeriod, drawRange } from "./generate-periods.ts";
import type { Draw } from "./generate-plan.ts";
import type {
  BoundModel,
  Comparator,
  NumberModel,
  PlanHeadModel,
  TargetModel,
  WhenModel,
} from "./plan-model.ts";

const comparators: readonly Comparator[] = [
  "reach",
  "reach",
  "reach",
  "reach",
  ">=",
  ">=",
  ">=",
  "<=",
  "<=",
  ">",
  "<",
  "=",
  "between",
  "about",
  "about",
];

/** None to five targets of the categories given. */
export function directTargets(
  draw: Draw,
  plan: PlanHeadModel | null,
  palette: Palette,
  categories: readonly (string | null)[],
  computed: boolean,
): TargetModel[] {
  return Array.from({ length: draw.below(6) }, () => {
    const comparator = draw.one(comparators);
    return {
      when: drawWhen(draw, plan, computed),
      category: draw.one(categories),
      comparator,
      ...drawCondition(draw, palette, comparator),
    };
  });
}

function drawWhen(draw: Draw, plan: PlanHeadModel | null, computed: boolean): WhenModel {
  const length = draw.one(["year", "year", "half", "quarter", "month"] as const);
  switch (draw.below(9)) {
    case 0:
    case 1:
      return drawEvery(draw, plan);
    case 2:
      // What a total of a formula is, is not said.
      if (!computed) return { kind: "total", ...drawRange(draw, plan, length) };
      break;
    case 3:
      return { kind: "range", ...drawRange(draw, plan, length) };
    case 4:
      if (plan !== null) return { kind: "range", from: drawRange(draw, plan, length).from, to: null };
      break;
    default:
  }
  return { kind: "point", period: drawPeriod(draw, plan) };
}

function plainValue(draw: Draw, palette: Palette): NumberModel {
  return { kind: "number", number: draw.one(palette.numbers), unit: null };
}

function drawCondition(
  draw: Draw,
  palette: Palette,
  comparator: Comparator,
): Pick<TargetModel, "value" | "upper" | "within"> {
  if (comparator === "between") {
    const a = plainValue(draw, palette);
    const b = plainValue(draw, palette);
    const [value, upper] = compare(fromDecimal(a.number), fromDecimal(b.number)) <= 0 ? [a, b] : [b, a];
    return { value, upper, within: null };
  }
  if (comparator === "about") {
    const within = draw.once(3) ? ({ kind: "number", number: "2", unit: null } as const) : null;
    // A fiftieth of 50 is 1, and 49 and 51 are of the percentages that values are drawn from.
    const fifty = palette.unit === "percent";
    const value: NumberModel = fifty
      ? { kind: "number", number: "50", unit: null }
      : plainValue(draw, palette);
    return { value, upper: null, within };
  }
  return { value: drawBound(draw, palette), upper: null, within: null };
}

function drawBound(draw: Draw, palette: Palette): BoundModel {
  if (!draw.once(6)) return drawValue(draw, palette);
  if (draw.once(2))
    return { kind: "relative", operator: "*", number: draw.one(["0.9", "1.5", "2"]), unit: null };
  const operator = draw.one(["+", "-"] as const);
  return { kind: "relative", operator, number: "10", unit: palette.unit === "percent" ? "point" : null };
}
