import { toCsv } from "../export/csv.ts";
import { toJson } from "../export/json.ts";
import { toMarkdown } from "../export/markdown.ts";
import { buildSummary, type SummaryOptions } from "../export/rows.ts";
import type { ProgramJudgement } from "../semantics/judgement.ts";
import type { SummaryFormat } from "./protocol.ts";

/** The summary table as text, the same bytes as the command line writes. */
export function toTableText(
  judgement: ProgramJudgement,
  format: SummaryFormat,
  options: SummaryOptions,
): string {
  if (format === "json") return toJson(judgement);
  const summary = buildSummary(judgement, options);
  return format === "csv" ? toCsv(summary, { byteOrderMark: true }) : toMarkdown(summary);
}
