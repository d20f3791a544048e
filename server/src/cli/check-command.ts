import type { ReportedProblem } from "../language-service.ts";
import { formatDate } from "../semantics/display.ts";
import { type FailOn, isFailing } from "./failing.ts";
import { type LoadedProgram, loadProgram } from "./load-program.ts";
import { cliMessage } from "./messages.ts";
import { githubReport } from "./reports/github-report.ts";
import { jsonReport } from "./reports/json-report.ts";
import { junitReport } from "./reports/junit-report.ts";
import { fileReport, summaryLine } from "./reports/pretty-report.ts";
import { sarifReport } from "./reports/sarif-report.ts";
import { toLines } from "./reports/source-excerpt.ts";
import { exitCannot, exitFine, exitProblems, type RunContext } from "./run-context.ts";
import { unreadProblem } from "./unread.ts";

/** `bdg check`: prints the problems of the files asked for; with `--watch`, again after every change. */
export function runCheck(context: RunContext): Promise<number> | number {
  return context.arguments.options.has("watch") ? watch(context) : checkOnce(context);
}

function checkOnce(context: RunContext): number {
  const loaded = loadProgram(context);
  if (!loaded) return exitCannot;
  const problems = loaded.selected.flatMap((path) => loaded.service.problemsOf(path));
  const failOn = (context.arguments.options.get("fail-on") ?? "error") as FailOn;
  const fails = (problem: ReportedProblem) => isFailing(problem, failOn);
  context.host.writeOutput(report(context, loaded, { problems, fails }));
  if (loaded.unread.length > 0) return exitCannot;
  return problems.some(fails) ? exitProblems : exitFine;
}

/** Checks until the user stops it; what can't be opened at first is not watched. */
async function watch(context: RunContext): Promise<number> {
  const { host, language } = context;
  const loaded = loadProgram(context);
  if (!loaded) return exitCannot;
  if (!context.quiet) host.writeError(`${cliMessage("watching", language, {})}\n`);
  let status = exitFine;
  await host.watch(loaded.root, () => {
    if (host.terminal.output) host.writeOutput("\u001b[2J\u001b[3J\u001b[H");
    status = checkOnce(context);
  });
  return status;
}

interface Checked {
  readonly problems: readonly ReportedProblem[];
  readonly fails: (problem: ReportedProblem) => boolean;
}

function report(context: RunContext, loaded: LoadedProgram, { problems, fails }: Checked): string {
  const { unread } = loaded;
  switch (context.arguments.options.get("format")) {
    case "json":
      return jsonReport([...unread.map(unreadProblem), ...problems], context.asOf);
    case "sarif":
      return sarifReport(inCheckout(problems, loaded), {
        version: context.host.version,
        language: context.language,
        lineOf: linesOf(loaded),
        unread: inCheckout(unread, loaded),
      });
    case "github":
      return githubReport(inCheckout(problems, loaded), inCheckout(unread, loaded));
    case "junit":
      return junitReport(inCheckout(problems, loaded), {
        files: loaded.selected.map(loaded.checkoutPath),
        isFailing: fails,
        unread: inCheckout(unread, loaded),
      });
    default:
      return prettyReport(context, loaded);
  }
}

/** With the paths by which CI finds the files, which knows nothing of a root. */
function inCheckout<One extends Placed>(
  all: readonly One[],
  { checkoutPath }: LoadedProgram,
): readonly One[] {
  const moved = <Any extends { readonly path: string }>(one: Any) => ({
    ...one,
    path: checkoutPath(one.path),
  });
  return all.map((one) => ({ ...moved(one), ...(one.related && { related: one.related.map(moved) }) }));
}

interface Placed {
  readonly path: string;
  readonly related?: ReportedProblem["related"];
}

/** The lines of the files asked for, by the paths by which CI finds them. */
function linesOf({ service, selected, checkoutPath }: LoadedProgram): (path: string, line: number) => string {
  const paths = new Map(selected.map((path) => [checkoutPath(path), path]));
  const known = new Map<string, readonly string[]>();
  return (path, line) => {
    const text = () => service.textOf(paths.get(path) ?? path) ?? "";
    const lines = known.get(path) ?? text().split(/\r\n|\r|\n/);
    known.set(path, lines);
    return lines[line] ?? "";
  };
}

function prettyReport({ host, language, colors, quiet, asOf }: RunContext, loaded: LoadedProgram): string {
  const { service, selected, shownPath } = loaded;
  const { columns } = host.terminal;
  const report: string[] = [];
  const all: ReportedProblem[] = [];
  for (const path of selected) {
    const problems = service.problemsOf(path);
    if (problems.length === 0) continue;
    for (const problem of problems) all.push(problem);
    const lines = toLines(service.textOf(path) ?? "");
    report.push(fileReport(path, problems, { language, colors, columns, shownPath, linesOf: () => lines }));
  }
  const checked = {
    files: selected.length,
    unread: loaded.unread.length,
    date: formatDate(asOf, language),
  };
  if (!quiet) report.push(summaryLine(all, checked, { language, colors }));
  return report.join("\n");
}
