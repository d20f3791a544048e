import type { Language } from "../diagnostics/language.ts";
import { formatPeriod } from "../semantics/display.ts";
import { categoryKey, readingOf } from "../semantics/evaluator/counted-values.ts";
import { aggregateOf, valueInWindow } from "../semantics/evaluator/value-source.ts";
import type { Cadence } from "../semantics/model.ts";
import { isWithin, literalAt, type Period, toPeriod } from "../semantics/period.ts";
import { heading, metOfJudged } from "./headings.ts";
import { type Cell, emptyCell, type SummaryColumn, textCell } from "./summary-table.ts";
import type { TableRow } from "./table-rows.ts";
import { datedText, quantityCell } from "./table-values.ts";

/**
 * The columns of results. Each measured year has one. A half, quarter, month or day has one too, unless that would
 * bury the table: the values of a recurring target (one article a month), and those of a year with more than four
 * such periods, are told in the year's column, as `10/12 tháng đạt`, as the year's sum, or as the last of them.
 */
export interface ResultColumn extends SummaryColumn {
  readonly period: Period;
  /** The shorter periods that are told in a year's column, by their text. */
  readonly folded: ReadonlySet<string>;
}

const mostShortPeriods = 4;

interface YearOfResults {
  readonly year: Period;
  isMeasured: boolean;
  readonly short: Map<string, Period>;
  readonly folded: Set<string>;
}

export function resultColumns(rows: readonly TableRow[], language: Language): readonly ResultColumn[] {
  const columns = [...yearsOfResults(rows).values()].flatMap((year) => columnsOf(year, language));
  return columns.sort((a, b) => a.period.last - b.period.last || b.period.first - a.period.first);
}

function yearsOfResults(rows: readonly TableRow[]): ReadonlyMap<string, YearOfResults> {
  const years = new Map<string, YearOfResults>();
  for (const row of rows) {
    const recurs = cadenceWithinYear(row) !== undefined;
    for (const { period } of row.readings) {
      const year = yearOf(period, row);
      const results = years.get(year.text) ?? {
        year,
        isMeasured: false,
        short: new Map(),
        folded: new Set(),
      };
      years.set(year.text, results);
      if (period.unit === "year") results.isMeasured = true;
      else if (recurs) results.folded.add(period.text);
      else results.short.set(period.text, period);
    }
  }
  return years;
}

function columnsOf({ year, isMeasured, short, folded }: YearOfResults, language: Language): ResultColumn[] {
  const foldsAll = short.size > mostShortPeriods;
  const own = foldsAll ? [] : [...short.values()].map((period) => columnOf(period, new Set(), language));
  const told = foldsAll ? new Set([...folded, ...short.keys()]) : folded;
  return isMeasured || told.size > 0 ? [...own, columnOf(year, told, language)] : own;
}

function columnOf(period: Period, folded: ReadonlySet<string>, language: Language): ResultColumn {
  const text = `${heading("result", language)} ${formatPeriod(period, language)}`;
  return { period, folded, heading: text, isNumeric: true };
}

function yearOf(period: Period, { judgement }: TableRow): Period {
  const { calendar } = judgement.indicator;
  return period.unit === "year" ? period : toPeriod(literalAt(period.last, "year", calendar), calendar);
}

/** The cadence of a target that recurs more often than once a year. */
function cadenceWithinYear({ points }: TableRow): Cadence | undefined {
  const point = points.find(({ target, window }) => target.form === "every" && window.unit !== "year");
  return point?.window.unit as Cadence | undefined;
}

/** What a row says in a column: the value of exactly that period, else what is told of the periods inside it. */
export function resultCell(column: ResultColumn, row: TableRow, language: Language): Cell {
  const { unit } = row.judgement.indicator;
  const exact = readingOf(row.readings, column.period);
  if (exact) return quantityCell(exact.quantity, unit, language);
  const inside = row.readings.filter(
    ({ period }) => column.folded.has(period.text) && isWithin(period, column.period),
  );
  const last = inside.at(-1);
  if (!last) return emptyCell;
  const dated = () => textCell(datedText(last.period, last.quantity, unit, language));
  return metCell(column, row, language) ?? yearCell(column, row, language) ?? dated();
}

/** In how many of the periods judged so far a recurring target was met. */
function metCell(column: ResultColumn, row: TableRow, language: Language): Cell | undefined {
  const cadence = cadenceWithinYear(row);
  const judged = row.points.filter(
    ({ target, window, status }) =>
      target.form === "every" &&
      window.unit === cadence &&
      isWithin(window, column.period) &&
      (status === "met" || status === "missed" || status === "no-data"),
  );
  if (!cadence || judged.length === 0) return undefined;
  const met = judged.filter(({ status }) => status === "met").length;
  return textCell(metOfJudged(met, judged.length, cadence, language));
}

/** The year's own figure, where values add up to one. */
function yearCell(column: ResultColumn, row: TableRow, language: Language): Cell | undefined {
  const { indicator } = row.judgement;
  const aggregate = aggregateOf(indicator);
  if (aggregate === "latest") return undefined;
  const { quantity } = valueInWindow(row.source, categoryKey(row.category), column.period, aggregate);
  return quantity ? quantityCell(quantity, indicator.unit, language) : undefined;
}
