import { commands } from "vscode";

/** *BDG: First Steps*: the walkthrough, which opens only when it is asked for. */
export async function openWalkthrough(extensionId: string): Promise<void> {
  const category = `${extensionId}#bdg.firstSteps`;
  await commands.executeCommand("workbench.action.openWalkthrough", { category, step: `${category}#sample` });
}
