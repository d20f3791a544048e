/** Windows: what counts in them, when they are closed, what is due in which. */
import type { HandCase } from "./hand-case.ts";
import { indicatorText, oneText, planText, sexText } from "./hand-text.ts";

export const windowCases: readonly HandCase[] = [
  {
    name: "a year's own figure closes the year before it is over",
    why: "2024 begins before A and ends on the window's last day, so W is closed: line 1, 50 >= 50",
    bdg: oneText("percent", "target 2024 >= 50%", "measured 2024 = 50%"),
    asOf: "2024-06-30",
    expect: {
      x: {
        status: "met",
        result: "met",
        forecast: null,
        due: [{ period: "2024", status: "met", value: "50" }],
      },
    },
  },
  {
    name: "December's figure closes the year too",
    why: "the month 2024-12 began on 1 December, ends on the window's last day: line 2, 49 < 50",
    bdg: oneText("percent", "target 2024 >= 50%", "measured 2024-12 = 49%"),
    asOf: "2024-12-01",
    expect: {
      x: {
        status: "missed",
        result: "missed",
        forecast: null,
        due: [{ period: "2024", status: "missed", value: "49" }],
      },
    },
  },
  {
    name: "on the last day the window is not over",
    why: "A is not after W, no value ends on 31 December: not closed; `latest` is no line 4; line 6, ℓ 55 >= 50",
    bdg: oneText("percent", "target 2024 >= 50%", "measured 2024-Q3 = 55%"),
    asOf: "2024-12-31",
    expect: {
      x: {
        status: "on-track",
        result: "pending",
        forecast: "on-track",
        due: [{ period: "2024", status: "on-track", value: "55", expected: null, covered: null }],
      },
    },
  },
  {
    name: "the day after, it is",
    why: "A is after W: closed, line 1 with the third quarter's 55",
    bdg: oneText("percent", "target 2024 >= 50%", "measured 2024-Q3 = 55%"),
    asOf: "2025-01-01",
    expect: {
      x: {
        status: "met",
        result: "met",
        forecast: null,
        due: [{ period: "2024", status: "met", value: "55" }],
      },
    },
  },
  {
    name: "a window that is over and has no value is no-data, though the last value would have met it",
    why: "2023 does not lie inside 2024: no v; line 3; ℓ is 2023's 60 all the same",
    bdg: oneText("percent", "target 2024 >= 50%", "measured 2023 = 60%"),
    asOf: "2025-01-01",
    expect: {
      x: {
        status: "no-data",
        result: "no-data",
        forecast: null,
        due: [{ period: "2024", status: "no-data", value: null, latest: { period: "2023", value: "60" } }],
      },
    },
  },
  {
    name: "nothing measured and not over is pending",
    why: "line 5: there is no ℓ",
    bdg: oneText("percent", "target 2024 >= 50%"),
    asOf: "2024-12-31",
    expect: {
      x: {
        status: "pending",
        result: "pending",
        forecast: "pending",
        due: [{ period: "2024", status: "pending", value: null, latest: null }],
      },
    },
  },
  {
    name: "a value whose period begins after A does not count",
    why: "2025 begins on the day after A; without it there is no ℓ: line 5",
    bdg: oneText("percent", "target 2025 >= 50%", "measured 2025 = 90%"),
    asOf: "2024-12-31",
    expect: {
      x: { status: "pending", due: [{ period: "2025", status: "pending", value: null, latest: null }] },
    },
  },
  {
    name: "a value whose period begins on A counts",
    why: "2025 begins on A, which is not after A; it ends on the window's last day, so it closes it",
    bdg: oneText("percent", "target 2025 >= 50%", "measured 2025 = 90%"),
    asOf: "2025-01-01",
    expect: {
      x: {
        status: "met",
        result: "met",
        forecast: null,
        due: [{ period: "2025", status: "met", value: "90" }],
      },
    },
  },
  {
    name: "a value of a longer period does not count towards the window",
    why: "2024 does not lie inside 2024-Q2, which is over: line 3; it is ℓ",
    bdg: oneText("count", "target 2024-Q2 >= 5", "measured 2024 = 9"),
    asOf: "2024-07-01",
    expect: {
      x: {
        status: "no-data",
        due: [{ period: "2024-Q2", status: "no-data", value: null, latest: { period: "2024", value: "9" } }],
      },
    },
  },
  {
    name: "a longer period that ends on the window's last day does not close it",
    why: "2024 is no value in 2024-Q4; on the last day A is not after it; line 5. Open, so the pending is a forecast's",
    bdg: oneText("count", "target 2024-Q4 >= 5", "measured 2024 = 9"),
    asOf: "2024-12-31",
    expect: {
      x: {
        status: "pending",
        result: "pending",
        forecast: "pending",
        due: [{ period: "2024-Q4", status: "pending", value: null }],
      },
    },
  },
  {
    name: "a reporting year that ends on 14 December",
    why: "2024 is 2023-12-15..2024-12-14: 1 + 2 lie in it, the 4 of 15 December does not; 15 December is after W: line 2",
    bdg: planText(
      ["year ends 14/12"],
      indicatorText(
        "x",
        "count",
        "target 2024 >= 4",
        "measured 2023-12-15 = 1",
        "measured 2024-12-14 = 2",
        "measured 2024-12-15 = 4",
      ),
    ),
    asOf: "2024-12-15",
    expect: {
      x: {
        status: "missed",
        due: [{ period: "2024", status: "missed", value: "3", latest: { period: "2024-12-15", value: "4" } }],
      },
    },
  },
  {
    name: "halves, quarters and months of that year end on the 14th",
    why: "H1 ends 2024-06-14, Q1 2024-03-14, March 2024-03-14; a value of 14 March closes Q1 and March, not H1 (line 6)",
    bdg: planText(
      ["year ends 14/12"],
      indicatorText(
        "x",
        "percent",
        "target 2024-H1 >= 5",
        "target 2024-Q1 >= 5",
        "target 2024-03 >= 6",
        "measured 2024-03-14 = 5",
      ),
    ),
    asOf: "2024-03-14",
    expect: {
      x: {
        due: [
          { period: "2024-H1", status: "on-track", value: "5" },
          { period: "2024-Q1", status: "met", value: "5" },
          { period: "2024-03", status: "missed", value: "5" },
        ],
      },
    },
  },
  {
    name: "a range is one due point for each of its periods",
    why: "2023: 60 closes it, met. 2024: over without a value, no-data. 2025: not over, ℓ 60 meets, line 6. Headline: 2024 before A, 2025 after",
    bdg: oneText("percent", "target 2023..2025 >= 50%", "measured 2023 = 60%"),
    asOf: "2025-01-01",
    expect: {
      x: {
        status: "no-data",
        result: "no-data",
        forecast: "on-track",
        due: [
          { period: "2023", status: "met", value: "60" },
          { period: "2024", status: "no-data", value: null },
          { period: "2025", status: "on-track", value: null },
        ],
      },
    },
  },
  {
    name: "an open range runs to the plan's end",
    why: "the plan ends with 2030: 2028, 2029, 2030; nothing measured: line 5",
    bdg: oneText("percent", "target 2028.. >= 50%"),
    asOf: "2024-06-30",
    expect: {
      x: {
        due: [
          { period: "2028", status: "pending" },
          { period: "2029", status: "pending" },
          { period: "2030", status: "pending" },
        ],
      },
    },
  },
  {
    name: "every month begins with the first that ends after the first day of `issued`",
    why: "October ends on 31 October, which is not after it; November does",
    bdg: planText(
      ["period 2030..2030", "issued 2030-10-31"],
      indicatorText("x", "count", "target every month >= 1"),
    ),
    asOf: "2030-12-01",
    expect: {
      x: {
        status: "no-data",
        result: "no-data",
        forecast: "pending",
        due: [
          { period: "2030-11", status: "no-data" },
          { period: "2030-12", status: "pending" },
        ],
      },
    },
  },
  {
    name: "a year that is under way when the plan is issued is due",
    why: "2021 ends after 2021-11-30",
    bdg: planText(
      ["period 2021..2022", "issued 2021-11-30"],
      indicatorText("x", "count", "target every year >= 1"),
    ),
    asOf: "2021-12-01",
    expect: {
      x: {
        due: [
          { period: "2021", status: "pending" },
          { period: "2022", status: "pending" },
        ],
      },
    },
  },
  {
    name: "every quarter in a range, whenever the plan was issued",
    why: "the range after `in` stands for itself; Q1: sum of 5 <= 10 but more may come, line 5, although ℓ would meet it",
    bdg: planText(
      ["issued 2024-05-05"],
      indicatorText("x", "count", "target every quarter in 2024-Q1..2024-Q2 <= 10", "measured 2024-01 = 5"),
    ),
    asOf: "2024-03-15",
    expect: {
      x: {
        status: "pending",
        due: [
          { period: "2024-Q1", status: "pending", value: "5" },
          { period: "2024-Q2", status: "pending", value: null },
        ],
      },
    },
  },
  {
    name: "a recurring target makes no forecast",
    why: "line 5: the target recurs; with `latest` neither line 4 nor line 6 is reached",
    bdg: oneText("percent", "target every year in 2024..2024 >= 50%", "measured 2024-Q1 = 60%"),
    asOf: "2024-06-30",
    expect: {
      x: {
        status: "pending",
        result: "pending",
        forecast: "pending",
        due: [{ period: "2024", status: "pending", value: "60" }],
      },
    },
  },
  {
    name: "a category's values, baseline and direction are its own",
    why: "female: baseline 30 above 20, so at most 20: 20 met. All: no baseline, so at least 20: 19 missed. Male: nothing, no-data",
    bdg: planText(
      [],
      sexText,
      indicatorText(
        "x",
        "percent",
        "baseline 2021 for female = 30%",
        "target 2024 for female reach 20%",
        "target 2024 reach 20%",
        "target 2024 for male reach 20%",
        "measured 2024 for female = 20%",
        "measured 2024 = 19%",
      ),
    ),
    asOf: "2025-01-01",
    expect: {
      x: {
        status: "missed",
        due: [
          { period: "2024", category: "female", status: "met", value: "20" },
          { period: "2024", category: null, status: "missed", value: "19" },
          { period: "2024", category: "male", status: "no-data", value: null, latest: null },
        ],
      },
    },
  },
  {
    name: "comparators at their edges",
    why: "about 60 within 2 is 58..62; about 50 is 49..51 (a fiftieth of 50 is 1); between takes both ends in; > and < leave the bound out",
    bdg: planText(
      [],
      indicatorText("a", "percent", "target 2024 about 60% within 2%", "measured 2024 = 58%"),
      indicatorText("b", "percent", "target 2024 about 60% within 2%", "measured 2024 = 57.9%"),
      indicatorText("c", "percent", "target 2024 about 50%", "measured 2024 = 51%"),
      indicatorText("d", "percent", "target 2024 about 50%", "measured 2024 = 51.1%"),
      indicatorText("e", "percent", "target 2024 between 40% and 50%", "measured 2024 = 50%"),
      indicatorText("f", "percent", "target 2024 > 50%", "measured 2024 = 50%"),
      indicatorText("g", "percent", "target 2024 < 50%", "measured 2024 = 50%"),
      indicatorText("h", "percent", "target 2024 = 45%", "measured 2024 = 9 of 20"),
      indicatorText("i", "percent", "target 2024 >= 66.67%", "measured 2024 = 2 of 3"),
    ),
    asOf: "2025-01-01",
    expect: {
      a: { due: [{ period: "2024", status: "met" }] },
      b: { due: [{ period: "2024", status: "missed" }] },
      c: { due: [{ period: "2024", status: "met" }] },
      d: { due: [{ period: "2024", status: "missed" }] },
      e: { due: [{ period: "2024", status: "met" }] },
      f: { due: [{ period: "2024", status: "missed" }] },
      g: { due: [{ period: "2024", status: "missed" }] },
      h: { due: [{ period: "2024", status: "met", value: "45" }] },
      i: { due: [{ period: "2024", status: "missed", value: "66.666666666667" }] },
    },
  },
  {
    name: "a bound relative to a baseline, and one whose baseline is missing",
    why: "50 * 0.9 = 45 and 50 + 10 = 60 against 50; y has no baseline: pending, although 2024 is over and has a value",
    bdg: planText(
      [],
      indicatorText(
        "x",
        "percent",
        "baseline 2021 = 50%",
        "target 2024 <= baseline * 0.9",
        "target 2024 >= baseline + 10 point",
        "measured 2024 = 45%",
      ),
      indicatorText("y", "percent", "target 2024 <= baseline * 0.9", "measured 2024 = 45%"),
    ),
    asOf: "2025-01-01",
    expect: {
      x: {
        status: "missed",
        due: [
          { period: "2024", status: "met", value: "45" },
          { period: "2024", status: "missed", value: "45" },
        ],
      },
      y: { status: "pending", due: [{ period: "2024", status: "pending", expected: null, covered: null }] },
    },
  },
  {
    name: "two baselines of a category: the later year's counts, two unequal ones of a year don't, equal ones do",
    why: "reach 10 and a value of 6: down from 50 (met), up from 1 (missed), up without a baseline (missed)",
    bdg: planText(
      [],
      indicatorText(
        "a",
        "count",
        "baseline 2020 = 50",
        "baseline 2019 = 1",
        "target 2024 reach 10",
        "measured 2024 = 6",
      ),
      indicatorText(
        "b",
        "count",
        "baseline 2019 = 50",
        "baseline 2020 = 1",
        "target 2024 reach 10",
        "measured 2024 = 6",
      ),
      indicatorText(
        "c",
        "count",
        "baseline 2020 = 50",
        "baseline 2020 = 1",
        "target 2024 reach 10",
        "measured 2024 = 6",
      ),
      indicatorText(
        "d",
        "count",
        "baseline 2020 = 1",
        "baseline 2020 = 50",
        "target 2024 reach 10",
        "measured 2024 = 6",
      ),
      indicatorText(
        "e",
        "count",
        "baseline 2020 = 50",
        "baseline 2020 = 50",
        "target 2024 reach 10",
        "measured 2024 = 6",
      ),
    ),
    asOf: "2025-01-01",
    expect: {
      a: { due: [{ period: "2024", status: "met" }] },
      b: { due: [{ period: "2024", status: "missed" }] },
      c: { due: [{ period: "2024", status: "missed" }] },
      d: { due: [{ period: "2024", status: "missed" }] },
      e: { due: [{ period: "2024", status: "met" }] },
    },
  },
  {
    name: "values in a report, with the report's period and source or their own",
    why: "x of 2024 is 55, y's 40 is of the month 2024-01: not inside 2024-Q2",
    bdg: planText(
      [],
      indicatorText("x", "percent", "target 2024 >= 55%"),
      indicatorText("y", "count", "target 2024-Q1 >= 40", "target 2024-Q2 >= 40"),
      'report 2024 "BC 231" {\n  x = 11 of 20\n  y 2024-01 = 40\n}',
    ),
    asOf: "2025-01-01",
    expect: {
      x: { status: "met", due: [{ period: "2024", status: "met", value: "55" }] },
      y: {
        status: "no-data",
        due: [
          { period: "2024-Q1", status: "met", value: "40" },
          { period: "2024-Q2", status: "no-data", value: null },
        ],
      },
    },
  },
];
