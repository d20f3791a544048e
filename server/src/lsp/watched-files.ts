import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  type Disposable,
  FileChangeType,
  type GlobPattern,
} from "vscode-languageserver";
import { allEndings } from "../text/file-kinds.ts";
import type { ClientAbilities } from "./client-abilities.ts";
import { pathBelow } from "./program-uri.ts";
import type { SafeHandlers } from "./safe-handler.ts";
import type { Workspace } from "./workspace.ts";

const endings = `{${allEndings.map((ending) => ending.slice(1)).join(",")}}`;

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
  const register = (globPattern: GlobPattern) =>
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] });
  if (!client.relativePatterns) {
    handlers.detached("watching", async () => void (await register(`**/*.${endings}`)));
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
        const pattern = depth === "below" ? `**/*.${endings}` : `*.${endings}`;
        const registration = register({ baseUri: uri, pattern });
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

function fileChanged(workspace: Workspace, uri: string, type: FileChangeType): void {
  for (const { program, path } of workspace.holding(uri)) {
    const spelled = pathBelow(program.rootUri, uri) ?? path;
    program.fileChangedOnDisk(path, spelled, changes[type]);
  }
}
