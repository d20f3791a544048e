import type { BaseLanguageClient } from "vscode-languageclient";
import type {
  CoverageParams,
  CoverageResult,
  CoverageTableResult,
  PlanDocumentsResult,
} from "../../../server/src/lsp/coverage-protocol.ts";

/** The client's side of server/src/lsp/coverage-protocol.ts, of which only the types are taken. */

/** Which commitments of the documents of a file's program, or of every program, are taken up. */
export function requestCoverage(client: BaseLanguageClient, params: CoverageParams): Promise<CoverageResult> {
  return client.sendRequest("bdg/coverage", params);
}

/** The same as a table in Markdown. */
export function requestCoverageTable(
  client: BaseLanguageClient,
  params: CoverageParams,
): Promise<CoverageTableResult> {
  return client.sendRequest("bdg/coverageTable", params);
}

/** The documents and tables that the plans of the workspace name. */
export function requestPlanDocuments(client: BaseLanguageClient): Promise<PlanDocumentsResult> {
  return client.sendRequest("bdg/planDocuments", {});
}
