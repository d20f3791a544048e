import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { githubReport } from "../../../server/src/cli/reports/github-report.ts";
import { junitReport } from "../../../server/src/cli/reports/junit-report.ts";
import { sarifReport } from "../../../server/src/cli/reports/sarif-report.ts";
import type { Unread } from "../../../server/src/cli/unread.ts";
import type { ReportedProblem } from "../../../server/src/language-service.ts";

function problem(parts: Partial<ReportedProblem>): ReportedProblem {
  return {
    path: "plan.bdg",
    range: { start: { line: 9, character: 19 }, end: { line: 9, character: 27 } },
    code: "target-missed",
    severity: "warning",
    message: "55%, below 60%.",
    related: [],
    explained: false,
    data: undefined,
    ...parts,
  };
}

const unread: Unread = { path: "r &.bdg", code: "file-unreadable", message: "“r &.bdg” is not UTF-8." };

const at = (line: number, character: number) => ({ line, character });

describe("GitHub annotations", () => {
  test("are one workflow command a problem, counted from 1", () => {
    expect(githubReport([problem({})], [])).toBe(
      "::warning file=plan.bdg,line=10,endLine=10,col=20,endColumn=28,title=target-missed::55%25, below 60%25.\n",
    );
  });

  test("tell of a file that can't be read", () => {
    expect(githubReport([], [unread])).toBe(
      "::error file=r &.bdg,title=file-unreadable::“r &.bdg” is not UTF-8.\n",
    );
  });

  test("cannot be broken out of by a name or a message", () => {
    const nasty = problem({
      path: "a,b:c%/d\ne.bdg",
      severity: "hint",
      message: "one\r\n::error::two",
      range: { start: at(0, 3), end: at(1, 0) },
    });
    expect(githubReport([nasty], [])).toBe(
      "::notice file=a%2Cb%3Ac%25/d%0Ae.bdg,line=1,endLine=2,title=target-missed::one%0D%0A::error::two\n",
    );
  });
});

describe("JUnit", () => {
  test("has a suite for each file; failures are what makes the exit status 1", () => {
    const failing = problem({ severity: "error", message: 'a < b & "c"\u0000\ud800' });
    const report = junitReport([failing, problem({})], {
      files: ["good.bdg", "plan.bdg"],
      isFailing: ({ severity }) => severity === "error",
      unread: [],
    });
    const told = "a &lt; b &amp; &quot;c&quot;\ufffd\ufffd";
    expect(report).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="bdg check" tests="3" failures="1" errors="0">
  <testsuite name="good.bdg" tests="1" failures="0" errors="0">
    <testcase classname="good.bdg" name="no problems"/>
  </testsuite>
  <testsuite name="plan.bdg" tests="2" failures="1" errors="0">
    <testcase classname="plan.bdg" name="target-missed 10:20" file="plan.bdg" line="10">
      <failure type="target-missed" message="${told}">plan.bdg:10: error: ${told}</failure>
    </testcase>
    <testcase classname="plan.bdg" name="target-missed 10:20" file="plan.bdg" line="10">
      <system-out>plan.bdg:10: warning: 55%, below 60%.</system-out>
    </testcase>
  </testsuite>
</testsuites>
`);
  });
});

test("JUnit has an error for what can't be read", () => {
  const report = junitReport([], { files: ["good.bdg"], isFailing: () => true, unread: [unread] });
  expect(report).toContain('<testsuites name="bdg check" tests="2" failures="0" errors="1">');
  expect(report).toContain(`  <testsuite name="r &amp;.bdg" tests="1" failures="0" errors="1">
    <testcase classname="r &amp;.bdg" name="file-unreadable" file="r &amp;.bdg">
      <error type="file-unreadable" message="“r &amp;.bdg” is not UTF-8.">“r &amp;.bdg” is not UTF-8.</error>
    </testcase>
  </testsuite>
`);
});

describe("SARIF", () => {
  const lines = ["indicator a {", "  measured 2023 = 55%", "  measured 2023 =   55%", "}"];
  const sarif = (
    problems: readonly ReportedProblem[],
    text: readonly string[] = lines,
    notRead: readonly Unread[] = [],
  ) =>
    JSON.parse(
      sarifReport(problems, {
        version: "1.2.3",
        language: "en",
        lineOf: (_path, line) => text[line] ?? "",
        unread: notRead,
      }),
    );
  const range = (line: number) => ({ start: at(line, 2), end: at(line, 21) });

  test("counts from 1, names its rules, and keeps what a problem is related to", () => {
    const related = [{ path: "kế hoạch/a b.txt", range: range(0), message: "The clause" }];
    const log = sarif([
      problem({ range: range(1), related }),
      problem({ code: "missing-unit", severity: "error" }),
    ]);
    const [run] = log.runs;
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual([
      "missing-unit",
      "target-missed",
    ]);
    expect(
      run.results.map((one: { ruleIndex: number; level: string }) => [one.ruleIndex, one.level]),
    ).toEqual([
      [1, "warning"],
      [0, "error"],
    ]);
    expect(run.results[0].locations[0].physicalLocation.region).toEqual({
      startLine: 2,
      startColumn: 3,
      endLine: 2,
      endColumn: 22,
    });
    expect(run.results[0].relatedLocations[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: "k%E1%BA%BF%20ho%E1%BA%A1ch/a%20b.txt" } },
      message: { text: "The clause" },
    });
  });

  test("a run in which a file couldn't be read is no success, and says which", () => {
    const [whole] = sarif([]).runs[0].invocations;
    expect(whole).toEqual({ executionSuccessful: true, toolExecutionNotifications: [] });
    const [partial] = sarif([], lines, [unread]).runs[0].invocations;
    expect(partial.executionSuccessful).toBe(false);
    expect(partial.toolExecutionNotifications).toEqual([
      {
        descriptor: { id: "file-unreadable" },
        level: "error",
        message: { text: "“r &.bdg” is not UTF-8." },
        locations: [
          { physicalLocation: { artifactLocation: { uri: "r%20%26.bdg", uriBaseId: "%SRCROOT%" } } },
        ],
      },
    ]);
  });

  test("fingerprints outlive a move, tell two equal lines apart, and change with the line", () => {
    const prints = (problems: readonly ReportedProblem[], text?: readonly string[]) =>
      sarif(problems, text).runs[0].results.map(
        (one: { partialFingerprints: Record<string, string> }) => one.partialFingerprints["bdgProblem/v1"],
      );
    const both = [problem({ range: range(1) }), problem({ range: range(2) })];
    const [first, second] = prints(both);
    expect(first).toMatch(/^[0-9a-f]{16}:1$/);
    expect(second).toBe(first.replace(/:1$/, ":2"));
    const moved = [problem({ range: range(3) }), problem({ range: range(4) })];
    expect(prints(moved, ["# new", "", ...lines])).toEqual([first, second]);
    const edited = lines.map((line) => line.replace("55%", "56%"));
    expect(prints(both, edited)[0]).not.toBe(first);
  });

  const schema = new URL("../export/fixtures/schemas/sarif-schema-2.1.0.json", import.meta.url);
  test("validates against the published schema", () => {
    // It says draft 4, of which it uses nothing that draft 7 reads otherwise; formats need a library of their own.
    const { $schema: _draft, id: _address, ...shape } = JSON.parse(readFileSync(schema, "utf8"));
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(shape);
    const related = [{ path: "doc.txt", range: range(0), message: "The clause" }];
    const log = sarif([problem({ related }), problem({ severity: "hint" })], lines, [unread]);
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...log, version: "2.0.0" })).toBe(false);
  });
});
