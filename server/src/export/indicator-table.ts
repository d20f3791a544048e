import type { Language } from "../diagnostics/language.ts";
import { statusLabel, unitSymbol } from "../semantics/display.ts";
import { categoryKey } from "../semantics/evaluator/counted-values.ts";
import type { IndicatorJudgement, Status } from "../semantics/judgement.ts";
import { tellingDecimals } from "../semantics/judgement-words.ts";
import type { Day } from "../semantics/period.ts";
import { clausesCell, explanationsCell, namesCell } from "./common-cells.ts";
import { heading } from "./headings.ts";
import { type ResultColumn, resultCell, resultColumns } from "./result-columns.ts";
import type { SummaryOptions } from "./rows.ts";
import { type Cell, emptyCell, type SummaryColumn, type SummaryTable, textCell } from "./summary-table.ts";
import { type TableRow, tableRows } from "./table-rows.ts";
import { datedText } from "./table-values.ts";
import { type TargetColumn, targetCell, targetColumns } from "./target-columns.ts";

/**
 * One row an indicator, below it one for each of its categories. The columns, in this order: number, indicator, unit,
 * baseline, targets (target-columns.ts), results (result-columns.ts), latest result, verdict (facts), forecast,
 * explanation, lead body, clause.
 */
export function indicatorTable(
  indicators: readonly IndicatorJudgement[],
  asOf: Day,
  options: SummaryOptions,
): SummaryTable {
  const { language } = options;
  const told = indicators.map(withTellingUnit);
  const rows = told.map((judgement) => tableRows(judgement, asOf));
  const targets = targetColumns(told, language);
  const results = resultColumns(rows.flat(), language);
  const columns = columnsOf(targets, results, options);
  return {
    title: heading("indicators", language),
    columns: columns.map(({ heading, isNumeric }) => ({ heading, isNumeric })),
    rows: rows.flatMap((group, index) =>
      group.map((row, sub) => ({
        kind: sub === 0 ? "item" : "category",
        cells: columns.map((column) => column.cell(row, sub === 0 ? `${index + 1}` : `${index + 1}.${sub}`)),
      })),
    ),
  };
}

/** A value of 66.667% that misses 66.67% must not stand in the table as 66.67%. */
function withTellingUnit(judgement: IndicatorJudgement): IndicatorJudgement {
  const { indicator } = judgement;
  const unit = { ...indicator.unit, decimals: tellingDecimals(judgement) };
  return { ...judgement, indicator: { ...indicator, unit } };
}

interface Column extends SummaryColumn {
  readonly cell: (row: TableRow, number: string) => Cell;
}

function columnsOf(
  targets: readonly TargetColumn[],
  results: readonly ResultColumn[],
  { language, forecasts }: SummaryOptions,
): readonly Column[] {
  const text = (key: Parameters<typeof heading>[0], cell: Column["cell"]): Column => ({
    heading: heading(key, language),
    isNumeric: false,
    cell,
  });
  return [
    text("number", (_, number) => textCell(number)),
    text("indicator", nameCell),
    text("unit", ({ judgement: { indicator } }) =>
      textCell(unitSymbol(indicator.unit, language) || indicator.unit.name),
    ),
    text("baseline", (row) => baselineCell(row, language)),
    ...targets.map((column) => ({
      ...column,
      cell: ({ judgement, category }: TableRow) =>
        targetCell(column, judgement, category?.id ?? null, language),
    })),
    ...results.map((column) => ({ ...column, cell: (row: TableRow) => resultCell(column, row, language) })),
    text("latest", (row) => latestCell(row, language)),
    text("verdict", (row) => statusCell(row, row.result, language)),
    ...(forecasts ? [text("forecast", (row) => forecastCell(row, language))] : []),
    text("explanation", (row) =>
      row.category ? emptyCell : explanationsCell(row.judgement.indicator.explanations, language),
    ),
    text("lead", ({ judgement: { indicator } }) => namesCell(indicator.lead)),
    text("clause", ({ judgement: { indicator } }) => clausesCell(indicator.citations)),
  ];
}

function nameCell({ judgement: { indicator }, category }: TableRow): Cell {
  const name = indicator.name || indicator.id;
  return textCell(category ? `${name} – ${category.name || category.id}` : name);
}

function baselineCell({ judgement: { indicator }, category }: TableRow, language: Language): Cell {
  const baselines = indicator.baselines.filter((one) => categoryKey(one.category) === categoryKey(category));
  return textCell(
    baselines.map(({ period, quantity }) => datedText(period, quantity, indicator.unit, language)).join("; "),
  );
}

function latestCell({ judgement: { indicator }, readings }: TableRow, language: Language): Cell {
  const latest = readings.at(-1);
  return latest ? textCell(datedText(latest.period, latest.quantity, indicator.unit, language)) : emptyCell;
}

/** Where nothing can be forecast yet, there is none: "not due yet" says nothing that the dates don't. */
function forecastCell(row: TableRow, language: Language): Cell {
  return row.forecast === "pending" ? emptyCell : statusCell(row, row.forecast, language);
}

/** A category without targets of its own has no verdict. */
function statusCell(row: TableRow, status: Status | null, language: Language): Cell {
  if (status === null || (row.category && row.points.length === 0)) return emptyCell;
  return { kind: "status", text: statusLabel(status, language), status };
}
