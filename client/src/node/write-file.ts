import { type Uri, workspace } from "vscode";
import { writeFileWhole } from "../../../server/src/node/write-file-whole.ts";
import type { WriteResult } from "../runtime.ts";

/** Writes a text whole or not at all; where a folder is not on a disk, as well as its provider can. */
export async function writeFile(target: Uri, text: string): Promise<WriteResult> {
  if (target.scheme === "file") return writeFileWhole(target.fsPath, text);
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  return undefined;
}
