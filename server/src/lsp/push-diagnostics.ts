import type { Connection } from "vscode-languageserver";
import type { DiagnosticReports } from "./diagnostic-reports.ts";
import type { FolderProgram } from "./folder-program.ts";
import type { SafeHandlers } from "./safe-handler.ts";
import type { Workspace } from "./workspace.ts";

/**
 * For clients that don't ask: publishes the problems of every file of the programs and of the CSV files that they bind,
 * each set once. To be called when no message is waiting, so that no old version is ever published.
 */
export function createPusher(
  connection: Connection,
  handlers: Pick<SafeHandlers, "outgoing">,
  workspace: Workspace,
  reports: DiagnosticReports,
  isLoaded: (program: FolderProgram) => boolean,
): () => void {
  const published = new Map<string, string>();
  return () => {
    const gone = new Set(published.keys());
    for (const program of workspace.programs()) {
      for (const path of workspace.reportedFilesOf(program)) {
        const uri = program.uriOf(path);
        if (!isLoaded(program)) {
          gone.delete(uri);
          continue;
        }
        gone.delete(uri);
        const { resultId, items } = reports.of(program, path);
        const last = published.get(uri);
        if (last === resultId || (last === undefined && items.length === 0)) continue;
        published.set(uri, resultId);
        publish(uri, items);
      }
    }
    for (const uri of gone) {
      published.delete(uri);
      publish(uri, []);
    }
  };

  function publish(uri: string, diagnostics: Parameters<Connection["sendDiagnostics"]>[0]["diagnostics"]) {
    const version = workspace.open.get(uri)?.version;
    const problems = { uri, diagnostics, ...(version !== undefined && { version }) };
    void connection.sendDiagnostics(handlers.outgoing(problems)).catch(() => {});
  }
}
