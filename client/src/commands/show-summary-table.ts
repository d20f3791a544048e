import { commands } from "vscode";
import { planInView } from "../plan-in-view.ts";
import type { TableDocument } from "../views/table-document.ts";

/** *BDG: Show Summary Table*: rendered beside the plan, and kept up to date while it is open. */
export async function showSummaryTable(table: TableDocument): Promise<void> {
  const uri = await table.prepare(planInView());
  // Locked, so that it stays with its plan when another Markdown file is looked at.
  await commands.executeCommand("markdown.showLockedPreviewToSide", uri);
}
