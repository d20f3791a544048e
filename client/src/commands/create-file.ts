import { type Uri, WorkspaceEdit, workspace } from "vscode";
import { nameOf } from "../files/file-name.ts";
import { l10n } from "../messages.ts";
import { Refusal } from "./guarded.ts";

/** Makes a file with a text; refused where there is one already, for none is ever written over. */
export async function createFile(target: Uri, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.createFile(target, {
    overwrite: false,
    ignoreIfExists: false,
    contents: new TextEncoder().encode(text),
  });
  if (!(await workspace.applyEdit(edit)))
    throw new Refusal(
      l10n.t(
        "“{0}” can’t be made: there is a file of that name, or the folder is read-only.",
        nameOf(target),
      ),
    );
}
