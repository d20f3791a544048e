import { describe, expect, it } from "vitest";
import { createTestService, expectDiagnostics, testSettings } from "../../support/test-service.ts";

const missed = (above: string, line = "target 2024 >= 60%") =>
  `indicator x "X" {\n  unit percent\n${above}  ${line}\n  # end\n}\n`;

describe("# bdg-ignore", () => {
  it("silences its code on the line below, with a reason", () => {
    expectDiagnostics(missed(""), ["target-no-data"]);
    expectDiagnostics(missed("  # bdg-ignore target-no-data: báo cáo vào tháng 12\n"), []);
  });

  it("says so where the reason is missing, and silences all the same", () => {
    expectDiagnostics(missed("  # bdg-ignore <|target-no-data|>\n"), ["ignore-without-reason"]);
    expectDiagnostics(missed("  # bdg-ignore <|target-no-data|>:\n"), ["ignore-without-reason"]);
  });

  it("reaches over other comments, not over another line or an empty one", () => {
    expectDiagnostics(missed("  # bdg-ignore target-no-data: x\n  # a comment\n"), []);
    expectDiagnostics(missed("  # bdg-ignore target-no-data: x\n\n"), ["unused-ignore", "target-no-data"]);
  });

  it("reports what silences nothing, and what is no code", () => {
    expectDiagnostics(missed("  # bdg-ignore <|target-missed|>: x\n  # bdg-ignore target-no-data: x\n"), [
      "unused-ignore",
    ]);
    expectDiagnostics('# bdg-ignore <|no-such-code|>: x\nbody so "Sở"\n', ["unused-ignore"]);
  });

  it("two may stand above one line, each for a code of its own", () => {
    const two = "  # bdg-ignore target-no-data: x\n  # bdg-ignore reach-without-baseline: y\n";
    expectDiagnostics(missed(two, "target 2024 reach 60%"), []);
  });

  it("or in one comment, with commas or spaces between", () => {
    for (const both of ["reach-without-baseline, target-no-data", "reach-without-baseline target-no-data"])
      expectDiagnostics(missed(`  # bdg-ignore ${both}: x\n`, "target 2024 reach 60%"), []);
    // The words of a reason are no codes.
    expectDiagnostics(missed("  # bdg-ignore <|target-no-data|> re-read it\n"), ["ignore-without-reason"]);
    expectDiagnostics(
      missed("  # bdg-ignore reach-without-baseline, <|target-no-data|>\n", "target 2024 reach 60%"),
      ["ignore-without-reason"],
    );
    expectDiagnostics(missed("  # bdg-ignore target-no-data , <|target-missed|>: x\n"), ["unused-ignore"]);
  });

  it("silences a problem that another declaration shows here", () => {
    const source =
      'indicator x "X" {\n  unit percent\n  target 2024 >= 60%\n}\nreport 2024 "BC" {\n  # bdg-ignore target-missed: đã rõ\n  x = 50%\n}\n';
    expectDiagnostics(source, []);
  });
});

describe("severities", () => {
  it("what an explanation made milder stays milder than what the user set", () => {
    const source = 'indicator x "X" {\n  unit percent\n  target 2024 >= 60%\n  explain 2024 "vì"\n}\n';
    const { service } = createTestService({ "test.bdg": source });
    const severities = () =>
      service.problemsOf("test.bdg").map(({ severity, explained }) => [severity, explained]);
    expect(severities()).toEqual([["information", true]]);
    service.updateSettings(testSettings({ severities: new Map([["target-no-data", "error"]]) }));
    expect(severities()).toEqual([["information", true]]);
    service.updateSettings(testSettings({ severities: new Map([["target-no-data", "hint"]]) }));
    expect(severities()).toEqual([["hint", true]]);
    service.updateSettings(testSettings({ severities: new Map([["target-no-data", "off"]]) }));
    expect(severities()).toEqual([]);
  });

  it("what is silenced by a setting still counts as silenced by its comment", () => {
    const { service } = createTestService({ "test.bdg": missed("  # bdg-ignore target-no-data: x\n") });
    service.updateSettings(testSettings({ severities: new Map([["target-no-data", "off"]]) }));
    expect(service.problemsOf("test.bdg")).toEqual([]);
  });
});
