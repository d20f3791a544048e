import type { LocalText } from "../../diagnostics/language.ts";
import { calendarOf } from "../../semantics/binder/bind-period.ts";
import { formatPeriodPhrase } from "../../semantics/display.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { DuePoint, IndicatorJudgement } from "../../semantics/judgement.ts";
import { type Period, toPeriod } from "../../semantics/period.ts";
import { visibleSymbols } from "../../semantics/scope.ts";
import { keywordText } from "../../syntax/keywords.ts";
import { spelled } from "../completion-periods.ts";
import type { FileEdit } from "../feature-types.ts";
import { languageAt } from "../file-language.ts";
import { type Fix, type FixMaker, type FixPlace, refusedFix } from "./fix.ts";
import { insertStatement } from "./insert-statement.ts";
import { computedByFormula, doesNotCount, noPlace } from "./refusals.ts";

const mostPeriods = 3;

/**
 * Begins the line for a value that is missing, with the cursor where the value is to be typed: in the report of that
 * period where there is one, else in the indicator. No value is made up.
 */
export const recordValue: FixMaker = (place) => {
  const { context, entry, statement } = place;
  const judgement = context.judgementOf(entry);
  if (!judgement || !("indicator" in judgement) || !statement) return [];
  const target = judgement.targets.find((one) => one.target.place.span.start === statement.start);
  const missing = (target?.due ?? [])
    .filter(({ status, category }) => status === "no-data" && category === null)
    .toReversed();
  const { formula, name } = judgement.indicator;
  const [latest] = missing;
  if (latest && formula !== null) return [refusedFix(titleOf(latest), computedByFormula(name), true)];
  const open = missing.filter(({ window }) => !isWritten(judgement, window));
  const written = missing.find(({ window }) => isWritten(judgement, window));
  return [
    ...open.slice(0, mostPeriods).map((point, i) => fixFor(place, point, name, i === 0)),
    ...(written ? [refusedFix(titleOf(written), doesNotCount, open.length === 0)] : []),
  ];
};

/** Is there a value of the whole period that does not count, two that contradict each other? Another helps nobody. */
function isWritten({ indicator }: IndicatorJudgement, window: Period): boolean {
  return indicator.measured.some(
    ({ category, period }) =>
      category === null && period.first === window.first && period.last === window.last,
  );
}

function fixFor(place: FixPlace, point: DuePoint, name: string, isPreferred: boolean): Fix {
  const report = reportOf(place, point.window);
  const edit = report ? inReport(place, report) : inIndicator(place, point.window);
  const title = titleOf(point, report ? ` (${report.path})` : "");
  if (!edit) return refusedFix(title, noPlace(name), isPreferred);
  return { title, edits: new Map([[report?.path ?? place.path, [edit]]]), isPreferred };
}

function titleOf({ window }: DuePoint, where = ""): LocalText {
  return (language) => {
    const phrase = formatPeriodPhrase(window, language);
    return language === "vi" ? `Ghi kết quả ${phrase}${where}` : `Record the value ${phrase}${where}`;
  };
}

/** The first report of exactly this period in whose file the indicator has a name, and that name. */
interface ReportPlace {
  readonly entry: Entry;
  readonly path: string;
  readonly index: number;
  readonly name: string;
}

function reportOf({ context, entry, declaration }: FixPlace, window: Period): ReportPlace | undefined {
  const { program, binder } = context;
  for (const path of program.paths()) {
    const entries = program.file(path)?.entries ?? [];
    const index = entries.findIndex((one) => {
      const own = one.parsed.declaration;
      if (own?.kind !== "report" || own.period.literal === null) return false;
      const period = toPeriod(own.period.literal, calendarOf(binder.planOf(path)));
      return period.first === window.first && period.last === window.last;
    });
    if (index < 0) continue;
    const visible = visibleSymbols(program, path, "indicator").find(({ symbol }) => symbol.entry === entry);
    if (!visible || !declaration) continue;
    const name = visible.prefix ? `${visible.prefix}.${visible.symbol.name.text}` : visible.symbol.name.text;
    return { entry: entries[index]!, path, index, name };
  }
  return undefined;
}

function inReport({ context }: FixPlace, { entry, name }: ReportPlace): FileEdit | undefined {
  const { declaration } = entry.parsed;
  if (!declaration) return undefined;
  const statement = { head: name, rest: "= " };
  const edit = insertStatement(context, entry, declaration, declaration.statements.at(-1), statement);
  return edit && { ...edit, cursor: edit.text.indexOf("= ") + 2 };
}

function inIndicator({ context, entry, declaration }: FixPlace, window: Period): FileEdit | undefined {
  if (!declaration) return undefined;
  const language = languageAt(context, entry);
  const last =
    declaration.statements.findLast(({ kind }) => kind === "measured") ?? declaration.statements.at(-1);
  const rest = `${spelled(window, language)} = `;
  const edit = insertStatement(context, entry, declaration, last, {
    head: keywordText("measured", language),
    rest,
  });
  return edit && { ...edit, cursor: edit.text.indexOf(rest) + rest.length };
}
