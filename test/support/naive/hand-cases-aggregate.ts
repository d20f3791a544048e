/** How several values make one: aggregates, duplicates, totals, formulas, units. */
import type { HandCase } from "./hand-case.ts";
import { indicatorText, oneText, planText } from "./hand-text.ts";

export const aggregateCases: readonly HandCase[] = [
  {
    name: "latest: of two that end on one day, the longer",
    why: "2024 and 2024-12 both end on 31 December; the year is longer: 40 < 50",
    bdg: oneText("percent", "target 2024 >= 50%", "measured 2024-12 = 60%", "measured 2024 = 40%"),
    asOf: "2025-01-01",
    expect: {
      x: {
        status: "missed",
        due: [{ period: "2024", status: "missed", value: "40", latest: { period: "2024", value: "40" } }],
      },
    },
  },
  {
    name: "latest: the one that ends last, however short",
    why: "July ends after the first half: 60",
    bdg: oneText("percent", "target 2024 >= 50%", "measured 2024-07 = 60%", "measured 2024-H1 = 40%"),
    asOf: "2025-01-01",
    expect: { x: { status: "met", due: [{ period: "2024", status: "met", value: "60" }] } },
  },
  {
    name: "sum leaves out what lies inside another value's period",
    why: "January and February lie inside the first quarter: 3 + 2 = 5",
    bdg: oneText(
      "count",
      "target 2024 >= 5",
      "measured 2024-01 = 1",
      "measured 2024-02 = 5",
      "measured 2024-Q1 = 3",
      "measured 2024-04 = 2",
    ),
    asOf: "2025-01-01",
    expect: { x: { status: "met", due: [{ period: "2024", status: "met", value: "5" }] } },
  },
  {
    name: "an outer value that does not lie in the window hides nothing",
    why: "for 2024-Q1 the year's 9 is no value in the window, so January's 1 and February's 2 stand: 3",
    bdg: oneText(
      "count",
      "target 2024-Q1 >= 3",
      "measured 2024 = 9",
      "measured 2024-01 = 1",
      "measured 2024-02 = 2",
    ),
    asOf: "2024-04-01",
    expect: { x: { status: "met", due: [{ period: "2024-Q1", status: "met", value: "3" }] } },
  },
  {
    name: "max leaves out what lies inside another value's period",
    why: "March's 20 lies inside the year's 10: max is 10, below 15; the year's value closes 2024",
    bdg: oneText(
      "count",
      "aggregate max",
      "target 2024 >= 15",
      "measured 2024-03 = 20",
      "measured 2024 = 10",
    ),
    asOf: "2024-06-30",
    expect: { x: { status: "missed", due: [{ period: "2024", status: "missed", value: "10" }] } },
  },
  {
    name: "a sum that has reached its target stays there",
    why: "not closed; line 4: sum upward, 3 + 2 >= 5; not closed, so it stands with the forecasts",
    bdg: oneText("count", "target 2024 >= 5", "measured 2024-Q1 = 3", "measured 2024-04 = 2"),
    asOf: "2024-06-30",
    expect: {
      x: {
        status: "met",
        result: "pending",
        forecast: "met",
        due: [{ period: "2024", status: "met", value: "5" }],
      },
    },
  },
  {
    name: "a sum that must stay low is not settled before the end",
    why: "not closed; line 4 asks sum to go upward; line 5: the aggregate is not latest",
    bdg: oneText("count", "target 2024 <= 5", "measured 2024-Q1 = 3"),
    asOf: "2024-06-30",
    expect: { x: { status: "pending", due: [{ period: "2024", status: "pending", value: "3" }] } },
  },
  {
    name: "max upward and min downward can't be undone, the others can",
    why: "line 4 for max >= and min <=; for max <= and min >= line 5",
    bdg: planText(
      [],
      indicatorText("a", "person", "aggregate max", "target 2024 >= 5", "measured 2024-01 = 5"),
      indicatorText("b", "person", "aggregate max", "target 2024 <= 5", "measured 2024-01 = 5"),
      indicatorText("c", "person", "aggregate min", "target 2024 <= 5", "measured 2024-01 = 5"),
      indicatorText("d", "person", "aggregate min", "target 2024 >= 5", "measured 2024-01 = 5"),
      indicatorText("e", "person", "aggregate max", "target 2024 >= 5", "measured 2024-01 = 4"),
    ),
    asOf: "2024-06-30",
    expect: {
      a: { due: [{ period: "2024", status: "met" }] },
      b: { due: [{ period: "2024", status: "pending" }] },
      c: { due: [{ period: "2024", status: "met" }] },
      d: { due: [{ period: "2024", status: "pending" }] },
      e: { due: [{ period: "2024", status: "pending" }] },
    },
  },
  {
    name: "mean",
    why: "(2 + 4 + 4) / 3 = 3.333…",
    bdg: oneText(
      "person",
      "aggregate mean",
      "target 2024 >= 3",
      "measured 2024-01 = 2",
      "measured 2024-02 = 4",
      "measured 2024-03 = 4",
    ),
    asOf: "2025-01-01",
    expect: { x: { status: "met", due: [{ period: "2024", status: "met", value: "3.333333333333" }] } },
  },
  {
    name: "shares add as shares",
    why: "9 of 20 and 3 of 10 are 12 of 30: 40%",
    bdg: oneText(
      "percent",
      "aggregate sum",
      "target 2024 >= 40%",
      "measured 2024-H1 = 9 of 20",
      "measured 2024-H2 = 3 of 10",
    ),
    asOf: "2025-01-01",
    expect: { x: { status: "met", due: [{ period: "2024", status: "met", value: "40" }] } },
  },
  {
    name: "the mean of shares is refused",
    why: "no value in a window that is over: line 3",
    bdg: oneText(
      "percent",
      "aggregate mean",
      "target 2024 >= 40%",
      "measured 2024-H1 = 9 of 20",
      "measured 2024-H2 = 3 of 10",
    ),
    asOf: "2025-01-01",
    expect: {
      x: {
        status: "no-data",
        due: [{ period: "2024", status: "no-data", value: null, latest: { period: "2024-H2", value: "30" } }],
      },
    },
  },
  {
    name: "the sum of percentages without their counts is refused, one without being enough",
    why: "closed by the second half's value but without v; A is not after W; line 5, not latest. Closed, so no forecast",
    bdg: oneText(
      "percent",
      "aggregate sum",
      "target 2024 >= 40%",
      "measured 2024-H1 = 9 of 20",
      "measured 2024-H2 = 30%",
    ),
    asOf: "2024-12-31",
    expect: {
      x: {
        status: "pending",
        result: "pending",
        forecast: null,
        due: [{ period: "2024", status: "pending", value: null }],
      },
    },
  },
  {
    name: "two equal values for one period count once",
    why: "3, not 6",
    bdg: oneText("count", "target 2024 >= 4", "measured 2024-01 = 3", "measured 2024-01 = 3"),
    asOf: "2025-01-01",
    expect: { x: { status: "missed", due: [{ period: "2024", status: "missed", value: "3" }] } },
  },
  {
    name: "of 45% and 9 of 20 the share is kept",
    why: "so that it can be added: 12 of 30",
    bdg: oneText(
      "percent",
      "aggregate sum",
      "target 2024 >= 40%",
      "measured 2024-H1 = 45%",
      "measured 2024-H1 = 9 of 20",
      "measured 2024-H2 = 3 of 10",
    ),
    asOf: "2025-01-01",
    expect: { x: { status: "met", due: [{ period: "2024", status: "met", value: "40" }] } },
  },
  {
    name: "of two unequal values for one period neither counts",
    why: "2024 has no value left and is over: no-data; ℓ is 2023's",
    bdg: oneText(
      "percent",
      "target 2024 >= 50%",
      "measured 2023 = 20%",
      "measured 2024 = 60%",
      "measured 2024 = 61%",
    ),
    asOf: "2025-01-01",
    expect: {
      x: {
        status: "no-data",
        due: [{ period: "2024", status: "no-data", value: null, latest: { period: "2023", value: "20" } }],
      },
    },
  },
  {
    name: "unequal values of different categories are no duplicates",
    why: "a category's values are its own",
    bdg: planText(
      [],
      'dimension sex "Giới tính" { female "Nữ"  male "Nam" }',
      indicatorText(
        "x",
        "percent",
        "target 2024 >= 50%",
        "measured 2024 = 60%",
        "measured 2024 for female = 61%",
      ),
    ),
    asOf: "2025-01-01",
    expect: { x: { status: "met", due: [{ period: "2024", status: "met", value: "60" }] } },
  },
  {
    name: "a total is summed whatever the unit's aggregate",
    why: "4 + 6 = 10; person is latest, but a total sums: line 4; 2024 is not over and the first half ends before it",
    bdg: oneText("person", "target total 2023..2024 >= 10", "measured 2023 = 4", "measured 2024-H1 = 6"),
    asOf: "2024-07-01",
    expect: {
      x: {
        status: "met",
        result: "pending",
        forecast: "met",
        due: [{ period: "2023..2024", status: "met", value: "10" }],
      },
    },
  },
  {
    name: "a total not yet reached is pending, whatever ℓ is",
    why: "line 5: the total's aggregate is sum; 4 + 6 < 11, and ℓ alone says nothing",
    bdg: oneText("person", "target total 2023..2024 >= 11", "measured 2023 = 4", "measured 2024-H1 = 6"),
    asOf: "2024-07-01",
    expect: {
      x: {
        status: "pending",
        due: [{ period: "2023..2024", status: "pending", value: "10", expected: null }],
      },
    },
  },
  {
    name: "units of one scale are converted",
    why: "500 trieu is 0.5 ty, and 1500 trieu 1.5 ty: 0.5 + 1 >= 1.5",
    bdg: planText(
      [],
      'unit trieu "triệu đồng" {\n  aggregate sum\n}',
      'unit ty "tỷ đồng" {\n  scale 1000 trieu\n  aggregate sum\n}',
      indicatorText(
        "x",
        "ty",
        "target 2024 >= 1500 trieu",
        "measured 2024-H1 = 500 trieu",
        "measured 2024-H2 = 1",
      ),
    ),
    asOf: "2025-01-01",
    expect: { x: { status: "met", due: [{ period: "2024", status: "met", value: "1.5" }] } },
  },
  {
    name: "a formula's measured periods are those that all its operands have",
    why: "a and b both have 2024: 9 / 20 is 45%, the year is closed by it",
    bdg: planText(
      [],
      indicatorText("a", "person", "measured 2024 = 9"),
      indicatorText("b", "person", "measured 2024 = 20"),
      indicatorText("x", "percent", "formula = a / b", "target 2024 >= 45%"),
    ),
    asOf: "2024-06-30",
    expect: {
      x: {
        status: "met",
        result: "met",
        forecast: null,
        due: [{ period: "2024", status: "met", value: "45", latest: { period: "2024", value: "45" } }],
      },
    },
  },
  {
    name: "a formula's window has a value from operands of different periods, but no measured period",
    why: "a(2024) = 9, b(2024) = 20 from December; no common period: not closed on the last day, no ℓ: line 5",
    bdg: planText(
      [],
      indicatorText("a", "person", "measured 2024 = 9"),
      indicatorText("b", "person", "measured 2024-12 = 20"),
      indicatorText("x", "percent", "formula = a / b", "target 2024 >= 45%"),
    ),
    asOf: "2024-12-31",
    expect: {
      x: { status: "pending", due: [{ period: "2024", status: "pending", value: "45", latest: null }] },
    },
  },
  {
    name: "a formula's operands are aggregated each in its own way",
    why: "a sums 4 + 5 = 9, b takes the latest 20: 45%; A is after W: line 1. ℓ is the second half's 5 of 20",
    bdg: planText(
      [],
      indicatorText("a", "count", "measured 2024-H1 = 4", "measured 2024-H2 = 5"),
      indicatorText("b", "count", "aggregate latest", "measured 2024-H1 = 10", "measured 2024-H2 = 20"),
      indicatorText("x", "percent", "formula = a / b", "target 2024 >= 45%"),
    ),
    asOf: "2025-01-01",
    expect: {
      x: {
        status: "met",
        due: [{ period: "2024", status: "met", value: "45", latest: { period: "2024-H2", value: "25" } }],
      },
    },
  },
  {
    name: "a division by zero gives no value",
    why: "b is 0: no v and A is after W: line 3",
    bdg: planText(
      [],
      indicatorText("a", "person", "measured 2024 = 9"),
      indicatorText("b", "person", "measured 2024 = 0"),
      indicatorText("x", "percent", "formula = a / b", "target 2024 >= 45%"),
    ),
    asOf: "2025-01-01",
    expect: { x: { status: "no-data", due: [{ period: "2024", status: "no-data", value: null }] } },
  },
];
