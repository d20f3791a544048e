import { inLanguage, type LocalText } from "../diagnostics/language.ts";
import { pureNumberFactor } from "./builtin-units.ts";
import { formatDate, formatGap, formatNumber } from "./display.ts";
import type { Condition, DuePoint } from "./judgement.ts";
import type { Quantity, UnitModel } from "./model.ts";
import { type Day, toDate } from "./period.ts";
import { divide, fromInteger, isInteger, multiply, type Rational, rational, subtract } from "./rational.ts";

/** What it takes from the latest value to the deadline: `mỗi năm cần tăng 4 điểm phần trăm (cần 12/20)`. */
export function yearlyText(point: DuePoint, unit: UnitModel): LocalText {
  const { quantity, period } = point.latest!;
  const condition = point.condition!;
  const gap = subtract(condition.value, quantity.value);
  const up = condition.direction === "up";
  const months = monthsBetween(period.last, point.window.last);
  const perYear = months > 12 ? divide(multiply(gap, fromInteger(12)), fromInteger(months))! : null;
  const counts = wholeUnits(quantity, condition, unit);
  return (language) => {
    const vietnamese = language === "vi";
    const size = formatGap(perYear ?? gap, unit, language);
    const verb = vietnamese ? (up ? "tăng" : "giảm") : up ? "rise" : "fall";
    const by = formatDate(point.window.last, language);
    const steps = vietnamese
      ? perYear === null
        ? `cần ${verb} ${size} đến ngày ${by}`
        : `mỗi năm cần ${verb} ${size}`
      : perYear === null
        ? `it has to ${verb} by ${size} until ${by}`
        : `it has to ${verb} by ${size} each year`;
    return counts === null ? steps : `${steps} (${inLanguage(counts, language)})`;
  };
}

/** Whole months from the end of one period to the end of another; ends of months count as such. */
function monthsBetween(from: Day, to: Day): number {
  // The day after an end is the first of something, so 28 February and 31 March lie one month apart.
  const start = toDate(from + 1);
  const end = toDate(to + 1);
  return (end.year - start.year) * 12 + (end.month - start.month);
}

/** For a share of things that can be counted: how many of as many would do. */
export function wholeUnits(quantity: Quantity, condition: Condition, unit: UnitModel): LocalText | null {
  const { share } = quantity;
  const perShare = pureNumberFactor(unit);
  if (
    share === null ||
    perShare === undefined ||
    !isInteger(share.numerator) ||
    !isInteger(share.denominator)
  ) {
    return null;
  }
  const exact = divide(multiply(condition.value, share.denominator), perShare)!;
  const needed = wholeBound(exact, condition);
  return (language) => {
    const [few, all, now] = [needed, share.denominator, share.numerator].map((number) =>
      formatNumber(number, 0, language),
    );
    return language === "vi" ? `cần ${few}/${all}, nay ${now}` : `${few} of ${all}, now ${now}`;
  };
}

/** The least whole number that meets an upward condition, the greatest that meets a downward one. */
function wholeBound(exact: Rational, { direction, comparator }: Condition): Rational {
  const floor = floorOf(exact);
  const strict = comparator === ">" || comparator === "<";
  if (direction === "down") return rational(isInteger(exact) && strict ? floor - 1n : floor);
  return rational(isInteger(exact) && !strict ? floor : floor + 1n);
}

function floorOf({ numerator, denominator }: Rational): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && numerator % denominator !== 0n ? quotient - 1n : quotient;
}
