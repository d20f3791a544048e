import { type TextDocument, type Uri, window } from "vscode";
import { programFile } from "./files/program-file.ts";

/** The .bdg file that a command is about: the active one, or else one that is to be seen. */
export function planInView(): Uri | undefined {
  const isPlan = (document: TextDocument | undefined) => document?.languageId === "bdg";
  const active = window.activeTextEditor?.document;
  if (isPlan(active)) return active?.uri;
  return window.visibleTextEditors.find((editor) => isPlan(editor.document))?.document.uri;
}

/** Whether that is a file of a program, by the URI of its root and the path below it. */
export function isFileInView(programUri: string, path: string): boolean {
  return planInView()?.toString() === programFile(programUri, path).toString();
}
