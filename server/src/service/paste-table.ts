import type { TableFault, TableValue } from "../data/bind-table.ts";
import { type PastedTable, readPastedTable } from "../data/pasted-table.ts";
import { bilingual, inLanguage, type Language, type LocalText } from "../diagnostics/language.ts";
import { spelled } from "../language-features/completion-periods.ts";
import { valueText } from "../language-features/recording/typed-value.ts";
import { styleOf } from "../language-features/recording/value-edit.ts";
import { calendarOf } from "../semantics/binder/bind-period.ts";
import { type Calendar, type Period, toPeriod } from "../semantics/period.ts";
import { keywordText } from "../syntax/keywords.ts";
import { parsePeriodLiteral } from "../syntax/literals.ts";
import { quote } from "../syntax/text-literal.ts";
import { displayWidth } from "../text/display-width.ts";
import type { Position } from "../text/line-index.ts";
import { oneLine } from "../text/one-line.ts";
import { type PastePlace, pastePlaceAt } from "./paste-place.ts";
import type { ServiceState } from "./service-state.ts";
import { tableNames } from "./table-names.ts";

/** Cells of a sheet as lines of the language. */
export interface PasteResult {
  /** To be put at the position as it is. */
  readonly text: string;
  /** How many values it says. */
  readonly count: number;
  /** How many of its lines are comments `# check:`, each with what could not be read. */
  readonly problems: number;
}

/**
 * What cells that were copied from a sheet say at a position: `measured` lines in an indicator, lines of a report in
 * one, a report for each period between declarations. What can't be read stays as a comment `# check:`, never a
 * number. Undefined where the text is no such table, or the place holds no values: then it is pasted as it is.
 */
export function getPastedTable(
  state: ServiceState,
  path: string,
  position: Position,
  text: string,
): PasteResult | undefined {
  const place = pastePlaceAt(state, path, position);
  if (!place) return undefined;
  const { into, entry, index } = place;
  const calendar = calendarOf(state.binder.planOf(path));
  const own = into.kind === "report" ? into.declaration.period : null;
  const table = readPastedTable(text, {
    indicator: into.kind === "indicator" ? into.name : null,
    period: own?.literal ? entry.text.slice(own.start, own.end) : null,
    indicators: tableNames(state.program, path, "indicator"),
    categories: tableNames(state.program, path, "category"),
  });
  const isDoubtful = table?.faults.some(({ kind }) => doubts.has(kind));
  if (!table || (table.values.length === 0 && !isDoubtful)) return undefined;
  const words = {
    ...styleOf(state, path, index),
    periodOf: (written: string) => {
      const literal = parsePeriodLiteral(written);
      return literal && toPeriod(literal, calendar);
    },
  };
  const { lines, checks } = toLines(table, place, words, calendar);
  const count = lines.length;
  const body = into.kind === "file" ? reports(lines, checks, words.language) : inOrder(lines, checks);
  return { text: framed(body, place), count, problems: checks.length };
}

/** A table whose numbers may mean two things says none of them. */
const doubts: ReadonlySet<TableFault["kind"]> = new Set(["two-number-styles", "unclear-number"]);

interface Words {
  readonly language: Language;
  readonly hasComma: boolean;
  periodOf(written: string): Period | undefined;
}

interface Line {
  readonly row: number;
  /** Before the `=`, and from it on. */
  readonly head: string;
  readonly rest: string;
  readonly period: string;
}

interface Check {
  readonly row: number;
  readonly text: string;
}

function toLines(
  { values, faults, rows }: PastedTable,
  { into }: PastePlace,
  words: Words,
  calendar: Calendar,
): { readonly lines: readonly Line[]; readonly checks: readonly Check[] } {
  const { language } = words;
  const lines: Line[] = [];
  const checks: Check[] = faults.flatMap((fault) =>
    "cell" in fault ? [check(fault.cell.row, reasonOf(fault), rows, language)] : [],
  );
  const literal = into.kind === "report" ? into.declaration.period.literal : null;
  const whole = literal && toPeriod(literal, calendar).text;
  const known = new Set<string>();
  for (const value of values) {
    const period = words.periodOf(value.period);
    const key = `${value.indicator} ${period?.text} ${value.category}`;
    const isOther = into.kind === "indicator" && value.indicator !== into.name;
    if (period === undefined || isOther || known.has(key)) {
      const reason = isOther ? reasons.other : known.has(key) ? reasons.twice : reasons.period;
      checks.push(check(value.cell.row, reason, rows, language));
      continue;
    }
    known.add(key);
    const when = spelled(period, language);
    const of = value.category === null ? "" : ` ${keywordText("for", language)} ${value.category}`;
    const head =
      into.kind === "indicator"
        ? `${keywordText("measured", language)} ${when}${of}`
        : `${value.indicator}${into.kind === "report" && period.text !== whole ? ` ${when}` : ""}${of}`;
    lines.push({ row: value.cell.row, head, rest: `= ${written(value, words)}`, period: when });
  }
  if (values.length === 0) {
    const said = new Set(checks.map(({ row }) => row));
    for (const row of rows.keys()) if (!said.has(row)) checks.push(check(row, null, rows, language));
  }
  return { lines, checks };
}

/** A value of a table, as this file would write it. */
function written({ text, evidence }: TableValue, { language, hasComma }: Words): string {
  const [number = "", denominator] = text.replace("%", "").replaceAll(",", ".").split(" of ");
  const unit = text.endsWith("%") ? "%" : null;
  const value = valueText({ number, denominator: denominator ?? null, unit }, language, hasComma);
  return evidence === null ? value : `${value}  ${quote(oneLine(evidence))}`;
}

function check(row: number, reason: LocalText | null, rows: PastedTable["rows"], language: Language): Check {
  const why = reason === null ? "" : `${inLanguage(reason, language)}: `;
  return { row, text: `# check: ${why}${oneLine(rows.get(row) ?? "")}` };
}

const reasons = {
  other: bilingual("a value of another indicator", "giá trị của chỉ tiêu khác"),
  twice: bilingual("another value of the same period", "thêm một giá trị của cùng kỳ"),
  period: bilingual("its period can't be read", "không đọc được kỳ"),
};

function reasonOf(fault: Extract<TableFault, { readonly cell: unknown }>): LocalText {
  const text = `“${oneLine(fault.text)}”`;
  switch (fault.kind) {
    case "unknown-indicator":
      return bilingual(`${text} is no indicator here`, `${text} không phải là chỉ tiêu ở đây`);
    case "unknown-category":
      return bilingual(`${text} is no category here`, `${text} không phải là loại ở đây`);
    case "no-period-in-cell":
      return fault.text === ""
        ? bilingual("no period", "thiếu kỳ")
        : bilingual(`${text} is no period`, `${text} không phải là kỳ`);
    case "two-day-orders":
      return bilingual(`${text}: day or month first?`, `${text}: ngày trước hay tháng trước?`);
    case "two-number-styles":
      return bilingual(
        `${text} has decimals after a comma, another number after a point`,
        `${text} dùng dấu phẩy thập phân, số khác lại dùng dấu chấm`,
      );
    case "unclear-number":
      return bilingual(
        `${text} may mean thousands or decimals`,
        `${text} có thể là hàng nghìn hoặc số thập phân`,
      );
    // Cells of a clipboard have neither headings of another count nor formulas.
    case "ragged-row":
    case "no-result":
    case "cell-twice":
    case "error-cell":
    case "no-number":
      return bilingual(`${text} is no number`, `${text} không phải là số`);
  }
}

function inOrder(lines: readonly Line[], checks: readonly Check[]): readonly string[] {
  const width = Math.max(0, ...lines.map(({ head }) => displayWidth(head)));
  const texts = lines.map(({ row, head, rest }) => ({
    row,
    text: `${head}${" ".repeat(width - displayWidth(head))}  ${rest}`,
  }));
  return [...texts, ...checks].sort((a, b) => a.row - b.row).map(({ text }) => text);
}

/** One for each period; what could not be read stands below them. */
function reports(lines: readonly Line[], checks: readonly Check[], language: Language): readonly string[] {
  const title = inLanguage(bilingual("Pasted from a sheet", "Dán từ bảng tính"), language);
  const periods = new Map<string, Line[]>();
  for (const line of lines) periods.set(line.period, [...(periods.get(line.period) ?? []), line]);
  const blocks = [...periods].map(([period, own]) => [
    `${keywordText("report", language)} ${period} "${title}" {`,
    ...inOrder(own, []).map((line) => `  ${line}`),
    "}",
  ]);
  const left = [...checks].sort((a, b) => a.row - b.row).map(({ text }) => text);
  return [...blocks, ...(left.length > 0 ? [left] : [])].flatMap((block, i) =>
    i > 0 ? ["", ...block] : block,
  );
}

/** The lines as far in as the cursor stands; the blanks before it are not written again. */
function framed(lines: readonly string[], { blanks, hasMore, lineEnd, into }: PastePlace): string {
  const indent = blanks ? blanks : into.kind === "file" ? "" : "  ";
  const [first = "", ...others] = lines.map((line) => (line === "" ? "" : indent + line));
  const begun = blanks === undefined ? lineEnd + first : first.slice(blanks.length);
  return [begun, ...others].join(lineEnd) + (hasMore ? lineEnd : "");
}
