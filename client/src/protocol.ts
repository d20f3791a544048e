import { type CancellationToken, EventEmitter, workspace } from "vscode";
import type { BaseLanguageClient, TextEdit } from "vscode-languageclient";
import type {
  ClientOptions,
  ConvertKeywordsParams,
  IndicatorOfProgram,
  NewReportParams,
  NewReportResult,
  PasteTableParams,
  PasteTableResult,
  PlanOverviewParams,
  PlanOverviewResult,
  RecordSubjectResult,
  RecordValueParams,
  RecordValueResult,
  ReportSubjectsResult,
  StatusParams,
  StatusResult,
  SummaryTableParams,
  SummaryTableResult,
} from "../../server/src/lsp/protocol.ts";

export type { SummaryTableParams } from "../../server/src/lsp/protocol.ts";

/**
 * The client's side of server/src/lsp/protocol.ts. Only types are taken from there: its request objects would bring
 * the server's library into the client's bundle.
 */

/**
 * What this client can show, and the settings as they are: a folder's own are asked for, and where the editor is busy
 * the first answers would come before those.
 */
export function initializationOptions(): ClientOptions {
  return {
    hoverImages: true,
    commandLinks: true,
    suggestCommand: "editor.action.triggerSuggest",
    placeCommand: "bdg.showPlace",
    files: true,
    settings: JSON.parse(JSON.stringify(workspace.getConfiguration("bdg"))),
  };
}

/** The summary table of a file's plan. */
export function requestSummaryTable(
  client: BaseLanguageClient,
  params: SummaryTableParams,
): Promise<SummaryTableResult> {
  return client.sendRequest("bdg/summaryTable", params);
}

/** What is checked and how it stands; null for a file of no program. */
export function requestStatus(
  client: BaseLanguageClient,
  params: StatusParams,
): Promise<StatusResult | null> {
  return client.sendRequest("bdg/status", params);
}

/** The plans of one program or of all, as the views show them; after that `bdg/statusChanged` tells of changes. */
export function requestPlanOverview(
  client: BaseLanguageClient,
  params: PlanOverviewParams = {},
): Promise<PlanOverviewResult> {
  return client.sendRequest("bdg/planOverview", params);
}

/** What can be recorded for an indicator; null where there is none of that name. */
export function requestRecordSubject(
  client: BaseLanguageClient,
  params: IndicatorOfProgram,
): Promise<RecordSubjectResult> {
  return client.sendRequest("bdg/recordSubject", params);
}

/** What recording a value would write and mean, or why it can't be recorded. */
export function requestRecordValue(
  client: BaseLanguageClient,
  params: RecordValueParams,
): Promise<RecordValueResult> {
  return client.sendRequest("bdg/recordValue", params);
}

/** The plans for which reports can be made. */
export function requestReportSubjects(client: BaseLanguageClient): Promise<ReportSubjectsResult> {
  return client.sendRequest("bdg/reportSubjects", {});
}

/** The text of a new report, or why there is none to be made. */
export function requestNewReport(
  client: BaseLanguageClient,
  params: NewReportParams,
): Promise<NewReportResult> {
  return client.sendRequest("bdg/newReport", params);
}

/** The edits that spell every keyword of a file in one language. */
export function requestConvertKeywords(
  client: BaseLanguageClient,
  params: ConvertKeywordsParams,
): Promise<readonly TextEdit[]> {
  return client.sendRequest("bdg/convertKeywords", params);
}

/** What cells copied from a sheet say at a position; null where they say nothing there. */
export function requestPastedTable(
  client: BaseLanguageClient,
  params: PasteTableParams,
  token: CancellationToken,
): Promise<PasteTableResult> {
  return client.sendRequest("bdg/pasteTable", params, token);
}

/** Fires when a status or a table may have changed. A client keeps one handler for a notification; views share it. */
export function listenForChanges(client: BaseLanguageClient): EventEmitter<void> {
  const changes = new EventEmitter<void>();
  client.onNotification("bdg/statusChanged", () => changes.fire());
  return changes;
}
