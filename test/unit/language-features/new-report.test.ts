import { describe, expect, it } from "vitest";
import englishTitles from "../../../package.nls.json" with { type: "json" };
import vietnameseTitles from "../../../package.nls.vi.json" with { type: "json" };
import { applyEdits } from "../../support/apply-edits.ts";
import { sampleFiles } from "../../support/sample-files.ts";
import { createTestService, type TestOptions } from "../../support/test-service.ts";

const plan = `plan p "P" { issued 2021; period 2021..2025 }
unit activity "hoạt động" { whole; aggregate sum }
dimension sex "Giới tính" { female "Nữ"  male "Nam" }
indicator leaders "Leaders" {
  unit      percent
  baseline  2021 = 45%
  target    2025 reach 60%
  measured  2022 = 47.5%
}
indicator awareness "Awareness" {
  unit    activity
  target  every half in 2022..2025 >= 2
  measured 2023-H1 = 2
}
indicator trained "Trained" {
  unit person
  target 2023 for female, male >= 10
  measured 2023 for male = 11
}
indicator seats "Seats won at the election" {
  unit percent
  path none
  target 2025 >= 35%
}
indicator half "Half" {
  unit    percent
  formula = leaders / 2
}
task mainstreaming "Mainstreaming" { due every year }
task once "Once" { due 2025 }
`;

function made(files: Readonly<Record<string, string>>, options: TestOptions = {}) {
  return createTestService(files, { asOf: "2023-12-20", ...options });
}

describe("a new report", () => {
  it("has a line for every value that is due in its period and not there, and the tasks", () => {
    const { service } = made({ "k/plan.bdg": plan });
    const made2023 = service.newReport({ path: "k/plan.bdg", period: "2023" });
    expect(made2023).toMatchObject({ kind: "report", path: "k/report-2023.bdg" });
    if (made2023.kind !== "report") return;
    expect(made2023.text.split("\n").slice(5)).toEqual([
      'report 2023 "Report on results in 2023" {',
      "  # Leaders; 2022: 47.5%",
      "  # leaders            = ",
      "  # Awareness; every half in 2022..2025 >= 2; first half of 2023: 2 hoạt động",
      "  # awareness 2023-H2  =",
      "  # Trained; 2023 for female, male >= 10",
      "  # trained for female =",
      "",
      "  # Tasks that are due; when one is done, write this line into it in the plan, with its evidence:",
      '  #   done 2023 "…"',
      "  # - mainstreaming: Mainstreaming",
      "}",
      "",
    ]);
    expect(made2023.text.split("\n").slice(0, 2)).toEqual(['use "plan.bdg"', ""]);
    const { line, character } = made2023.cursor;
    expect(made2023.text.split("\n")[line]!.slice(0, character)).toBe("  # leaders            = ");
  });

  it.each(["en", "vi"] as const)("has the line of a done task as it can be copied, in %s", (language) => {
    const { service } = made({ "plan.bdg": plan }, { language });
    const result = service.newReport({ path: "plan.bdg", period: "2023" });
    if (result.kind !== "report") throw new Error(result.message);
    const [, line] = /:\n {2}# {3}(.*)\n {2}# - mainstreaming/u.exec(result.text)!;
    const done = plan.replace("due every year }", `due every year\n${line}\n}`);
    const after = made({ "plan.bdg": done }, { language }).service;
    expect(after.problemsOf("plan.bdg").filter(({ code }) => code !== "task-overdue")).toEqual(
      service.problemsOf("plan.bdg").filter(({ code }) => code !== "task-overdue"),
    );
    const again = after.newReport({ path: "plan.bdg", period: "2023" });
    expect((again as { text: string }).text).not.toContain("mainstreaming");
  });

  it("names the command by its titles, as VS Code may show it", () => {
    const vietnamese = made(
      {
        "plan.bdg":
          'kế hoạch p "P" { giai đoạn 2021..2025 }\nchỉ tiêu x "X" {\n  đơn vị tính percent\n  mục tiêu 2023 ít nhất 5%\n}\n',
      },
      { language: "vi" },
    ).service.newReport({ path: "plan.bdg", period: "2023" });
    const english = made({ "plan.bdg": plan }).service.newReport({ path: "plan.bdg", period: "2023" });
    const title = (texts: Readonly<Record<string, string>>) =>
      `"BDG: ${texts["command.recordMeasuredValue"]}"`;
    expect((english as { text: string }).text).toContain(title(englishTitles));
    for (const titles of [englishTitles, vietnameseTitles])
      expect((vietnamese as { text: string }).text).toContain(title(titles));
  });

  it("of a shorter period has what is due in it, and of the election's year its seats", () => {
    const { service } = made({ "plan.bdg": plan });
    const names = (period: string) => {
      const result = service.newReport({ path: "plan.bdg", period });
      return result.kind === "report"
        ? [...result.text.matchAll(/^ {2}# (\S.*?) +=/gmu)].map((one) => one[1])
        : result.message;
    };
    expect(names("2024-H1")).toEqual(["awareness"]);
    expect(names("2025")).toEqual(["leaders", "awareness 2025-H1", "awareness 2025-H2", "seats"]);
    expect(names("2023-05")).toBe("No indicator lacks a value in May 2023.");
    expect(names("Nửa đầu năm 2024")).toEqual(["awareness"]);
    expect(names("in the first half of 2024")).toEqual(["awareness"]);
    expect(names("2023-Q9")).toMatch(/is no period/);
  });

  it("never takes a name that is there, and is not made where there is one of its period", () => {
    const report = 'use "plan.bdg"\nreport 2022 "R" {\n}\n';
    const files = {
      "plan.bdg": plan,
      "r/bao-cao-2022.bdg": report.replace("plan", "../plan"),
      "r/bao-cao-2023.bdg": "",
    };
    const { service } = made(files);
    expect(service.newReport({ path: "plan.bdg", period: "2022" })).toMatchObject({
      kind: "refused",
      message: "There is a report in 2022 already: r/bao-cao-2022.bdg.",
      existing: { path: "r/bao-cao-2022.bdg", range: { start: { line: 1 } } },
    });
    const other = service.newReport({ path: "plan.bdg", period: "2023" });
    expect(other).toMatchObject({ kind: "report", path: "r/bao-cao-2023-2.bdg" });
    expect((other as { text: string }).text).toMatch(/^use "\.\.\/plan\.bdg"/);
  });

  it("is offered for the periods around the date, the due one first", () => {
    const { service } = made({ "plan.bdg": plan });
    expect(service.reportSubjects()).toEqual([
      {
        path: "plan.bdg",
        name: "P",
        files: ["plan.bdg"],
        periods: [
          { period: "2023", text: "in 2023", detail: "values to record: 3" },
          { period: "2022", text: "in 2022", detail: "values to record: 4" },
          { period: "2024", text: "in 2024", detail: "values to record: 3" },
          { period: "2023-H2", text: "in the second half of 2023", detail: "values to record: 1" },
          { period: "2024-H1", text: "in the first half of 2024", detail: "values to record: 1" },
        ],
      },
    ]);
  });
});

describe("a new report of the sample", () => {
  it.each(["2025", "2025-06", "2026"])(
    "for %s brings no problem, and its lines are filled in one by one",
    (period) => {
      const files = sampleFiles();
      const options = { asOf: "2025-12-20", language: "vi" } as const;
      const { service } = made(files, options);
      const report = service.newReport({ path: "binh-dinh/ke-hoach-snv.bdg", period });
      if (report.kind !== "report") throw new Error(report.message);
      const with_ = made({ ...files, [report.path]: report.text }, options);
      expect(with_.service.problemsOf(report.path)).toEqual([]);
      for (const path of service.paths())
        expect(with_.service.problemsOf(path)).toEqual(service.problemsOf(path));
      expect(report.text).toMatch(/^dùng "ke-hoach-snv\.bdg"\n/);
      const waiting = [...report.text.matchAll(/^ {2}# (\S+)(?: (\d\S*))? +=/gmu)];
      expect(waiting.length).toBeGreaterThan(0);
      let text = report.text;
      for (const [, id, month] of waiting) {
        with_.service.setFile(report.path, text);
        const result = with_.service.recordValue({
          id: id!,
          period: month ?? period,
          category: null,
          value: id === "boi_duong" || id!.endsWith("_nu") ? "7/8" : "1",
          evidence: "",
        });
        expect(result).toMatchObject({ kind: "value", path: report.path });
        if (result.kind === "value") text = applyEdits(text, [result.edit]);
      }
      expect(text.split("\n")).toHaveLength(report.text.split("\n").length);
      expect(text).not.toMatch(/^ {2}# \S+(?: \d\S*)? +=/mu);
      expect(with_.log).toEqual([]);
    },
  );
});
