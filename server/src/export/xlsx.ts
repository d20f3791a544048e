import type { Status } from "../semantics/judgement.ts";
import { toDecimal } from "../semantics/rational.ts";
import { displayWidth } from "../text/display-width.ts";
import { extremes } from "../text/extremes.ts";
import { cellName } from "../text/grid.ts";
import { wrapWords } from "../text/wrap-words.ts";
import { xmlText } from "../text/xml-text.ts";
import { withoutFormula } from "./csv.ts";
import { heading } from "./headings.ts";
import { contentTypes, type OfficePart, relationships, toPackage, xmlHead } from "./office-package.ts";
import type { Cell, Summary, SummaryTable } from "./summary-table.ts";
import { createXlsxStyles, type XlsxStyles } from "./xlsx-styles.ts";

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * The summary as a workbook: for each plan a sheet of its indicators and one of its tasks, and one of all measured
 * values. Numbers are numbers (a share too, shown with its counts), headings stay in view, verdicts have their words
 * and a colour. There are no formulas. The same summary gives the same bytes.
 */
export function toXlsx(summary: Summary, values: SummaryTable): Uint8Array {
  const styles = createXlsxStyles();
  const names = new Set<string>();
  const sheets = sheetsOf(summary, values).map((sheet) => ({
    name: sheetName(sheet.name, names),
    xml: sheetXml(sheet, styles),
  }));
  const parts: OfficePart[] = [
    [
      "[Content_Types].xml",
      contentTypes([
        ["xl/workbook.xml", "spreadsheetml.sheet.main"],
        ["xl/styles.xml", "spreadsheetml.styles"],
        ...sheets.map((_, i) => [`xl/worksheets/sheet${i + 1}.xml`, "spreadsheetml.worksheet"] as const),
      ]),
    ],
    ["_rels/.rels", relationships([["rId1", "officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", workbookXml(sheets.map(({ name }) => name))],
    [
      "xl/_rels/workbook.xml.rels",
      relationships([
        ...sheets.map((_, i) => [`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`] as const),
        [`rId${sheets.length + 1}`, "styles", "styles.xml"],
      ]),
    ],
    ["xl/styles.xml", styles.toXml()],
    ...sheets.map(({ xml }, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml] as const),
  ];
  return toPackage(parts);
}

interface Sheet {
  readonly name: string;
  /** What stands above the table, a line a row. */
  readonly above: readonly string[];
  readonly table: SummaryTable;
}

function sheetsOf(summary: Summary, values: SummaryTable): readonly Sheet[] {
  const { plans, asOfText, language } = summary;
  const several = plans.filter(({ indicators, tasks }) => indicators || tasks).length > 1;
  const sheets = plans.flatMap((plan, index) =>
    [
      { table: plan.indicators, counts: plan.indicatorCounts },
      { table: plan.tasks, counts: plan.taskCounts },
    ].flatMap(({ table, counts }): Sheet[] => {
      if (table === null) return [];
      const name = several ? `${table.title} ${index + 1}` : table.title;
      const counted = counts.map(({ label, count }) => `${label}: ${count}`).join(" · ");
      return [
        {
          name,
          above: [plan.title, `${summary.title}. ${asOfText}`, counted].filter((line) => line !== ""),
          table,
        },
      ];
    }),
  );
  const counts = plans.filter(({ indicators, tasks }) => !indicators && !tasks);
  const all = sheets.map((sheet) => ({
    ...sheet,
    above: [
      ...sheet.above,
      ...counts.map(
        ({ title, indicatorCounts }) =>
          `${title}: ${indicatorCounts.map(({ label, count }) => `${label} ${count}`).join(", ")}`,
      ),
    ],
  }));
  return [...all, { name: heading("values", language), above: [], table: values }];
}

/** At most 31 letters, none of those that Excel keeps for itself, and no name twice. */
function sheetName(wanted: string, taken: Set<string>): string {
  const clean =
    wanted
      .replace(/[[\]:*?/\\']/gu, " ")
      .replace(/\s+/gu, " ")
      .trim() || "Sheet";
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? "" : ` (${number})`;
    const name = `${[...clean].slice(0, 31 - ending.length).join("")}${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `${xmlHead}<workbook ${main} xmlns:r="${relation}"><sheets>${sheets.join("")}</sheets></workbook>`;
}

function sheetXml({ above, table }: Sheet, styles: XlsxStyles): string {
  const headingRow = above.length;
  const columns = table.columns.length;
  const widths = table.columns.map((_, column) => widthOf(table, column));
  const headings = table.columns.map(({ heading: text }) => text);
  const rows = [
    ...above.map((text, row) =>
      rowXml(row, row === 0 ? 1.4 : 1, [textXml(row, 0, text, row === 0 ? styles.title : styles.plain)]),
    ),
    rowXml(
      headingRow,
      linesOf(headings, widths),
      headings.map((text, column) => textXml(headingRow, column, text, styles.heading)),
    ),
    ...table.rows.map(({ cells }, i) => {
      const row = headingRow + 1 + i;
      const texts = cells.map((cell) => (cell.kind === "none" ? "" : cell.text));
      return rowXml(
        row,
        linesOf(texts, widths),
        cells.map((cell, column) => cellXml(row, column, cell, styles)),
      );
    }),
  ];
  const last = cellName(headingRow + table.rows.length, columns - 1);
  const cols = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `${xmlHead}<worksheet ${main}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headingRow + 1}" topLeftCell="${cellName(headingRow + 1, 0)}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${cols.join("")}</cols><sheetData>${rows.join("")}</sheetData>` +
    `<autoFilter ref="${cellName(headingRow, 0)}:${last}"/>` +
    `<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
  );
}

const linePoints = 15;
/** Excel makes no row higher. */
const highest = 409;

/** The height is written, since not every program finds it by itself. */
function rowXml(row: number, lines: number, cells: readonly string[]): string {
  const height = Math.min(highest, Math.round(lines * linePoints));
  return `<row r="${row + 1}" ht="${height}" customHeight="1">${cells.join("")}</row>`;
}

/** How many lines the highest of some texts takes in columns of these widths; a longer word is broken. */
function linesOf(texts: readonly string[], widths: readonly number[]): number {
  return Math.max(1, ...texts.map((text, i) => heightOf(text, widths[i]! - 1)));
}

function heightOf(text: string, width: number): number {
  const lines = wrapWords(text, width);
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / width)), 0);
}

function textXml(row: number, column: number, text: string, style: number): string {
  return `<c r="${cellName(row, column)}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(withoutFormula(text))}</t></is></c>`;
}

function cellXml(row: number, column: number, cell: Cell, styles: XlsxStyles): string {
  switch (cell.kind) {
    case "none":
      return `<c r="${cellName(row, column)}" s="${styles.text}"/>`;
    case "text":
      return textXml(row, column, cell.text, styles.text);
    case "status":
      return textXml(row, column, cell.text, styles.status(cell.status as Status));
    case "number":
    case "share": {
      const value = toDecimal(cell.value);
      const shown = /^[-−]?\d[\d\u00a0]*(?:[.,](\d+))?(.*)$/su.exec(cell.text);
      const decimals = shown ? (shown[1]?.length ?? 0) : (value.split(".")[1]?.length ?? 0);
      return `<c r="${cellName(row, column)}" s="${styles.number(decimals, shown?.[2] ?? "")}"><v>${value}</v></c>`;
    }
  }
}

const narrowest = 6;
const widest = 30;

/** Wide enough for most of what stands in it; longer texts are wrapped. */
function widthOf({ columns, rows }: SummaryTable, column: number): number {
  const heading = Math.max(...columns[column]!.heading.split(" ").map(displayWidth));
  const texts = rows.map(({ cells }) => {
    const cell = cells[column];
    return cell === undefined || cell.kind === "none" ? 0 : displayWidth(cell.text || "0000,00");
  });
  return Math.min(widest, Math.max(narrowest, heading + 2, extremes(texts)[1] + 2));
}
