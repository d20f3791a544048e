import type { Cell, LabelledCount, PlanSummary, Summary, SummaryTable } from "./summary-table.ts";

/** The summary as Markdown with pipe tables: headings, counts, and a table of indicators and of tasks a plan. */
export function toMarkdown(summary: Summary): string {
  const blocks = [`# ${inline(summary.title)}`, `${inline(summary.asOfText)}.`];
  for (const plan of summary.plans) blocks.push(...planBlocks(plan));
  return `${blocks.join("\n\n")}\n`;
}

function planBlocks(plan: PlanSummary): readonly string[] {
  return [
    `## ${inline(plan.title)}`,
    ...tableBlocks(plan.indicators, plan.indicatorCounts),
    ...tableBlocks(plan.tasks, plan.taskCounts),
  ];
}

function tableBlocks(table: SummaryTable | null, counts: readonly LabelledCount[]): readonly string[] {
  const counted = counts.map(({ label, count }) => `${inline(label)} **${count}**`).join(" · ");
  if (!table) return counted === "" ? [] : [counted];
  return [`### ${inline(table.title)}`, counted, pipeTable(table)];
}

function pipeTable(table: SummaryTable): string {
  const lines = [
    pipeRow(table.columns.map((column) => inline(column.heading))),
    pipeRow(table.columns.map((column) => (column.isNumeric ? "--:" : "---"))),
    ...table.rows.map(({ cells }) => pipeRow(cells.map(cellText))),
  ];
  return lines.join("\n");
}

/** A row of a pipe table; the texts are escaped already. */
export function pipeRow(texts: readonly string[]): string {
  return `| ${texts.join(" | ")} |`;
}

function cellText(cell: Cell): string {
  if (cell.kind === "none") return "–";
  const text = inline(cell.text);
  return cell.kind === "status" && isFailure(cell.status) ? `**${text}**` : text;
}

function isFailure(status: string): boolean {
  return status === "missed" || status === "no-data";
}

/**
 * A user's text as plain words in a line of Markdown, whatever it holds: no markup, no HTML, no new cell, no new line.
 * What it is put into never begins a line, so marks that mean something only there need no escape.
 */
export function inline(text: string): string {
  return text
    .replace(/[\s\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, keepNoBreakSpace)
    .trim()
    .replace(/[\\`*_[\]<>|~#&$]/g, escapeCharacter);
}

function keepNoBreakSpace(white: string): string {
  return /^\u00a0+$/.test(white) ? white : " ";
}

function escapeCharacter(character: string): string {
  switch (character) {
    case "<":
      return "&lt;";
    case ">":
      return "&gt;";
    case "&":
      return "&amp;";
    default:
      return `\\${character}`;
  }
}
