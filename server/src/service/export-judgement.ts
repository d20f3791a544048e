import type { Language } from "../diagnostics/language.ts";
import { byBody } from "../export/by-body.ts";
import { toCsv } from "../export/csv.ts";
import { toDocx } from "../export/docx.ts";
import { heading } from "../export/headings.ts";
import { toHtml } from "../export/html.ts";
import { toIati } from "../export/iati.ts";
import { toJson } from "../export/json.ts";
import { toMarkdown } from "../export/markdown.ts";
import { buildSummary } from "../export/rows.ts";
import { toSdmxCsv } from "../export/sdmx-csv.ts";
import { valuesTable } from "../export/values-table.ts";
import { toXlsx } from "../export/xlsx.ts";
import { chartsOf } from "../language-features/plan-overview-chart.ts";
import type { ProgramJudgement } from "../semantics/judgement.ts";

/** Every form of one file that the summary can be written in. */
export const exportFormats = ["md", "csv", "xlsx", "docx", "html", "json", "iati", "sdmx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The form that a file's ending asks for; SDMX has CSV's ending and must be asked for by name. */
export function formatOfEnding(ending: string): ExportFormat | undefined {
  if (ending === "xml") return "iati";
  return exportFormats.find((format) => format === ending && format !== "iati" && format !== "sdmx");
}

export interface ExportOptions {
  readonly language: Language;
  /** Offices judge a target only when it is due: without forecasts the table holds facts alone. */
  readonly forecasts: boolean;
  /** A table for each body that leads something, in place of one for each plan. */
  readonly byBody: boolean;
  /** Of CSV: Excel takes a file without it for the system's old code page. */
  readonly byteOrderMark: boolean;
}

/** Whether a format is bytes that can't be shown as text. */
export function isBinary(format: ExportFormat): boolean {
  return format === "xlsx" || format === "docx";
}

/** Writes a judgement in a format, the same bytes whoever asks: the command line, an editor, a dashboard. */
export function exportJudgement(
  judgement: ProgramJudgement,
  format: ExportFormat,
  options: ExportOptions,
): string | Uint8Array {
  const { language, forecasts } = options;
  if (format === "json") return toJson(judgement);
  if (format === "iati") return toIati(judgement, language);
  if (format === "sdmx") return toSdmxCsv(judgement, language);
  const table = { language, forecasts, together: !options.byBody };
  const shown = options.byBody ? byBody(judgement, heading("noLead", language)) : judgement;
  const summary = buildSummary(shown, table);
  switch (format) {
    case "md":
      return toMarkdown(summary);
    case "csv":
      return toCsv(summary, { byteOrderMark: options.byteOrderMark });
    case "xlsx":
      return toXlsx(summary, valuesTable(judgement, table));
    case "docx":
      return toDocx(summary);
    case "html":
      return toHtml(summary, judgement, { chartsOf: (one) => chartsOf(one, judgement.asOf, language) });
  }
}
