import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
} from "vscode-languageserver";
import { pathBelow } from "./program-uri.ts";
import type { SafeHandlers } from "./safe-handler.ts";
import type { Workspace } from "./workspace.ts";

const globs = ["**/*.bdg", "**/*.{txt,md,docx}", "**/*.{csv,xlsx}"];

/** Hears of files that others change on the disk. What is open in the editor counts as the editor has it. */
export function registerWatchedFiles(
  connection: Connection,
  handlers: SafeHandlers,
  workspace: Workspace,
): void {
  connection.onDidChangeWatchedFiles(
    handlers.notification("didChangeWatchedFiles", ({ changes }: DidChangeWatchedFilesParams) => {
      for (const { uri, type } of changes) fileChanged(workspace, uri, type);
    }),
  );
}

/** Asks the client to watch, where it can be asked. */
export async function watchFiles(connection: Connection): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: globs.map((globPattern) => ({
      globPattern,
      kind: FileChangeType.Created | FileChangeType.Changed | 4,
    })),
  });
}

const changes = {
  [FileChangeType.Created]: "created",
  [FileChangeType.Changed]: "changed",
  [FileChangeType.Deleted]: "deleted",
} as const;

function fileChanged(workspace: Workspace, uri: string, type: FileChangeType): void {
  for (const { program, path } of workspace.holding(uri)) {
    const spelled = pathBelow(program.rootUri, uri) ?? path;
    if (/\.bdg$/i.test(path)) program.sourceChangedOnDisk(path, spelled);
    else program.documentChangedOnDisk(path, changes[type]);
  }
}
