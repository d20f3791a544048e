import { type PeriodLiteral, periodText } from "../../syntax/period-literal.ts";
import { type Calendar, type Period, toPeriod } from "../period.ts";
import { fromDecimal, type Rational } from "../rational.ts";

/**
 * Periods and numbers that were made already: a plan names the same few years and levels in every indicator, and one
 * object for each saves time and memory.
 */
export class Memo {
  private readonly periods = new Map<number, Map<string, Period>>();
  private readonly numbers = new Map<string, Rational>();

  period(literal: PeriodLiteral, calendar: Calendar): Period {
    let known = this.periods.get(calendar.monthEndsOn);
    if (!known) {
      known = new Map();
      this.periods.set(calendar.monthEndsOn, known);
    }
    const text = periodText(literal);
    let period = known.get(text);
    if (!period) {
      if (known.size > mostKept) known.clear();
      period = toPeriod(literal, calendar);
      known.set(text, period);
    }
    return period;
  }

  number(decimal: string): Rational | undefined {
    const known = this.numbers.get(decimal);
    if (known) return known;
    const value = fromDecimal(decimal);
    if (this.numbers.size > mostKept) this.numbers.clear();
    if (value) this.numbers.set(decimal, value);
    return value;
  }
}

const mostKept = 10_000;
