import type { CadenceNode, PeriodNode, PeriodRangeNode, WhenNode } from "../../syntax/ast.ts";
import { type PeriodLiteral, periodText } from "../../syntax/period-literal.ts";
import type { TextSpan } from "../../text/text-span.ts";
import type { PlanModel } from "../model.ts";
import { type Calendar, calendarYear, literalAt, nextLiteral, type Period } from "../period.ts";
import { type BindContext, report } from "./bind-context.ts";

/** More due points than this for one target would help nobody; the target is refused. */
export const maxWindows = 4000;

export function calendarOf(plan: PlanModel | null): Calendar {
  return plan?.calendar ?? calendarYear;
}

/** A written period with its days; undefined where it is none (the parser has said so). */
export function bindPeriod(context: BindContext, node: PeriodNode, calendar: Calendar): Period | undefined {
  return node.literal ? context.memo.period(node.literal, calendar) : undefined;
}

/**
 * The windows of a target or of a task's `due`, in order of time; empty where they can't be known, and then a
 * problem says why.
 */
export function bindWindows(
  context: BindContext,
  when: WhenNode,
  span: TextSpan,
  plan: PlanModel | null,
): readonly Period[] {
  const calendar = calendarOf(plan);
  switch (when.kind) {
    case "every":
      return recurring(context, when, span, plan, calendar);
    case "total":
      return totalWindow(context, when.range, plan, calendar);
    case "period": {
      const { range } = when;
      if (!range.open && !range.to) {
        const period = bindPeriod(context, range.from, calendar);
        return period ? [period] : [];
      }
      return everyPeriod(context, range, plan, calendar);
    }
  }
}

/** `P1..P2` and `P1..`: each period of that length. */
function everyPeriod(
  context: BindContext,
  range: PeriodRangeNode,
  plan: PlanModel | null,
  calendar: Calendar,
): readonly Period[] {
  const ends = bindEnds(context, range, plan, calendar);
  if (!ends) return [];
  return collect(context, range, ends.literal, calendar, (period) => period.last <= ends.last);
}

function totalWindow(
  context: BindContext,
  range: PeriodRangeNode,
  plan: PlanModel | null,
  calendar: Calendar,
): readonly Period[] {
  const ends = bindEnds(context, range, plan, calendar);
  if (!ends) return [];
  const from = context.memo.period(ends.literal, calendar);
  const to = endText(range, ends, calendar);
  const text = to === null ? from.text : `${from.text}..${to}`;
  return [{ unit: from.unit, text, first: from.first, last: ends.last }];
}

/** The last period of a range as written, or the plan's last for an open one; null for a single period. */
function endText(range: PeriodRangeNode, ends: Ends, calendar: Calendar): string | null {
  if (range.to?.literal) return periodText(range.to.literal);
  return range.open ? periodText(literalAt(ends.last, ends.literal.unit, calendar)) : null;
}

interface Ends {
  readonly literal: PeriodLiteral;
  readonly last: number;
}

/** Where a range begins and its last day; an open one goes to the plan's end. */
export function bindEnds(
  context: BindContext,
  range: PeriodRangeNode,
  plan: PlanModel | null,
  calendar: Calendar,
): Ends | undefined {
  const from = range.from.literal;
  if (!from) return undefined;
  if (range.open) {
    if (plan?.period) return { literal: from, last: plan.period.last };
    report(context, "open-range-needs-plan", context.entry, range, { from: periodText(from) });
    return undefined;
  }
  if (!range.to) return { literal: from, last: context.memo.period(from, calendar).last };
  const to = range.to.literal;
  if (!to) return undefined;
  const texts = { from: periodText(from), to: periodText(to) };
  if (from.unit !== to.unit) {
    report(context, "period-mixed-lengths", context.entry, range, texts);
    return undefined;
  }
  const last = context.memo.period(to, calendar).last;
  if (last < context.memo.period(from, calendar).last) {
    report(context, "period-backwards", context.entry, range, texts);
    return undefined;
  }
  return { literal: from, last };
}

/** `every month`: of the range after `in`, else of the plan's period, from the first that ends after it was issued. */
function recurring(
  context: BindContext,
  when: WhenNode & { kind: "every" },
  span: TextSpan,
  plan: PlanModel | null,
  calendar: Calendar,
): readonly Period[] {
  if (when.range) {
    const ends = bindEnds(context, when.range, plan, calendar);
    if (!ends) return [];
    const first = context.memo.period(ends.literal, calendar).first;
    return cadence(context, when.cadence, when.range, { first, last: ends.last, after: first - 1 }, calendar);
  }
  if (!plan?.period) {
    report(context, "every-needs-range", context.entry, span, {});
    return [];
  }
  const { first, last } = plan.period;
  const bounds = { first, last, after: plan.issuedFrom ?? first - 1 };
  return cadence(context, when.cadence, span, bounds, calendar);
}

function cadence(
  context: BindContext,
  unit: CadenceNode,
  span: TextSpan,
  bounds: { readonly first: number; readonly last: number; readonly after: number },
  calendar: Calendar,
): readonly Period[] {
  let literal = literalAt(bounds.first, unit, calendar);
  if (context.memo.period(literal, calendar).first < bounds.first) literal = nextLiteral(literal);
  const windows = collect(context, span, literal, calendar, (period) => period.last <= bounds.last);
  return windows.filter((period) => period.last > bounds.after);
}

/** Periods of one length, one after another, while they satisfy `goesOn`. */
function collect(
  context: BindContext,
  span: TextSpan,
  from: PeriodLiteral,
  calendar: Calendar,
  goesOn: (period: Period) => boolean,
): readonly Period[] {
  const windows: Period[] = [];
  for (let literal = from; ; literal = nextLiteral(literal)) {
    const period = context.memo.period(literal, calendar);
    if (!goesOn(period)) return windows;
    windows.push(period);
    if (windows.length > maxWindows) {
      const holes = { count: `> ${maxWindows}`, limit: String(maxWindows) };
      report(context, "too-many-periods", context.entry, span, holes);
      return [];
    }
  }
}
