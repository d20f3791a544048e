import { describe, expect, it } from "vitest";
import { formatPeriod, formatPeriodPhrase } from "../../../server/src/semantics/display.ts";
import { calendarYear, toPeriod } from "../../../server/src/semantics/period.ts";
import { parsePeriodLiteral } from "../../../server/src/syntax/literals.ts";
import { periodText } from "../../../server/src/syntax/period-literal.ts";
import { readPeriodSentence } from "../../../server/src/syntax/period-words.ts";

function read(typed: string): string | undefined {
  const literal = readPeriodSentence(typed, "day-first");
  return literal && periodText(literal);
}

describe("a period is read as people write it", () => {
  it.each([
    ["2025", "2025"],
    ["năm 2025", "2025"],
    ["Năm 2025", "2025"],
    ["trong năm 2025", "2025"],
    ["năm 2025".normalize("NFD"), "2025"],
    ["quý 1 2025", "2025-Q1"],
    ["quý I/2025", "2025-Q1"],
    ["quý 2/2025", "2025-Q2"],
    ["Quý IV năm 2025", "2025-Q4"],
    ["quý 1, 2025", "2025-Q1"],
    ["quí 3/2025", "2025-Q3"],
    ["6 tháng đầu năm 2025", "2025-H1"],
    ["sáu tháng cuối năm 2025", "2025-H2"],
    ["nửa đầu năm 2025", "2025-H1"],
    ["tháng 3/2025", "2025-03"],
    ["tháng 3 năm 2025", "2025-03"],
    ["3/2025", "2025-03"],
    ["ngày 31/12/2024", "2024-12-31"],
    ["ngày 31 tháng 12 năm 2024", "2024-12-31"],
    ["4/3/2025", "2025-03-04"],
    ["2025-q1", "2025-Q1"],
    ["Q1 2025", "2025-Q1"],
    ["Q1/2025", "2025-Q1"],
    ["first quarter of 2025", "2025-Q1"],
    ["June 2025", "2025-06"],
    ["Jun 2025", "2025-06"],
    ["in May 2025", "2025-05"],
    ["first half of 2025", "2025-H1"],
    ["in the second half of 2025", "2025-H2"],
    ["H1 2025", "2025-H1"],
    ["31 December 2024", "2024-12-31"],
    ["December 31, 2024", "2024-12-31"],
  ])("%s is %s", (typed, period) => {
    expect(read(typed)).toBe(period);
  });

  it.each([
    "",
    "soon",
    "quý 5 2025",
    "tháng 13/2025",
    "third half of 2025",
    "31 June 2025",
    "Brumaire 2025",
    "9 tháng đầu năm 2025",
    "2024 2025",
    "2024..2025",
    'x" {',
  ])("“%s” is none", (typed) => {
    expect(read(typed)).toBeUndefined();
  });

  it.each([
    "2025",
    "2025-H1",
    "2025-H2",
    "2025-Q3",
    "2025-01",
    "2025-05",
    "2025-12",
    "2025-12-31",
    "2025-02-01",
  ])("%s as it is shown, in both languages and also at the beginning of a line", (text) => {
    const period = toPeriod(parsePeriodLiteral(text)!, calendarYear);
    for (const language of ["en", "vi"] as const) {
      for (const shown of [formatPeriod(period, language), formatPeriodPhrase(period, language)]) {
        expect(read(shown)).toBe(text);
        expect(read(shown.charAt(0).toUpperCase() + shown.slice(1))).toBe(text);
      }
    }
  });
});
