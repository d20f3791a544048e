import { describe, expect, it } from "vitest";
import { maxProblemsPerFile, maxSourceBytes, maxSourceLines } from "../../../server/src/limits.ts";
import { createTestService } from "../../support/test-service.ts";

const codes = (text: string) => {
  const { service } = createTestService({ "a.bdg": "" });
  service.setFile("a.bdg", text);
  return service.problemsOf("a.bdg").map((problem) => problem.code);
};

describe("a file's size", () => {
  const vietnamese = "# điều khoản\n";
  const bytes = (count: number) => {
    const line = new TextEncoder().encode(vietnamese).length;
    const lines = vietnamese.repeat(Math.floor(count / line / 100));
    return (
      `${lines}${"#".repeat(60_000)}\n`.padEnd(lines.length, " ") +
      rest(count - new TextEncoder().encode(lines).length - 60_001)
    );
  };
  /** As many bytes of comments, in lines that are not too long. */
  const rest = (count: number): string => {
    const line = `#${"đ".repeat(20_000)}\n`;
    const length = new TextEncoder().encode(line).length;
    return line.repeat(Math.floor(count / length)) + "#".repeat(count % length);
  };

  it.each([
    [maxSourceBytes - 1, []],
    [maxSourceBytes, []],
    [maxSourceBytes + 1, ["file-too-large"]],
  ])("%i bytes", (size, expected) => {
    const text = bytes(size);
    expect(new TextEncoder().encode(text).length).toBe(size);
    expect(codes(text)).toEqual(expected);
  });

  it.each([
    [maxSourceLines - 1, []],
    [maxSourceLines, []],
    [maxSourceLines + 1, ["file-too-large"]],
  ])("%i lines", (lines, expected) => {
    expect(codes("\n".repeat(lines - 1))).toEqual(expected);
    expect(codes("\r\n".repeat(lines - 1))).toEqual(expected);
  });

  it("is watched while it is typed, one key at a time, and again when it is smaller", () => {
    const { service } = createTestService({ "a.bdg": 'body so "Sở" in x\n' });
    service.setFile("a.bdg", `body so "Sở" in x${"\n".repeat(maxSourceLines - 1)}`);
    expect(service.problemsOf("a.bdg").map((problem) => problem.code)).toEqual(["unknown-name"]);
    const start = { line: 5, character: 0 };
    service.editFile("a.bdg", [{ range: { start, end: start }, text: "\n" }]);
    expect(service.problemsOf("a.bdg").map((problem) => problem.code)).toEqual(["file-too-large"]);
    expect(service.textOf("a.bdg")!.split("\n").length).toBe(maxSourceLines + 1);
    service.editFile("a.bdg", [{ range: { start, end: { line: 6, character: 0 } }, text: "" }]);
    expect(service.problemsOf("a.bdg").map((problem) => problem.code)).toEqual(["unknown-name"]);
  });

  it("too large, it gives no names and judges nothing, and the others are told so", () => {
    const { service } = createTestService({ "a.bdg": "", "b.bdg": 'use "a.bdg"\nbody b "B" in so\n' });
    service.setFile("a.bdg", `body so "Sở"${"\n".repeat(maxSourceLines)}`);
    expect(service.problemsOf("b.bdg").map((problem) => problem.code)).toEqual([
      "use-not-found",
      "unknown-name",
    ]);
  });
});

describe("the problems of a file", () => {
  const bodies = (count: number) => 'body same "B"\n'.repeat(count);

  it.each([
    [maxProblemsPerFile - 1, maxProblemsPerFile - 1, undefined],
    [maxProblemsPerFile, maxProblemsPerFile, undefined],
    [maxProblemsPerFile + 1, maxProblemsPerFile + 1, "1"],
    [maxProblemsPerFile + 25, maxProblemsPerFile + 1, "25"],
  ])("%i of them are shown as %i", (count, shown, rest) => {
    const { service } = createTestService({ "a.bdg": bodies(count) });
    const problems = service.problemsOf("a.bdg");
    expect(problems.length).toBe(shown);
    const counting = problems.filter((problem) => problem.code === "too-many-problems");
    expect(counting.map((problem) => problem.message)).toEqual(
      rest === undefined ? [] : [`Further problems of this file that are not shown: ${rest}.`],
    );
  });
});
