/** Headlines of indicators and tasks. */
import type { HandCase } from "./hand-case.ts";
import { indicatorText, oneText, planText, sexText, taskText } from "./hand-text.ts";

export const headlineCases: readonly HandCase[] = [
  {
    name: "old misses are left behind: only the latest deadline before A and the first after count",
    why: "2022 is missed, 2023 met, 2024 not over: ℓ 60 meets it, 2025 is further off",
    bdg: oneText("percent", "target 2022..2025 >= 50%", "measured 2022 = 10%", "measured 2023 = 60%"),
    asOf: "2024-06-30",
    expect: {
      x: {
        status: "on-track",
        result: "met",
        forecast: "on-track",
        due: [
          { period: "2022", status: "missed" },
          { period: "2023", status: "met" },
          { period: "2024", status: "on-track" },
          { period: "2025", status: "on-track" },
        ],
      },
    },
  },
  {
    name: "on the deadline itself the due point is the first not before A",
    why: "2022 is then the latest before A: missed",
    bdg: oneText("percent", "target 2022..2024 >= 50%", "measured 2022 = 10%", "measured 2023 = 60%"),
    asOf: "2023-12-31",
    expect: {
      x: {
        status: "missed",
        result: "missed",
        forecast: null,
        due: [
          { period: "2022", status: "missed" },
          { period: "2023", status: "met" },
          { period: "2024", status: "on-track" },
        ],
      },
    },
  },
  {
    name: "several with one deadline are all taken",
    why: "2024 and 2024-12 have one deadline; the worse is missed",
    bdg: oneText("percent", "target 2024 >= 50%", "target 2024-12 >= 60%", "measured 2024-12 = 55%"),
    asOf: "2025-06-30",
    expect: {
      x: {
        status: "missed",
        result: "missed",
        forecast: null,
        due: [
          { period: "2024", status: "met" },
          { period: "2024-12", status: "missed" },
        ],
      },
    },
  },
  {
    name: "each recurring target is a group, each category another",
    why: "taken: years 2023 (met) and 2024 (pending); quarters 2024-Q1 (no-data) and Q2 (pending); female 2023 (missed). All others: 2025 pending (no ℓ of no category but 2023's: it meets, on-track)",
    bdg: planText(
      [],
      sexText,
      indicatorText(
        "x",
        "percent",
        "target every year in 2023..2024 >= 50%",
        "target every quarter in 2024-Q1..2024-Q2 >= 50%",
        "target 2023 for female >= 50%",
        "target 2025 >= 60%",
        "measured 2023 = 60%",
        "measured 2023 for female = 40%",
      ),
    ),
    asOf: "2024-04-15",
    expect: {
      x: {
        status: "missed",
        result: "missed",
        forecast: "on-track",
        due: [
          { period: "2023", category: null, status: "met" },
          { period: "2024", category: null, status: "pending" },
          { period: "2024-Q1", category: null, status: "no-data" },
          { period: "2024-Q2", category: null, status: "pending" },
          { period: "2023", category: "female", status: "missed" },
          { period: "2025", category: null, status: "on-track" },
        ],
      },
    },
  },
  {
    name: "a category's miss is not left behind for another's later deadline",
    why: "female's latest deadline before A is 2022 (missed), the others' 2023 (met): the worst is missed",
    bdg: planText(
      [],
      sexText,
      indicatorText(
        "x",
        "percent",
        "target 2022 for female >= 50%",
        "target 2023 >= 50%",
        "measured 2022 for female = 40%",
        "measured 2023 = 50%",
      ),
    ),
    asOf: "2024-06-30",
    expect: {
      x: {
        status: "missed",
        result: "missed",
        forecast: null,
        due: [
          { period: "2022", category: "female", status: "missed" },
          { period: "2023", category: null, status: "met" },
        ],
      },
    },
  },
  {
    name: "nor is a recurring target's for another recurring target's",
    why: "2022 of the first (missed) and 2023-Q1 of the second (met) are each the latest of their group",
    bdg: oneText(
      "percent",
      "target every year in 2022..2022 >= 50%",
      "target every quarter in 2023-Q1..2023-Q1 >= 50%",
      "measured 2022 = 40%",
      "measured 2023-Q1 = 50%",
    ),
    asOf: "2024-06-30",
    expect: {
      x: {
        status: "missed",
        result: "missed",
        forecast: null,
        due: [
          { period: "2022", status: "missed" },
          { period: "2023-Q1", status: "met" },
        ],
      },
    },
  },
  {
    name: "a target of another length joins the milestones of its category",
    why: "one group: deadlines 2023-12-31 (met), 2024-03-31 (missed), 2024-12-31; before A is only the quarter's. ℓ is the quarter's 40: start 60 on 2023-12-31 without baseline, 70 by 2024-12-31: up, 40 has covered less than nothing",
    bdg: oneText(
      "percent",
      "target 2023 >= 50%",
      "target 2024-Q1 >= 50%",
      "target 2024 >= 70%",
      "measured 2023 = 60%",
      "measured 2024-Q1 = 40%",
    ),
    asOf: "2024-04-15",
    expect: {
      x: {
        status: "missed",
        result: "missed",
        forecast: "off-track",
        due: [
          { period: "2023", status: "met" },
          { period: "2024-Q1", status: "missed" },
          { period: "2024", status: "off-track" },
        ],
      },
    },
  },
  {
    name: "an explanation stands by the due point that it explains",
    why: "the verdict stays",
    bdg: oneText(
      "percent",
      "target 2023..2024 >= 50%",
      "measured 2023 = 40%",
      "measured 2024 = 50%",
      'explain 2023 "Sáp nhập phòng"',
    ),
    asOf: "2025-01-01",
    expect: {
      x: {
        status: "met",
        due: [
          { period: "2023", status: "missed", explanation: "Sáp nhập phòng" },
          { period: "2024", status: "met", explanation: null },
        ],
      },
    },
  },
  {
    name: "an indicator that has no target yet",
    why: "there is nothing to judge: pending, and no forecast",
    bdg: oneText("percent", "measured 2023 = 40%"),
    asOf: "2025-01-01",
    expect: { x: { status: "pending", result: "pending", forecast: null, due: [] } },
  },
  {
    name: "tasks that are due once",
    why: "a: any done will do, also one before the period. b: begun after the deadline, late. c: over and not done. d: on the last day not over. e: the done begins after A. f: a day late. g: begun on the deadline, in time",
    bdg: planText(
      [],
      taskText("a", "due 2023", 'done 2022 "BC 1"'),
      taskText("b", "due 2023", "done 2024-01"),
      taskText("c", "due 2023"),
      taskText("d", "due 2024-06"),
      taskText("e", "due 2024-06", "done 2024-07-01"),
      taskText("f", "due 2024-06-29", "done 2024-06-30"),
      taskText("g", "due 2023", "done 2023-12-31"),
    ),
    asOf: "2024-06-30",
    expect: {},
    tasks: {
      a: { status: "met", due: [{ period: "2023", status: "met", late: false, evidence: "BC 1" }] },
      b: { status: "met", due: [{ period: "2023", status: "met", late: true, evidence: null }] },
      c: { status: "missed", due: [{ period: "2023", status: "missed", late: false, evidence: null }] },
      d: { status: "pending", due: [{ period: "2024-06", status: "pending", late: false, evidence: null }] },
      e: { status: "pending", due: [{ period: "2024-06", status: "pending", late: false, evidence: null }] },
      g: { status: "met", due: [{ period: "2023", status: "met", late: false }] },
      f: { status: "met", due: [{ period: "2024-06-29", status: "met", late: true }] },
    },
  },
  {
    name: "tasks that are due every year",
    why: "2022 is issued late in the year and still due; each year needs a done that lies in it; headline: 2023 (missed) and 2024 (met, a month in it)",
    bdg: planText(
      ["period 2021..2025", "issued 2022-11-11"],
      taskText("a", "due every year", "done 2022", "done 2024-02"),
    ),
    asOf: "2024-06-30",
    expect: {},
    tasks: {
      a: {
        status: "missed",
        due: [
          { period: "2022", status: "met" },
          { period: "2023", status: "missed" },
          { period: "2024", status: "met" },
          { period: "2025", status: "pending" },
        ],
      },
    },
  },
  {
    name: "met is worse than pending in a headline",
    why: "2023 met, 2024 pending: from worst to best, met comes before pending",
    bdg: planText(
      ["period 2023..2024"],
      taskText("a", "due every year", "done 2023"),
      taskText("b", "done 2023"),
      taskText("c"),
      taskText("d", "done 2025"),
    ),
    asOf: "2024-06-30",
    expect: {},
    tasks: {
      a: {
        status: "met",
        due: [
          { period: "2023", status: "met" },
          { period: "2024", status: "pending" },
        ],
      },
      b: { status: "met", due: [] },
      c: { status: "pending", due: [] },
      d: { status: "pending", due: [] },
    },
  },
];
