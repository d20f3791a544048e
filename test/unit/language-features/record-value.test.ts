import { describe, expect, it } from "vitest";
import type {
  RecordParams,
  RecordResult,
} from "../../../server/src/language-features/recording/recording-types.ts";
import type { LanguageService } from "../../../server/src/language-service.ts";
import { applyEdits } from "../../support/apply-edits.ts";
import { sampleFiles } from "../../support/sample-files.ts";
import { createTestService, type TestOptions } from "../../support/test-service.ts";

const asOf = "2024-06-30";
const plan = `plan p "P" { issued 2021; period 2021..2025 }
unit activity "hoạt động" { whole; aggregate sum }
unit tonne "tấn" { aggregate sum }
dimension sex "Giới tính" { female "Nữ"  male "Nam" }
indicator leaders "Leaders" {
  unit      percent
  baseline  2021 = 45%
  target    2025 reach 60%
  measured  2022 = 47,5%
}
indicator awareness "Awareness" {
  unit    activity
  target  every year in 2022..2025 >= 2
}
indicator waste "Waste" {
  unit tonne
  target 2025 <= 1000
}
indicator trained "Trained" {
  unit person
  target 2023 for female, male >= 10
}
indicator half "Half" {
  unit    percent
  formula = leaders / 2
}
`;

function made(files: Readonly<Record<string, string>>, options: TestOptions = {}) {
  const { service, log } = createTestService(files, { asOf, ...options });
  return { service, log };
}

function record(service: LanguageService, params: Partial<RecordParams> & { id: string }): RecordResult {
  return service.recordValue({ period: "2023", category: null, value: "1", evidence: "", ...params });
}

/** The file after the edit, in which only `lines` differ. */
function written(service: LanguageService, params: Partial<RecordParams> & { id: string }): string {
  const result = record(service, params);
  expect(result).toMatchObject({ kind: "value" });
  if (result.kind !== "value") return "";
  const before = service.textOf(result.path)!;
  const after = applyEdits(before, [result.edit]);
  const old = before.split("\n");
  const at = after.split("\n").findIndex((line, i) => line !== old[i]);
  return after.split("\n")[at]!;
}

describe("a measured value is written", () => {
  it("below the indicator's other values, in its columns, its language and its decimals", () => {
    const { service, log } = made({ "a.bdg": plan });
    expect(written(service, { id: "leaders", value: "52.5", evidence: 'Số "215"\n' })).toBe(
      '  measured  2023 = 52,5%  "Số \\"215\\""',
    );
    expect(written(service, { id: "leaders", value: "11/20" })).toBe("  measured  2023 = 11 of 20");
    expect(written(service, { id: "awareness", value: "3 hoạt động" })).toBe("  measured 2023 = 3");
    expect(log).toEqual([]);
  });

  it("in Vietnamese where the file is", () => {
    const file = `kế hoạch p "P" { giai đoạn 2021..2025 }
chỉ tiêu x "X" {
  đơn vị tính  percent
  mục tiêu     2025 ít nhất 60%
}
`;
    const { service } = made({ "a.bdg": file });
    expect(written(service, { id: "x", value: "11/20" })).toBe("  kết quả      2023 = 11 trên 20");
    expect(written(service, { id: "x", period: "3/2024", value: "52.5" })).toBe(
      "  kết quả      3/2024 = 52,5%",
    );
  });

  it("into the report of its period, below the lines that the plan has before it", () => {
    const report = `use "a.bdg"
report 2023 "R" {
  leaders   = 50%
  waste     = 900
}
`;
    const { service } = made({ "a.bdg": plan, "r.bdg": report });
    const result = record(service, { id: "awareness", value: "2" });
    expect(result).toMatchObject({ path: "r.bdg", edit: { text: "  awareness = 2\n" } });
    expect((result as { edit: { range: { start: object } } }).edit.range.start).toEqual({
      line: 3,
      character: 0,
    });
    expect(written(service, { id: "trained", value: "12", category: "female" })).toBe(
      "  trained for female = 12",
    );
    expect(written(service, { id: "waste", period: "2023-05", value: "70" })).toBe("  waste 2023-05 = 70");
  });

  it("under the prefix that the report's file gives the plan, and into the shortest report that speaks of it", () => {
    const { service } = made({
      "a.bdg": plan,
      "year.bdg": 'use "a.bdg"\nreport 2023 "Y" {\n}\n',
      "half.bdg": 'use "a.bdg" as k\nreport 2023-H1 "H" {\n  k.leaders = 51%\n}\n',
    });
    expect(record(service, { id: "awareness", period: "2023-Q1" })).toMatchObject({
      path: "half.bdg",
      edit: { text: "  k.awareness 2023-Q1 = 1\n" },
    });
    expect(record(service, { id: "awareness", period: "2023-Q4" })).toMatchObject({ path: "year.bdg" });
    expect(record(service, { id: "awareness", period: "2022" })).toMatchObject({ path: "a.bdg" });
  });

  it("into the line that waits for it in a new report, whose note stays", () => {
    const report = 'use "a.bdg"\nreport 2023 "R" {\n  # leaders   =  # reach 60%\n  # awareness =\n}\n';
    const { service } = made({ "a.bdg": plan, "r.bdg": report });
    expect(written(service, { id: "leaders", value: "11/20" })).toBe("  leaders   = 11 of 20  # reach 60%");
    expect(written(service, { id: "awareness", value: "2" })).toBe("  awareness = 2");
  });

  it("over the one that is there, which is named first", () => {
    const { service } = made({ "a.bdg": plan.replace("47,5%", '47,5%   "old"') });
    const result = record(service, { id: "leaders", period: "2022", value: "48", evidence: "new" });
    expect(result).toMatchObject({ replaces: { value: "47.5%", path: "a.bdg" } });
    expect(written(service, { id: "leaders", period: "2022", value: "48", evidence: "new" })).toBe(
      '  measured  2022 = 48%   "new"',
    );
    expect(written(service, { id: "leaders", period: "2022", value: "48" })).toBe("  measured  2022 = 48%");
  });

  it("with the end of the value told, for the cursor", () => {
    const { service } = made({ "a.bdg": plan });
    const result = record(service, { id: "leaders", value: "50" });
    if (result.kind !== "value") throw new Error(result.message);
    const after = applyEdits(plan, [result.edit]).split("\n");
    expect(after[result.cursor.line]!.slice(0, result.cursor.character)).toBe("  measured  2023 = 50%");
  });
});

describe("what a value would mean is said before it is written", () => {
  it.each([
    [
      "leaders",
      "2023",
      "53%",
      "on-track",
      /^53% → On track — 2025: the plan says reach 60%; latest 53% in 2023\. Path on/,
    ],
    ["leaders", "2023", "50%", "off-track", /^50% → Off track/],
    [
      "awareness",
      "2023",
      "1",
      "missed",
      /^1 hoạt động → Missed — 2023: 1 hoạt động, the plan says at least 2 hoạt động: 1 hoạt động short$/,
    ],
    ["awareness", "2023", "2", "met", /^2 hoạt động → Met/],
    ["leaders", "2020", "40%", null, /^40% in 2020: no target is judged by it today$/],
  ] as const)("%s %s = %s", (id, period, value, status, meaning) => {
    const { service } = made({ "a.bdg": plan });
    const result = record(service, { id, period, value });
    expect(result).toMatchObject({ kind: "value", status });
    expect((result as { meaning: string }).meaning).toMatch(meaning);
  });

  it("and leaves everything as it was", () => {
    const { service } = made({ "a.bdg": plan });
    const before = [service.problemsOf("a.bdg"), service.planOverview()];
    record(service, { id: "awareness", value: "1" });
    expect(service.textOf("a.bdg")).toBe(plan);
    expect([service.problemsOf("a.bdg"), service.planOverview()]).toEqual(before);
  });

  it("with what else would be reported", () => {
    const { service } = made({ "a.bdg": plan });
    expect(record(service, { id: "awareness", period: "2025", value: "2" })).toMatchObject({
      notes: ["2025 begins after the as-of date, so this value does not count yet."],
    });
  });
});

describe("a value that is more than all", () => {
  const notes = (lines: string, value: string, language: "en" | "vi" = "en") => {
    const source = `plan p "P" { issued 2021; period 2021..2025 }\nindicator trained "Trained" {\n  ${lines}\n}\n`;
    const result = record(made({ "a.bdg": source }, { language }).service, { id: "trained", value });
    expect(result).toMatchObject({ kind: "value" });
    return result.kind === "value" ? result.notes : [];
  };
  const percent = "unit percent\n  target 2023..2025 reach 100%";

  it("is said to be so, and is not refused", () => {
    expect(notes(percent, "86/78")).toEqual([
      "86 is more than 78, so this is more than all (110.26%): are the two numbers right?",
    ]);
    expect(notes(percent, "86/78", "vi")).toEqual([
      "86 lớn hơn 78, tức là hơn toàn bộ (110,26%): hãy kiểm tra lại hai số.",
    ]);
    expect(notes(percent, "1.234,5", "vi")).toEqual(["1234,5% là hơn 100%: hãy kiểm tra lại."]);
    expect(notes(percent, "100.001%")).toEqual(["100.001% is more than 100%: is that right?"]);
  });

  it.each([
    ["all", percent, "78/78"],
    ["what the plan asks more than all of", "unit percent\n  target 2023 >= 105%", "110%"],
    ["what was more than all before", `${percent}\n  baseline 2021 = 104%`, "110%"],
    ["what is counted", "unit person\n  target 2023 >= 100", "1234"],
    ["a ratio of two", "unit ratio\n  target 2023 >= 1", "86/78"],
  ])("but nothing of %s", (_, lines, value) => {
    expect(notes(lines, value)).toEqual([]);
  });
});

describe("what is typed is understood as it is meant, or asked back", () => {
  const { service } = made({ "a.bdg": plan });
  const vietnamese = made({ "a.bdg": plan }, { language: "vi" }).service;

  it.each([
    ["leaders", "11/20", "= 11 of 20"],
    ["leaders", " 11 trên 20 ", "= 11 of 20"],
    ["leaders", "11 of 20", "= 11 of 20"],
    ["leaders", "52,5 %", "= 52,5%"],
    ["leaders", "−0.5", "= -0,5%"],
    ["waste", "1.234,5", "= 1234,5"],
    ["waste", "1,234.5 tấn", "= 1234,5"],
    ["waste", "12 345", "= 12345"],
    ["waste", "1.234.567", "= 1234567"],
    ["waste", "0.125", "= 0,125"],
    ["awareness", "1.234", "= 1234"],
    ["awareness", "1,234", "= 1234"],
  ])("%s: %s", (id, value, expected) => {
    const result = record(service, { id, value });
    expect((result as { edit: { text: string } }).edit.text.trim().replace(/^measured +2023 /u, "")).toBe(
      expected,
    );
  });

  it.each([
    ["waste", "1.234", "vi", "“1.234” có thể là 1234 hoặc 1,234. Hãy viết một trong hai cách này."],
    ["waste", "1,234", "en", "“1,234” may be 1234 or 1.234. Write one of these."],
    ["waste", "vài", "vi", "“vài” không phải là số. Hãy viết, ví dụ, 12,5."],
    ["waste", "1.2.3", "en", "“1.2.3” is no number. Write for example 12.5."],
    ["awareness", "nhiều", "vi", "“nhiều” không phải là số. Hãy viết, ví dụ, 12."],
    ["leaders", "nhiều", "vi", "“nhiều” không phải là số. Hãy viết, ví dụ, 52,5, 52,5% hoặc 11/20."],
    ["waste", "5 kg!", "en", "“kg!” is no unit. Write the number alone."],
    ["waste", "", "en", "“” is no number. Write for example 12.5."],
  ] as const)("%s: “%s” in %s", (id, value, language, message) => {
    const asked = language === "vi" ? vietnamese : service;
    expect(record(asked, { id, value })).toMatchObject({ kind: "refused", at: "value", message });
  });

  it.each([
    ["a share of what is no share", "awareness", "1/2", /measured in activity/],
    ["an unknown unit", "waste", "5 kg", /kg/],
    ["a fraction of what is whole", "awareness", "1.5", /whole/i],
    ["a share of zero", "leaders", "1/0", /zero|0/],
  ])("%s is refused in the words of its problem", (_, id, value, message) => {
    const result = record(service, { id, value });
    expect(result).toMatchObject({ kind: "refused", at: "value" });
    expect((result as { message: string }).message).toMatch(message);
  });

  it("and a fraction of what is whole in words that can't be taken for an odd number", () => {
    expect(record(vietnamese, { id: "awareness", value: "1312,5" })).toMatchObject({
      message: expect.stringMatching(/^1312,5 hoạt động có phần thập phân, nhưng /),
    });
  });

  it.each(["", "2023-Q7", 'x" {', "soon", "2023 2024"])("the period “%s” is none", (period) => {
    expect(record(service, { id: "leaders", period })).toMatchObject({ kind: "refused", at: "period" });
  });

  it.each([
    ["năm 2022", "2022", "recorded", "47.5%"],
    ["quý I/2023", "2023-Q1", "missing", ""],
    ["6 tháng đầu năm 2023", "2023-H1", "missing", ""],
    ["June 2024", "2024-06", "open", ""],
    ["2023", "2023", "due", ""],
  ])(
    "the period “%s” is %s, told before there is a value with what is written for it",
    (typed, period, state, value) => {
      expect(record(service, { id: "leaders", period: typed, value: "" })).toMatchObject({
        at: "value",
        period: { period, state, value },
      });
      expect(record(service, { id: "leaders", period: typed, value: "50" })).toMatchObject({ kind: "value" });
    },
  );

  it.each([
    [{ id: "nobody" }, /no indicator “nobody”/],
    [{ id: "half" }, /computed by its formula/],
    [{ id: "leaders", category: "female" }, /no category “female”/],
  ])("%o is refused", (params, message) => {
    expect((record(service, params) as { message: string }).message).toMatch(message);
  });
});

it("offers the due period first, then what is there to be replaced", () => {
  const { service } = made({ "a.bdg": plan });
  const periods = (id: string) =>
    service
      .recordSubject({ id })!
      .categories.map(({ category, periods }) => [
        category,
        ...periods.map(({ period, state, value }) => `${period} ${state} ${value}`.trim()),
      ]);
  expect(periods("leaders")).toEqual([[null, "2023 due", "2024 open", "2022 recorded 47.5%"]]);
  expect(periods("trained")).toEqual([
    // A value of 2024 would count for no target; and none asks for the whole.
    ["female", "2023 due"],
    ["male", "2023 due"],
    [null, "2023 missing", "2024 open"],
  ]);
  expect(service.recordSubject({ id: "leaders" })!.example).toBe("52.5, 52.5% or 11/20");
  expect(service.recordSubject({ id: "awareness" })!.example).toBe("12");
  expect(service.recordSubject({ id: "half" })).toMatchObject({
    refusal: "This indicator is computed by its formula.",
  });
  expect(service.recordSubject({ id: "nobody" })).toBeUndefined();
});

describe("every indicator of the samples", () => {
  it.each([
    ["2023-12-20", "vi"],
    ["2025-06-30", "en"],
    ["2026-02-01", "vi"],
  ] as const)(
    "can have a value on %s, which brings nothing but verdicts",
    (day, language) => {
      const files = sampleFiles();
      const { service, log } = made(files, { asOf: day, language });
      const verdicts = ["target-missed", "target-no-data", "target-off-track", "target-at-risk"];
      const problems = (of: LanguageService) =>
        of.paths().flatMap((path) =>
          of
            .problemsOf(path)
            .filter(({ code }) => !verdicts.includes(code))
            .map(({ code, message }) => `${path} ${code} ${message}`),
        );
      const before = problems(service);
      let recorded = 0;
      for (const { place, indicators } of service.planOverview({ outline: true }).plans) {
        for (const { id } of indicators) {
          const subject = service.recordSubject({ id, path: place.path })!;
          for (const { category, periods } of subject.categories) {
            for (const { period } of periods.slice(0, 1)) {
              const value = { id, path: subject.path, category, period, evidence: "Nguồn" };
              const result = ["7", "7/8", "98,6"]
                .map((text) => service.recordValue({ ...value, value: text }))
                .find(({ kind }) => kind === "value");
              expect(result, `${id} ${period}`).toBeDefined();
              if (result?.kind !== "value") continue;
              const after = applyEdits(files[result.path]!, [result.edit]);
              const fresh = made({ ...files, [result.path]: after }, { asOf: day, language }).service;
              const news = problems(fresh).filter((one) => !before.includes(one));
              expect(news.map((one) => one.split(" ").slice(2).join(" ")).sort()).toEqual(
                [...result.notes].sort(),
              );
              recorded += 1;
            }
          }
        }
      }
      expect(recorded).toBeGreaterThan(15);
      expect(log).toEqual([]);
    },
    60_000,
  );
});
