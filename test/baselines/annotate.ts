import type { ReportedProblem } from "../../server/src/language-service.ts";

/**
 * A source with its problems written under the lines that they are on: carets below what is underlined, then severity,
 * code and message, then the places that belong to it. Lines of the source begin with `│`, so that none is mistaken.
 */
export function annotate(text: string, problems: readonly ReportedProblem[]): string {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines
    .flatMap((line, index) => [
      `│${line}`.trimEnd(),
      ...problems
        .filter(({ range }) => range.start.line === index)
        .flatMap((problem) => below(line, problem)),
    ])
    .map((line) => `${line}\n`)
    .join("");
}

function below(
  line: string,
  { range, severity, code, message, related, explained }: ReportedProblem,
): string[] {
  const { start, end } = range;
  const last = end.line === start.line ? end.character : line.length;
  const carets = " ".repeat(start.character) + "^".repeat(Math.max(1, last - start.character));
  return [
    ` ${carets}${end.line === start.line ? "" : ` … line ${end.line + 1}`}`,
    `   ${severity} ${code}${explained ? " (explained)" : ""}: ${message}`,
    ...related.map((one) => `     ↳ ${one.path}:${one.range.start.line + 1} ${one.message}`),
  ];
}
