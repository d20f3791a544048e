import { WorkspaceEdit, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { requestConvertKeywords } from "../protocol.ts";

/**
 * *BDG: Use Vietnamese Keywords* and *Use English Keywords*: spells every keyword of the active file in one language.
 * The file is changed in the editor, in one step that can be undone, and not saved.
 */
export async function useKeywords(client: BaseLanguageClient, language: "en" | "vi"): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== "bdg") return;
  const { version, uri } = document;
  const edits = await requestConvertKeywords(client, { uri: uri.toString(), language });
  // Typed on meanwhile: the edits are for another text.
  if (edits.length === 0 || document.version !== version) return;
  const edit = new WorkspaceEdit();
  edit.set(uri, await client.protocol2CodeConverter.asTextEdits([...edits]));
  await workspace.applyEdit(edit);
}
