import type { BaseLanguageClient } from "vscode-languageclient";
import type {
  CompareDocumentParams,
  CompareDocumentResult,
  NewPlanParams,
  NewPlanResult,
} from "../../../server/src/lsp/plan-document-protocol.ts";

/** The client's side of server/src/lsp/plan-document-protocol.ts, of which only the types are taken. */

/** The text of a plan drafted from a document, or why there is none to be made. */
export function requestNewPlan(client: BaseLanguageClient, params: NewPlanParams): Promise<NewPlanResult> {
  return client.sendRequest("bdg/newPlan", params);
}

/** What is different in a new version of a plan's document, and what there is to bring up to date. */
export function requestCompareDocument(
  client: BaseLanguageClient,
  params: CompareDocumentParams,
): Promise<CompareDocumentResult> {
  return client.sendRequest("bdg/compareDocument", params);
}
