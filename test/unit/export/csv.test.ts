import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCsv, withoutFormula } from "../../../server/src/export/csv.ts";
import { buildSummary } from "../../../server/src/export/rows.ts";
import type { IndicatorModel } from "../../../server/src/semantics/model.ts";
import { judgedPlan } from "../../support/judged-plan.ts";
import { activity, indicator, plan } from "../../support/models.ts";
import { propertyRuns } from "../../support/runs.ts";

function csvOf(indicators: readonly IndicatorModel[], byteOrderMark = true): string {
  const judgement = judgedPlan("2024-06-30", plan("2021..2030"), indicators);
  return toCsv(buildSummary(judgement, { language: "vi", forecasts: true }), { byteOrderMark });
}

/** Records as another reader sees them; it refuses whatever RFC 4180 does. */
function recordsOf(csv: string): string[][] {
  return parse(csv, {
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: "\r\n",
  });
}

test("numbers are numbers with a point, shares keep their counts, nothing is an empty field", () => {
  const records = recordsOf(
    csvOf([
      indicator({ name: "A", measured: ["2022 = 52,5", "2023 = 11 of 20"] }),
      indicator({ name: "B", unit: activity, measured: ["2023 = 12000"] }),
      indicator({ name: "C", measured: ["2022 = -3,25"] }),
    ]),
  );
  const [headings, a, b, c] = records.slice(3);
  const column = (heading: string) => headings!.indexOf(heading);
  expect([a, b, c].map((row) => [row![column("Kết quả 2022")], row![column("Kết quả 2023")]])).toEqual([
    ["52.5", "55% (11/20)"],
    ["", "12000"],
    ["-3.25", ""],
  ]);
});

test("begins with a byte-order mark unless told not to, ends every record with CRLF, and has no sep= line", () => {
  const csv = csvOf([indicator({})]);
  expect(csv.startsWith("\ufeffBảng")).toBe(true);
  expect(csvOf([indicator({})], false).startsWith("Bảng")).toBe(true);
  expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(csv).not.toContain("sep=");
});

describe("text that a spreadsheet would run", () => {
  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    "'=1",
    "''@x",
  ])("%j gets one apostrophe in front", (text) => expect(withoutFormula(text)).toBe(`'${text}`));
  test.each(["a=1", "'a", "", "1-2", "–", "« = »"])("%j is left alone", (text) =>
    expect(withoutFormula(text)).toBe(text),
  );

  test("a name is guarded and read back", () => {
    const records = recordsOf(csvOf([indicator({ name: '=cmd|"/c calc"!A1' })]));
    expect(records.at(-1)![1]).toBe(`'=cmd|"/c calc"!A1`);
  });
});

test("any name comes back as it was, in its own field", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 20 }), (name) => {
      fc.pre(name !== "\ufeff");
      const record = recordsOf(csvOf([indicator({ name, clause: ["II.1"] })])).at(-1)!;
      expect(record[1]).toBe(withoutFormula(name));
      expect(record.at(-1)).toBe("II.1");
    }),
    propertyRuns(150),
  );
});
