import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import type { ExtensionApi } from "../../../client/src/client.ts";
import { waitUntil } from "../support/wait-until.ts";

/** The day as of which the samples have every status. */
export const sampleDay = "2025-06-30";

/** The address of a file of the opened folder, such as `binh-dinh/bao-cao-2024.bdg`. */
export function sampleUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "a folder is open");
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Shows a file of the opened folder, with the text that is on the disk. */
export async function openSample(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(sampleUri(path)), {
    preview: false,
  });
}

/** The running extension's own words about itself. */
export async function extensionApi(): Promise<ExtensionApi> {
  const extension = vscode.extensions.getExtension<ExtensionApi>("bdg.bdg");
  assert.ok(extension, "the extension is there");
  return extension.activate();
}

/** Changes settings for the opened folder; undefined takes one away. */
export async function setSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
  const section = vscode.workspace.getConfiguration("bdg");
  for (const [name, value] of Object.entries(settings))
    await section.update(name, value, vscode.ConfigurationTarget.Workspace);
}

/** Closes every editor; what was typed and not saved is gone. */
export async function closeEditors(): Promise<void> {
  while (vscode.window.tabGroups.all.some((group) => group.tabs.length > 0))
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
}

/** The place of the first `text` in a document, or of the first after `after`. */
export function rangeOf(document: vscode.TextDocument, text: string, after = ""): vscode.Range {
  const whole = document.getText();
  const from = whole.indexOf(after);
  const start = from < 0 ? -1 : whole.indexOf(text, from + after.length);
  assert.ok(start >= 0, `the document has “${text}” after “${after}”`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Types over a range, as one edit. */
export async function replace(editor: vscode.TextEditor, range: vscode.Range, text: string): Promise<void> {
  assert.ok(await editor.edit((builder) => builder.replace(range, text)));
}

/** A problem's code. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Waits until the problems of a file are as wanted, and returns them. */
export function waitForProblems(
  uri: vscode.Uri,
  isWanted: (problems: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return waitUntil("the wanted problems", () => {
    const problems = vscode.languages.getDiagnostics(uri);
    return isWanted(problems) ? problems : undefined;
  }).catch((error: unknown) => {
    const shown = vscode.languages.getDiagnostics(uri).map((one) => `${codeOf(one)}: ${one.message}`);
    throw new Error(`The problems of ${uri.path} are:\n${shown.join("\n")}`, { cause: error });
  });
}
