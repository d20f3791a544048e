import * as vscode from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import { RevealOutputChannelOn } from "vscode-languageclient";
import { checkNow } from "./commands/check-now.ts";
import { comparePlanDocument } from "./commands/compare-plan-document.ts";
import { exportSummaryTable } from "./commands/export-summary-table.ts";
import { filterPlans } from "./commands/filter-plans.ts";
import { guarded } from "./commands/guarded.ts";
import { newEmptyPlan } from "./commands/new-empty-plan.ts";
import { newPlanFromDocument } from "./commands/new-plan-from-document.ts";
import { newReport } from "./commands/new-report.ts";
import { openClause } from "./commands/open-clause.ts";
import { openItemClause } from "./commands/open-item-clause.ts";
import { openSamplePlan } from "./commands/open-sample-plan.ts";
import { openWalkthrough } from "./commands/open-walkthrough.ts";
import { recordMeasuredValue } from "./commands/record-measured-value.ts";
import { restartLanguageServer } from "./commands/restart-language-server.ts";
import { setAsOfDate } from "./commands/set-as-of-date.ts";
import { showPlace } from "./commands/show-place.ts";
import { showCoverageTable, showPlanCoverage } from "./commands/show-plan-coverage.ts";
import { showSummaryTable } from "./commands/show-summary-table.ts";
import { useKeywords } from "./commands/use-keywords.ts";
import { answerFileRequests } from "./files/answer-file-requests.ts";
import { type ServedDocuments, servedDocuments, watchForSchemes } from "./files/served-schemes.ts";
import { registerPasteFromSheet } from "./paste-from-sheet.ts";
import { registerDocumentFeatures } from "./plan-documents/document-features.ts";
import { createPlanDocuments } from "./plan-documents/plan-documents.ts";
import { createPlanView } from "./plan-view/plan-view.ts";
import { initializationOptions, listenForChanges } from "./protocol.ts";
import type { Runtime } from "./runtime.ts";
import { createErrorHandler, tellGivenUp, tellNotStarted } from "./server-failure.ts";
import { createComparisonDocument } from "./views/comparison-document.ts";
import { createPlanCoverage } from "./views/coverage.ts";
import { createDashboard } from "./views/dashboard/dashboard.ts";
import { createLanguageStatus } from "./views/language-status.ts";
import { createTableDocument } from "./views/table-document.ts";
import { coverageTableSource, summaryTableSource } from "./views/table-sources.ts";
import { createTestExplorer } from "./views/test-explorer.ts";

/** What the extension tells others about itself: enough to see that it works. */
export interface ExtensionApi {
  /** Resolves when the server answers; rejects where it can't be started. */
  ready(): Promise<void>;
  /** The process of the server; undefined while there is none. */
  serverProcessId(): number | undefined;
}

function clientOptions(served: ServedDocuments, onGivenUp: () => void): LanguageClientOptions {
  return {
    documentSelector: served,
    initializationOptions,
    diagnosticCollectionName: "bdg",
    // A failed request is a line in the log; nobody is interrupted for it.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Of all commands, a hover may run the one that opens a clause beside.
    markdown: { isTrusted: { enabledCommands: ["bdg.openClause"] }, supportHtml: false },
    errorHandler: createErrorHandler(onGivenUp),
    initializationFailedHandler: () => false,
  };
}

/** Starts the server and registers commands and views; does not wait for the server. */
export function startExtension(context: vscode.ExtensionContext, runtime: Runtime): ExtensionApi {
  const served = servedDocuments();
  const client = runtime.createClient(clientOptions(served, () => void tellGivenUp(client)));
  const changes = listenForChanges(client);
  const table = createTableDocument(summaryTableSource(client), changes.event);
  const coverageTable = createTableDocument(coverageTableSource(client), changes.event);
  const coverage = createPlanCoverage(client, changes.event);
  const documents = createPlanDocuments(client, changes.event);
  const comparison = createComparisonDocument();
  const dashboard = createDashboard(client, changes.event, context.extensionUri);
  const plans = createPlanView(client, changes.event, context.workspaceState);
  const register = (name: string, run: (...args: unknown[]) => Promise<void>) =>
    vscode.commands.registerCommand(name, (...args: unknown[]) => guarded(client, () => run(...args)));
  context.subscriptions.push(
    client,
    table,
    coverageTable,
    coverage,
    documents,
    comparison,
    registerDocumentFeatures(client, documents, changes.event),
    plans,
    dashboard,
    changes,
    registerPasteFromSheet(client),
    ...answerFileRequests(client),
    ...watchForSchemes(served, () => void restartLanguageServer(client).catch(() => {})),
    createLanguageStatus(client, changes.event),
    createTestExplorer(client, changes.event),
    register("bdg.exportSummaryTable", (wish) =>
      exportSummaryTable({ client, runtime, memory: context.workspaceState }, wish),
    ),
    register("bdg.openDashboard", (at) => dashboard.open(at)),
    register("bdg.showSummaryTable", () => showSummaryTable(table)),
    register("bdg.showPlanCoverage", () => showPlanCoverage(coverage, documents)),
    register("bdg.showCoverageTable", () => showCoverageTable(coverageTable, documents)),
    register("bdg.setAsOfDate", (day) => setAsOfDate(day)),
    register("bdg.checkNow", () => checkNow(client)),
    register("bdg.restartLanguageServer", () => restartLanguageServer(client)),
    register("bdg.useVietnameseKeywords", () => useKeywords(client, "vi")),
    register("bdg.useEnglishKeywords", () => useKeywords(client, "en")),
    register("bdg.recordMeasuredValue", (indicator) => recordMeasuredValue(client, indicator)),
    register("bdg.newReport", () => newReport(client)),
    register("bdg.newPlanFromDocument", (document) => newPlanFromDocument(client, document)),
    register("bdg.comparePlanDocument", (version) =>
      comparePlanDocument({ client, report: comparison, documents }, version),
    ),
    register("bdg.openSamplePlan", (folder) => openSamplePlan(context.extensionUri, folder)),
    register("bdg.openWalkthrough", () => openWalkthrough(context.extension.id)),
    register("bdg.newEmptyPlan", () => newEmptyPlan()),
    register("bdg.refreshPlans", () => plans.refresh()),
    register("bdg.filterPlans", () => filterPlans(plans)),
    register("bdg.clearPlanFilter", async () => plans.filter("")),
    register("bdg.groupPlansByClause", () => plans.groupBy("clause")),
    register("bdg.groupPlansByBody", () => plans.groupBy("body")),
    register("bdg.groupPlansByVerdict", () => plans.groupBy("verdict")),
    register("bdg.openItemClause", (line) => openItemClause(line)),
    register("bdg.openClause", (path, line) => openClause(path, line)),
    register("bdg.showPlace", (uri, line, character) => showPlace(uri, line, character)),
  );
  void vscode.commands.executeCommand("setContext", "bdg.active", true);
  client.start().catch((error: unknown) => tellNotStarted(client, error));
  return { ready: () => client.start(), serverProcessId: () => runtime.serverProcessId() };
}
