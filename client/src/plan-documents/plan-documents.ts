import {
  type Disposable,
  type Event,
  EventEmitter,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { textViewScheme } from "../../../server/src/lsp/text-view.ts";
import { planInView } from "../plan-in-view.ts";
import { requestPlanDocuments } from "./coverage-protocol.ts";

/** The documents that the plans of the workspace name, kept up to date. */
export interface PlanDocuments extends Disposable {
  /** URIs as VS Code writes them. */
  readonly uris: ReadonlySet<string>;
  readonly onDidChange: Event<void>;
  /** Resolves when the server has the text of every one that is open. */
  ready(): Promise<void>;
}

/**
 * Tells the server of the open texts of plan documents (those of Word documents it gives itself) and of the CSV files
 * that declarations bind, so that an edit is seen as it is typed. The language client itself is told of BDG files only:
 * of all the text, Markdown and CSV files of a workspace, those that no plan names are nobody's business here.
 */
export function createPlanDocuments(client: BaseLanguageClient, changed: Event<void>): PlanDocuments {
  const changes = new EventEmitter<void>();
  const opened = new Map<string, TextDocument>();
  let uris: ReadonlySet<string> = new Set();
  let tables: ReadonlySet<string> = new Set();
  let latest = Promise.resolve();

  const isServed = (document: TextDocument) =>
    document.languageId !== "bdg" &&
    document.uri.scheme !== textViewScheme &&
    (uris.has(document.uri.toString()) || isTyped(document));
  // What is saved the server reads itself, as the declaration says; the editor may have opened it in another encoding.
  const isTyped = (document: TextDocument) => document.isDirty && tables.has(document.uri.toString());
  const open = (document: TextDocument) => {
    const key = document.uri.toString();
    if (!isServed(document) || opened.has(key) || client.state !== State.Running) return;
    opened.set(key, document);
    const textDocument = client.code2ProtocolConverter.asOpenTextDocumentParams(document);
    send("textDocument/didOpen", textDocument);
  };
  const close = (document: TextDocument) => {
    if (!opened.delete(document.uri.toString()) || client.state !== State.Running) return;
    send("textDocument/didClose", client.code2ProtocolConverter.asCloseTextDocumentParams(document));
  };
  const send = (method: string, params: object) => {
    client
      .sendNotification(method, params)
      .catch((error: unknown) => client.outputChannel.error(String(error)));
  };

  const update = async () => {
    if (client.state !== State.Running) return;
    const result = await requestPlanDocuments(client).catch(() => undefined);
    if (!result) return;
    const read = (all: readonly string[]) =>
      new Set(all.map((uri) => client.protocol2CodeConverter.asUri(uri).toString()));
    const next = read(result.uris);
    tables = read(result.tables);
    const isOther = next.size !== uris.size || [...next].some((uri) => !uris.has(uri));
    uris = next;
    for (const document of [...opened.values()]) if (!isServed(document)) close(document);
    for (const document of workspace.textDocuments) open(document);
    if (isOther) changes.fire();
  };
  const askForUpdate = () => {
    latest = latest.then(update);
    return latest;
  };

  const parts = [
    changes,
    changed(() => void askForUpdate()),
    workspace.onDidOpenTextDocument(open),
    workspace.onDidCloseTextDocument(close),
    workspace.onDidChangeTextDocument((event) => {
      const { document, contentChanges } = event;
      // A table is opened with its first change and closed when it is saved, which comes as a change of nothing.
      if (!opened.has(document.uri.toString())) return open(document);
      if (!isServed(document)) return close(document);
      if (contentChanges.length === 0) return;
      const { asChangeTextDocumentParams } = client.code2ProtocolConverter;
      send("textDocument/didChange", asChangeTextDocumentParams(event, document.uri, document.version));
    }),
    client.onDidChangeState(({ newState }) => {
      // A new server has no text yet.
      if (newState !== State.Running) opened.clear();
      else void askForUpdate();
    }),
  ];
  void askForUpdate();
  return {
    get uris() {
      return uris;
    },
    onDidChange: changes.event,
    ready: askForUpdate,
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

/** Whether a document is one that a plan names. */
export function isPlanDocument(documents: PlanDocuments, uri: Uri): boolean {
  return documents.uris.has(uri.toString());
}

/** The plan document in the active editor, else the .bdg file in view. */
export function fileInView(documents: PlanDocuments): Uri | undefined {
  const active = window.activeTextEditor?.document.uri;
  return active && isPlanDocument(documents, active) ? active : planInView();
}
