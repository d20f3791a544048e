import { describe, expect, it } from "vitest";
import { createTestService, type TestOptions } from "../../support/test-service.ts";
import { document } from "./plan-fixture.ts";

const everything = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

// From 40% at the end of 2020 to 60% at the end of 2024, in 1461 days: 49.99% after 730 of them, 54.99% after 1095.
const plan = `plan p "P" { period 2021..2024; document "plan.txt" }
indicator x "X" {
  clause    I.1, I.9
  unit      percent
  baseline  2020 = 8 of 20<|>
  target    2024 >= 60%
  measured  2021 = 41%
  measured  2022 = 9 of 20<|>
}
task t "T" { due 2021 }
`;

function made(source: string, options: TestOptions = {}, others: Readonly<Record<string, string>> = {}) {
  const { service, marked, log } = createTestService({ "a.bdg": source, ...others }, options);
  return { service, cursors: marked.get("a.bdg")!.cursors, marked, log };
}

describe("hints behind values", () => {
  it("are a share's level, and behind the latest value where the path is today", () => {
    const { service, cursors, log } = made(plan, { asOf: "2023-12-31" });
    const hints = service.inlayHints("a.bdg", everything);
    const shown = hints.map(({ position, label }) => ({ position, label }));
    expect(shown).toEqual([
      { position: cursors[0], label: "= 40%" },
      { position: cursors[1], label: "= 45%" },
      { position: cursors[1], label: expect.stringMatching(/^· path on \d+ \w+ \d+: 54\.99%$/) },
    ]);
    expect(log).toEqual([]);
  });

  it("speak the reader's language, stand in reports too, and follow the range", () => {
    const report = 'use "a.bdg"\nreport 2023 "R" {\n  x = 10 of 20<|>\n}\n';
    const { service, marked } = made(plan, { asOf: "2024-06-30", language: "vi" }, { "r.bdg": report });
    const position = marked.get("r.bdg")!.cursors[0]!;
    const [share, path] = service.inlayHints("r.bdg", everything);
    expect([share, path].map((hint) => hint?.position)).toEqual([position, position]);
    expect(share!.label).toBe("= 50%");
    expect(path!.label).toMatch(/^· lộ trình \d+\/\d+\/\d+: 57,\d+%$/);
    const first = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    expect(service.inlayHints("a.bdg", first)).toEqual([]);
  });

  it("say nothing of a path that is not judged, or after the last target", () => {
    const labels = (source: string, asOf: string) =>
      made(source, { asOf })
        .service.inlayHints("a.bdg", everything)
        .map(({ label }) => label);
    expect(labels(plan.replace("  unit ", "  path none\n  unit "), "2023-12-31")).toEqual(["= 40%", "= 45%"]);
    expect(labels(plan, "2025-06-30")).toEqual(["= 40%", "= 45%"]);
    const yearly = plan.replace("target    2024 >= 60%", "target every year >= 41%");
    expect(labels(yearly, "2023-06-30")).toEqual(["= 40%", "= 45%"]);
  });
});

describe("lenses", () => {
  it("lead to recording a value where one is due", () => {
    const records = (asOf: string) =>
      made(plan, { asOf }, { "plan.txt": document })
        .service.codeLenses("a.bdg")
        .flatMap(({ title, records }) => (records ? [[title, records]] : []));
    expect(records("2023-06-30")).toEqual([]);
    // In its December a year is to be recorded; after the plan's last one nothing more is.
    expect(records("2023-12-10")).toEqual([["Record 2023…", { id: "x", path: "a.bdg" }]]);
    expect(records("2025-06-30")).toEqual([["Record 2024…", { id: "x", path: "a.bdg" }]]);
  });

  it("give the verdict with its gap, and each clause with its place where it can be read", () => {
    const { service, log } = made(plan, { asOf: "2023-12-31" }, { "plan.txt": document });
    const lenses = service.codeLenses("a.bdg");
    expect(lenses.map(({ title, target }) => [title, target?.path ?? null])).toEqual([
      // Of the 45% at the end of 2022.
      ["Off track · 45% / 60% · 4.99 percentage points from the path", null],
      ["I.1", "plan.txt"],
      ["I.9", null],
      ["Record 2023…", null],
      ["Overdue · 2021", null],
    ]);
    expect(lenses[1]!.target!.range.start.line).toBe(
      document.split("\n").findIndex((line) => line.startsWith("1. ")),
    );
    expect(lenses[0]!.range.start).toEqual({ line: 1, character: 0 });
    expect(log).toEqual([]);
  });

  it("give the gap of a target that was missed, in the reader's language", () => {
    const missed = plan.replace("2022 = 9 of 20<|>", "2024 = 9 of 20<|>");
    const { service } = made(missed, { asOf: "2025-06-30", language: "vi" });
    expect(service.codeLenses("a.bdg")[0]!.title).toBe("Không đạt · 45% / 60% · thiếu 15 điểm phần trăm");
  });
});
