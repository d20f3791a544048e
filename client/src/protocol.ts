import { EventEmitter } from "vscode";
import type { BaseLanguageClient, TextEdit } from "vscode-languageclient";
import type {
  ClientOptions,
  ConvertKeywordsParams,
  PlanOverviewParams,
  PlanOverviewResult,
  StatusParams,
  StatusResult,
  SummaryTableParams,
  SummaryTableResult,
} from "../../server/src/lsp/protocol.ts";

/**
 * The client's side of server/src/lsp/protocol.ts. Only types are taken from there: its request objects would bring
 * the server's library into the client's bundle.
 */

/** What this client can show. */
export const initializationOptions: ClientOptions = {
  hoverImages: true,
  commandLinks: true,
  suggestCommand: "editor.action.triggerSuggest",
  files: true,
};

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

/** The edits that spell every keyword of a file in one language. */
export function requestConvertKeywords(
  client: BaseLanguageClient,
  params: ConvertKeywordsParams,
): Promise<readonly TextEdit[]> {
  return client.sendRequest("bdg/convertKeywords", params);
}

/** Fires when a status or a table may have changed. A client keeps one handler for a notification; views share it. */
export function listenForChanges(client: BaseLanguageClient): EventEmitter<void> {
  const changes = new EventEmitter<void>();
  client.onNotification("bdg/statusChanged", () => changes.fire());
  return changes;
}
