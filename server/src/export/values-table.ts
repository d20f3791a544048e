import { formatPeriod, unitSymbol } from "../semantics/display.ts";
import type { ProgramJudgement } from "../semantics/judgement.ts";
import type { Rational } from "../semantics/rational.ts";
import { heading } from "./headings.ts";
import type { SummaryOptions } from "./rows.ts";
import { type Cell, emptyCell, type SummaryTable, textCell } from "./summary-table.ts";

/** Every measured value with where it comes from, one a row: what a table's results were made of. */
export function valuesTable(judgement: ProgramJudgement, { language }: SummaryOptions): SummaryTable {
  const column = (key: Parameters<typeof heading>[0], isNumeric = false) => ({
    heading: heading(key, language),
    isNumeric,
  });
  const rows = judgement.plans.flatMap(({ plan, indicators }) =>
    indicators.flatMap(({ indicator }) =>
      indicator.measured.map(({ period, category, quantity, evidence }) => ({
        kind: "item" as const,
        cells: [
          textCell(plan?.name ?? heading("noPlan", language)),
          textCell(indicator.id),
          textCell(indicator.name),
          textCell(category?.name),
          textCell(formatPeriod(period, language)),
          numberCell(quantity.value),
          textCell(unitSymbol(indicator.unit, language) || indicator.unit.name),
          numberCell(quantity.share?.numerator),
          numberCell(quantity.share?.denominator),
          textCell(evidence),
        ],
      })),
    ),
  );
  return {
    title: heading("values", language),
    columns: [
      column("plan"),
      column("code"),
      column("indicator"),
      column("category"),
      column("period"),
      column("value", true),
      column("unit"),
      column("numerator", true),
      column("denominator", true),
      column("evidence"),
    ],
    rows,
  };
}

function numberCell(value: Rational | undefined): Cell {
  return value === undefined ? emptyCell : { kind: "number", text: "", value };
}
