import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  type Disposable,
  FileChangeType,
  type FileEvent,
  type FileSystemWatcher,
  type GlobPattern,
  WatchKind,
} from "vscode-languageserver";
import { allEndings, isPassedOver } from "../text/file-kinds.ts";
import type { ClientAbilities } from "./client-abilities.ts";
import { pathBelow } from "./program-uri.ts";
import type { SafeHandlers } from "./safe-handler.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Of a folder that is moved or deleted clients tell, and not of the files in it. Nothing tells a folder by its name, so
 * whatever comes or goes is heard of, but of changes only those of files that a plan is made of.
 *
 * @param toPattern makes the pattern for files of such names
 */
function watchersBelow(toPattern: (names: string) => GlobPattern): FileSystemWatcher[] {
  const names = `*.{${allEndings.map((ending) => ending.slice(1)).join(",")}}`;
  return [
    { globPattern: toPattern(names), kind: WatchKind.Change },
    { globPattern: toPattern("*"), kind: WatchKind.Create | WatchKind.Delete },
  ];
}

/** Hears of files that others change on the disk. What is open in the editor counts as the editor has it. */
export function registerWatchedFiles(
  connection: Connection,
  handlers: SafeHandlers,
  workspace: Workspace,
): void {
  connection.onDidChangeWatchedFiles(
    handlers.notification("didChangeWatchedFiles", ({ changes }: DidChangeWatchedFilesParams) => {
      filesChanged(workspace, changes);
    }),
  );
}

/** Asks the client to watch the files of programs. */
export interface FileWatching {
  /** To be called when programs may have come or gone. */
  follow(): void;
}

/**
 * Where the client knows patterns below a folder, each program's own are watched: those of workspace folders, and the
 * files beside a plan that lies in none (not what is below them, since nobody chose that folder). Other clients watch
 * their workspace.
 */
export function watchFiles(
  connection: Connection,
  handlers: SafeHandlers,
  workspace: Workspace,
  client: Pick<ClientAbilities, "relativePatterns">,
): FileWatching {
  const register = (toPattern: (names: string) => GlobPattern) =>
    connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: watchersBelow(toPattern),
    });
  if (!client.relativePatterns) {
    handlers.detached("watching", async () => void (await register((names) => `**/${names}`)));
    return { follow: () => {} };
  }
  const watched = new Map<string, Promise<Disposable>>();
  return {
    follow: () => {
      const folders = new Map(workspace.watchedFolders());
      for (const [uri, registration] of watched) {
        if (folders.has(uri)) continue;
        watched.delete(uri);
        handlers.detached("watching", async () => (await registration).dispose());
      }
      for (const [uri, depth] of folders) {
        if (watched.has(uri)) continue;
        const folders = depth === "below" ? "**/" : "";
        const registration = register((names) => ({ baseUri: uri, pattern: `${folders}${names}` }));
        watched.set(uri, registration);
        handlers.detached("watching", async () => void (await registration));
      }
    },
  };
}

const changes = {
  [FileChangeType.Created]: "created",
  [FileChangeType.Changed]: "changed",
  [FileChangeType.Deleted]: "deleted",
} as const;

function filesChanged(workspace: Workspace, events: readonly FileEvent[]): void {
  for (const program of workspace.programs()) {
    const comeOrGone = new Set<string>();
    for (const { uri, type } of events) {
      const path = program.pathOf(uri);
      if (path === undefined) continue;
      program.fileChangedOnDisk(path, pathBelow(program.rootUri, uri) ?? path, changes[type]);
      if (type !== FileChangeType.Changed && !isPassedOver(path)) comeOrGone.add(path);
    }
    if (comeOrGone.size > 0) program.foldersChangedOnDisk(comeOrGone);
  }
}
