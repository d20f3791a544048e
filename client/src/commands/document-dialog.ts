import { type Uri, window } from "vscode";
import { documentEndings } from "../../../server/src/text/file-kinds.ts";
import { folderForDialog } from "../files/folder-for-dialog.ts";
import { l10n } from "../messages.ts";

/** Asks for a plan document, beginning beside the file that is in view; undefined where the user thought better of it. */
export async function askForDocument(title: string, button: string, near?: Uri): Promise<Uri | undefined> {
  const folder = folderForDialog(near);
  const chosen = await window.showOpenDialog({
    title,
    openLabel: button,
    canSelectMany: false,
    filters: { [l10n.t("Plan documents")]: documentEndings.map((ending) => ending.slice(1)) },
    ...(folder === undefined ? {} : { defaultUri: folder }),
  });
  return chosen?.[0];
}
