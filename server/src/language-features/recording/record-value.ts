import type { ProblemCode } from "../../diagnostics/catalog.ts";
import { bilingual, inLanguage, type Language, type LocalText } from "../../diagnostics/language.ts";
import { formatPeriod, formatPeriodPhrase, formatQuantity, statusLabel } from "../../semantics/display.ts";
import type { DuePoint, IndicatorJudgement, Status } from "../../semantics/judgement.ts";
import { statusesFromWorst } from "../../semantics/judgement.ts";
import type { Category, MeasuredModel } from "../../semantics/model.ts";
import type { Period } from "../../semantics/period.ts";
import { lineStarts, type Position, positionAt } from "../../text/line-index.ts";
import { computedByFormula, noPlace } from "../code-actions/refusals.ts";
import type { FeatureContext } from "../feature-context.ts";
import type { FileEdit } from "../feature-types.ts";
import { pointText, progressText, startUpper } from "../verdict-text.ts";
import { type FoundIndicator, findIndicator } from "./find-indicator.ts";
import { oddityOf } from "./odd-value.ts";
import { categoriesOfSubject, periodChoice } from "./record-subject.ts";
import type { IndicatorName, RecordParams, RecordResult } from "./recording-types.ts";
import { noPeriod, typedPeriod } from "./typed-period.ts";
import { readTypedValue } from "./typed-value.ts";
import {
  type NewValue,
  replacedValue,
  type ValueEdit,
  valueInIndicator,
  valueInReport,
} from "./value-edit.ts";
import { reportFor, writtenValue } from "./written-value.ts";

/** The context, and a way to look at the program as it would be after an edit. */
export interface RecordContext extends FeatureContext {
  tryEdit<Result>(path: string, edit: FileEdit, look: () => Result): Result;
}

/** Verdicts are what a value is recorded for; all else that it brings is said, or refused where it is an error. */
const verdicts: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "target-missed",
  "target-no-data",
  "target-off-track",
  "target-at-risk",
]);

/**
 * What recording a value would write and mean, or why it can't be. The edit is tried on the program: a value that
 * would bring an error is refused with that error's own message, and the verdict is the evaluator's.
 */
export function getRecordedValue(context: RecordContext, params: RecordParams): RecordResult {
  const { language } = context.settings;
  const refused = (at: "indicator" | "period", message: LocalText): RecordResult => ({
    kind: "refused",
    at,
    message: inLanguage(message, language),
  });
  const found = findIndicator(context, params);
  if (!found) return refused("indicator", noIndicator(params));
  const { indicator } = found.judgement;
  if (indicator.formula !== null) return refused("indicator", computedByFormula(indicator.name));
  const category = categoryNamed(found, params.category);
  if (category === undefined) return refused("indicator", noCategory(params.category ?? ""));
  const period = typedPeriod(params.period, indicator.calendar);
  if (!period) return refused("period", noPeriod(params.period));
  const old = writtenValue(context, found, period, category);
  if (old === "elsewhere") return refused("period", inATable(period));
  const refusedValue = (message: LocalText): RecordResult => ({
    kind: "refused",
    at: "value",
    message: inLanguage(message, language),
    period: periodChoice(context, found, period, category),
  });
  const typed = readTypedValue(params.value, indicator.unit, language);
  if ("problem" in typed) return refusedValue(typed.problem);
  const value: NewValue = { period, category, typed, evidence: params.evidence };
  const made = old ? replacedValue(context, old, value) : newLine(context, found, value);
  if (!made) return refused("indicator", noPlace(indicator.name));
  const before = problemKeys(context, context.program.paths());
  const trial = context.tryEdit(made.path, made.edit, () =>
    lookAt(context, params, found.entry.path, value, before),
  );
  if (trial.error !== null) return refusedValue(trial.error);
  return {
    kind: "value",
    path: made.path,
    edit: made.edit,
    cursor: endOf(made),
    value: trial.value,
    periodText: formatPeriodPhrase(period, language),
    meaning: trial.meaning,
    status: trial.status,
    notes: trial.notes,
    replaces: old
      ? {
          value: formatQuantity(old.measured.quantity, indicator.unit, language),
          path: old.entry.path,
          range: context.reporter.rangeOf(old.measured.place),
        }
      : null,
  };
}

function newLine(context: FeatureContext, found: FoundIndicator, value: NewValue): ValueEdit | undefined {
  const report = reportFor(context, found, value.period);
  return (report && valueInReport(context, found, report, value)) ?? valueInIndicator(context, found, value);
}

interface Trial {
  /** Why the value can't be recorded. */
  readonly error: LocalText | null;
  readonly value: string;
  readonly meaning: string;
  readonly status: Status | null;
  readonly notes: readonly string[];
}

/** What there is once the edit is made. */
function lookAt(
  context: FeatureContext,
  { id }: IndicatorName,
  path: string,
  { period, category }: NewValue,
  before: ReadonlySet<string>,
): Trial {
  const { language } = context.settings;
  const news = newProblems(context, before);
  const nothing = { value: "", meaning: "", status: null, notes: [] };
  const error = news.find(({ severity }) => severity === "error");
  if (error) return { ...nothing, error: error.message };
  const judgement = findIndicator(context, { id, path })?.judgement;
  const measured = judgement?.indicator.measured.find(
    (one) =>
      one.period.first === period.first &&
      one.period.last === period.last &&
      one.category?.id === category?.id,
  );
  if (!judgement || !measured) return { ...nothing, error: notUnderstood };
  const value = formatQuantity(measured.quantity, judgement.indicator.unit, language);
  const point = decisivePoint(judgement, measured);
  const oddity = oddityOf(judgement.indicator, measured);
  return {
    error: null,
    value,
    meaning: meaningOf(judgement, measured, point, value, language),
    status: point?.status ?? null,
    notes: [...(oddity ? [inLanguage(oddity, language)] : []), ...news.map(({ message }) => message)],
  };
}

interface NewProblem {
  readonly severity: string;
  readonly message: string;
}

function newProblems(context: FeatureContext, before: ReadonlySet<string>): readonly NewProblem[] {
  return context.program
    .paths()
    .flatMap((path) =>
      context
        .problemsOf(path)
        .filter(({ code, message }) => !verdicts.has(code) && !before.has(keyOf(path, code, message))),
    );
}

function problemKeys(context: FeatureContext, paths: readonly string[]): ReadonlySet<string> {
  return new Set(
    paths.flatMap((path) => context.problemsOf(path).map(({ code, message }) => keyOf(path, code, message))),
  );
}

/** Lines move with the edit; what a problem says and where it is said doesn't. */
function keyOf(path: string, code: string, message: string): string {
  return `${path}\n${code}\n${message}`;
}

/** The worst of the due points that the value counts for, else of those whose latest value it is. */
function decisivePoint(judgement: IndicatorJudgement, measured: MeasuredModel): DuePoint | undefined {
  const due = judgement.targets.flatMap((one) => one.due);
  const counted = due.filter((point) => point.counted.includes(measured));
  const latest = due.filter((point) => !point.closed && point.latest?.measured === measured);
  return [counted, latest].flatMap((points) => worst(points) ?? [])[0];
}

function worst(points: readonly DuePoint[]): DuePoint | undefined {
  return statusesFromWorst.flatMap((status) => points.find((point) => point.status === status) ?? [])[0];
}

function meaningOf(
  { indicator }: IndicatorJudgement,
  { period }: MeasuredModel,
  point: DuePoint | undefined,
  value: string,
  language: Language,
): string {
  if (!point) {
    const text = bilingual(
      `${value} ${formatPeriodPhrase(period, language)}: no target is judged by it today`,
      `${value} ${formatPeriodPhrase(period, language)}: hôm nay chưa mục tiêu nào được đánh giá theo giá trị này`,
    );
    return inLanguage(text, language);
  }
  const verdict = startUpper(statusLabel(point.status, language));
  const progress = progressText(point, indicator.unit, language);
  const text = `${value} → ${verdict} — ${pointText(point, indicator.unit, language)}`;
  return progress === "" ? text : `${text}. ${progress}`;
}

function categoryNamed(found: FoundIndicator, id: string | null): Category | null | undefined {
  return categoriesOfSubject(found).find((one) => (one?.id ?? null) === id);
}

/** Behind the value and its evidence, where they are once the edit is made. */
function endOf({ edit, end: offset }: ValueEdit): Position {
  const end = positionAt(lineStarts(edit.text), offset);
  return end.line === 0
    ? { line: edit.range.start.line, character: edit.range.start.character + end.character }
    : { line: edit.range.start.line + end.line, character: end.character };
}

function noIndicator({ id }: IndicatorName): LocalText {
  return bilingual(`There is no indicator “${id}” here.`, `Ở đây không có chỉ tiêu “${id}”.`);
}

function noCategory(name: string): LocalText {
  return bilingual(`The indicator has no category “${name}”.`, `Chỉ tiêu này không có loại “${name}”.`);
}

function inATable(period: Period): LocalText {
  return (language) =>
    language === "vi"
      ? `Kết quả ${formatPeriodPhrase(period, language)} nằm trong một bảng dữ liệu: hãy sửa ở bảng đó.`
      : `The value of ${formatPeriod(period, language)} stands in a data table: change it there.`;
}

const notUnderstood = bilingual(
  "This value can’t be recorded here: the indicator’s lines have problems that have to be mended first.",
  "Chưa ghi được giá trị này: trước hết cần sửa những vấn đề trong các dòng của chỉ tiêu.",
);
