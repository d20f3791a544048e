import { window } from "vscode";
import { programFile } from "../files/program-file.ts";
import { l10n } from "../messages.ts";
import { clauseText } from "../plan-view/plan-items.ts";
import type { PlanNode } from "../plan-view/plan-nodes.ts";
import { Refusal } from "./guarded.ts";
import { showBeside } from "./open-clause.ts";

/** *Open Clause* of a line in the plan view: the clause beside; of several the one that is chosen. */
export async function openItemClause(line: unknown): Promise<void> {
  const node = line as PlanNode | undefined;
  if (node?.kind !== "indicator" && node?.kind !== "task") return;
  const clauses = node.item.clauses.flatMap((clause) =>
    clause.place ? [{ clause, place: clause.place }] : [],
  );
  const choices = clauses.map((one) => ({ label: clauseText(one.clause), ...one }));
  const chosen =
    choices.length > 1 ? await window.showQuickPick(choices, { title: l10n.t("Open clause") }) : choices[0];
  if (!chosen) {
    if (choices.length === 0) throw new Refusal(l10n.t("The document of this clause can’t be opened here."));
    return;
  }
  await showBeside(programFile(node.programUri, chosen.place.path), chosen.place.range.start.line);
}
