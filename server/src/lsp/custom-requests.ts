import type { Connection } from "vscode-languageserver";
import { statusWords } from "../language-features/plan-overview.ts";
import type { LanguageService } from "../language-service.ts";
import type { ProgramJudgement } from "../semantics/judgement.ts";
import { type Day, isoDate, parseIsoDate } from "../semantics/period.ts";
import type { FolderProgram } from "./folder-program.ts";
import type { HeldChecks } from "./held-checks.ts";
import {
  type PlanOverviewParams,
  type PlanOverviewResult,
  planOverviewRequest,
  type StatusParams,
  type StatusResult,
  type SummaryTableParams,
  type SummaryTableResult,
  statusRequest,
  summaryTableRequest,
} from "./protocol.ts";
import type { SafeHandlers } from "./safe-handler.ts";
import type { SettingsStore } from "./settings-store.ts";
import type { Workspace } from "./workspace.ts";

export interface CustomParts {
  readonly connection: Connection;
  readonly handlers: SafeHandlers;
  readonly workspace: Workspace;
  readonly settings: SettingsStore;
  readonly held: HeldChecks;
  whenReady(program: FolderProgram): Promise<void>;
  /** The client asked for a status. */
  statusAsked(): void;
}

/** The requests of protocol.ts that the client sends. */
export function registerCustomRequests(parts: CustomParts): void {
  const { connection, handlers, workspace } = parts;
  connection.onRequest(
    summaryTableRequest,
    handlers.request("summaryTable", noTable, async (params: SummaryTableParams) => {
      const located = params.uri === undefined ? undefined : workspace.locate(params.uri);
      const program = located?.program ?? workspace.firstProgram();
      if (!program) return noTable;
      await parts.whenReady(program);
      return summaryTable(program.service, located?.path, params);
    }),
  );
  connection.onRequest(
    planOverviewRequest,
    handlers.request("planOverview", noPlans, async (params: PlanOverviewParams) => {
      parts.statusAsked();
      const programs = programsAt(workspace, params.uri);
      await Promise.all(programs.map((program) => parts.whenReady(program)));
      return { programs: overviews(workspace, programs, params) };
    }),
  );
  connection.onRequest(
    statusRequest,
    handlers.request<StatusParams, StatusResult | null>("status", null, async (params) => {
      parts.statusAsked();
      const program = workspace.locate(params.uri)?.program;
      if (!program) return null;
      await parts.whenReady(program);
      return toStatus(program, parts);
    }),
  );
}

/** The program of a file or of the folder that it is, without one every program. */
function programsAt(workspace: Workspace, uri: string | undefined): readonly FolderProgram[] {
  const programs = workspace.programs();
  if (uri === undefined) return programs;
  const root = programs.find(({ rootUri }) => rootUri.replace(/\/$/, "") === uri.replace(/\/$/, ""));
  const program = root ?? workspace.locate(uri)?.program;
  return program ? [program] : [];
}

const noPlans: PlanOverviewResult = { programs: [] };

/** Of programs in one another each plan is told of once, by the innermost. */
function overviews(
  workspace: Workspace,
  programs: readonly FolderProgram[],
  { asOf: date, outline = false }: PlanOverviewParams,
): PlanOverviewResult["programs"] {
  const asOf = date === undefined ? undefined : parseIsoDate(date);
  return programs.map((program) => {
    const overview = program.service.planOverview({ outline, ...(asOf !== undefined && { asOf }) });
    const answersFor = new Set(workspace.filesOf(program));
    const plans = overview.plans.filter(({ place }) => answersFor.has(place.path));
    return { rootUri: program.rootUri, overview: { ...overview, plans } };
  });
}

const noTable: SummaryTableResult = { text: "", plans: 0 };

/** The table of a file's plan, or of every plan. */
export async function summaryTable(
  service: LanguageService,
  path: string | undefined,
  { format, asOf, forecasts = true, body, byBody = false }: SummaryTableParams,
): Promise<SummaryTableResult> {
  // The exporters are loaded when someone exports.
  const [{ toTable }, { ofBody }] = await Promise.all([
    import("./export-table.ts"),
    import("../export/by-body.ts"),
  ]);
  const day = asOf === undefined ? undefined : parseIsoDate(asOf);
  const plans = selectPlans(service, path, day);
  const { language } = service.settings;
  return toTable(body === undefined ? plans : ofBody(plans, body), format, {
    language,
    forecasts,
    byBody,
    byteOrderMark: true,
  });
}

/** The plan that a file declares, else those that it uses as a report does; every plan where it has to do with none. */
function selectPlans(
  service: LanguageService,
  path: string | undefined,
  asOf: Day | undefined,
): ProgramJudgement {
  const judgement = service.judgement(asOf);
  if (path === undefined) return judgement;
  const own = judgement.plans.filter((plan) => plan.path === path);
  if (own.length > 0) return { ...judgement, plans: own };
  const used = new Set(service.documentLinks(path).flatMap((link) => ("path" in link ? link.path : [])));
  const plans = judgement.plans.filter((plan) => used.has(plan.path));
  return plans.length > 0 ? { ...judgement, plans } : judgement;
}

async function toStatus(program: FolderProgram, { settings, held }: CustomParts): Promise<StatusResult> {
  const { toCounts } = await import("../semantics/plan-counts.ts");
  const { service } = program;
  const { plans } = service.judgement();
  const counts = { met: 0, missed: 0, "no-data": 0, "on-track": 0, "at-risk": 0, "off-track": 0, pending: 0 };
  const taskCounts = { met: 0, missed: 0, pending: 0 };
  for (const plan of plans) {
    const of = toCounts(plan);
    for (const status of Object.keys(counts) as (keyof typeof counts)[]) counts[status] += of.counts[status];
    for (const status of Object.keys(taskCounts) as (keyof typeof taskCounts)[])
      taskCounts[status] += of.taskCounts[status];
  }
  const user = settings.userSettings(program.rootUri);
  const [problem] = user.ignored;
  return {
    asOf: isoDate(service.settings.asOf),
    fixed: user.asOf !== undefined,
    files: service.paths().length,
    documents: program.documentCount,
    indicators: plans.reduce((sum, plan) => sum + plan.indicators.length, 0),
    tasks: plans.reduce((sum, plan) => sum + plan.tasks.length, 0),
    counts,
    taskCounts,
    language: service.settings.language,
    ...statusWords(service.settings.language),
    waitsFor: held.isHeld(program) ? (user.checkRun === "manual" ? "command" : "save") : null,
    ...(problem !== undefined && { problem }),
  };
}
