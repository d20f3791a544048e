import { commands } from "vscode";
import { fileInView, type PlanDocuments } from "../plan-documents/plan-documents.ts";
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
