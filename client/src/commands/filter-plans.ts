import { window } from "vscode";
import { l10n } from "../messages.ts";
import type { PlanView } from "../plan-view/plan-view.ts";

/** *BDG: Filter Plans…*: the view follows while one types; Escape brings back what was shown before. */
export function filterPlans(view: PlanView): Promise<void> {
  const before = view.filterText;
  const input = window.createInputBox();
  input.title = l10n.t("Filter plans");
  input.value = before;
  input.placeholder = l10n.t("for example: missed leadership");
  input.prompt = l10n.t("Words of the name, the clause or the body, and verdicts. Empty shows all.");
  return new Promise((resolve) => {
    let isKept = false;
    input.onDidChangeValue((text) => view.filter(text));
    input.onDidAccept(() => {
      isKept = true;
      input.hide();
    });
    input.onDidHide(() => {
      if (!isKept) view.filter(before);
      input.dispose();
      resolve();
    });
    input.show();
  });
}
