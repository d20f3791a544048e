import { commands, window, workspace } from "vscode";

/** *BDG: New Empty Plan*: a file that has no name yet, with the list of what may stand in it. */
export async function newEmptyPlan(): Promise<void> {
  const document = await workspace.openTextDocument({ language: "bdg", content: "" });
  await window.showTextDocument(document);
  await commands.executeCommand("editor.action.triggerSuggest");
}
