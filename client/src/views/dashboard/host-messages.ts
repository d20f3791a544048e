import * as v from "valibot";
import type { PlanOverviewResult } from "../../../../server/src/lsp/protocol.ts";
import { type DashboardWords, dashboardWords } from "./words.ts";

/**
 * What the extension tells the dashboard's page. The schema is held to the types of the server's overview by the
 * compiler: a property that one of them lacks is an error in this file.
 */

const day = v.pipe(v.string(), v.isoDate());
const statuses = ["met", "missed", "no-data", "on-track", "at-risk", "off-track", "pending"] as const;
const taskStatuses = ["met", "missed", "pending"] as const;
const status = v.picklist(statuses);
const taskStatus = v.picklist(taskStatuses);
const textOrNull = v.nullable(v.string());
const position = v.object({ line: v.number(), character: v.number() });
const place = v.object({ path: v.string(), range: v.object({ start: position, end: position }) });

function byStatus<S extends v.GenericSchema>(schema: S) {
  return v.object(v.entriesFromList(statuses, schema));
}

function byTaskStatus<S extends v.GenericSchema>(schema: S) {
  return v.object(v.entriesFromList(taskStatuses, schema));
}

const clause = v.object({
  address: v.string(),
  section: v.string(),
  sectionTitle: v.string(),
  citation: v.string(),
  place: v.nullable(place),
});

const due = v.object({
  period: v.string(),
  periodText: v.string(),
  category: textOrNull,
  status,
  statusText: v.string(),
  message: v.string(),
  asked: textOrNull,
  value: textOrNull,
  expected: textOrNull,
  gap: textOrNull,
  explanation: textOrNull,
});

const measured = v.object({
  period: v.string(),
  periodText: v.string(),
  category: textOrNull,
  value: v.string(),
  evidence: textOrNull,
  isFuture: v.boolean(),
  place,
});

const point = { x: v.number(), y: v.number(), text: v.string(), label: v.string() };
const chart = v.object({
  category: textOrNull,
  baselines: v.array(v.object(point)),
  measured: v.array(v.object({ ...point, missed: v.boolean() })),
  targets: v.array(
    v.object({
      ...point,
      status,
      upper: v.nullable(v.number()),
      direction: v.nullable(v.picklist(["up", "down"])),
    }),
  ),
  path: v.array(v.object(point)),
  today: v.number(),
  unit: v.string(),
});

const subject = {
  id: v.string(),
  name: v.string(),
  place,
  clauses: v.array(clause),
  lead: v.array(v.string()),
  with: v.array(v.string()),
  statusText: v.string(),
  summary: v.string(),
};

const indicator = v.object({
  ...subject,
  status,
  unit: v.string(),
  verdict: v.string(),
  targets: v.array(v.object({ text: v.string(), place, due: v.array(due) })),
  baselines: v.array(measured),
  measured: v.array(measured),
  charts: v.array(chart),
  isComputed: v.boolean(),
  nextPeriod: textOrNull,
  hasCurrentValue: v.boolean(),
});

const task = v.object({
  ...subject,
  status: taskStatus,
  due: v.array(
    v.object({
      period: v.string(),
      periodText: v.string(),
      status: taskStatus,
      statusText: v.string(),
      message: v.string(),
      late: v.boolean(),
      done: textOrNull,
      evidence: textOrNull,
      explanation: textOrNull,
    }),
  ),
});

const plan = v.object({
  id: textOrNull,
  name: v.string(),
  place,
  document: textOrNull,
  counts: byStatus(v.number()),
  taskCounts: byTaskStatus(v.number()),
  indicators: v.array(indicator),
  tasks: v.array(task),
  reports: v.array(v.object({ name: v.string(), period: textOrNull, periodText: textOrNull, place })),
  deadlines: v.array(day),
  bodies: v.array(v.object({ id: v.string(), name: v.string() })),
});

/** A program with its plans, and the day that the settings keep; null where they leave it to the calendar. */
type ShownProgram = PlanOverviewResult["programs"][number] & { readonly fixedDay: string | null };

const programs: v.GenericSchema<unknown, readonly ShownProgram[]> = v.array(
  v.object({
    rootUri: v.string(),
    fixedDay: v.nullable(day),
    overview: v.object({
      asOf: day,
      language: v.picklist(["en", "vi"]),
      statusTexts: byStatus(v.string()),
      taskStatusTexts: byTaskStatus(v.string()),
      plans: v.array(plan),
    }),
  }),
);

/** Where the page is to look: at a plan's file, and at an indicator in it. */
const focus = v.object({ program: v.string(), path: textOrNull, indicator: textOrNull });

const hostMessage = v.variant("kind", [
  v.object({
    kind: v.literal("show"),
    programs,
    /** The day that the page chose; null where the settings' day is shown. */
    asOf: v.nullable(day),
    /** What day it is. */
    today: day,
    words: v.custom<DashboardWords>(isWords),
    focus: v.nullable(focus),
  }),
  /** There is nobody who could say how the plans stand. */
  v.object({ kind: v.literal("unavailable"), text: v.string() }),
]);

export type HostMessage = v.InferOutput<typeof hostMessage>;
export type Shown = Extract<HostMessage, { kind: "show" }>;
export type Focus = v.InferOutput<typeof focus>;

/** A message of the extension; undefined for anything that is none. */
export function parseHostMessage(message: unknown): HostMessage | undefined {
  const { success, output } = v.safeParse(hostMessage, message);
  return success ? output : undefined;
}

const wordNames = Object.keys(dashboardWords({ t: (text) => text }));

function isWords(words: unknown): boolean {
  if (typeof words !== "object" || words === null) return false;
  const known = new Map(Object.entries(words));
  return wordNames.every((name) => typeof known.get(name) === "string");
}
