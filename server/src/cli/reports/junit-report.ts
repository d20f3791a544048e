import type { ReportedProblem } from "../../language-service.ts";
import { xmlText } from "../../text/xml-text.ts";
import type { Unread } from "../unread.ts";

/** What the report needs besides the problems. */
export interface JunitContext {
  /** Every file checked, in order; one without a problem is a test that passed. */
  readonly files: readonly string[];
  /** Whether a problem makes the exit status 1: those are failures, the others are only told. */
  readonly isFailing: (problem: ReportedProblem) => boolean;
  /** Files and folders that could not be read: errors, as against failures. */
  readonly unread: readonly Unread[];
}

/** JUnit XML: a suite for each file, a test case for each of its problems, and a suite for what can't be read. */
export function junitReport(
  problems: readonly ReportedProblem[],
  { files, isFailing, unread }: JunitContext,
): string {
  const byFile = new Map<string, ReportedProblem[]>(files.map((path) => [path, []]));
  for (const problem of problems) byFile.get(problem.path)?.push(problem);
  const suites = [
    ...unread.map(unreadSuite),
    ...[...byFile].map(([path, own]) => suite(path, own, isFailing)),
  ];
  const failures = problems.filter(isFailing).length;
  const tests = suites.reduce((sum, one) => sum + one.tests, 0);
  const text = suites.map((one) => one.text).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="bdg check" tests="${tests}" failures="${failures}" errors="${unread.length}">\n${text}</testsuites>\n`;
}

interface Suite {
  readonly tests: number;
  readonly text: string;
}

function suite(
  path: string,
  problems: readonly ReportedProblem[],
  isFailing: JunitContext["isFailing"],
): Suite {
  const cases =
    problems.length === 0
      ? [`    <testcase classname="${xmlText(path)}" name="no problems"/>\n`]
      : problems.map((problem) => testCase(problem, isFailing(problem)));
  const counts = `tests="${cases.length}" failures="${problems.filter(isFailing).length}" errors="0"`;
  return {
    tests: cases.length,
    text: `  <testsuite name="${xmlText(path)}" ${counts}>\n${cases.join("")}  </testsuite>\n`,
  };
}

function unreadSuite({ path, code, message }: Unread): Suite {
  const name = xmlText(path);
  const error = `<error type="${code}" message="${xmlText(message)}">${xmlText(message)}</error>`;
  const only = `    <testcase classname="${name}" name="${code}" file="${name}">\n      ${error}\n    </testcase>\n`;
  return {
    tests: 1,
    text: `  <testsuite name="${name}" tests="1" failures="0" errors="1">\n${only}  </testsuite>\n`,
  };
}

function testCase({ path, range, code, severity, message }: ReportedProblem, fails: boolean): string {
  const line = range.start.line + 1;
  const name = `${code} ${line}:${range.start.character + 1}`;
  const told = `${path}:${line}: ${severity}: ${message}`;
  const inside = fails
    ? `<failure type="${code}" message="${xmlText(message)}">${xmlText(told)}</failure>`
    : `<system-out>${xmlText(told)}</system-out>`;
  return `    <testcase classname="${xmlText(path)}" name="${name}" file="${xmlText(path)}" line="${line}">\n      ${inside}\n    </testcase>\n`;
}
