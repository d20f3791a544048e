import type { ReportedProblem } from "../../language-service.ts";
import { isoDate } from "../../semantics/period.ts";

/**
 * The problems as JSON, version 1; lines and characters count from 0, in UTF-16 units.
 *
 * @param asOf the day judged, in days since 1970-01-01
 */
export function jsonReport(problems: readonly ReportedProblem[], asOf: number): string {
  const exported = {
    version: 1,
    asOf: isoDate(asOf),
    problems: problems.map(({ path, range, code, severity, message, related }) => ({
      file: path,
      range: plainRange(range),
      code,
      severity,
      message,
      related: related.map((one) => ({ file: one.path, range: plainRange(one.range), message: one.message })),
    })),
  };
  return `${JSON.stringify(exported, null, 2)}\n`;
}

function plainRange({ start, end }: ReportedProblem["range"]) {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
