/** Forecasts: the path and how much of it is covered. */
import type { HandCase } from "./hand-case.ts";
import { indicatorText, oneText, planText, sexText } from "./hand-text.ts";

/** Ten days from 0 to 100, seen on the fifth: the path is at 50. */
const tenDays = (id: string, value: string, ...more: string[]) =>
  indicatorText(
    id,
    "percent",
    "baseline 2024-01-01 = 0%",
    "target 2024-01-11 >= 100%",
    `measured 2024-01-06 = ${value}%`,
    ...more,
  );

const worked = (value: string) =>
  oneText(
    "percent",
    "baseline 2021 = 45%",
    "target 2025 reach 60%",
    "target 2030 reach 75%",
    "measured 2022 = 9 of 20",
    `measured 2023 = ${value}%`,
  );

export const pathCases: readonly HandCase[] = [
  {
    name: "the worked example, on the path",
    why: "45 + 15 * 730 / 1461 = 52.4949; 7.5 * 1461 / 10950 = 1.00068; both due points see the same path at 2023's end",
    bdg: worked("52.5"),
    asOf: "2024-06-30",
    expect: {
      x: {
        status: "on-track",
        result: "pending",
        forecast: "on-track",
        due: [
          {
            period: "2025",
            status: "on-track",
            value: null,
            latest: { period: "2023", value: "52.5" },
            expected: "52.494866529774",
            covered: "1.000684931507",
          },
          {
            period: "2030",
            status: "on-track",
            value: null,
            expected: "52.494866529774",
            covered: "1.000684931507",
          },
        ],
      },
    },
  },
  {
    name: "the worked example with 51.5",
    why: "6.5 * 1461 / 10950 = 0.86726…",
    bdg: worked("51.5"),
    asOf: "2024-06-30",
    expect: {
      x: {
        status: "at-risk",
        due: [
          { period: "2025", status: "at-risk", covered: "0.867260273973" },
          { period: "2030", status: "at-risk", covered: "0.867260273973" },
        ],
      },
    },
  },
  {
    name: "the worked example with 50.9",
    why: "5.9 * 1461 / 10950 = 0.78720…",
    bdg: worked("50.9"),
    asOf: "2024-06-30",
    expect: {
      x: {
        status: "off-track",
        due: [
          { period: "2025", status: "off-track", covered: "0.787205479452" },
          { period: "2030", status: "off-track", covered: "0.787205479452" },
        ],
      },
    },
  },
  {
    name: "the edges belong to the better side",
    why: "47.5 / 50 is 95%, 40 / 50 is 80%",
    bdg: planText(
      [],
      tenDays("a", "47.5"),
      tenDays("b", "47.4"),
      tenDays("c", "40"),
      tenDays("d", "39.9"),
      tenDays("e", "50"),
    ),
    asOf: "2024-01-06",
    expect: {
      a: { due: [{ period: "2024-01-11", status: "on-track", expected: "50", covered: "0.95" }] },
      b: { due: [{ period: "2024-01-11", status: "at-risk", expected: "50", covered: "0.948" }] },
      c: { due: [{ period: "2024-01-11", status: "at-risk", expected: "50", covered: "0.8" }] },
      d: { due: [{ period: "2024-01-11", status: "off-track", expected: "50", covered: "0.798" }] },
      e: { due: [{ period: "2024-01-11", status: "on-track", expected: "50", covered: "1" }] },
    },
  },
  {
    name: "edges of the indicator's own",
    why: "45 / 50 is 90%, 25 / 50 is 50%",
    bdg: planText(
      [],
      tenDays("a", "45", "on track from 90%", "off track below 50%"),
      tenDays("b", "25", "on track from 90%", "off track below 50%"),
      tenDays("c", "24", "on track from 90%", "off track below 50%"),
    ),
    asOf: "2024-01-06",
    expect: {
      a: { due: [{ period: "2024-01-11", status: "on-track" }] },
      b: { due: [{ period: "2024-01-11", status: "at-risk" }] },
      c: { due: [{ period: "2024-01-11", status: "off-track" }] },
    },
  },
  {
    name: "path none",
    why: "line 7 for a value that does not meet the condition, line 6 for one that does",
    bdg: planText([], tenDays("a", "50", "path none"), tenDays("b", "100", "path none")),
    asOf: "2024-01-06",
    expect: {
      a: { due: [{ period: "2024-01-11", status: "pending", expected: null, covered: null }] },
      b: { due: [{ period: "2024-01-11", status: "on-track", expected: null, covered: null }] },
    },
  },
  {
    name: "a condition without direction has no path",
    why: "line 7: 50 is not 60; line 6: 60 is",
    bdg: planText(
      [],
      indicatorText("a", "percent", "baseline 2021 = 0%", "target 2025 = 60%", "measured 2023 = 50%"),
      indicatorText(
        "b",
        "percent",
        "baseline 2021 = 0%",
        "target 2025 between 60% and 70%",
        "measured 2023 = 60%",
      ),
    ),
    asOf: "2024-06-30",
    expect: {
      a: { due: [{ period: "2025", status: "pending", expected: null }] },
      b: { due: [{ period: "2025", status: "on-track", expected: null }] },
    },
  },
  {
    name: "reach under a higher baseline goes down",
    why: "30 on 2021-12-31 to 20 on 2025-12-31, 1461 days; on day 1096 at 30 - 10960/1461; covered 6 * 1461 / 10960 = 0.79982, below 80%",
    bdg: oneText("percent", "baseline 2021 = 30%", "target 2025 reach 20%", "measured 2024 = 24%"),
    asOf: "2024-12-31",
    expect: {
      x: {
        status: "off-track",
        due: [
          { period: "2025", status: "off-track", expected: "22.498288843258", covered: "0.799817518248" },
        ],
      },
    },
  },
  {
    name: "reach at the baseline goes up, along a level path",
    why: "50 is not above 50: up. The path stays at 50, the start value: no covered; 49 is behind it: line 10",
    bdg: oneText("percent", "baseline 2021 = 50%", "target 2025 reach 50%", "measured 2024 = 49%"),
    asOf: "2024-12-31",
    expect: { x: { due: [{ period: "2025", status: "off-track", expected: "50", covered: null }] } },
  },
  {
    name: "at a level path is on track, without a covered part",
    why: "50 is not above 50, but at the path, which stays at the start value: line 8",
    bdg: oneText("percent", "baseline 2021 = 50%", "target 2025 > 50%", "measured 2024 = 50%"),
    asOf: "2024-12-31",
    expect: { x: { due: [{ period: "2025", status: "on-track", expected: "50", covered: null }] } },
  },
  {
    name: "the path of a category starts at its own baseline",
    why: "female: 0 to 100 over ten days, 45 of 50 on the fifth; the baseline without category is another's",
    bdg: planText(
      [],
      sexText,
      indicatorText(
        "x",
        "percent",
        "baseline 2023 = 90%",
        "baseline 2024-01-01 for female = 0%",
        "target 2024-01-11 for female >= 100%",
        "measured 2024-01-06 for female = 45%",
      ),
    ),
    asOf: "2024-01-06",
    expect: {
      x: {
        due: [
          { period: "2024-01-11", category: "female", status: "at-risk", expected: "50", covered: "0.9" },
        ],
      },
    },
  },
  {
    name: "a recurring target in the way does not bend the path",
    why: "from 0 on 2023-12-31 to 100 on 2024-12-31: 100 * 182 / 366 on 30 June; 45 * 366 / 18200 = 0.90494…; through 10 on 30 June it would be beyond",
    bdg: oneText(
      "percent",
      "baseline 2023 = 0%",
      "target 2024 >= 100%",
      "target every quarter in 2024-Q2..2024-Q2 >= 10%",
      "measured 2024-Q2 = 45%",
    ),
    asOf: "2024-07-01",
    expect: {
      x: {
        due: [
          {
            period: "2024",
            status: "at-risk",
            value: "45",
            expected: "49.726775956284",
            covered: "0.904945054945",
          },
          { period: "2024-Q2", status: "met", value: "45" },
        ],
      },
    },
  },
  {
    name: "a floor under the baseline is no way down",
    why: "27 lies behind 28.2 upward: left out, the path stays at 28.2, which is the start value; 26 misses 27 and is behind: line 10",
    bdg: oneText("percent", "baseline 2021 = 28.2%", "target 2025 >= 27%", "measured 2023 = 26%"),
    asOf: "2024-06-30",
    expect: { x: { due: [{ period: "2025", status: "off-track", expected: "28.2", covered: null }] } },
  },
  {
    name: "of two milestones on one day the more demanding makes the path",
    why: "0 on 2022-12-31 to 80 on 2024-12-31, 731 days, at 80 * 365 / 731 after 365; 31 * 731 / 29200 = 0.77606",
    bdg: oneText(
      "percent",
      "baseline 2022 = 0%",
      "target 2024-12 >= 80%",
      "target 2024 >= 40%",
      "measured 2023 = 31%",
    ),
    asOf: "2024-06-30",
    expect: {
      x: {
        due: [
          { period: "2024-12", status: "off-track", expected: "39.945280437756", covered: "0.776061643836" },
          { period: "2024", status: "off-track", expected: "39.945280437756", covered: "0.776061643836" },
        ],
      },
    },
  },
  {
    name: "a milestone behind the one before it is left out, and the next is held against the one that stayed",
    why: "from 0 on day 0: 40 on day 10, 20 on day 20 left out, 30 on day 30 left out too (behind 40): level at 40 on day 15; 39 / 40 is 97.5%. 39 meets 20 and 30 (line 6), not 50 on day 40: at day 15 the path is 40 + 10 * 5/30 = 41.666…, 39 / 41.666… = 0.936",
    bdg: planText(
      [],
      indicatorText(
        "x",
        "percent",
        "baseline 2024-01-01 = 0%",
        "target 2024-01-11 >= 40%",
        "target 2024-01-21 >= 20%",
        "target 2024-01-31 >= 30%",
        "target 2024-02-10 >= 50%",
        "measured 2024-01-16 = 39%",
      ),
    ),
    asOf: "2024-01-16",
    expect: {
      x: {
        status: "no-data",
        due: [
          { period: "2024-01-11", status: "no-data" },
          { period: "2024-01-21", status: "on-track", expected: null },
          { period: "2024-01-31", status: "on-track", expected: null },
          { period: "2024-02-10", status: "at-risk", expected: "41.666666666667", covered: "0.936" },
        ],
      },
    },
  },
  {
    name: "without a baseline the path starts at the first value; a milestone on that day is left out",
    why: "10 on 2023-12-31 to 30 on 2025-12-31 (731 days), 10 + 20 * 366 / 731 on 2024-12-31; 10 * 731 / 7320 = 0.99863. 2023 is missed with 10",
    bdg: oneText(
      "percent",
      "target 2023 >= 50%",
      "target 2025 >= 30%",
      "measured 2023 = 10%",
      "measured 2024 = 20%",
    ),
    asOf: "2024-12-31",
    expect: {
      x: {
        status: "missed",
        result: "missed",
        forecast: "on-track",
        due: [
          { period: "2023", status: "missed", value: "10" },
          { period: "2025", status: "on-track", expected: "20.013679890561", covered: "0.998633879781" },
        ],
      },
    },
  },
  {
    name: "the only value is the start, and there is no path at the start",
    why: "line 7: d is not after the start's day",
    bdg: oneText("percent", "target 2025 >= 30%", "measured 2023 = 10%"),
    asOf: "2024-12-31",
    expect: { x: { due: [{ period: "2025", status: "pending", expected: null, covered: null }] } },
  },
  {
    name: "of two first values that end on one day the longer is the start",
    why: "2023 (10) and 2023-12 (20) end together: start 10. 2024 is ℓ with 20 as above: 0.99863",
    bdg: oneText(
      "percent",
      "target 2025 >= 30%",
      "measured 2023-12 = 20%",
      "measured 2023 = 10%",
      "measured 2024 = 20%",
    ),
    asOf: "2024-12-31",
    expect: {
      x: {
        due: [{ period: "2025", status: "on-track", expected: "20.013679890561", covered: "0.998633879781" }],
      },
    },
  },
  {
    name: "after its last point the path stays level",
    why: "the year's value ends after the last milestone: the path is at 50 then; 30 / 50 = 60%",
    bdg: oneText("percent", "baseline 2023 = 0%", "target 2024-06 >= 50%", "measured 2024 = 30%"),
    asOf: "2024-06-15",
    expect: {
      x: { due: [{ period: "2024-06", status: "off-track", value: null, expected: "50", covered: "0.6" }] },
    },
  },
  {
    name: "recurring targets and totals make no path",
    why: "only 100 on 2024-01-11 does: 50 on 2024-01-06, as if the others were not there; every is line 5",
    bdg: planText(
      [],
      tenDays(
        "x",
        "45",
        "target every month in 2024-01..2024-01 >= 90%",
        "target total 2024-01-06..2024-01-10 >= 99%",
      ),
    ),
    asOf: "2024-01-06",
    expect: {
      x: {
        due: [
          { period: "2024-01-11", status: "at-risk", expected: "50", covered: "0.9" },
          { period: "2024-01", status: "pending", expected: null },
          { period: "2024-01-06..2024-01-10", status: "pending", value: "45", expected: null },
        ],
      },
    },
  },
  {
    name: "a milestone of the other direction or of another category makes no path",
    why: "up: 0 to 100 as before; `<= 10` on 2024-01-08 is a ceiling with a path of its own: level at 0 (10 lies behind 0 downward), the start value: 45 is not at or below 0: line 10. Female has no baseline and no value",
    bdg: planText(
      [],
      sexText,
      tenDays("x", "45", "target 2024-01-08 <= 10%", "target 2024-01-07 for female >= 100%"),
    ),
    asOf: "2024-01-06",
    expect: {
      x: {
        due: [
          { period: "2024-01-11", status: "at-risk", expected: "50", covered: "0.9" },
          { period: "2024-01-08", status: "off-track", expected: "0", covered: null },
          { period: "2024-01-07", category: "female", status: "pending", latest: null },
        ],
      },
    },
  },
  {
    name: "a value that has gone the wrong way has covered less than nothing",
    why: "(40 - 50) / (75 - 50) = -0.4 at the half of ten days from 50 to 100",
    bdg: oneText(
      "percent",
      "baseline 2024-01-01 = 50%",
      "target 2024-01-11 >= 100%",
      "measured 2024-01-06 = 40%",
    ),
    asOf: "2024-01-06",
    expect: { x: { due: [{ period: "2024-01-11", status: "off-track", expected: "75", covered: "-0.4" }] } },
  },
  {
    name: "the path of a formula starts at its own first measured period",
    why: "1 / 10 = 10% on 2023-12-31, 2 / 10 = 20% on 2024-12-31; 30% by 2025-12-31: as without a formula, 0.99863",
    bdg: planText(
      [],
      indicatorText("a", "person", "measured 2022 = 9", "measured 2023 = 1", "measured 2024 = 2"),
      indicatorText("b", "person", "measured 2023 = 10", "measured 2024 = 10"),
      indicatorText("x", "percent", "formula = a / b", "target 2025 >= 30%"),
    ),
    asOf: "2024-12-31",
    expect: {
      x: {
        due: [
          {
            period: "2025",
            status: "on-track",
            latest: { period: "2024", value: "20" },
            expected: "20.013679890561",
            covered: "0.998633879781",
          },
        ],
      },
    },
  },
];
