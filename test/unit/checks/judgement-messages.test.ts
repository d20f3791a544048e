import { describe, expect, it } from "vitest";
import {
  checkIndicatorJudgement,
  checkTaskJudgement,
  withClauses,
} from "../../../server/src/checks/judgement/index.ts";
import { inLanguage } from "../../../server/src/diagnostics/language.ts";
import { type Problem, problemMessage } from "../../../server/src/diagnostics/problem.ts";
import { judgeIndicator } from "../../../server/src/semantics/evaluator/judge-indicator.ts";
import { judgeTask } from "../../../server/src/semantics/evaluator/judge-task.ts";
import {
  activity,
  formula,
  type IndicatorParts,
  indicator,
  number,
  period,
  placeOf,
  plan,
  ratio,
  task,
} from "../../support/models.ts";

function check(asOf: string, parts: IndicatorParts): readonly Problem[] {
  const settings = { asOf: period(asOf).first, onTrackFrom: number("0.95"), offTrackBelow: number("0.8") };
  return checkIndicatorJudgement(judgeIndicator(indicator(parts), settings));
}

/** The problems of one code: `severity @ what it underlines`, then its message in both languages. */
function shown(problems: readonly Problem[], code: Problem["code"]): readonly string[] {
  return problems
    .filter((problem) => problem.code === code)
    .flatMap((problem) => [
      `${problem.severity} @ ${problem.place.source.text}`,
      problemMessage(problem, "vi"),
      problemMessage(problem, "en"),
    ]);
}

const summed = { unit: activity, aggregate: "sum" } as const;
const milestones: IndicatorParts = {
  baseline: ["2021 = 45"],
  target: ["2025 reach 60", "2030 reach 75"],
  clause: ["II.1-1"],
};

describe("target-missed", () => {
  const missed = (parts: IndicatorParts): readonly string[] =>
    shown(check("2026-01-05", parts), "target-missed");

  it("names value, condition, clause and gap, on the value", () => {
    expect(missed({ ...milestones, measured: ["2025 = 9 of 20"] })).toEqual([
      "warning @ 2025 = 9 of 20",
      "45% (9/20) năm 2025, kế hoạch yêu cầu đạt 60% (II.1-1): thiếu 15 điểm phần trăm.",
      "45% (9/20) in 2025; the plan says reach 60% (II.1-1): 15 percentage points short.",
    ]);
  });

  it.each<[string, string, string]>([
    ["2025 <= 5", "6% năm 2025, kế hoạch yêu cầu không quá 5%: vượt 1 điểm phần trăm.", "above a ceiling"],
    ["2025 < 6", "6% năm 2025, kế hoạch yêu cầu dưới 6%: bằng mức đó là chưa đủ.", "equal to a strict bound"],
    [
      "2025 between 7 and 9",
      "6% năm 2025, kế hoạch yêu cầu từ 7% đến 9%: thiếu 1 điểm phần trăm.",
      "under an interval",
    ],
    [
      "2025 between 2 and 4",
      "6% năm 2025, kế hoạch yêu cầu từ 2% đến 4%: vượt 2 điểm phần trăm.",
      "over an interval",
    ],
    [
      "2025 >= 6,001",
      "6% năm 2025, kế hoạch yêu cầu ít nhất 6%: thiếu 0,001 điểm phần trăm.",
      "a gap is never 0",
    ],
  ])("%s", (target, message) => {
    expect(missed({ target: [target], measured: ["2025 = 6"] })[1]).toBe(message);
  });

  it("never shows a value that missed as if it had met", () => {
    expect(missed({ target: ["2025 >= 60"], measured: ["2025 = 59,996"] })[2]).toBe(
      "59.996% in 2025; the plan says at least 60%: 0.004 percentage points short.",
    );
  });

  it("underlines the target where several values make the figure up", () => {
    const [place, message] = missed({
      ...summed,
      target: ["2025 >= 9"],
      measured: ["2025-01 = 2", "2025-07 = 3"],
    });
    expect([place, message]).toEqual([
      "warning @ target 2025 >= 9",
      "5 hoạt động năm 2025, kế hoạch yêu cầu ít nhất 9 hoạt động: thiếu 4 hoạt động.",
    ]);
  });

  it("names the first period that broke a sustained target, in one problem", () => {
    const target = ["2022..2025 reach 100"];
    expect(missed({ target, measured: ["2022 = 100", "2023 = 98,5", "2024 = 97", "2025 = 100"] })).toEqual([
      "warning @ 2023 = 98,5",
      "98,5% năm 2023 (kỳ đầu tiên không giữ được, trong 2 kỳ không đạt: 2023 và 2024), kế hoạch yêu cầu đạt 100%: thiếu 1,5 điểm phần trăm.",
      "98.5% in 2023 (the first of 2 periods that broke it: 2023 and 2024); the plan says reach 100%: 1.5 percentage points short.",
    ]);
  });

  it("lists the periods of a recurring target, in one problem", () => {
    const measured = ["2023-01 = 0", "2023-02 = 1", "2023-05 = 0"];
    expect(missed({ ...summed, target: ["every month in 2023 >= 1"], measured })).toEqual([
      "warning @ target every month in 2023 >= 1",
      "Không đạt trong 2 kỳ: tháng 1/2023 (0 hoạt động) và tháng 5/2023 (0 hoạt động), kế hoạch yêu cầu ít nhất 1 hoạt động.",
      "Missed in 2 periods: January 2023 (0 hoạt động) and May 2023 (0 hoạt động); the plan says at least 1 hoạt động.",
    ]);
  });

  it("becomes an information where it is explained, and says so", () => {
    const problems = check("2026-01-05", {
      target: ["2025 >= 9"],
      measured: ["2025 = 2"],
      explain: ["2025"],
    });
    expect(shown(problems, "target-missed")[0]).toBe("information @ 2025 = 2");
    expect(shown(problems, "target-missed")[1]).toContain("Giải trình: “why 2025”");
    expect(problems.map(({ code, data }) => [code, data])).toEqual([["target-missed", { explained: "yes" }]]);
  });

  it("leads to the target, the evidence and the explanation", () => {
    const model = indicator({ target: ["2025 >= 9"], measured: ["2025 = 2"], explain: ["2025"] });
    const measured = model.measured.map((value) => ({
      ...value,
      evidence: "Report 7",
      evidencePlace: placeOf("seven"),
    }));
    const problems = check("2026-01-05", { target: ["2025 >= 9"], explain: ["2025"] });
    expect(problems[0]!.related.map(({ place }) => place.source.text)).toEqual(["target 2025 >= 9", "2025"]);
    const settings = {
      asOf: period("2026-01-05").first,
      onTrackFrom: number("0.95"),
      offTrackBelow: number("0.8"),
    };
    const [missedOne] = checkIndicatorJudgement(judgeIndicator({ ...model, measured }, settings));
    expect(
      missedOne!.related.map(({ place, message }) => `${place.source.text}: ${inLanguage(message, "en")}`),
    ).toEqual(["target 2025 >= 9: target: 2025 >= 9", "seven: evidence: Report 7", "2025: the explanation"]);
  });
});

describe("target-no-data", () => {
  it("says since when, and whether the last value would have done", () => {
    expect(shown(check("2026-01-05", { ...milestones, measured: ["2024 = 61"] }), "target-no-data")).toEqual([
      "warning @ 2025",
      "Chưa có số liệu của năm 2025, đến hạn từ 31/12/2025; kế hoạch yêu cầu đạt 60% (II.1-1). Giá trị gần nhất, 61% năm 2024, đã đủ để đạt.",
      "No value for 2025, due since 31 December 2025; the plan says reach 60% (II.1-1). The latest value, 61% in 2024, would have met it.",
    ]);
    expect(
      shown(check("2026-01-05", { ...milestones, measured: ["2024 = 59"] }), "target-no-data")[1],
    ).toContain("cũng không đủ để đạt");
    expect(shown(check("2026-01-05", milestones), "target-no-data")[2]).toContain(
      "Nothing has been measured yet.",
    );
  });

  it("lists the periods of a recurring target as spans, those explained in a problem of their own", () => {
    const parts = {
      ...summed,
      target: ["every month in 2023 >= 1"],
      measured: ["2023-06 = 1"],
      explain: ["2023-Q3"],
    };
    const problems = shown(check("2024-01-05", parts), "target-no-data");
    expect(problems[0]).toBe("warning @ 2023");
    expect(problems[1]).toContain(
      "của tháng 1/2023 – tháng 5/2023 và tháng 10/2023 – tháng 12/2023, đến hạn từ 31/1/2023",
    );
    expect(problems[3]).toBe("information @ 2023");
    expect(problems[4]).toContain("của tháng 7/2023 – tháng 9/2023, đến hạn từ 31/7/2023");
    expect(problems).toHaveLength(6);
  });
});

describe("target-off-track and target-at-risk", () => {
  it("say where the path is, and what is needed each year, for shares in whole units", () => {
    // From 50 at the end of 2023 to 60 at the end of 2025 is 10 points in two years; 60% of 20 is 12.
    const problems = check("2024-06-30", { ...milestones, measured: ["2023 = 10 of 20"] });
    expect(shown(problems, "target-off-track")).toEqual([
      "warning @ 2023 = 10 of 20",
      "50% (10/20) năm 2023, chậm so với lộ trình (II.1-1): ngày 31/12/2023 cần ở mức 52,49%, mới đi được 66,7% quãng đường. Để đạt 60% năm 2025, mỗi năm cần tăng 5 điểm phần trăm (cần 12/20, nay 10).",
      "50% (10/20) in 2023 is behind its path (II.1-1): 52.49% on 31 December 2023, and 66.7% of the way is covered. To get to 60% in 2025, it has to rise by 5 percentage points each year (12 of 20, now 10).",
    ]);
    // Both milestones are on one path: one problem, which leads to the one that it speaks of.
    expect(problems.map(({ code }) => code)).toEqual(["target-off-track"]);
    expect(problems[0]!.related.map(({ place }) => place.source.text)).toEqual(["target 2025 reach 60"]);
  });

  it("is an information while at least 80% is covered", () => {
    const problems = check("2024-06-30", { ...milestones, measured: ["2023 = 51,5"] });
    expect(shown(problems, "target-at-risk")[0]).toBe("information @ 2023 = 51,5");
    expect(shown(problems, "target-at-risk")[1]).toContain("mới đi được 86,7% quãng đường");
    expect(shown(problems, "target-at-risk")[1]).toContain("mỗi năm cần tăng 4,25 điểm phần trăm");
  });

  it("rounds whole units to what really does: up for a floor, down for a ceiling, beyond for a strict bound", () => {
    const needed = (target: string, measured: string, baseline: string): string => {
      const problems = check("2024-06-30", { baseline: [baseline], target: [target], measured: [measured] });
      return /\(([^()]*now[^()]*)\)/.exec(shown(problems, "target-off-track")[2]!)![1]!;
    };
    expect(needed("2025 >= 61", "2023 = 9 of 20", "2021 = 45")).toBe("13 of 20, now 9");
    expect(needed("2025 > 60", "2023 = 9 of 20", "2021 = 45")).toBe("13 of 20, now 9");
    expect(needed("2025 <= 11", "2023 = 9 of 20", "2021 = 45")).toBe("2 of 20, now 9");
    expect(needed("2025 < 10", "2023 = 9 of 20", "2021 = 45")).toBe("1 of 20, now 9");
    expect(needed("2025 >= 10", "2023 = 0 of 20", "2021 = 0")).toBe("2 of 20, now 0");
  });

  it("names the deadline where a year or less is left, and a value that goes the other way", () => {
    const problems = check("2024-06-30", {
      baseline: ["2021 = 20"],
      target: ["2024 <= 10"],
      measured: ["2023 = 21"],
    });
    expect(shown(problems, "target-off-track")[2]).toBe(
      "21% in 2023 is behind its path: 13.34% on 31 December 2023, and it moves the other way. To get to 10% in 2024, it has to fall by 11 percentage points until 31 December 2024.",
    );
  });
});

describe("the higher plan", () => {
  const parent = indicator({
    name: "Women leaders",
    plan: plan("2021..2030", { name: "Strategy" }),
    target: ["2025 >= 60", "2030 for female >= 50"],
  });

  it("asks for more, or for what is not there", () => {
    const problems = check("2024-06-30", { target: ["2025 >= 50"], parent });
    expect(shown(problems, "target-weaker-than-parent")).toEqual([
      "warning @ target 2025 >= 50",
      "Kế hoạch cấp trên yêu cầu cao hơn hoặc sớm hơn: ít nhất 60% năm 2025, tại chỉ tiêu “Women leaders” của “Strategy”.",
      "The higher plan asks for more, or sooner: at least 60% in 2025, in “Women leaders” of “Strategy”.",
    ]);
    expect(shown(problems, "target-missing-for-parent")).toEqual([
      "warning @ x",
      "Chưa có mục tiêu ứng với yêu cầu của kế hoạch cấp trên: ít nhất 50% năm 2030 đối với female, tại chỉ tiêu “Women leaders” của “Strategy”.",
      "There is no target here for what the higher plan asks: at least 50% in 2030 for female, in “Women leaders” of “Strategy”.",
    ]);
  });

  it("that goes down to what it reaches says so", () => {
    const down = indicator({ baseline: ["2020 = 30"], target: ["2025 reach 20"] });
    const problems = check("2024-06-30", { target: ["2025 reach 25"], parent: { ...down, name: "Poor" } });
    expect(shown(problems, "target-weaker-than-parent")[2]).toBe(
      "The higher plan asks for more, or sooner: at most 20% in 2025, in “Poor” of “Poor”.",
    );
  });

  it("is not compared in another unit, which is said", () => {
    expect(
      shown(check("2024-06-30", { ...summed, target: ["2025 >= 50"], parent }), "parent-unit-differs"),
    ).toEqual([
      "hint @ x",
      "Đơn vị tính ở đây là “hoạt động”, còn chỉ tiêu cấp trên “Women leaders” tính bằng “%”: chưa so sánh được các mục tiêu.",
      "Measured in “hoạt động”, while “Women leaders” of the higher plan is in “%”: the targets were not compared.",
    ]);
  });
});

describe("what the values give away", () => {
  const women = indicator({ ...summed, id: "women", measured: ["2022 = 1", "2023 = 1", "2024 = 1"] });
  const all = indicator({ ...summed, id: "all", measured: ["2022 = 0", "2023 = 0", "2024 = 3"] });
  const share = {
    formula: formula(women, "/", all),
    formulaFactor: number("100"),
    formulaPlace: placeOf("women / all"),
  };

  it.each<[Problem["code"], IndicatorParts, string, string]>([
    [
      "assumed-aggregate",
      { unit: ratio, target: ["2023 >= 1"], measured: ["2023-01 = 1", "2023-02 = 2"] },
      "hint @ 2023-02 = 2",
      "Có 2 giá trị trong cùng một kỳ (tháng 1/2023 và tháng 2/2023) mà không ghi cách gộp: đang lấy giá trị mới nhất.",
    ],
    [
      "refused-aggregate",
      { aggregate: "mean", target: ["2023 >= 1"], measured: ["2023-H1 = 1", "2023-H2 = 2"] },
      "error @ 2023-H2 = 2",
      "Không thể lấy trung bình các tỷ lệ phần trăm, nên năm 2023 không có giá trị.",
    ],
    [
      "duplicate-measurement",
      { measured: ["2023 = 1", "2023 = 2"] },
      "error @ 2023 = 2",
      "Năm 2023 có hai giá trị khác nhau, ở đây 2% và nơi khác 1%: cả hai đều không được tính.",
    ],
    [
      "parts-differ-from-total",
      { ...summed, measured: ["2023 = 10", "2023-H1 = 4", "2023-H2 = 5"] },
      "warning @ 2023 = 10",
      "Tổng của năm 2023 là 10 hoạt động, nhưng các phần cộng lại được 9 hoạt động.",
    ],
    [
      "period-too-long",
      { target: ["2023-Q1 >= 1"], measured: ["2023 = 9"] },
      "warning @ 2023 = 9",
      "Giá trị này của cả năm 2023, dài hơn kỳ của mục tiêu “2023-Q1 >= 1”: quý 1/2023 không có giá trị.",
    ],
    [
      "division-by-zero",
      { ...share, target: ["2023 >= 1"] },
      "information @ women / all",
      "Công thức chia cho 0 ở các năm 2022 và 2023, nên không có giá trị.",
    ],
    [
      "formula-disagrees",
      { ...share, measured: ["2024 = 33,33"] },
      "warning @ 2024 = 33,33",
      "Năm 2024 ghi kết quả 33,33%, còn công thức cho 33,333%.",
    ],
    [
      "measured-in-future",
      { measured: ["2026-03 = 1"] },
      "warning @ 2026-03 = 1",
      "Tháng 3/2026 bắt đầu sau ngày đánh giá, nên giá trị này chưa được tính.",
    ],
    [
      "measured-outside-plan",
      { plan: plan("2021..2030"), measured: ["2020 = 1"] },
      "information @ 2020 = 1",
      "Năm 2020 nằm ngoài giai đoạn của kế hoạch (2021..2030).",
    ],
    [
      "baseline-missing",
      { target: ["2025 for female >= baseline * 1,1"] },
      "warning @ target 2025 for female >= baseline * 1,1",
      "Mục tiêu này tính theo kỳ gốc đối với female nhưng chưa có kỳ gốc",
    ],
    [
      "reach-without-baseline",
      { target: ["2025 reach 60"] },
      "hint @ target 2025 reach 60",
      "“đạt 60%” không nói rõ tăng hay giảm; chưa có kỳ gốc nên hiểu là ít nhất 60%.",
    ],
    [
      "about-without-tolerance",
      { target: ["2025 about 60"] },
      "hint @ target 2025 about 60",
      "đang lấy một phần năm mươi về mỗi phía, từ 58,8% đến 61,2%.",
    ],
    [
      "explain-without-effect",
      { target: ["2023 >= 1"], measured: ["2023 = 1"], explain: ["2023"] },
      "hint @ 2023",
      "Năm 2023 không có gì không đạt hay thiếu số liệu, nên không cần giải trình.",
    ],
  ])("%s", (code, parts, place, words) => {
    const [where, message, ...rest] = shown(check("2024-06-30", parts), code);
    expect(where).toBe(place);
    expect(message).toContain(words);
    expect(rest).toHaveLength(1);
  });

  it.each<[string, Problem["code"], IndicatorParts]>([
    ["nobody comes down to 100%", "reach-without-baseline", { target: ["2025 reach 100"] }],
    [
      "a baseline says which way",
      "reach-without-baseline",
      { baseline: ["2021 = 1"], target: ["2025 reach 60"] },
    ],
    ["a tolerance is given", "about-without-tolerance", { target: ["2025 about 60 within 2"] }],
    ["what is missed is explained", "explain-without-effect", { target: ["2023 >= 1"], explain: ["2023"] }],
  ])("is silent where %s (%s)", (_, code, parts) => {
    expect(shown(check("2024-06-30", parts), code)).toEqual([]);
  });
});

describe("tasks", () => {
  const due = ["every year in 2022..2026"];
  const problems = checkTaskJudgement(
    judgeTask(task({ due, done: ["2022"], explain: ["2023", "2022"] }), period("2026-02-01").first),
  );

  it("are overdue in one problem, what is explained apart", () => {
    expect(shown(problems, "task-overdue")).toEqual([
      "warning @ due every year in 2022..2026",
      "Quá hạn: chưa ghi nhận hoàn thành cho các năm 2024 và 2025.",
      "Overdue: nothing says that this was done for 2024 and 2025.",
      "information @ due every year in 2022..2026",
      "Quá hạn: chưa ghi nhận hoàn thành cho năm 2023. Giải trình: “why 2023”",
      "Overdue: nothing says that this was done for 2023. Explained: “why 2023”",
    ]);
  });

  it("need no explanation for what was done", () => {
    expect(shown(problems, "explain-without-effect")[2]).toBe(
      "Nothing was missed and nothing lacks a value in 2022, so there is nothing to explain.",
    );
  });
});

it("adds the clauses in the document to verdicts only", () => {
  const clause = { place: placeOf("the clause"), message: "clause II.1-1" };
  const problems = check("2026-01-05", { target: ["2025 reach 60"], measured: ["2025 = 9"] });
  const added = withClauses(problems, [clause]).map(({ code, related }) => [code, related.includes(clause)]);
  expect(added).toEqual([
    ["target-missed", true],
    ["reach-without-baseline", false],
  ]);
});
