import { type ChartDrawing, drawChart } from "../charts/chart-drawing.ts";
import type { ChartItem } from "../charts/chart-types.ts";
import type { Language } from "../diagnostics/language.ts";
import { formatDate, statusLabel } from "../semantics/display.ts";
import type { IndicatorJudgement, ProgramJudgement } from "../semantics/judgement.ts";
import { heading } from "./headings.ts";
import { htmlStyle } from "./html-style.ts";
import type { Cell, LabelledCount, PlanSummary, Summary, SummaryTable } from "./summary-table.ts";

export interface HtmlOptions {
  /** The charts of an indicator: one for it as a whole, one for each category. */
  readonly chartsOf: (judgement: IndicatorJudgement) => readonly ChartItem[];
}

/**
 * The summary as one HTML file to be read, sent and printed: the tables, and each indicator's charts, which show
 * nothing that the tables don't say. It has no script, loads nothing, and its content security policy forbids both.
 */
export function toHtml(summary: Summary, judgement: ProgramJudgement, { chartsOf }: HtmlOptions): string {
  const { language } = summary;
  const charts = judgement.plans.flatMap(({ indicators }) =>
    indicators.map((one) => chartSection(one, chartsOf(one), summary)),
  );
  const body = [
    `<header><h1>${html(summary.title)}</h1><p>${html(summary.asOfText)}</p></header>`,
    "<main>",
    ...summary.plans.map(planSection),
    charts.join("") === ""
      ? ""
      : `<section><h2>${language === "vi" ? "Biểu đồ" : "Charts"}</h2><div class="charts">${charts.join("")}</div></section>`,
    "</main>",
  ];
  return (
    `<!DOCTYPE html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${html(summary.title)}</title>\n` +
    `<style>\n${htmlStyle}</style>\n</head>\n<body>\n${body.filter((line) => line !== "").join("\n")}\n</body>\n</html>\n`
  );
}

function planSection(plan: PlanSummary): string {
  return `<section><h2>${html(plan.title)}</h2>${tableBlock(plan.indicators, plan.indicatorCounts)}${tableBlock(plan.tasks, plan.taskCounts)}</section>`;
}

function tableBlock(table: SummaryTable | null, counts: readonly LabelledCount[]): string {
  const counted = counts
    .map(({ label, count, status }) => `<li class="${status}">${html(label)} <b>${count}</b></li>`)
    .join("");
  const list = counted === "" ? "" : `<ul class="counts">${counted}</ul>`;
  if (table === null) return list;
  const head = table.columns
    .map(
      ({ heading: text }, i) =>
        `<th scope="col"${isLong(table, i) ? ' class="long"' : ""}>${html(text)}</th>`,
    )
    .join("");
  const rows = table.rows.map(
    ({ cells, kind }) =>
      `<tr class="${kind}">${cells.map((cell, i) => cellHtml(cell, table.columns[i]!.isNumeric)).join("")}</tr>`,
  );
  return `<h3>${html(table.title)}</h3>${list}<div class="wide" tabindex="0" role="region" aria-label="${html(table.title)}"><table><thead><tr>${head}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table></div>`;
}

const longText = 24;

function isLong({ rows }: SummaryTable, column: number): boolean {
  return rows.some(({ cells }) => {
    const cell = cells[column];
    return cell?.kind === "text" && cell.text.length > longText;
  });
}

function cellHtml(cell: Cell, isNumeric: boolean): string {
  if (cell.kind === "none") return "<td></td>";
  if (cell.kind === "status") return `<td class="status ${cell.status}">${html(cell.text)}</td>`;
  return `<td${isNumeric ? ' class="number"' : ""}>${html(cell.text)}</td>`;
}

function chartSection(
  judgement: IndicatorJudgement,
  charts: readonly ChartItem[],
  { language, asOf }: Summary,
): string {
  const name = judgement.indicator.name || judgement.indicator.id;
  return charts
    .map((chart) => {
      const title = chart.category === null ? name : `${name} – ${chart.category}`;
      const drawing = drawChart(chart, {
        width: 520,
        height: 220,
        language,
        todayText: formatDate(asOf, language),
      });
      return `<figure><figcaption>${html(title)} <span class="status ${judgement.status}">${html(statusLabel(judgement.status, language))}</span></figcaption>${svg(drawing, `${heading("indicator", language)}: ${title}`, language)}</figure>`;
    })
    .join("");
}

function svg(
  { width, height, lines, marks, texts }: ChartDrawing,
  label: string,
  language: Language,
): string {
  const points = marks.map(({ text }) => text).join("; ");
  return (
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${html(`${label}. ${points}`)}" lang="${language}">` +
    lines.map(({ role, d }) => `<path class="${role}" d="${d}"/>`).join("") +
    marks
      .map(
        ({ role, x, y, d, text }) =>
          `<path class="mark ${role}" transform="translate(${x} ${y})" d="${d}"><title>${html(text)}</title></path>`,
      )
      .join("") +
    texts
      .map(
        ({ role, x, y, anchor, text }) =>
          `<text class="${role}" x="${x}" y="${y}" text-anchor="${anchor}">${html(text)}</text>`,
      )
      .join("") +
    "</svg>"
  );
}

/** A user's text in an element or an attribute. */
function html(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
