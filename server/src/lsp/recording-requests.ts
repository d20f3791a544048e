import type { Connection } from "vscode-languageserver";
import type { IndicatorName } from "../language-features/recording/recording-types.ts";
import type { FolderProgram } from "./folder-program.ts";
import {
  type IndicatorOfProgram,
  type NewReportParams,
  type NewReportResult,
  newReportRequest,
  type RecordSubjectResult,
  type RecordValueParams,
  type RecordValueResult,
  type ReportSubjectsResult,
  recordSubjectRequest,
  recordValueRequest,
  reportSubjectsRequest,
} from "./protocol.ts";
import type { SafeHandlers } from "./safe-handler.ts";
import type { Workspace } from "./workspace.ts";

interface RecordingParts {
  readonly connection: Connection;
  readonly handlers: SafeHandlers;
  readonly workspace: Workspace;
  whenReady(program: FolderProgram): Promise<void>;
}

/** The requests of protocol.ts about recording values and making reports. */
export function registerRecording({ connection, handlers, workspace, whenReady }: RecordingParts): void {
  const programs = async (uri?: string): Promise<readonly FolderProgram[]> => {
    const wanted = workspace.programs().filter(({ rootUri }) => uri === undefined || rootUri === uri);
    await Promise.all(wanted.map(whenReady));
    return wanted;
  };
  connection.onRequest(
    recordSubjectRequest,
    handlers.request<IndicatorOfProgram, RecordSubjectResult>("recordSubject", null, async (params) => {
      for (const { service, rootUri } of await programs(params.programUri)) {
        const subject = service.recordSubject(toName(params));
        if (subject) return { ...subject, programUri: rootUri };
      }
      return null;
    }),
  );
  connection.onRequest(
    recordValueRequest,
    handlers.request<RecordValueParams, RecordValueResult>("recordValue", failed, async (params) => {
      const all = await programs(params.programUri);
      const program = all.find(({ service }) => service.recordSubject(toName(params))) ?? all[0];
      if (!program) return failed;
      const { period, category, value, evidence } = params;
      const result = program.service.recordValue({ ...toName(params), period, category, value, evidence });
      if (result.kind === "refused") return result;
      const { edit, ...rest } = result;
      const uri = program.uriOf(result.path);
      return { ...rest, uri, edit: { range: edit.range, newText: edit.text } };
    }),
  );
  connection.onRequest(
    reportSubjectsRequest,
    handlers.request<unknown, ReportSubjectsResult>("reportSubjects", { programs: [] }, async () => ({
      programs: (await programs()).map((program) => {
        const answersFor = new Set(workspace.filesOf(program));
        const plans = program.service.reportSubjects().filter(({ path }) => answersFor.has(path));
        return { rootUri: program.rootUri, plans };
      }),
    })),
  );
  connection.onRequest(
    newReportRequest,
    handlers.request<NewReportParams, NewReportResult>("newReport", noReport, async (params) => {
      const [program] = await programs(params.programUri);
      if (!program) return noReport;
      const result = program.service.newReport({ path: params.path, period: params.period });
      if (result.kind === "report") return { ...result, uri: program.uriOf(result.path) };
      const existingUri = result.existing && program.uriOf(result.existing.path);
      return { kind: "refused", message: result.message, existingUri };
    }),
  );
}

function toName({ id, path }: IndicatorName): IndicatorName {
  return { id, ...(path !== undefined && { path }) };
}

/** The answers where the program is gone, or the request failed; the log says why. */
const failed: RecordValueResult = { kind: "refused", at: "indicator", message: "" };
const noReport: NewReportResult = { kind: "refused", message: "", existingUri: null };
