import type { ReportedProblem } from "../language-service.ts";
import { formatDate } from "../semantics/display.ts";
import { isoDate } from "../semantics/period.ts";
import { type FailOn, isFailing } from "./failing.ts";
import { type LoadedProgram, loadProgram } from "./load-program.ts";
import { fileReport, summaryLine } from "./pretty-report.ts";
import { asOfDate, exitCannot, exitFine, exitProblems, type RunContext } from "./run-context.ts";
import { toLines } from "./source-excerpt.ts";

/** `bdg check`: prints the problems of the files asked for. */
export function runCheck(context: RunContext): number {
  const asOf = asOfDate(context);
  if (asOf === undefined) return exitCannot;
  const loaded = loadProgram(context, asOf);
  if (!loaded) return exitCannot;

  const { options } = context.arguments;
  const problems = loaded.selected.flatMap((path) => loaded.service.problemsOf(path));
  const report =
    options.get("format") === "json" ? problemsJson(asOf, problems) : prettyReport(context, loaded, asOf);
  context.host.writeOutput(report);
  if (loaded.incomplete) return exitCannot;
  const failOn = (options.get("fail-on") ?? "error") as FailOn;
  return problems.some((problem) => isFailing(problem, failOn)) ? exitProblems : exitFine;
}

function prettyReport(
  { host, language, colors, quiet }: RunContext,
  loaded: LoadedProgram,
  asOf: number,
): string {
  const { service, selected, shownPath } = loaded;
  const { columns } = host.terminal;
  const report: string[] = [];
  const all: ReportedProblem[] = [];
  for (const path of selected) {
    const problems = service.problemsOf(path);
    if (problems.length === 0) continue;
    all.push(...problems);
    const lines = toLines(service.textOf(path) ?? "");
    report.push(fileReport(path, problems, { language, colors, columns, shownPath, linesOf: () => lines }));
  }
  if (!quiet) report.push(summaryLine(all, selected.length, formatDate(asOf, language), language, colors));
  return report.join("\n");
}

/** The problems as JSON, version 1; lines and characters count from 0, in UTF-16 units. */
function problemsJson(asOf: number, problems: readonly ReportedProblem[]): string {
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
