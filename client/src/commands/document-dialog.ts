import { Uri, window, workspace } from "vscode";
import { l10n } from "../messages.ts";

/** Asks for a plan document on the disk; undefined where the user thought better of it. */
export async function askForDocument(title: string, button: string, near?: Uri): Promise<Uri | undefined> {
  const folder = near?.scheme === "file" ? Uri.joinPath(near, "..") : workspace.workspaceFolders?.[0]?.uri;
  const chosen = await window.showOpenDialog({
    title,
    openLabel: button,
    canSelectMany: false,
    filters: { [l10n.t("Plan documents")]: ["txt", "md", "docx"] },
    ...(folder === undefined ? {} : { defaultUri: folder }),
  });
  return chosen?.[0];
}
