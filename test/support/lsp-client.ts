import { readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import {
  type ClientCapabilities,
  createConnection,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver/node";
import { createMessageGate } from "../../server/src/lsp/message-gate.ts";
import type { ClientOptions } from "../../server/src/lsp/protocol.ts";
import type { Runtime } from "../../server/src/lsp/runtime.ts";
import { startServer } from "../../server/src/lsp/start-server.ts";
import { nodeRuntime } from "../../server/src/node/server-runtime.ts";

/** What a client can do, for tests: the least, and what VS Code can. */
export const pushingClient: ClientCapabilities = {};
export const pullingClient: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
  },
};

export interface ClientSetup {
  readonly capabilities?: ClientCapabilities;
  /** Absolute paths, or URIs, of workspace folders. */
  readonly folders?: readonly string[];
  /** The section `bdg`: by configuration where the client can, else in the options. As of 2025-06-30 unless given. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly options?: ClientOptions;
  readonly locale?: string;
  readonly processId?: number;
}

/** A language client that remembers what it was told. */
export class LspClient {
  readonly connection: MessageConnection;
  /** Every publication, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  /** Methods that the server asked to be registered for. */
  readonly registered: string[] = [];
  /** How often the server asked for diagnostics to be pulled again. */
  refreshes = 0;
  settings: Readonly<Record<string, unknown>> = { asOf: "2025-06-30" };

  constructor(connection: MessageConnection) {
    this.connection = connection;
    connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
      this.log.push(message);
    });
    connection.onRequest("client/registerCapability", (params: { registrations: { method: string }[] }) => {
      this.registered.push(...params.registrations.map(({ method }) => method));
      return null;
    });
    connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes += 1;
      return null;
    });
    connection.listen();
  }

  async initialize(setup: ClientSetup = {}): Promise<InitializeResult> {
    const { capabilities = pushingClient, folders = [], locale, processId = null } = setup;
    this.settings = setup.settings ?? this.settings;
    const result = await this.connection.sendRequest<InitializeResult>("initialize", {
      processId,
      rootUri: null,
      capabilities,
      locale,
      initializationOptions: { settings: this.settings, ...setup.options },
      workspaceFolders: folders.map((folder) => ({ uri: toUri(folder), name: folder })),
    });
    await this.notify("initialized", {});
    return result;
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    return this.connection.sendRequest<Result>(method, params);
  }

  open(uri: string, text: string, version = 1, languageId = "bdg"): Promise<void> {
    return this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version, text } });
  }

  /** Opens a file of the disk as it is there. */
  openFile(path: string): Promise<void> {
    return this.open(toUri(path), readFileSync(path, "utf8"), 1);
  }

  change(
    uri: string,
    version: number,
    changes: readonly (string | readonly [Range, string])[],
  ): Promise<void> {
    return this.notify("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: changes.map((one) =>
        typeof one === "string" ? { text: one } : { range: one[0], text: one[1] },
      ),
    });
  }

  close(uri: string): Promise<void> {
    return this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  fileChanged(uri: string, type: 1 | 2 | 3): Promise<void> {
    return this.notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
  }

  pullWorkspace(known: ReadonlyMap<string, string> = new Map()): Promise<WorkspaceDiagnosticReport> {
    const previousResultIds = [...known].map(([uri, value]) => ({ uri, value }));
    return this.request("workspace/diagnostic", { previousResultIds });
  }

  /** The present problems of a file, pulled whole. */
  async problems(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== "full") throw new Error("Nothing was known before, and yet it is unchanged.");
    return report.items;
  }

  /** The last publication for a file. */
  lastPublished(uri: string): PublishDiagnosticsParams | undefined {
    return this.published.findLast((one) => one.uri === uri);
  }
}

/** Waits for something to become true; at most a few seconds. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false,
  patience = 5_000,
): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`Waited ${patience} ms in vain: ${what}.`);
    await delay(5);
  }
}

export function toUri(path: string): string {
  return /^[a-z][\w+.-]+:/.test(path) ? path : pathToFileURL(path).href;
}

/** A server in this process, and a client that talks to it over streams, in real messages. */
export function startInProcess(runtime: Partial<Runtime> = {}): LspClient {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const gate = createMessageGate();
  const connection = createConnection(
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
    gate,
  );
  startServer({ connection, gate }, { ...nodeRuntime, ...runtime }, "0.0.0-test");
  const client = new LspClient(
    createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer)),
  );
  onTestFinished(() => {
    client.connection.dispose();
    connection.dispose();
  });
  return client;
}
