import type { Uri } from "vscode";
import { writeFileWhole } from "../../../server/src/node/write-file-whole.ts";
import { writeTextFile } from "../files/write-text-file.ts";
import type { WriteResult } from "../runtime.ts";

/** Writes a text whole or not at all; where a folder is not on a disk, as well as its provider can. */
export async function writeFile(target: Uri, text: string): Promise<WriteResult> {
  return target.scheme === "file" ? writeFileWhole(target.fsPath, text) : writeTextFile(target, text);
}
