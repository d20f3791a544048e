import type { Severity } from "../../diagnostics/message-template.ts";
import type { ReportedProblem } from "../../language-service.ts";
import type { Unread } from "../unread.ts";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/**
 * Workflow commands of GitHub Actions: each problem becomes an annotation at its line in a pull request, and each file
 * or folder that can't be read one of its own.
 */
export function githubReport(problems: readonly ReportedProblem[], unread: readonly Unread[]): string {
  return [...unread.map(unreadAnnotation), ...problems.map(annotation)].join("");
}

function unreadAnnotation({ path, code, message }: Unread): string {
  return `::error file=${inProperty(path)},title=${inProperty(code)}::${inMessage(message)}\n`;
}

function annotation({ path, range: { start, end }, code, severity, message }: ReportedProblem): string {
  const place = [`file=${inProperty(path)}`, `line=${start.line + 1}`, `endLine=${end.line + 1}`];
  // Columns are only taken where both ends are on one line.
  if (start.line === end.line) place.push(`col=${start.character + 1}`, `endColumn=${end.character + 1}`);
  return `::${commands[severity]} ${place.join(",")},title=${inProperty(code)}::${inMessage(message)}\n`;
}

function inMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function inProperty(text: string): string {
  return inMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
