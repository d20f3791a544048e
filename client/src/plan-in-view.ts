import { type TextDocument, type Uri, window } from "vscode";

/** The .bdg file that a command is about: the active one, or else one that is to be seen. */
export function planInView(): Uri | undefined {
  const isPlan = (document: TextDocument | undefined) => document?.languageId === "bdg";
  const active = window.activeTextEditor?.document;
  if (isPlan(active)) return active?.uri;
  return window.visibleTextEditors.find((editor) => isPlan(editor.document))?.document.uri;
}
