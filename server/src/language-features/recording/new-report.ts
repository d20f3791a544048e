import { bilingual, inLanguage, type Language } from "../../diagnostics/language.ts";
import { calendarOf } from "../../semantics/binder/bind-period.ts";
import { formatPeriodPhrase } from "../../semantics/display.ts";
import type { PlanJudgement } from "../../semantics/judgement.ts";
import type { Cadence } from "../../semantics/model.ts";
import { type Calendar, type Day, type Period, toPeriod } from "../../semantics/period.ts";
import { cadenceOf } from "../counting-periods.ts";
import type { FeatureContext } from "../feature-context.ts";
import type { FileRange } from "../feature-types.ts";
import { periodsAround } from "../periods-to-record.ts";
import { wantedTasks, wantedValues } from "./report-lines.ts";
import { reportFile } from "./report-text.ts";
import type { ReportParams, ReportResult, ReportSubject } from "./report-types.ts";
import { noPeriod, typedPeriod } from "./typed-period.ts";

/** The plans for which reports can be made. */
export function getReportSubjects(context: FeatureContext): readonly ReportSubject[] {
  const { asOf } = context.settings;
  return context.judgement(asOf).plans.flatMap((judged) =>
    judged.plan
      ? [
          {
            path: judged.path,
            name: judged.plan.name || judged.plan.id,
            files: context.program
              .paths()
              .filter((path) => context.binder.planOf(path)?.path === judged.path),
            periods: periodsOf(context, judged),
          },
        ]
      : [],
  );
}

function periodsOf(context: FeatureContext, judged: PlanJudgement): ReportSubject["periods"] {
  const { asOf, language } = context.settings;
  const calendar = calendarOf(judged.plan);
  const cadences = new Set<Cadence>(["year"]);
  for (const { indicator } of judged.indicators) {
    if (indicator.formula) continue;
    cadences.add(cadenceOf(indicator));
    for (const { windows } of indicator.targets)
      for (const { unit } of windows.slice(0, 1)) if (unit !== "day") cadences.add(unit);
  }
  const periods = [...cadences].flatMap((cadence) => offeredPeriods(asOf, cadence, calendar));
  const offered = periods.map((period) => {
    const existing = existingReport(context, judged.path, period);
    const count = wantedValues(judged, period, asOf).length;
    return { period, existing, count };
  });
  return offered
    .filter(({ existing, count }) => existing || count > 0)
    .sort((a, b) => Number(Boolean(a.existing)) - Number(Boolean(b.existing)))
    .map(({ period, existing, count }) => ({
      period: period.text,
      text: formatPeriodPhrase(period, language),
      detail: inLanguage(
        existing
          ? bilingual(`there is one: ${existing.path}`, `đã có: ${existing.path}`)
          : bilingual(`values to record: ${count}`, `kết quả cần ghi: ${count}`),
        language,
      ),
    }));
}

/** The period that is over or nearly so, the one before it, and the one after. */
function offeredPeriods(asOf: Day, cadence: Cadence, calendar: Calendar): readonly Period[] {
  const { before, current, after, isNearlyOver } = periodsAround(asOf, cadence, calendar);
  return isNearlyOver ? [current, before, after] : [before, current];
}

/** The text of a new report, or why there is none to be made. */
export function getNewReport(context: FeatureContext, { path, period: typed }: ReportParams): ReportResult {
  const { asOf, language } = context.settings;
  const judged = context.judgement(asOf).plans.find((one) => one.plan !== null && one.path === path);
  if (!judged) return refused(bilingual("There is no plan here.", "Ở đây không có kế hoạch nào."), language);
  const period = typedPeriod(typed, calendarOf(judged.plan));
  if (!period) return refused(noPeriod(typed), language);
  const existing = existingReport(context, path, period);
  const phrase = formatPeriodPhrase(period, language);
  if (existing)
    return refused(
      bilingual(
        `There is a report ${phrase} already: ${existing.path}.`,
        `Đã có báo cáo ${phrase}: ${existing.path}.`,
      ),
      language,
      existing,
    );
  const values = wantedValues(judged, period, asOf);
  const tasks = wantedTasks(judged, period);
  if (values.length === 0)
    return refused(
      bilingual(`No indicator lacks a value ${phrase}.`, `Không chỉ tiêu nào còn thiếu kết quả ${phrase}.`),
      language,
    );
  const file = reportFile(context, judged, period, values, tasks);
  return { kind: "report", ...file, period: period.text, periodText: phrase };
}

function refused(
  message: Parameters<typeof inLanguage>[0],
  language: Language,
  existing: FileRange | null = null,
): ReportResult {
  return { kind: "refused", message: inLanguage(message, language), existing };
}

/** The first report of exactly this period of a plan. */
function existingReport(context: FeatureContext, path: string, period: Period): FileRange | null {
  for (const file of context.program.paths()) {
    const plan = context.binder.planOf(file);
    if (plan?.path !== path) continue;
    for (const entry of context.program.file(file)?.entries ?? []) {
      const { declaration } = entry.parsed;
      if (declaration?.kind !== "report" || !declaration.period.literal) continue;
      const own = toPeriod(declaration.period.literal, plan.calendar);
      if (own.first !== period.first || own.last !== period.last) continue;
      return { path: file, range: context.reporter.rangeOf({ source: entry, span: declaration.keyword }) };
    }
  }
  return null;
}
