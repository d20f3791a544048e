import { Uri, workspace } from "vscode";

/** Where a dialog begins: the folder of a file that others can stand beside, else the first one that is open. */
export function folderForDialog(near: Uri | undefined): Uri | undefined {
  // Not saved yet, or a commit's version of a plan: it stands in no folder.
  const hasFolder = near !== undefined && workspace.fs.isWritableFileSystem(near.scheme) === true;
  return hasFolder ? Uri.joinPath(near, "..") : workspace.workspaceFolders?.[0]?.uri;
}
