import { describe, expect, it } from "vitest";
import { cliMessages } from "../../../server/src/cli/messages.ts";
import { catalog, type ProblemCode } from "../../../server/src/diagnostics/catalog.ts";
import type { LanguageService } from "../../../server/src/language-service.ts";
import type { Grid } from "../../../server/src/text/grid.ts";
import { createTestService, type TestOptions, testSettings } from "../../support/test-service.ts";

/** A source that has the problem, what stands beside it, and where the file itself is the problem, what is done. */
interface Row {
  readonly source: string;
  readonly beside?: Readonly<Record<string, string | Uint8Array>>;
  readonly options?: TestOptions;
  readonly act?: (service: LanguageService) => void;
  readonly workbooks?: Readonly<Record<string, readonly Grid[]>>;
  /** How often it is reported; once unless it names both of two places. */
  readonly times?: number;
}

const plan = 'plan p "P" { period 2021..2025 }\n';
const indicator = (...statements: readonly string[]) =>
  `indicator x "X" {\n${statements.map((line) => `  ${line}\n`).join("")}}\n`;
const inPlan = (...statements: readonly string[]) => plan + indicator(...statements);
const withDocument = (...statements: readonly string[]) => ({
  source: `plan p "P" { period 2021..2025; document "plan.txt" }\n${indicator("unit percent", ...statements)}`,
  beside: {
    "plan.txt": "KẾ HOẠCH\n\nI. MỤC TIÊU\n1. Đến năm 2025 đạt 60%.\n2. Hằng năm.\n3. Một.\n3. Hai.\n",
  },
});
const higher = (...statements: readonly string[]) => ({
  "higher.bdg": `plan h "Cấp trên" { period 2021..2025 }\nindicator y "Y" {\n${statements.map((line) => `  ${line}\n`).join("")}}\n`,
});
const below = (...statements: readonly string[]) =>
  `use "higher.bdg" as h\n${inPlan("implements h.y", ...statements)}`;

const withTable = (csv: string, columns = "") => ({
  source: `${inPlan("unit percent")}data "kq.csv" ${columns}`,
  beside: { "kq.csv": csv },
});
const data = 'data "kq.csv"';
const table = "Mã;Năm;Kết quả\n";
const utf8 = (text: string) => new Uint8Array(Buffer.from(text));

/** A sheet with rows of texts; what begins with a sign is an error or a formula, what has a bar is there twice. */
const sheet = (name: string, ...rows: readonly (readonly string[])[]): Grid => ({
  sheet: name,
  merges: [],
  rows: rows.map((texts, row) => ({
    row,
    cells: texts.map((text, column) => ({ column, text, kind: kindOf(text) })),
  })),
});
const kindOf = (text: string) =>
  text.startsWith("#") ? "error" : text.startsWith("=") ? "no-result" : text.includes("|") ? "twice" : "text";

const rows: Readonly<Record<ProblemCode, Row>> = {
  "syntax-error": { source: indicator("unit percent", "target 2025") },
  "unknown-declaration": { source: 'indicatr x "X" {\n}\n' },
  "unknown-statement": { source: indicator("unit percent", "tarrget 2025 >= 3") },
  "unexpected-text": { source: indicator("unit percent %") },
  "unopened-block": { source: 'indicator x "X"\n  unit percent\n}\n' },
  "unclosed-block": { source: 'indicator x "X" {\n  unit percent\n' },
  "unclosed-text": { source: 'body so "Sở' },
  "curly-quotes": { source: "body so “Sở”" },
  "invalid-period": { source: indicator("unit percent", "measured 2025-Q7 = 3%") },
  "invalid-number": { source: indicator("unit percent", "measured 2025 = 1.2.3") },
  "name-of-several-words": { source: 'body kế hoạch "Sở"' },
  "misplaced-colon": { source: indicator("unit percent", "measured 2025: 3%") },
  "unexpected-character": { source: 'body so "Sở" @' },
  "invisible-character": { source: 'body so \u200b"Sở"' },
  "bidi-control": { source: 'body so "Sở \u202e"' },
  "nesting-too-deep": { source: `indicator x "X" ${"{ y ".repeat(70)}` },

  "unknown-name": { source: 'body so "Sở" in phong' },
  "wrong-kind": { source: 'unit u "u"\nbody so "Sở" in u' },
  "duplicate-name": { source: 'body so "Sở"\nbody so "Khác"', times: 2 },
  "built-in-name": { source: 'unit percent "phần trăm"' },
  "ambiguous-name": {
    source: `dimension a "A" { f "F" }\ndimension b "B" { f "F" }\n${indicator("unit percent", "measured 2025 for f = 3%")}`,
  },
  "look-alike-name": { source: 'body so "Sở"\nbody s\u043e "Sở"', times: 2 },
  "use-not-found": { source: 'use "highr.bdg"', beside: { "higher.bdg": "" } },
  "use-collision": {
    source: 'use "a.bdg"\nuse "b.bdg"',
    beside: { "a.bdg": 'body so "Sở"', "b.bdg": 'body so "Sở"' },
  },
  "use-cycle": { source: 'use "a.bdg"', beside: { "a.bdg": 'use "test.bdg"' } },
  "use-too-far": {
    source: 'use "1.bdg"',
    beside: Object.fromEntries(
      Array.from({ length: 33 }, (_, i) => [`${i + 1}.bdg`, i < 32 ? `use "${i + 2}.bdg"` : ""]),
    ),
  },
  "outside-root": { source: 'use "../../x.bdg"' },
  "path-not-allowed": { source: 'use "/etc/x.bdg"' },
  "file-unreadable": { source: "", act: (service) => service.setFailedFile("test.bdg", "binary") },
  "file-too-large": { source: "", act: (service) => service.setFile("test.bdg", "\n".repeat(100_000)) },
  "line-too-long": { source: `body so "${"x".repeat(70_000)}"` },
  "too-many-problems": { source: 'body so "Sở" in x\n'.repeat(600) },
  "formula-cycle": { source: 'indicator a "A" { unit percent; formula = a + 1 }' },
  "implements-cycle": { source: 'indicator a "A" { unit percent; implements a }' },
  "body-cycle": { source: 'body a "A" in b\nbody b "B" in a', times: 2 },
  "unit-cycle": { source: 'unit a "A" { scale 10 b }\nunit b "B" { scale 10 a }', times: 2 },
  "chain-too-long": {
    source: `unit u0 "0"\n${Array.from({ length: 101 }, (_, i) => `unit u${i + 1} "${i + 1}" { scale 2 u${i} }\n`).join("")}`,
  },
  "decimals-invalid": { source: 'unit u "u" { decimals 1,5 }' },
  "scale-invalid": { source: 'unit u "u" { scale 0 percent }' },
  "missing-unit": { source: indicator("measured 2025 = 3") },
  "unit-mismatch": { source: indicator("unit percent", "measured 2025 = 3 person") },
  "percentage-times-hundred": {
    source: `indicator a "A" { unit person }\n${indicator("unit percent", "formula = a / a * 100")}`,
  },
  "share-of-zero": { source: indicator("unit percent", "measured 2025 = 0 of 0") },
  "out-of-range": {
    source: `unit u "u" { range 0..10 }\n${indicator("unit u", "measured 2025 = 11")}`,
  },
  "fraction-of-whole": { source: indicator("unit person", "measured 2025 = 1,5") },
  "thousands-or-decimal": { source: indicator("unit person", "measured 2025 = 1.234") },
  "baseline-after-target": { source: inPlan("unit percent", "baseline 2025 = 1%", "target 2024 >= 3%") },
  "impossible-target": { source: inPlan("unit percent", "target 2025 between 19 and 17") },
  "target-outside-plan": { source: inPlan("unit percent", "target 2026 >= 3%") },
  "period-mixed-lengths": { source: inPlan("unit percent", "target 2024..2025-Q1 >= 3%") },
  "period-backwards": { source: inPlan("unit percent", "target 2025..2024 >= 3%") },
  "too-many-periods": { source: indicator("unit percent", "target every month in 1000..2000 >= 3%") },
  "every-needs-range": { source: indicator("unit percent", "target every month >= 3%") },
  "no-period-to-judge": { source: inPlan("unit percent", "target every year in 2024-Q2..2025-Q1 >= 3%") },
  "issued-after-period": { source: 'plan p "P" { period 2021..2025; issued 2026-03 }' },
  "open-range-needs-plan": { source: indicator("unit percent", "target 2024.. >= 3%") },
  "several-plans": { source: `${plan}plan q "Q" { }` },
  "year-ends-invalid": { source: 'plan p "P" { year ends 30/12 }' },
  "duplicate-statement": { source: indicator("unit percent", "unit percent") },
  "commented-value": { source: 'report 2025 "R" {\n  # x = 5\n}\n' },
  "edge-invalid": { source: indicator("unit percent", "on track from 120%") },
  "unused-ignore": { source: "# bdg-ignore unknown-name: vì thế\nbody so" },
  "ignore-without-reason": { source: '# bdg-ignore unknown-name\nbody so "Sở" in phong' },

  "target-missed": { source: inPlan("unit percent", "target 2024 >= 60%", "measured 2024 = 50%") },
  "target-no-data": { source: inPlan("unit percent", "target 2024 >= 60%") },
  "target-off-track": {
    source: inPlan("unit percent", "baseline 2021 = 0%", "target 2025 >= 60%", "measured 2023 = 5%"),
  },
  "target-at-risk": {
    source: inPlan("unit percent", "baseline 2021 = 0%", "target 2025 >= 60%", "measured 2023 = 26%"),
  },
  "task-overdue": { source: `${plan}task t "T" { due 2024 }` },
  "target-weaker-than-parent": {
    source: below("unit percent", "target 2025 >= 50%"),
    beside: higher("unit percent", "target 2025 >= 60%"),
  },
  "target-missing-for-parent": {
    source: below("unit percent", "target 2025 <= 50%"),
    beside: higher("unit percent", "target 2025 >= 60%"),
  },
  "parent-unit-differs": {
    source: below("unit person", "target 2025 >= 50"),
    beside: higher("unit percent", "target 2025 >= 60%"),
  },
  "assumed-aggregate": {
    source: `unit u "u"\n${inPlan("unit u", "target 2024 >= 1", "measured 2024-Q1 = 1", "measured 2024-Q2 = 2")}`,
  },
  "refused-aggregate": {
    source: inPlan(
      "unit percent",
      "aggregate mean",
      "target 2024 >= 1%",
      "measured 2024-Q1 = 1%",
      "measured 2024-Q2 = 2%",
    ),
  },
  "duplicate-measurement": { source: inPlan("unit percent", "measured 2024 = 1%", "measured 2024 = 2%") },
  "duplicate-baseline": { source: inPlan("unit percent", "baseline 2020 = 1%", "baseline 2020 = 2%") },
  "parts-differ-from-total": {
    source: inPlan(
      "unit count",
      "target 2024 >= 1",
      "measured 2024-H1 = 1",
      "measured 2024-H2 = 1",
      "measured 2024 = 3",
    ),
  },
  "period-too-long": { source: inPlan("unit percent", "target 2024-Q4 >= 1%", "measured 2024 = 3%") },
  "division-by-zero": {
    source: `${plan}indicator a "A" { unit person; measured 2024 = 0 }\n${indicator("unit percent", "formula = a / a", "target 2024 >= 1%")}`,
  },
  "formula-disagrees": {
    source: `${plan}indicator a "A" { unit person; measured 2024 = 4 }\n${indicator("unit percent", "formula = a / a", "measured 2024 = 90%", "target 2024 >= 1%")}`,
  },
  "measured-in-future": { source: inPlan("unit percent", "measured 2025-Q4 = 1%") },
  "measured-outside-plan": { source: inPlan("unit percent", "measured 2019 = 1%") },
  "baseline-missing": { source: inPlan("unit percent", "target 2025 >= baseline * 2") },
  "reach-without-baseline": { source: inPlan("unit percent", "target 2025 reach 60%") },
  "about-without-tolerance": { source: inPlan("unit percent", "target 2025 about 60%") },
  "explain-without-effect": { source: inPlan("unit percent", 'explain 2024 "vì"') },
  "explain-without-reason": { source: inPlan("unit percent", 'explain 2024 " "') },

  "document-missing": { source: 'plan p "P" { document "nowhere.txt" }' },
  "document-unreadable": { source: 'plan p "P" { document "folder.txt" }' },
  "document-unsupported": { source: 'plan p "P" { document "plan.pdf" }' },
  "document-part-not-read": {
    source: 'plan p "P" { document "parts.docx" }',
    beside: { "parts.docx": "" },
  },
  "clause-not-found": withDocument("clause I.9"),
  "clause-ambiguous": withDocument("clause I.3"),
  "clause-text-changed": withDocument('clause I.1 "đạt 75%"'),
  "clause-not-covered": withDocument(),
  "commitment-without-target": withDocument("clause I.1"),
  "target-differs-from-clause": withDocument("clause I.1", "target 2025 >= 65%"),
  "data-file-missing": { source: 'data "none.csv"' },
  "data-file-unreadable": { source: 'data "none.ods"' },
  "data-encoding-unknown": { source: `${data} encoding "tcvn3"`, beside: { "kq.csv": table } },
  "data-encoding-wrong": { source: `${data} encoding "windows-1258"`, beside: { "kq.csv": utf8(table) } },
  "data-encoding-needless": {
    source: 'data "kq.xlsx" encoding "utf-8"',
    workbooks: { "kq.xlsx": [sheet("A", ["Mã", "Năm", "Kết quả"])] },
  },
  "data-sheet-missing": { source: 'data "kq.xlsx" sheet "2030"', workbooks: { "kq.xlsx": [sheet("2024")] } },
  "data-column-missing": withTable("Mã;Năm;Kết quả\n", '{ value "Giá trị" }'),
  "data-headings-missing": withTable("a;b;c\n"),
  "data-heading-no-period": withTable("Mã;2023;2024\n", '{ indicator "Mã"; periods "2023", "Mã" }'),
  "data-unknown-indicator": withTable("Mã;Năm;Kết quả\ny;2024;3\n"),
  "data-unknown-category": withTable("Mã;Năm;Loại;Kết quả\nx;2024;nữ;3\n"),
  "data-period-unreadable": withTable("Mã;Năm;Kết quả\nx;Quý 5;3\n"),
  "data-number-unreadable": withTable("Mã;Năm;Kết quả\nx;2024;ba\n"),
  "data-error-cell": {
    source: `${inPlan("unit percent")}data "kq.xlsx"`,
    workbooks: { "kq.xlsx": [sheet("A", ["Mã", "Năm", "Kết quả"], ["x", "2024", "#N/A"])] },
  },
  "data-formula-no-result": {
    source: `${inPlan("unit percent")}data "kq.xlsx"`,
    workbooks: { "kq.xlsx": [sheet("A", ["Mã", "Năm", "Kết quả"], ["x", "2024", "=SUM(A1:A9)"])] },
  },
  "data-cell-twice": {
    source: `${inPlan("unit percent")}data "kq.xlsx"`,
    workbooks: { "kq.xlsx": [sheet("A", ["Mã", "Năm", "Kết quả"], ["x", "2024", "45 | 99"])] },
  },
  "data-row-ragged": withTable("Mã,Năm,Kết quả\nx,2024,44,9\n"),
  "data-two-number-styles": withTable("Mã;Năm;Kết quả\nx;2024;62,5\nx;2023;62.5\n"),
  "data-number-unclear": withTable("Mã;Năm;Kết quả\nx;2024;1.234\n"),
  "data-two-day-orders": {
    ...withTable("Mã;Ngày;Kết quả\nx;31/12/2024;3\nx;12/31/2023;3\n"),
    times: 2,
  },
  "data-csv-fault": withTable('Mã;Năm;"Kết quả\n'),
  "data-read": withTable("Mã;Năm;Kết quả\nx;2024;3\n"),
  "data-more-problems": withTable(`Mã;Năm;Kết quả\n${"y;2024;3\n".repeat(60)}`),
};

/** What a message must not have: an empty hole, a value that is none, the name of a hole. */
const blemish = /undefined|NaN|null|\[object|\{\w+\}|“”|\(\)| {2}| [.,;:](?:\s|$)|\.\.$|^\s|\s$/;

function reported(code: ProblemCode, language: "en" | "vi") {
  const { source, beside = {}, workbooks: sheets = {}, options = {}, act } = rows[code];
  const { service, log, failures, unread, workbooks } = createTestService(
    { ...beside, "test.bdg": source },
    { ...options, language },
  );
  failures.set("folder.txt", "is-a-folder");
  failures.set("plan.pdf", "unsupported-format");
  failures.set("none.ods", "unsupported-format");
  unread.set("parts.docx", [{ name: "a.rtf", reason: "format" }]);
  for (const [path, grids] of Object.entries(sheets)) workbooks.set(path, grids);
  act?.(service);
  const problems = service.problemsOf("test.bdg").filter((problem) => problem.code === code);
  expect(log).toEqual([]);
  return problems;
}

describe("every code of the catalog", () => {
  const codes = Object.keys(catalog) as ProblemCode[];

  it("has a source here that has the problem", () => {
    expect(Object.keys(rows).sort()).toEqual([...codes].sort());
  });

  it("has the same holes in both languages, in whatever order", () => {
    const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const code of codes)
      expect([code, holes(catalog[code].vi)]).toEqual([code, holes(catalog[code].en)]);
  });

  it("is right for one as for many", () => {
    // These are never said of one.
    const several = new Set(["clause-ambiguous", "assumed-aggregate", "too-many-periods", "use-too-far"]);
    const counted = Object.entries({ ...catalog, ...cliMessages }).filter(
      ([code, { en }]) =>
        !several.has(code) && /\{(?:count|done|total|files|number)\} (?!of\b)\p{L}/u.test(en),
    );
    expect(counted.map(([code]) => code)).toEqual([]);
  });

  it.each(codes)("%s", (code) => {
    for (const language of ["en", "vi"] as const) {
      const problems = reported(code, language);
      expect(problems.length, language).toBe(rows[code].times ?? 1);
      for (const { message, related, range, severity } of problems) {
        expect(message).not.toMatch(blemish);
        expect(message).toMatch(/[.…?]$|\S: \S|…$/);
        for (const one of related) expect(one.message).not.toMatch(/undefined|NaN|^\s*$/);
        expect(range.end.line).toBeGreaterThanOrEqual(range.start.line);
        expect(["error", "warning", "information", "hint"]).toContain(severity);
      }
    }
    const [en, vi] = (["en", "vi"] as const).map((language) => reported(code, language)[0]!);
    expect(en!.message).not.toBe(vi!.message);
    expect({ ...en, message: "", related: [] }).toEqual({ ...vi, message: "", related: [] });
  });

  it("can be silenced and made milder or worse by its name", () => {
    const { source } = rows["unknown-name"];
    for (const severity of ["error", "warning", "information", "hint"] as const) {
      const { service } = createTestService({ "test.bdg": source });
      service.updateSettings(testSettings({ severities: new Map([["unknown-name", severity]]) }));
      expect(service.problemsOf("test.bdg").map((problem) => problem.severity)).toEqual([severity]);
      service.updateSettings(testSettings({ severities: new Map([["unknown-name", "off"]]) }));
      expect(service.problemsOf("test.bdg")).toEqual([]);
      service.updateSettings(testSettings());
      expect(service.problemsOf("test.bdg").map((problem) => problem.severity)).toEqual(["error"]);
    }
  });
});
