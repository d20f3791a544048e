import { commands, type Uri, window } from "vscode";
import { isPlanDocument, type PlanDocuments } from "../plan-documents/plan-documents.ts";
import { planInView } from "../plan-in-view.ts";
import type { PlanCoverage } from "../views/coverage.ts";
import type { TableDocument } from "../views/table-document.ts";

/** *BDG: Show Plan Coverage*: the plan's document in the editor, with what is covered and what is not. */
export function showPlanCoverage(coverage: PlanCoverage, documents: PlanDocuments): Promise<void> {
  return coverage.show(fileInView(documents));
}

/** *BDG: Show Coverage Table*: clause, commitment, indicator and agreement, rendered beside. */
export async function showCoverageTable(table: TableDocument, documents: PlanDocuments): Promise<void> {
  const uri = await table.prepare(fileInView(documents));
  await commands.executeCommand("markdown.showLockedPreviewToSide", uri);
}

/** The plan document in the active editor, else the .bdg file in view. */
function fileInView(documents: PlanDocuments): Uri | undefined {
  const active = window.activeTextEditor?.document.uri;
  return active && isPlanDocument(documents, active) ? active : planInView();
}
