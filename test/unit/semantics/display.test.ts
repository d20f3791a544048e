import { describe, expect, it } from "vitest";
import {
  decimalsApart,
  formatCondition,
  formatGap,
  formatNumber,
  formatPeriod,
  formatPeriodPhrase,
  formatPeriods,
  formatQuantity,
  formatValue,
} from "../../../server/src/semantics/display.ts";
import { conditionOf } from "../../../server/src/semantics/evaluator/condition.ts";
import { divide, fromInteger } from "../../../server/src/semantics/rational.ts";
import { activity, indicator, number, percent, period, periods, span, target } from "../../support/models.ts";

const twoThirds = divide(fromInteger(200), fromInteger(3))!;

describe("numbers", () => {
  it.each([
    ["1234,5", "1234,5", "1234.5", "four digits need no grouping"],
    ["10000", "10\u00a0000", "10\u00a0000", "a no-break space, which the language reads back"],
    ["1234567,25", "1\u00a0234\u00a0567,25", "1\u00a0234\u00a0567.25", "every three digits"],
    ["-3", "−3", "−3", "a real minus sign"],
    ["100000", "100\u00a0000", "100\u00a0000", "six digits have one group"],
  ])("%s", (value, vi, en) => {
    expect([formatNumber(number(value), null, "vi"), formatNumber(number(value), null, "en")]).toEqual([
      vi,
      en,
    ]);
  });

  it("rounds to two decimals unless the unit says how many", () => {
    expect(formatValue(twoThirds, percent, "vi")).toBe("66,67%");
    expect(formatValue(twoThirds, { ...percent, decimals: 0 }, "vi")).toBe("67%");
  });

  it("shows as many decimals as tell a miss from its target", () => {
    const bound = number("66.67");
    expect(formatValue(twoThirds, percent, "en", decimalsApart(twoThirds, bound, percent))).toBe("66.667%");
    expect(decimalsApart(number("52.5"), number("60"), percent)).toBeNull();
  });
});

describe("values", () => {
  it("keeps the counts of a share", () => {
    const quantity = indicator({ measured: ["2024 = 11 of 20"] }).measured[0]!.quantity;
    expect(formatQuantity(quantity, percent, "vi")).toBe("55% (11/20)");
  });

  it("writes a unit's name after a space", () => {
    expect(formatValue(number("3"), activity, "vi")).toBe("3 hoạt động");
  });

  it.each([
    ["-2,5", "2,5 điểm phần trăm", "2.5 percentage points"],
    ["1", "1 điểm phần trăm", "1 percentage point"],
    ["0,0004", "0,0004 điểm phần trăm", "0.0004 percentage points"],
  ])("gap %s of percentages is in points", (gap, vi, en) => {
    expect([formatGap(number(gap), percent, "vi"), formatGap(number(gap), percent, "en")]).toEqual([vi, en]);
  });
});

describe("periods", () => {
  it.each([
    ["2025", "2025", "2025", "năm 2025", "in 2025"],
    [
      "2025-H1",
      "6 tháng đầu năm 2025",
      "first half of 2025",
      "6 tháng đầu năm 2025",
      "in the first half of 2025",
    ],
    [
      "2025-H2",
      "6 tháng cuối năm 2025",
      "second half of 2025",
      "6 tháng cuối năm 2025",
      "in the second half of 2025",
    ],
    ["2025-Q3", "quý 3/2025", "Q3 2025", "quý 3/2025", "in Q3 2025"],
    ["2025-03", "tháng 3/2025", "March 2025", "tháng 3/2025", "in March 2025"],
    ["2025-03-31", "31/3/2025", "31 March 2025", "ngày 31/3/2025", "on 31 March 2025"],
  ])("%s", (text, vi, en, phraseVi, phraseEn) => {
    const one = period(text);
    expect([formatPeriod(one, "vi"), formatPeriod(one, "en")]).toEqual([vi, en]);
    expect([formatPeriodPhrase(one, "vi"), formatPeriodPhrase(one, "en")]).toEqual([phraseVi, phraseEn]);
  });

  it("keeps a total's range", () => {
    expect(formatPeriodPhrase(span("2021..2025"), "vi")).toBe("giai đoạn 2021–2025");
  });

  it("names a reporting month by its name, though it ends on the 14th", () => {
    expect(formatPeriod(period("2025-03", { monthEndsOn: 14 }), "vi")).toBe("tháng 3/2025");
  });

  it("joins what follows each other", () => {
    const years = periods("2021..2030");
    const some = [0, 2, 3, 4, 6, 7].map((index) => years[index]!);
    expect(formatPeriods(some, "vi")).toBe("2021, 2023–2025, 2027 và 2028");
    expect(formatPeriods(periods("2023-01..2023-09"), "en")).toBe("January 2023 – September 2023");
  });
});

describe("conditions", () => {
  it.each([
    ["2025 reach 60", "đạt 60%", "reach 60%"],
    ["2025 >= 62,5", "ít nhất 62,5%", "at least 62.5%"],
    ["2025 <= 5", "không quá 5%", "at most 5%"],
    ["2025 between 17 and 19", "từ 17% đến 19%", "from 17% to 19%"],
    ["2025 about 60 within 2", "khoảng 60%, sai số 2 điểm phần trăm", "about 60% within 2 percentage points"],
  ])("%s", (text, vi, en) => {
    const condition = conditionOf(target(text), null, indicator({}))!;
    expect([formatCondition(condition, percent, "vi"), formatCondition(condition, percent, "en")]).toEqual([
      vi,
      en,
    ]);
  });
});
