import { FilePermission, FileSystemError, FileType, Uri, workspace } from "vscode";
import type { WriteResult } from "../runtime.ts";

/**
 * Writes a text or bytes through the editor's own file API, for files that are on no disk within reach. Whether what fails
 * half-way leaves the old file whole is up to the file system; what can be known beforehand is asked beforehand.
 *
 * @param content a text is written as UTF-8
 */
export async function writeToProvider(target: Uri, content: string | Uint8Array): Promise<WriteResult> {
  try {
    if (workspace.fs.isWritableFileSystem(target.scheme) === false) return "read-only";
    // Writing would make the folders that are missing.
    if (((await typeOf(Uri.joinPath(target, "..")))?.type ?? 0) === 0) return "no-folder";
    const old = await typeOf(target);
    if (old !== undefined && (old.type & FileType.Directory) !== 0) return "is-a-folder";
    if (old?.permissions !== undefined && (old.permissions & FilePermission.Readonly) !== 0)
      return "read-only";
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await workspace.fs.writeFile(target, bytes);
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
