import type {
  ClauseItem,
  IndicatorItem,
  Place,
  PlanItem,
  ReportItem,
  TaskItem,
} from "../../../server/src/language-features/plan-overview-types.ts";
import { type IndicatorStatus, indicatorStatuses } from "../statuses.ts";

/** What the plans are grouped by. */
export type Grouping = "clause" | "body" | "verdict";

/** One line of the tree. Its id stays the same while a file is edited, so that what is open stays open. */
export type PlanNode = PlanLine | GroupLine | IndicatorLine | TaskLine | ReportLine;

interface Line {
  readonly id: string;
  /** The `rootUri` of the program: with it and `indicatorId` a line is what commands take as their argument. */
  readonly programUri: string;
}

export interface PlanLine extends Line {
  readonly kind: "plan";
  readonly item: PlanItem;
  readonly children: readonly PlanNode[];
}

export interface GroupLine extends Line {
  readonly kind: "group";
  readonly of: Grouping | "reports";
  readonly label: string;
  /** Of a group by verdict. */
  readonly status: IndicatorStatus | null;
  readonly children: readonly (IndicatorLine | TaskLine | ReportLine)[];
}

export interface IndicatorLine extends Line {
  readonly kind: "indicator";
  readonly indicatorId: string;
  /** The file that declares it. */
  readonly path: string;
  readonly item: IndicatorItem;
  readonly leads: readonly string[];
}

export interface TaskLine extends Line {
  readonly kind: "task";
  readonly path: string;
  readonly item: TaskItem;
  readonly leads: readonly string[];
}

export interface ReportLine extends Line {
  readonly kind: "report";
  readonly path: string;
  readonly item: ReportItem;
}

/** The words that the tree needs besides those of the overview. */
export interface TreeWords {
  readonly noClause: string;
  readonly noLead: string;
  readonly reports: string;
}

export interface Program {
  readonly rootUri: string;
  readonly plans: readonly PlanItem[];
}

type Measured = IndicatorLine | TaskLine;

/** Which lines are shown. */
export type IsShown = (item: IndicatorItem | TaskItem, leads: readonly string[]) => boolean;

/** The tree of every program's plans. Plans without a line that is shown are left out while a filter is set. */
export function planTree(
  programs: readonly Program[],
  grouping: Grouping,
  isShown: IsShown | undefined,
  words: TreeWords,
): readonly PlanLine[] {
  return programs.flatMap(({ rootUri, plans }) =>
    plans.flatMap((plan) => {
      const id = `${rootUri} ${plan.place.path} ${plan.id ?? ""}`;
      const lines = measuredLines(plan, rootUri, id).filter(
        ({ item, leads }) => isShown?.(item, leads) ?? true,
      );
      const reports = isShown ? [] : reportGroup(plan, rootUri, id, words);
      if (isShown && lines.length === 0) return [];
      const children = [...groups(lines, grouping, id, words), ...reports];
      return [{ kind: "plan", id, programUri: rootUri, item: plan, children } satisfies PlanLine];
    }),
  );
}

function measuredLines(plan: PlanItem, programUri: string, id: string): readonly Measured[] {
  const names = new Map(plan.bodies.map((body) => [body.id, body.name]));
  const leadsOf = (lead: readonly string[]): readonly string[] => lead.map((body) => names.get(body) ?? body);
  const place = ({ path }: Place): string => path;
  return [
    ...plan.indicators.map((item): IndicatorLine => {
      const of = `${id} indicator ${place(item.place)} ${item.id}`;
      return {
        kind: "indicator",
        id: of,
        programUri,
        indicatorId: item.id,
        path: item.place.path,
        item,
        leads: leadsOf(item.lead),
      };
    }),
    ...plan.tasks.map((item): TaskLine => {
      const of = `${id} task ${place(item.place)} ${item.id}`;
      return { kind: "task", id: of, programUri, path: item.place.path, item, leads: leadsOf(item.lead) };
    }),
  ];
}

interface Group {
  readonly key: string;
  readonly label: string;
  readonly status: IndicatorStatus | null;
}

function groups(
  lines: readonly Measured[],
  grouping: Grouping,
  planId: string,
  words: TreeWords,
): readonly GroupLine[] {
  const found = new Map<string, { group: Group; lines: Measured[] }>();
  for (const line of lines) {
    for (const group of groupsOf(line, grouping, words)) {
      const known = found.get(group.key);
      if (known) known.lines.push(line);
      else found.set(group.key, { group, lines: [line] });
    }
  }
  return [...found.values()]
    .sort((a, b) => rank(a.group) - rank(b.group))
    .map(({ group, lines: own }) => {
      const id = `${planId} ${grouping} ${group.key}`;
      return {
        kind: "group",
        of: grouping,
        id,
        programUri: own[0]!.programUri,
        label: group.label,
        status: group.status,
        children: withOwnIds(own, id),
      };
    });
}

/** A line may be in several groups, and a name may be declared twice while someone is typing. */
function withOwnIds(lines: readonly Measured[], group: string): readonly Measured[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const count = (seen.get(line.id) ?? 0) + 1;
    seen.set(line.id, count);
    return { ...line, id: `${group} ${line.id}${count > 1 ? ` ${count}` : ""}` };
  });
}

function groupsOf({ item, leads }: Measured, grouping: Grouping, words: TreeWords): readonly Group[] {
  switch (grouping) {
    case "clause":
      return [sectionOf(item.clauses[0], words)];
    case "body":
      return leads.length === 0
        ? [{ key: "", label: words.noLead, status: null }]
        : leads.map((name, i) => ({ key: item.lead[i]!, label: name, status: null }));
    case "verdict":
      return [{ key: item.statusText, label: item.statusText, status: item.status }];
  }
}

function sectionOf(clause: ClauseItem | undefined, words: TreeWords): Group {
  if (!clause) return { key: "", label: words.noClause, status: null };
  const label = clause.sectionTitle === "" ? clause.section : `${clause.section}. ${clause.sectionTitle}`;
  return { key: clause.section, label, status: null };
}

/** Verdicts from worst to best; all else as the plan has it, and what belongs nowhere last. */
function rank({ key, status }: Group): number {
  if (status !== null) return indicatorStatuses.indexOf(status);
  return key === "" ? 1 : 0;
}

function reportGroup(plan: PlanItem, programUri: string, id: string, words: TreeWords): readonly GroupLine[] {
  if (plan.reports.length === 0) return [];
  const children = plan.reports.map((item, i): ReportLine => {
    const of = `${id} report ${item.place.path} ${item.period ?? ""} ${i}`;
    return { kind: "report", id: of, programUri, path: item.place.path, item };
  });
  const group = `${id} reports`;
  return [
    { kind: "group", of: "reports", id: group, programUri, label: words.reports, status: null, children },
  ];
}
