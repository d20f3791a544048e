import { Range, Uri, ViewColumn, window, workspace } from "vscode";
import { l10n } from "../messages.ts";
import { Refusal } from "./guarded.ts";

/**
 * Opens a plan's document beside at a clause. It is the one command that a hover may run, so whatever the arguments
 * are, it does nothing but show a text of the workspace.
 *
 * @param target the address of the document, as the server writes it
 * @param line of the clause, counted from 0
 */
export async function openClause(target: unknown, line: unknown): Promise<void> {
  const uri = documentOf(target);
  if (uri === undefined || typeof line !== "number" || !Number.isSafeInteger(line) || line < 0)
    throw new Refusal(l10n.t("This link does not lead to a document of the workspace."));
  const document = await workspace.openTextDocument(uri);
  const place = document.lineAt(Math.min(line, document.lineCount - 1)).range;
  await window.showTextDocument(document, {
    viewColumn: ViewColumn.Beside,
    preview: true,
    selection: new Range(place.start, place.start),
  });
}

function documentOf(target: unknown): Uri | undefined {
  if (typeof target !== "string" || target.length > 4096) return undefined;
  const uri = parseUri(target);
  // Uri.parse leaves `..` in a path as it is, and the folder of a file is found by its beginning alone.
  if (uri === undefined || uri.path.split("/").includes("..") || uri.query !== "" || uri.fragment !== "")
    return undefined;
  const isText = /\.(txt|md)$/i.test(uri.path);
  return isText && workspace.getWorkspaceFolder(uri) !== undefined ? uri : undefined;
}

function parseUri(text: string): Uri | undefined {
  try {
    return Uri.parse(text, true);
  } catch {
    return undefined;
  }
}
