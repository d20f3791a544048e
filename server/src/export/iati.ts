import type { Language } from "../diagnostics/language.ts";
import { formatCondition } from "../semantics/display.ts";
import type {
  DuePoint,
  IndicatorJudgement,
  PlanJudgement,
  ProgramJudgement,
} from "../semantics/judgement.ts";
import type { Category, MeasuredModel } from "../semantics/model.ts";
import { isoDate, type Period, toDate } from "../semantics/period.ts";
import { toDecimal } from "../semantics/rational.ts";
import { xmlText } from "../text/xml-text.ts";
import { heading } from "./headings.ts";

/**
 * The plans' results as IATI activities, version 2.03: an activity for each plan, a result for each indicator, a
 * period for each due window and each measured period. What IATI has no element for (bounds on both sides, strict
 * comparators, verdicts, explanations, clauses) stands in comments. The time of the file is its as-of date.
 */
export function toIati(judgement: ProgramJudgement, language: Language): string {
  const at = `${isoDate(judgement.asOf)}T00:00:00Z`;
  const activities = judgement.plans.map((plan) => activity(plan, at, language));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03" generated-datetime="${at}">\n${activities.join("")}</iati-activities>\n`;
}

function activity(judged: PlanJudgement, at: string, language: Language): string {
  const { plan, path, indicators } = judged;
  const name = plan ? plan.name || plan.id : heading("noPlan", language);
  const id = `BDG-${plan?.id ?? path}`;
  const issuer = plan?.front.issuer ?? null;
  const org = narrative(issuer?.name ?? name);
  const reference = issuer === null ? "BDG" : `BDG-${issuer.id}`;
  const [first, last] = spanOf(judged);
  const closed = last !== null && isoDate(last) < at.slice(0, 10);
  return (
    `  <iati-activity xml:lang="${language}" default-currency="VND" last-updated-datetime="${at}">\n` +
    `    <iati-identifier>${xmlText(id)}</iati-identifier>\n` +
    `    <reporting-org ref="${xmlText(reference)}" type="10">${org}</reporting-org>\n` +
    `    <title>${narrative(name)}</title>\n` +
    `    <description>${narrative(plan?.front.number ? `${name} (${plan.front.number})` : name)}</description>\n` +
    `    <participating-org role="4" type="10">${org}</participating-org>\n` +
    `    <activity-status code="${closed ? 4 : 2}"/>\n` +
    (first === null
      ? `    <activity-date type="1" iso-date="${at.slice(0, 10)}"/>\n`
      : `    <activity-date type="1" iso-date="${isoDate(first)}"/>\n`) +
    (last === null ? "" : `    <activity-date type="3" iso-date="${isoDate(last)}"/>\n`) +
    '    <recipient-country code="VN"/>\n' +
    indicators.map((one) => result(one, language)).join("") +
    "  </iati-activity>\n"
  );
}

function spanOf({ plan, indicators }: PlanJudgement): readonly [number | null, number | null] {
  if (plan?.period) return [plan.period.first, plan.period.last];
  const windows = indicators.flatMap(({ targets }) =>
    targets.flatMap(({ due }) => due.map(({ window }) => window)),
  );
  if (windows.length === 0) return [null, null];
  return [
    windows.reduce((least, { first }) => Math.min(least, first), Number.POSITIVE_INFINITY),
    windows.reduce((most, { last }) => Math.max(most, last), Number.NEGATIVE_INFINITY),
  ];
}

function result(judgement: IndicatorJudgement, language: Language): string {
  const { indicator, targets } = judgement;
  const due = targets.flatMap((one) => one.due);
  const isDown = due.some(({ condition }) => condition?.direction === "down");
  const measure = indicator.unit.id === "percent" ? 2 : 1;
  const title = indicator.name || indicator.id;
  const about = [
    indicator.id,
    indicator.unit.symbol || indicator.unit.name,
    ...indicator.citations.map(({ address }) => address),
  ]
    .filter((text) => text !== "")
    .join("; ");
  const baselines = indicator.baselines.map(
    ({ period, category, quantity }) =>
      `        <baseline year="${toDate(period.last).year}" iso-date="${isoDate(period.last)}" value="${toDecimal(quantity.value)}">${dimension(category)}</baseline>\n`,
  );
  return (
    `    <result type="2" aggregation-status="0">\n      <title>${narrative(title)}</title>\n` +
    `      <indicator measure="${measure}" ascending="${isDown ? 0 : 1}" aggregation-status="0">\n` +
    `        <title>${narrative(title)}</title>\n        <description>${narrative(about)}</description>\n` +
    baselines.join("") +
    periodsOf(due, indicator.measured)
      .map((one) => periodXml(one, judgement, language))
      .join("") +
    "      </indicator>\n    </result>\n"
  );
}

interface ResultPeriod {
  readonly period: Period;
  readonly due: DuePoint[];
  readonly measured: MeasuredModel[];
}

/** In order of time; a window and a measured period of the same days are one. */
function periodsOf(due: readonly DuePoint[], measured: readonly MeasuredModel[]): readonly ResultPeriod[] {
  const found = new Map<string, ResultPeriod>();
  const of = (period: Period): ResultPeriod => {
    const key = `${period.first} ${period.last}`;
    const known = found.get(key) ?? { period, due: [], measured: [] };
    found.set(key, known);
    return known;
  };
  for (const point of due) of(point.window).due.push(point);
  for (const value of measured) of(value.period).measured.push(value);
  return [...found.values()].sort((a, b) => a.period.first - b.period.first || a.period.last - b.period.last);
}

function periodXml(
  { period, due, measured }: ResultPeriod,
  { indicator }: IndicatorJudgement,
  language: Language,
): string {
  const targets = due.map((point) => {
    const { condition } = point;
    const words = condition ? formatCondition(condition, indicator.unit, language) : point.target.text;
    const remark = [words, point.status, point.explanation ?? ""].filter((text) => text !== "").join("; ");
    const value = condition === null ? "" : ` value="${toDecimal(condition.value)}"`;
    return `          <target${value}>${dimension(point.category)}${comment(remark)}</target>\n`;
  });
  const covered = new Set(measured.map(({ category }) => category?.id ?? null));
  const made = due
    .filter((point) => point.value !== null && !covered.has(point.category?.id ?? null))
    .map(
      (point) =>
        `          <actual value="${toDecimal(point.value!.value)}">${dimension(point.category)}</actual>\n`,
    );
  const actuals = measured.map(({ category, quantity, evidence }) => {
    const { share } = quantity;
    const remark = [
      share ? `${toDecimal(share.numerator)}/${toDecimal(share.denominator)}` : "",
      evidence ?? "",
    ]
      .filter((text) => text !== "")
      .join("; ");
    return `          <actual value="${toDecimal(quantity.value)}">${dimension(category)}${comment(remark)}</actual>\n`;
  });
  return (
    `        <period>\n          <period-start iso-date="${isoDate(period.first)}"/>\n          <period-end iso-date="${isoDate(period.last)}"/>\n` +
    `${[...targets, ...actuals, ...made].join("")}        </period>\n`
  );
}

function dimension(category: Category | null): string {
  return category === null ? "" : `<dimension name="category" value="${xmlText(category.id)}"/>`;
}

function comment(text: string): string {
  return text === "" ? "" : `<comment>${narrative(text)}</comment>`;
}

function narrative(text: string): string {
  return `<narrative>${xmlText(text)}</narrative>`;
}
