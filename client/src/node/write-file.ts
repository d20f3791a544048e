import type { Uri } from "vscode";
import { writeFileWhole } from "../../../server/src/node/write-file-whole.ts";
import { writeToProvider } from "../files/write-to-provider.ts";
import type { WriteResult } from "../runtime.ts";

/** Writes a text or bytes whole or not at all; where a folder is not on a disk, as well as its provider can. */
export async function writeFile(target: Uri, content: string | Uint8Array): Promise<WriteResult> {
  return target.scheme === "file" ? writeFileWhole(target.fsPath, content) : writeToProvider(target, content);
}
