import { commands, FileType, Range, type TextDocument, Uri, ViewColumn, window, workspace } from "vscode";
import { hasTextView, toTextView } from "../../../server/src/lsp/text-view.ts";
import { isPlanDocument } from "../../../server/src/text/file-kinds.ts";
import { l10n } from "../messages.ts";
import { Refusal } from "./guarded.ts";

/**
 * Opens a plan's document beside at a clause. It is the one command that a hover may run, so whatever the arguments
 * are, it does nothing but show a text of the workspace.
 *
 * @param path of the document below the folder that the server answers for, with `/` between names
 * @param line of the clause, counted from 0
 */
export async function openClause(path: unknown, line: unknown): Promise<void> {
  const isLine = typeof line === "number" && Number.isSafeInteger(line) && line >= 0;
  const uri = isPlainPath(path) && isLine ? await findDocument(path) : undefined;
  if (uri === undefined) throw new Refusal(l10n.t("This link does not lead to a document of the workspace."));
  await hideHover();
  await showBeside(uri, Number(line));
}

/** Shows a plan's document beside, at a line counted from 0; of one that is no text file, the text that was read. */
export async function showBeside(uri: Uri, line: number): Promise<void> {
  const document = await openText(uri);
  const place = document.lineAt(Math.min(line, document.lineCount - 1)).range.start;
  await window.showTextDocument(document, {
    viewColumn: ViewColumn.Beside,
    selection: new Range(place, place),
  });
}

/** The text of a file; of a document that is no text file the one that the server gives. */
export async function openText(uri: Uri): Promise<TextDocument> {
  return workspace.openTextDocument(hasTextView(uri.path) ? Uri.parse(toTextView(uri.toString())) : uri);
}

/** The hover that the link stood in would stay, and cover what it opens. */
async function hideHover(): Promise<void> {
  const known = await commands.getCommands(true);
  if (known.includes("editor.action.hideHover")) await commands.executeCommand("editor.action.hideHover");
}

/** A text below a folder: no scheme, drive, root, query or way up. */
function isPlainPath(path: unknown): path is string {
  return (
    typeof path === "string" &&
    path.length <= 4096 &&
    /^[^\\:?#\0]+$/.test(path) &&
    isPlanDocument(path) &&
    path.split("/").every((name) => name !== "" && name !== "." && name !== "..")
  );
}

async function findDocument(path: string): Promise<Uri | undefined> {
  for (const folder of servedFolders()) {
    const uri = Uri.joinPath(folder, ...path.split("/"));
    const type = await workspace.fs.stat(uri).then(
      (found) => found.type,
      () => FileType.Unknown,
    );
    if ((type & FileType.File) !== 0) return uri;
  }
  return undefined;
}

/** The folder of the plan in view first, then the others; for a plan that lies in none, its own folder. */
function servedFolders(): readonly Uri[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const plan = window.activeTextEditor?.document;
  if (plan?.languageId !== "bdg") return folders;
  const own = workspace.getWorkspaceFolder(plan.uri)?.uri ?? Uri.joinPath(plan.uri, "..");
  return [own, ...folders.filter((folder) => folder.toString() !== own.toString())];
}
