import type { Language } from "../../diagnostics/language.ts";
import { calendarOf } from "../../semantics/binder/bind-period.ts";
import { formatPeriodPhrase } from "../../semantics/display.ts";
import type { Entry } from "../../semantics/entry.ts";
import { explains } from "../../semantics/evaluator/explanation.ts";
import type { DuePoint, IndicatorJudgement, TaskJudgement } from "../../semantics/judgement.ts";
import { literalAt, type Period, toPeriod } from "../../semantics/period.ts";
import { keywordText } from "../../syntax/keywords.ts";
import { spelled } from "../completion-periods.ts";
import { languageAt } from "../file-language.ts";
import { measuredEntry } from "../hover-value.ts";
import { type Fix, type FixMaker, type FixPlace, refusedFix } from "./fix.ts";
import { insertStatement } from "./insert-statement.ts";
import { noPlace } from "./refusals.ts";

const mostPeriods = 3;

/**
 * Begins the line that says why a period was missed, has no value or was not done in time, with the cursor where the
 * reason is to be typed: in the block of what is judged, which of a report's value is another one. The latest first.
 */
export const explain: FixMaker = (place) => {
  if (place.problem.data?.explained !== undefined) return [];
  const judged = judgedEntry(place);
  const judgement = place.context.judgementOf(judged);
  if (!judgement) return [];
  const periods = "task" in judgement ? missedBy(place, judgement) : failedAt(place, judgement);
  const distinct = new Map(periods.map((period) => [period.text, period]));
  const latest = [...distinct.values()].sort((a, b) => b.last - a.last).slice(0, mostPeriods);
  return latest.flatMap((period) => fixFor(place, judged, period));
};

function judgedEntry({ context, entry, statement }: FixPlace): Entry {
  return statement?.kind === "entry" ? measuredEntry(context, entry, statement) : entry;
}

function missedBy(place: FixPlace, { due }: TaskJudgement): readonly Period[] {
  return due
    .filter(({ status, explanation }) => status === "missed" && explanation === null)
    .filter((point) => isIn(place, place.entry, point.due.place.span.start))
    .map(({ window }) => window);
}

/** Of a target those of its due points, of a value those that it counts in. */
function failedAt(place: FixPlace, { targets }: IndicatorJudgement): readonly Period[] {
  const status = place.problem.code === "target-missed" ? "missed" : "no-data";
  const isHere = ({ target, counted }: DuePoint) =>
    [target, ...counted].some((one) => isIn(place, one.place.source, one.place.span.start));
  return targets
    .flatMap(({ due }) => due)
    .filter((point) => point.status === status && point.explanation === null && isHere(point))
    .flatMap((point) => toExplain(place, point) ?? []);
}

function isIn({ entry, statement }: FixPlace, source: unknown, offset: number): boolean {
  return source === entry && statement !== null && statement.start <= offset && offset <= statement.end;
}

/** The window itself; for a total's, which no one period can be written for, the year that ends with it, if one does. */
function toExplain({ context, path }: FixPlace, { window, target }: DuePoint): Period | undefined {
  if (target.form !== "total") return window;
  const calendar = calendarOf(context.binder.planOf(path));
  const year = toPeriod(literalAt(window.last, "year", calendar), calendar);
  return explains(year, window, true) ? year : undefined;
}

function fixFor({ context, path, problem }: FixPlace, judged: Entry, period: Period): readonly Fix[] {
  const where = judged.path === path ? "" : ` (${judged.path})`;
  const title = (language: Language) =>
    `${words[problem.code as keyof typeof words][language](formatPeriodPhrase(period, language))}${where}`;
  const declaration = judged.parsed.declaration!;
  const { statements } = declaration;
  const language = languageAt(context, judged);
  const after =
    statements.findLast(({ kind }) => kind === "explain") ??
    statements.findLast(({ kind }) => kind === "measured" || kind === "done") ??
    statements.at(-1);
  const edit = insertStatement(context, judged, declaration, after, {
    head: keywordText("explain", language),
    rest: `${spelled(period, language)} ""`,
  });
  if (!edit) {
    // That a value can't be recorded there either is told already.
    if (problem.code === "target-no-data") return [];
    return [refusedFix(title, noPlace(declaration.title?.value ?? declaration.name.text))];
  }
  const cursor = edit.text.lastIndexOf('"');
  return [{ title, edits: new Map([[judged.path, [{ ...edit, cursor }]]]), isPreferred: false }];
}

const words = {
  "target-missed": {
    en: (when: string) => `Explain why it was missed ${when}`,
    vi: (when: string) => `Giải trình vì sao ${when} không đạt`,
  },
  "target-no-data": {
    en: (when: string) => `Explain why there is no value ${when}`,
    vi: (when: string) => `Giải trình vì sao ${when} không có số liệu`,
  },
  "task-overdue": {
    en: (when: string) => `Explain why it was not done ${when}`,
    vi: (when: string) => `Giải trình vì sao ${when} không hoàn thành`,
  },
};
