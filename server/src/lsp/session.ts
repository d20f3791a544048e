import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  MessageType,
  ShowMessageNotification,
} from "vscode-languageserver";
import { bilingual, inLanguage, type LocalText } from "../diagnostics/language.ts";
import type { ClientAbilities } from "./client-abilities.ts";
import { createClientFolder, unreachableFolder } from "./client-files.ts";
import { registerCommands } from "./command-handlers.ts";
import { registerCoverage } from "./coverage-requests.ts";
import { registerCustomRequests } from "./custom-requests.ts";
import { DiagnosticReports } from "./diagnostic-reports.ts";
import { registerDocumentSync } from "./document-sync.ts";
import { registerEditing } from "./editing-handlers.ts";
import { registerFeatures } from "./feature-handlers.ts";
import { registerFileOperations } from "./file-handlers.ts";
import { createHeldChecks } from "./held-checks.ts";
import { registerHierarchies } from "./hierarchy-handlers.ts";
import { showLoading } from "./loading-progress.ts";
import type { MessageGate } from "./message-gate.ts";
import { registerPlanDocuments } from "./plan-document-requests.ts";
import { createPositionCodec, withPositions } from "./position-encoding.ts";
import { fileNameOf, schemeOf } from "./program-uri.ts";
import { statusChangedNotification } from "./protocol.ts";
import { registerPuller } from "./pull-diagnostics.ts";
import { createPusher } from "./push-diagnostics.ts";
import { registerReading } from "./reading-handlers.ts";
import { registerRecording } from "./recording-requests.ts";
import type { Runtime } from "./runtime.ts";
import type { SafeHandlers } from "./safe-handler.ts";
import { createSettingsStore } from "./settings-store.ts";
import { registerTextViews } from "./text-view-handlers.ts";
import { type News, Updates } from "./updates.ts";
import { type FileWatching, registerWatchedFiles, watchFiles } from "./watched-files.ts";
import { Workspace } from "./workspace.ts";

export interface SessionParts {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly gate: MessageGate;
  readonly handlers: SafeHandlers;
  readonly client: ClientAbilities;
  /** URIs of the workspace folders at the start. */
  readonly folders: readonly string[];
  log(message: string): void;
}

/** Everything behind `initialize`: the programs, kept at the client's state, and the answers about them. */
export function startSession(parts: SessionParts): void {
  const { connection, runtime, gate, client, log } = parts;
  const { positionEncoding } = client;
  const positions =
    positionEncoding === "utf-16" ? undefined : createPositionCodec(positionEncoding, textOfFile);
  const handlers = positions ? withPositions(parts.handlers, positions) : parts.handlers;
  const settings = createSettingsStore(connection, client, runtime, log, () => updates.changed());
  /** Whether the client asked how it stands, and is told when that may have changed. */
  let statusIsWatched = false;
  let watching: FileWatching | undefined;

  const workspace = new Workspace({
    runtime,
    listener: {
      log,
      changed: () => updates.changed(),
      folderUnreadable: ({ rootUri }, path) => {
        const folder = path || fileNameOf(rootUri);
        const message = inLanguage(folderUnreadable(folder), settings.current(rootUri).language);
        handlers.detached("showMessage", () =>
          connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }),
        );
      },
    },
    openFolder: (uri) => {
      // What is not saved yet lies in no folder, even where it has the path that it will have.
      const reads = client.options.files && schemeOf(uri) !== "untitled";
      return (
        runtime.openFolder(uri) ??
        (reads ? createClientFolder(connection, uri, runtime.readOffice) : unreachableFolder)
      );
    },
    showsTextViews: client.showsTextViews,
    settingsFor: (rootUri) => settings.current(rootUri),
  });
  const held = createHeldChecks(({ rootUri }) => settings.userSettings(rootUri).checkRun);
  const reports = new DiagnosticReports(client, held.isHeld);
  const updates = new Updates({
    runtime,
    gate,
    settings,
    programs: () => workspace.programs(),
    detached: (work) => handlers.detached("update", work),
    begin: () => watching?.follow(),
    tell,
    loaded: ({ rootUri, service }) =>
      connection.console.debug(`${rootUri}: ${service.paths().length} files of plans are read.`),
  });
  const { whenReady } = updates;
  const push = client.pullsDiagnostics
    ? undefined
    : createPusher(connection, handlers, workspace, reports, (program) => updates.isLoaded(program));
  const puller = client.pullsDiagnostics
    ? registerPuller(connection, handlers, workspace, reports, runtime, whenReady)
    : undefined;
  handlers.onShutDown(() => puller?.leave());

  function textOfFile(uri: string): string | undefined {
    const located = workspace.locate(uri);
    return located?.program.textOf(located.path);
  }

  function tell({ askedFor, beyondEdits }: News): void {
    push?.();
    puller?.changed(askedFor);
    if (beyondEdits || workspace.open.size > 1) refreshAnnotations();
    if (beyondEdits) textViews.refresh();
    const refresh = puller?.isBehind(askedFor);
    if (refresh && client.refreshesDiagnostics) {
      handlers.detached("refresh", () => connection.languages.diagnostics.refresh());
    }
    if (statusIsWatched) {
      handlers.detached("statusChanged", () => connection.sendNotification(statusChangedNotification, {}));
    }
  }

  function statusAsked(): void {
    statusIsWatched = true;
  }

  /** The editor asks again by itself for the file that was edited, and not for the others. */
  function refreshAnnotations(): void {
    if (client.refreshesInlayHints)
      handlers.detached("refresh", () => connection.languages.inlayHint.refresh());
    if (client.refreshesCodeLenses)
      handlers.detached("refresh", () => connection.sendRequest(CodeLensRefreshRequest.type));
  }

  /** What is told now that was waited with is news. */
  function release(change: () => void): void {
    const isWaitedFor = workspace.programs().some(held.isHeld);
    change();
    if (isWaitedFor) updates.changed();
  }

  registerDocumentSync(connection, handlers, workspace, {
    log,
    positions,
    edited: (uri) => updates.edited(uri),
    typed: held.typed,
    saved: () => release(held.saved),
    closed: (uri) => release(() => held.closed(uri)),
    visited: () => {
      if (client.watchesFiles) return;
      for (const program of workspace.programs()) {
        program.everyDocumentMayHaveChanged();
        void program.load();
      }
    },
  });
  registerWatchedFiles(connection, handlers, workspace);
  const features = { connection, handlers, workspace, client, settings, whenReady, positions };
  registerFeatures(features);
  registerReading(features);
  registerCoverage(features, statusAsked);
  registerPlanDocuments(features);
  const textViews = registerTextViews(features);
  registerHierarchies(features);
  registerEditing(features);
  registerFileOperations(features);
  registerCommands(features, () => {
    held.checkNow();
    updates.changed();
  });
  registerCustomRequests({
    connection,
    handlers,
    workspace,
    settings,
    held,
    whenReady,
    statusAsked,
  });
  registerRecording({ connection, handlers, workspace, whenReady });
  connection.onDidChangeConfiguration(
    handlers.notification("didChangeConfiguration", (params) => {
      settings.accept(params?.settings);
      updates.settingsChanged();
    }),
  );
  connection.onInitialized(
    handlers.notification("initialized", () => {
      if (client.watchesFiles) watching = watchFiles(connection, handlers, workspace, client);
      if (client.registersConfiguration) {
        handlers.detached("registration", async () => {
          await connection.client.register(DidChangeConfigurationNotification.type, { section: "bdg" });
        });
      }
      if (client.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(
          handlers.notification("didChangeWorkspaceFolders", ({ added, removed }) => {
            workspace.changeFolders(
              added.map(({ uri }) => uri),
              removed.map(({ uri }) => uri),
            );
            updates.changed();
          }),
        );
      }
      textViews.offer();
      workspace.changeFolders(parts.folders, []);
      updates.changed();
      if (client.showsProgress) {
        const reading = Promise.all(workspace.programs().map(whenReady));
        const { language } = settings.current("");
        handlers.detached("progress", () => showLoading(connection, runtime, language, reading));
      }
    }),
  );
}

function folderUnreadable(path: string): LocalText {
  return bilingual(
    `The folder “${path}” cannot be read. What lies in it is missing from plans and tables.`,
    `Không đọc được thư mục “${path}”. Nội dung trong đó bị thiếu trong các kế hoạch và bảng.`,
  );
}
