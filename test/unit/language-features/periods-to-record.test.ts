import { describe, expect, it } from "vitest";
import type { LanguageService } from "../../../server/src/language-service.ts";
import { applyEdits } from "../../support/apply-edits.ts";
import { sampleFiles } from "../../support/sample-files.ts";
import { createTestService, type TestOptions } from "../../support/test-service.ts";

function planWith(lines: string): string {
  return `plan p "P" { issued 2021; period 2021..2030 }
unit activity "hoạt động" { whole; aggregate sum }
dimension sex "Giới tính" { female "Nữ"  male "Nam" }
indicator x "X" {
${lines}
}
`;
}

function made(lines: string, options: TestOptions = {}) {
  return createTestService({ "a.bdg": planWith(lines) }, options).service;
}

/** The lens that leads to recording, if there is one. */
function lens(service: LanguageService, path = "a.bdg", id = "x"): string | null {
  return service.codeLenses(path).find(({ records }) => records?.id === id)?.title ?? null;
}

function offered(service: LanguageService, id = "x"): readonly string[] {
  const [category] = service.recordSubject({ id })!.categories;
  return category!.periods.map(({ period, state }) => `${period} ${state}`);
}

/** What a report's lines say before their `=`. */
function reportLines(service: LanguageService, period: string): readonly string[] {
  const result = service.newReport({ path: "a.bdg", period });
  if (result.kind !== "report") return [];
  return [...result.text.matchAll(/^ {2}# (x\b.*?) *=\s*$/gmu)].map((one) => one[1]!);
}

/** Records a value of the period that comes first. */
function recordFirst(service: LanguageService, value: string, id = "x") {
  const [category] = service.recordSubject({ id })!.categories;
  const period = category!.periods[0]!.period;
  const result = service.recordValue({ id, period, category: category!.category, value, evidence: "" });
  if (result.kind !== "value") throw new Error(result.message);
  service.setFile(result.path, applyEdits(service.textOf(result.path)!, [result.edit]));
  return result;
}

describe("a target on a day", () => {
  const lines = "  unit percent\n  target 2024-12-31 reach 100%";

  it("asks for the value of that day, which then counts", () => {
    const service = made(lines);
    expect(lens(service)).toBe("Record 31 December 2024…");
    expect(offered(service)).toEqual(["2024-12-31 due"]);
    expect(reportLines(service, "2024")).toEqual(["x 2024-12-31"]);
    expect(recordFirst(service, "98%")).toMatchObject({ status: "missed", notes: [] });
    expect(service.planOverview().plans[0]!.indicators[0]).toMatchObject({ status: "missed" });
    expect(lens(service)).toBeNull();
  });

  it("asks for it also where a value of the whole year is there, which is too long for it", () => {
    const service = made(`${lines}\n  measured 2024 = 99%`);
    expect(lens(service)).toBe("Record 31 December 2024…");
    expect(offered(service)).toEqual(["2024-12-31 due", "2024 recorded"]);
    expect(reportLines(service, "2024")).toEqual(["x 2024-12-31"]);
  });

  it("asks before it for the years that show the progress, and not for the one that it ends", () => {
    const service = made(`${lines}\n  baseline 2021 = 60%`, { asOf: "2024-12-20" });
    expect(offered(service)).toEqual(["2023 due"]);
    expect(reportLines(service, "2024")).toEqual(["x 2024-12-31"]);
    expect(reportLines(service, "2023")).toEqual(["x"]);
  });
});

describe("a target of one quarter", () => {
  const lines = "  unit activity\n  target 2024-Q2 >= 2";

  it("asks for that quarter only", () => {
    const service = made(lines);
    expect(lens(service)).toBe("Record Q2 2024…");
    expect(offered(service)).toEqual(["2024-Q2 due"]);
    expect(reportLines(service, "2024")).toEqual(["x 2024-Q2"]);
    expect(reportLines(service, "2024-Q2")).toEqual(["x"]);
    expect(reportLines(service, "2024-Q1")).toEqual([]);
    expect(recordFirst(service, "2")).toMatchObject({ status: "met" });
    expect(lens(service)).toBeNull();
    // Nothing would count any more: the year under way may be recorded all the same.
    expect(offered(service)).toEqual(["2024-Q2 recorded", "2025 open"]);
  });

  it("may have a report of its own while it is under way", () => {
    const periods = made(lines, { asOf: "2024-06-20" }).reportSubjects()[0]!.periods;
    expect(periods.map(({ period, detail }) => `${period}: ${detail}`)).toEqual([
      "2024: values to record: 1",
      "2024-Q2: values to record: 1",
    ]);
  });
});

describe("a target of every month", () => {
  it("asks first for the month that the verdict lacks, then for the others from the last", () => {
    const service = made(
      "  unit activity\n  target every month in 2024-12..2025-12 >= 1\n  measured 2024-12 = 1",
    );
    expect(service.codeLenses("a.bdg")[0]!.title).toBe("No data · May 2025");
    expect(lens(service)).toBe("Record May 2025…");
    const months = ["2025-05 due", "2025-06 open", "2025-04 missing", "2025-03 missing", "2025-02 missing"];
    expect(offered(service)).toEqual([...months, "2025-01 missing", "2024-12 recorded"]);
    recordFirst(service, "1");
    expect(service.codeLenses("a.bdg")[0]!.title).toMatch(/^Met/);
    expect(lens(service)).toBe("Record June 2025…");
  });

  it("is what the sample has", () => {
    const { service } = createTestService(sampleFiles(), { language: "vi" });
    const path = "binh-dinh/ke-hoach-snv.bdg";
    const titles = service.codeLenses(path).map(({ title }) => title);
    const at = titles.indexOf("Ghi kết quả tháng 5/2025…");
    expect(titles.slice(at - 2, at)).toEqual(["Chưa có số liệu · tháng 5/2025", "II.4"]);
    expect(lens(service, path, "bai_viet")).toBe("Ghi kết quả tháng 5/2025…");
  });
});

describe("a period is asked for only where its value would count", () => {
  it.each([
    ["for nothing after the last target", "  unit percent\n  target 2023 >= 5%\n  measured 2023 = 6%", null],
    ["as progress before a target", "  unit percent\n  target 2028 >= 5%", "Record 2024…"],
    ["not as progress where values add up", "  unit activity\n  target 2028 >= 5", null],
    ["as a part of a total", "  unit activity\n  target total 2022..2028 >= 5", "Record 2024…"],
    [
      "as a quarter of a total within a year",
      "  unit activity\n  target total 2025-Q1..2025-Q3 >= 5",
      "Record Q2 2025…",
    ],
    [
      "not as a month of a year that is there",
      "  unit activity\n  target 2022..2028 >= 5\n  measured 2022-12 = 5\n  measured 2023 = 6\n  measured 2024 = 5\n  measured 2025 = 5",
      null,
    ],
    ["and always where no target is", "  unit percent", "Record 2024…"],
    [
      "of a category by its own targets",
      "  unit percent\n  target 2024 for female >= 5%\n  target 2028 for male >= 5%\n  measured 2024 for male = 6%",
      "Record 2024…",
    ],
  ])("%s", (_, lines, title) => {
    expect(lens(made(lines))).toBe(title);
  });

  it("and by each category for itself", () => {
    const service = made("  unit percent\n  target 2024 for female >= 5%\n  target 2028 for male >= 5%");
    const { categories } = service.recordSubject({ id: "x" })!;
    expect(
      categories.map(({ category, periods }) => [category, ...periods.map(({ period }) => period)]),
    ).toEqual([
      ["female", "2024"],
      ["male", "2024", "2025"],
      [null, "2024", "2025"],
    ]);
    expect(reportLines(service, "2025")).toEqual(["x for male"]);
  });
});

describe("a report has each value once", () => {
  it("not the year where its months make it up", () => {
    const service = made("  unit activity\n  target every quarter in 2025 >= 1\n  target 2025 >= 6");
    expect(reportLines(service, "2025")).toEqual(["x 2025-Q1", "x 2025-Q2", "x 2025-Q3", "x 2025-Q4"]);
  });

  it("and the year where only a part of it has a target of its own", () => {
    const service = made("  unit activity\n  target 2025-Q1 >= 1\n  target 2025 >= 6");
    expect(reportLines(service, "2025")).toEqual(["x 2025-Q1", "x"]);
  });
});

it("a year is to be recorded from the first of December on", () => {
  const lines = "  unit percent\n  baseline 2023 = 1%\n  target 2028 >= 5%";
  expect(lens(made(lines, { asOf: "2024-11-30" }))).toBeNull();
  expect(lens(made(lines, { asOf: "2024-12-01" }))).toBe("Record 2024…");
});
