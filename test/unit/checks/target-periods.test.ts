import { describe, expect, it } from "vitest";
import { expectDiagnostics } from "../../support/test-service.ts";

const planned = (period: string, ...lines: readonly string[]) =>
  `plan p "P" { period ${period} }\nindicator x "X" {\n  unit percent\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;

describe("a target that stands for no period", () => {
  it.each([
    [
      "2021..2030",
      "target every year in <|2021-Q2..2022-Q1|> >= 3%",
      "There is no period to judge here: it holds no whole year up to 31 March 2022.",
    ],
    [
      "2021..2030",
      "target every quarter in <|2021-02..2021-05|> >= 3%",
      "There is no period to judge here: it holds no whole quarter up to 31 May 2021.",
    ],
    [
      "2021-Q2..2022-Q1",
      "target <|every year|> >= 3%",
      "There is no period to judge here: it holds no whole year up to 31 March 2022.",
    ],
    [
      "2021..2030",
      "target <|2031..|> >= 3%",
      "There is no period to judge here: 2031 begins after the end of the plan (31 December 2030).",
    ],
    [
      "2021..2030",
      "target total <|2031..|> >= 3%",
      "There is no period to judge here: 2031 begins after the end of the plan (31 December 2030).",
    ],
    [
      "2021-Q1..2030-Q2",
      "target <|2030..|> >= 3%",
      "There is no period to judge here: it holds no whole year up to 30 June 2030.",
    ],
    [
      "2021..2030; issued 31/12/2030",
      "target <|every month|> >= 3%",
      "There is no period to judge here: no month of the plan's period ends after the plan was issued.",
    ],
  ])("%s: %s", (period, line, message) => {
    const [problem] = expectDiagnostics(planned(period, line), ["no-period-to-judge"]);
    expect(problem!.message).toBe(message);
  });

  it("is told of a task's due, too", () => {
    const source =
      'plan p "P" { period 2021..2030 }\ntask t "T" { due every year in <|2021-Q2..2022-Q1|> }\n';
    expectDiagnostics(source, ["no-period-to-judge"]);
  });

  it("but not where there is one period, or where it is said already why there is none", () => {
    const codes = ["too-many-periods", "period-backwards", "period-mixed-lengths"] as const;
    expectDiagnostics(
      planned(
        "2030",
        "target every month in 1000..2000 >= 3%",
        "target 2030..2029 >= 3%",
        "target 2029-Q1..2030 >= 3%",
        "target every year in 2029-Q2..2030-Q4 >= 3%",
        "target 2030.. >= 3%",
        "target every year >= 3%",
      ),
      codes,
    );
    expectDiagnostics(planned("2030; issued 2030-11", "target every month >= 3%"), []);
  });
});

describe("a plan that was issued when its period was over", () => {
  it("is told at the date, beside the targets that this leaves without a period", () => {
    const source = planned("2021..2030; issued <|2031|>", "target <|every year|> >= 3%");
    const [problem] = expectDiagnostics(source, ["issued-after-period", "no-period-to-judge"]);
    expect(problem!.message).toBe(
      "The plan was issued in 2031, when its period 2021..2030 was over. Check the two.",
    );
  });

  it.each(["2030", "2030-12", "31/12/2030", "2020"])("not where it was issued in %s", (issued) => {
    expectDiagnostics(planned(`2021..2030; issued ${issued}`), []);
  });
});

it("a plan's years with a dash between are told, and count all the same", () => {
  expectDiagnostics(planned("<|2021-2030|>", "target <|every year|> >= 3%"), [
    "invalid-period",
    "target-no-data",
  ]);
  expectDiagnostics(planned("<|2021-2030|>", "target <|2031|> >= 3%"), [
    "invalid-period",
    "target-outside-plan",
  ]);
});
