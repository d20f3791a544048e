import { bilingual, inLanguage, type LocalText } from "../../diagnostics/language.ts";
import type { CadenceNode, PeriodNode, PeriodRangeNode, WhenNode } from "../../syntax/ast.ts";
import { type PeriodLiteral, type PeriodUnit, periodText } from "../../syntax/period-literal.ts";
import type { TextSpan } from "../../text/text-span.ts";
import { formatDate, formatPeriod, formatPeriodPhrase } from "../display.ts";
import type { PlanModel } from "../model.ts";
import { type Calendar, calendarYear, type Day, literalAt, nextLiteral, type Period } from "../period.ts";
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
  return wholePeriods(context, range, ends.literal, ends.last, calendar);
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
  if (range.open) return openEnds(context, range, from, plan, calendar);
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

/** `P1..`: to the plan's end, which must not lie before it. */
function openEnds(
  context: BindContext,
  range: PeriodRangeNode,
  literal: PeriodLiteral,
  plan: PlanModel | null,
  calendar: Calendar,
): Ends | undefined {
  if (!plan?.period) {
    report(context, "open-range-needs-plan", context.entry, range, { from: periodText(literal) });
    return undefined;
  }
  const { last } = plan.period;
  const from = context.memo.period(literal, calendar);
  if (from.first <= last) return { literal, last };
  reportEmpty(context, range, (language) => {
    const end = formatDate(last, language);
    return language === "vi"
      ? `${formatPeriodPhrase(from, language)} bắt đầu sau khi kế hoạch kết thúc (${end})`
      : `${formatPeriod(from, language)} begins after the end of the plan (${end})`;
  });
  return undefined;
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
    const { first } = context.memo.period(ends.literal, calendar);
    return wholePeriods(
      context,
      when.range,
      firstWhole(context, first, when.cadence, calendar),
      ends.last,
      calendar,
    );
  }
  if (!plan?.period) {
    report(context, "every-needs-range", context.entry, span, {});
    return [];
  }
  const { first, last } = plan.period;
  const windows = wholePeriods(
    context,
    span,
    firstWhole(context, first, when.cadence, calendar),
    last,
    calendar,
  );
  const { issuedFrom } = plan;
  if (issuedFrom === null || windows.length === 0) return windows;
  const left = windows.filter((period) => period.last > issuedFrom);
  if (left.length === 0) reportEmpty(context, span, noneLeft(when.cadence));
  return left;
}

/** The first period of a length that does not begin before a day. */
function firstWhole(context: BindContext, first: Day, unit: CadenceNode, calendar: Calendar): PeriodLiteral {
  const literal = literalAt(first, unit, calendar);
  return context.memo.period(literal, calendar).first < first ? nextLiteral(literal) : literal;
}

/** Periods of one length, one after another, that end by a day; none, and a problem, where there is no such period. */
function wholePeriods(
  context: BindContext,
  span: TextSpan,
  from: PeriodLiteral,
  last: Day,
  calendar: Calendar,
): readonly Period[] {
  const windows: Period[] = [];
  for (let literal = from; ; literal = nextLiteral(literal)) {
    const period = context.memo.period(literal, calendar);
    if (period.last > last) break;
    windows.push(period);
    if (windows.length > maxWindows) {
      const holes = { count: `> ${maxWindows}`, limit: String(maxWindows) };
      report(context, "too-many-periods", context.entry, span, holes);
      return [];
    }
  }
  if (windows.length === 0) reportEmpty(context, span, noWhole(from.unit, last));
  return windows;
}

function reportEmpty(context: BindContext, span: TextSpan, reason: LocalText): void {
  report(context, "no-period-to-judge", context.entry, span, { reason });
}

const lengths: Readonly<Record<PeriodUnit, LocalText>> = {
  year: bilingual("year", "năm"),
  half: bilingual("half year", "sáu tháng"),
  quarter: bilingual("quarter", "quý"),
  month: bilingual("month", "tháng"),
  day: bilingual("day", "ngày"),
};

function noWhole(unit: PeriodUnit, last: Day): LocalText {
  return (language) => {
    const length = inLanguage(lengths[unit], language);
    const end = formatDate(last, language);
    return language === "vi"
      ? `đến hết ngày ${end} không có ${length} nào trọn vẹn`
      : `it holds no whole ${length} up to ${end}`;
  };
}

function noneLeft(unit: PeriodUnit): LocalText {
  return (language) => {
    const length = inLanguage(lengths[unit], language);
    return language === "vi"
      ? `không có ${length} nào của giai đoạn kế hoạch kết thúc sau ngày ban hành`
      : `no ${length} of the plan's period ends after the plan was issued`;
  };
}
