import type { Language } from "../../diagnostics/language.ts";
import type { Severity } from "../../diagnostics/message-template.ts";
import type { ReportedProblem } from "../../language-service.ts";
import { wrapWords } from "../../text/wrap-words.ts";
import type { Colors } from "../colors.ts";
import { cliMessage } from "../messages.ts";
import { plainText } from "../plain-text.ts";
import { type Lines, sourceExcerpt } from "./source-excerpt.ts";

/** What the report of one run needs besides the problems. */
export interface ReportContext {
  readonly language: Language;
  readonly colors: Colors;
  /** Messages are broken to fit; undefined where nobody needs them to. */
  readonly columns: number | undefined;
  readonly shownPath: (path: string) => string;
  /** The lines of a .bdg file; undefined where its text is not there. */
  readonly linesOf: (path: string) => Lines | undefined;
}

/** The problems of one file as people read them: the file's name, then each problem with the line it is on. */
export function fileReport(
  path: string,
  problems: readonly ReportedProblem[],
  context: ReportContext,
): string {
  const blocks = problems.map((problem) => problemReport(problem, context));
  return `${context.colors.path(plainText(context.shownPath(path)))}\n\n${blocks.join("\n")}\n`;
}

function problemReport(problem: ReportedProblem, context: ReportContext): string {
  const { language, colors } = context;
  const { start } = problem.range;
  const place = `${start.line + 1}:${start.character + 1}`;
  const severity = colors.severity(
    problem.severity,
    cliMessage(`severity-${problem.severity}`, language, {}),
  );
  const message = wrapWords(plainText(problem.message), (context.columns ?? Number.POSITIVE_INFINITY) - 4)
    .map((line) => `    ${colors.bold(line)}\n`)
    .join("");
  return `  ${place}  ${severity}  ${colors.dim(problem.code)}\n${message}${excerptReport(problem, context)}${relatedReport(problem, context)}`;
}

function excerptReport(problem: ReportedProblem, { linesOf, colors }: ReportContext): string {
  const excerpt = sourceExcerpt(linesOf(problem.path) ?? [], problem.range);
  if (!excerpt) return "";
  const number = String(excerpt.lineNumber).padStart(6);
  const gutter = " ".repeat(number.length);
  const marked = colors.severity(problem.severity, excerpt.marked);
  const underline = colors.severity(problem.severity, excerpt.underline);
  return (
    `${colors.dim(`${number} │`)} ${excerpt.before}${marked}${excerpt.after}\n` +
    `${colors.dim(`${gutter} │`)} ${excerpt.indent}${underline}\n`
  );
}

function relatedReport(problem: ReportedProblem, { shownPath, colors }: ReportContext): string {
  return problem.related
    .map(({ path, range, message }) => {
      const place = `${plainText(shownPath(path))}:${range.start.line + 1}:${range.start.character + 1}`;
      return `       ${colors.dim(`↳ ${place}`)}  ${plainText(message)}\n`;
    })
    .join("");
}

const severities: readonly Severity[] = ["error", "warning", "information", "hint"];

/** What the last line says besides how many problems of each kind there are. */
export interface Checked {
  /** How many files were checked, and how many files and folders could not be. */
  readonly files: number;
  readonly unread: number;
  readonly date: string;
}

/** The last line: how many problems of each kind, in how many files, as of when. */
export function summaryLine(
  problems: readonly ReportedProblem[],
  { files, unread, date }: Checked,
  { language, colors }: Pick<ReportContext, "language" | "colors">,
): string {
  const counts = severities.flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    if (count === 0) return [];
    return [colors.severity(severity, cliMessage(`count-${severity}`, language, { count }))];
  });
  if (unread > 0)
    counts.unshift(colors.severity("error", cliMessage("count-unread", language, { count: unread })));
  const all = counts.length > 0 ? counts.join(", ") : colors.good(cliMessage("no-problems", language, {}));
  return `${cliMessage("summary", language, { counts: all, files, date })}\n`;
}
