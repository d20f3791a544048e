import { FilePermission, FileSystemError, FileType, Uri, workspace } from "vscode";
import type { WriteResult } from "../runtime.ts";

/**
 * Writes a text through the editor's own file API, for files that are on no disk within reach. Whether what fails
 * half-way leaves the old file whole is up to the file system; what can be known beforehand is asked beforehand.
 *
 * @param text written as UTF-8
 */
export async function writeTextFile(target: Uri, text: string): Promise<WriteResult> {
  try {
    if (workspace.fs.isWritableFileSystem(target.scheme) === false) return "read-only";
    // Writing would make the folders that are missing.
    if (((await typeOf(Uri.joinPath(target, "..")))?.type ?? 0) === 0) return "no-folder";
    const old = await typeOf(target);
    if (old !== undefined && (old.type & FileType.Directory) !== 0) return "is-a-folder";
    if (old?.permissions !== undefined && (old.permissions & FilePermission.Readonly) !== 0)
      return "read-only";
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    return undefined;
  } catch (error) {
    return error instanceof FileSystemError && error.code === "NoPermissions" ? "no-permission" : "failed";
  }
}

async function typeOf(uri: Uri) {
  try {
    return await workspace.fs.stat(uri);
  } catch (error) {
    if (error instanceof FileSystemError && error.code === "FileNotFound") return undefined;
    throw error;
  }
}
