import { toDecimal } from "../semantics/rational.ts";
import type { Cell, Summary, SummaryTable } from "./summary-table.ts";

export interface CsvOptions {
  /** Excel takes a file without a byte-order mark for the system's old code page. */
  readonly byteOrderMark: boolean;
}

/**
 * The summary as CSV (RFC 4180: commas, CRLF). A plan's name stands in a record of its own, then its table of
 * indicators and its table of tasks, each below a record of headings, with an empty record between; of several plans
 * in one table the counts stand behind their names.
 */
export function toCsv(summary: Summary, options: CsvOptions): string {
  const blocks = [[textRecord([summary.title]), textRecord([summary.asOfText])]];
  for (const plan of summary.plans) {
    const counts = plan.indicators || plan.tasks ? [] : [...plan.indicatorCounts, ...plan.taskCounts];
    blocks.push([textRecord([plan.title, ...counts.map(({ label, count }) => `${label}: ${count}`)])]);
    for (const table of [plan.indicators, plan.tasks]) if (table) blocks.push(tableRecords(table));
  }
  const records = blocks.map((block) => block.join("")).join("\r\n");
  return `${options.byteOrderMark ? "\ufeff" : ""}${records}`;
}

function tableRecords(table: SummaryTable): string[] {
  return [
    textRecord(table.columns.map(({ heading }) => heading)),
    ...table.rows.map(({ cells }) => record(cells.map(cellField))),
  ];
}

function record(fields: readonly string[]): string {
  return `${fields.join(",")}\r\n`;
}

/** A record of texts, none of which a spreadsheet takes for a formula. */
export function textRecord(texts: readonly string[]): string {
  return record(texts.map((text) => quoted(withoutFormula(text))));
}

/** A number is written as a number, with a decimal point and nothing else, so that a spreadsheet can count with it. */
function cellField(cell: Cell): string {
  switch (cell.kind) {
    case "none":
      return "";
    case "number":
      return toDecimal(cell.value);
    case "text":
    case "share":
    case "status":
      return quoted(withoutFormula(cell.text));
  }
}

/**
 * A spreadsheet takes what begins with these for a formula and runs it. One apostrophe in front makes it text again;
 * what already has apostrophes gets one more, so that import can take exactly one off.
 */
export function withoutFormula(text: string): string {
  return /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

/** A field of a record, in quotes where it would not come back as it is. */
export function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
