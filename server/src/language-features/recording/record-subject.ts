import { inLanguage, type Language } from "../../diagnostics/language.ts";
import { formatPeriod, formatQuantity, unitSymbol } from "../../semantics/display.ts";
import type { IndicatorJudgement } from "../../semantics/judgement.ts";
import type { Category } from "../../semantics/model.ts";
import { type Day, isWithin, literalAt, type Period, toPeriod } from "../../semantics/period.ts";
import type { ValueNode } from "../../syntax/ast.ts";
import { cadenceOf, categoriesToRecord, distinctPeriods, measurablePoints } from "../counting-periods.ts";
import type { FeatureContext } from "../feature-context.ts";
import { isNearlyOver, missingPeriods } from "../periods-to-record.ts";
import { categoriesOf } from "../plan-overview-chart.ts";
import { type FoundIndicator, findIndicator } from "./find-indicator.ts";
import type { IndicatorName, RecordPeriod, RecordSubject } from "./recording-types.ts";
import { exampleValue } from "./typed-value.ts";
import { writtenValue } from "./written-value.ts";

/** Periods that are offered; others can be typed. */
const mostOffered = 24;

/** What can be recorded for an indicator; undefined where there is none of that name. */
export function getRecordSubject(context: FeatureContext, name: IndicatorName): RecordSubject | undefined {
  const found = findIndicator(context, name);
  if (!found) return undefined;
  const { language } = context.settings;
  const { indicator } = found.judgement;
  const isComputed = indicator.formula !== null;
  return {
    id: indicator.id,
    path: found.entry.path,
    name: indicator.name,
    unit: unitSymbol(indicator.unit, language),
    example: inLanguage(exampleValue(indicator.unit), language),
    categories: categoriesOfSubject(found).map((category) => ({
      category: category?.id ?? null,
      name: category?.name ?? (language === "vi" ? "Toàn bộ" : "The whole"),
      periods: isComputed ? [] : periodsOf(context, found, category),
    })),
    refusal: isComputed
      ? inLanguage(
          (to) =>
            to === "vi"
              ? "Chỉ tiêu này được tính theo công thức."
              : "This indicator is computed by its formula.",
          language,
        )
      : null,
  };
}

/** Those that targets ask for first, then the others that are written anywhere in the indicator or its values. */
export function categoriesOfSubject({ judgement }: FoundIndicator): readonly (Category | null)[] {
  const asked = categoriesToRecord(judgement);
  const known = new Set(asked.map((one) => one?.id ?? null));
  return [...asked, ...categoriesOf(judgement).filter((one) => !known.has(one?.id ?? null))];
}

function periodsOf(
  context: FeatureContext,
  found: FoundIndicator,
  category: Category | null,
): readonly RecordPeriod[] {
  const { asOf, language } = context.settings;
  const { judgement } = found;
  const { indicator } = judgement;
  const lacking = missingPeriods(judgement, category, asOf);
  const due = duePeriod(judgement, category, lacking, asOf);
  const recorded = indicator.measured
    .filter((one) => one.category?.id === category?.id)
    .map(({ period }) => period)
    .sort((a, b) => b.last - a.last);
  const offered = distinctPeriods([
    ...lacking,
    ...recorded,
    ...(lacking.length === 0 ? periodsUnderWay(judgement, category, asOf) : []),
  ]);
  return offered
    .slice(0, mostOffered)
    .map((period) => toChoice(context, found, period, category, language, period === due));
}

/** A period that is not among those that are offered, in the words of these. */
export function periodChoice(
  context: FeatureContext,
  found: FoundIndicator,
  period: Period,
  category: Category | null,
): RecordPeriod {
  const { judgement } = found;
  const { asOf, language } = context.settings;
  const due = duePeriod(judgement, category, missingPeriods(judgement, category, asOf), asOf);
  return toChoice(context, found, period, category, language, period.text === due?.text);
}

/** The first of those without a value, where it is time for it and a target asks for the category. */
function duePeriod(
  judgement: IndicatorJudgement,
  category: Category | null,
  [next]: readonly Period[],
  asOf: Day,
): Period | undefined {
  const isAsked = categoriesToRecord(judgement).some((one) => one?.id === category?.id);
  return isAsked && next && isNearlyOver(next, asOf) ? next : undefined;
}

/** What may be recorded where nothing is asked for: the windows that the period under way would be too long for, or it. */
function periodsUnderWay(
  judgement: IndicatorJudgement,
  category: Category | null,
  asOf: Day,
): readonly Period[] {
  const { indicator } = judgement;
  const current = toPeriod(literalAt(asOf, cadenceOf(indicator), indicator.calendar), indicator.calendar);
  const windows = measurablePoints(judgement, category).map(({ window }) => window);
  const inside = windows.filter((window) => isWithin(window, current));
  return inside.length > 0 ? inside : [current];
}

function toChoice(
  context: FeatureContext,
  found: FoundIndicator,
  period: Period,
  category: Category | null,
  language: Language,
  isDue: boolean,
): RecordPeriod {
  const { indicator } = found.judgement;
  const text = formatPeriod(period, language);
  const old = writtenValue(context, found, period, category);
  if (old !== undefined) {
    const measured = indicator.measured.find(
      (one) => one.period.text === period.text && one.category?.id === category?.id,
    )!;
    const written = old === "elsewhere" ? null : old;
    return {
      period: period.text,
      text,
      state: "recorded",
      detail: formatQuantity(measured.quantity, indicator.unit, language),
      value: written ? typedText(written.statement.value, written.entry.text, language) : "",
      evidence: written?.statement.evidence?.value ?? "",
    };
  }
  const isOver = period.last < context.settings.asOf;
  const state = isDue ? "due" : isOver ? "missing" : "open";
  const details = {
    due: { en: "no value yet, due", vi: "chưa có số liệu, đến kỳ ghi" },
    missing: { en: "no value", vi: "chưa có số liệu" },
    open: { en: "not over yet", vi: "chưa hết kỳ" },
  };
  return { period: period.text, text, state, detail: details[state][language], value: "", evidence: "" };
}

/** A written value as it would be typed: `11/20`, `52,5`. */
function typedText(value: ValueNode, text: string, language: Language): string {
  const number = (decimal: string): string => (language === "vi" ? decimal.replace(".", ",") : decimal);
  if (value.kind === "share")
    return `${number(value.numerator.decimal)}/${number(value.denominator.decimal)}`;
  if (value.kind === "baseline") return text.slice(value.start, value.end);
  const unit = value.unit ? text.slice(value.unit.start, value.unit.end) : "";
  return `${number(value.number.decimal)}${unit === "" || unit === "%" ? unit : ` ${unit}`}`;
}
