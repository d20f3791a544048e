import type { ProgramJudgement } from "../semantics/judgement.ts";
import { type ExportFormat, type ExportOptions, exportJudgement } from "../service/export-judgement.ts";
import type { SummaryFormat, SummaryTableResult } from "./protocol.ts";

/** The summary table as the command line writes it: a text, or bytes in base64. */
export function toTable(
  judgement: ProgramJudgement,
  format: SummaryFormat,
  options: ExportOptions,
): SummaryTableResult {
  const written = exportJudgement(judgement, toExportFormat(format), options);
  const plans = judgement.plans.length;
  return typeof written === "string"
    ? { text: written, plans }
    : { text: "", base64: toBase64(written), plans };
}

function toExportFormat(format: SummaryFormat): ExportFormat {
  return format === "markdown" ? "md" : format;
}

/** There in Node and in every browser, but not in the language's own library of types. */
declare const btoa: (binary: string) => string;

const step = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += step)
    binary += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(binary);
}
