import type {
  Connection,
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver";
import type { TextEdit } from "../language-service.ts";
import { kindOf } from "../text/file-kinds.ts";
import { lineStarts, offsetAt, type Position } from "../text/line-index.ts";
import type { PositionCodec } from "./position-encoding.ts";
import type { SafeHandlers } from "./safe-handler.ts";
import type { OpenDocument, Workspace } from "./workspace.ts";

export interface SyncListener {
  log(message: string): void;
  /** Where the client counts characters in another way. */
  readonly positions: PositionCodec | undefined;
  /** The editor's text of a file changed, so the client knows that its problems may have. */
  edited(uri: string): void;
  /** The user changed a file's text; *edited* comes behind it. */
  typed(uri: string): void;
  /** A document was opened or saved. */
  visited(): void;
  saved(): void;
  closed(uri: string): void;
}

/**
 * Keeps the programs at the editor's text. Changes go straight to the declarations they touch; a message of a version
 * that was there already, or for a document that is not open, changes nothing.
 */
export function registerDocumentSync(
  connection: Connection,
  handlers: SafeHandlers,
  workspace: Workspace,
  listener: SyncListener,
): void {
  connection.onDidOpenTextDocument(
    handlers.notification("didOpen", (params: DidOpenTextDocumentParams) => {
      const { uri, languageId, version, text } = params.textDocument;
      const kind = openedAs(uri, languageId);
      if (!kind || typeof text !== "string") return;
      workspace.openText(kind === "source" ? { uri, kind, version } : { uri, kind, version, text }, text);
      listener.edited(uri);
      listener.visited();
    }),
  );
  connection.onDidChangeTextDocument(
    handlers.notification("didChange", (params: DidChangeTextDocumentParams) => {
      const { uri, version } = params.textDocument;
      const document = workspace.open.get(uri);
      const refusal = refuseChange(document, version, params.contentChanges);
      if (!document || refusal) {
        if (refusal) listener.log(`A change of ${uri} to version ${version} was ignored: ${refusal}.`);
        return;
      }
      document.version = version;
      applyChanges(workspace, document, params.contentChanges, listener.positions);
      listener.typed(uri);
      listener.edited(uri);
    }),
  );
  connection.onDidCloseTextDocument(
    handlers.notification("didClose", ({ textDocument }) => {
      workspace.closeText(textDocument.uri);
      listener.closed(textDocument.uri);
      listener.edited(textDocument.uri);
    }),
  );
  connection.onDidSaveTextDocument(
    handlers.notification("didSave", () => {
      listener.saved();
      listener.visited();
    }),
  );
}

function openedAs(uri: string, languageId: string): OpenDocument["kind"] | undefined {
  const kind = languageId === "bdg" ? "source" : kindOf(uri);
  if (kind === "source") return kind;
  return kind === "text" || kind === "csv" ? "document" : undefined;
}

function refuseChange(
  document: OpenDocument | undefined,
  version: number,
  changes: readonly TextDocumentContentChangeEvent[],
): string | undefined {
  if (!document) return undefined;
  if (!(version > document.version)) return `version ${document.version} is there already`;
  return changes.every(isWellFormed) ? undefined : "it is malformed";
}

function isWellFormed(change: TextDocumentContentChangeEvent): boolean {
  if (typeof change.text !== "string") return false;
  return !("range" in change) || (isPosition(change.range.start) && isPosition(change.range.end));
}

function isPosition({ line, character }: Position): boolean {
  return Number.isInteger(line) && Number.isInteger(character) && line >= 0 && character >= 0;
}

function applyChanges(
  workspace: Workspace,
  document: OpenDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  positions: PositionCodec | undefined,
): void {
  if (document.kind === "document") {
    const changeOne = (old: string, change: TextDocumentContentChangeEvent) =>
      changeText(
        old,
        inOurCounting(change, () => old, positions),
      );
    workspace.changeText(document, changes.reduce(changeOne, document.text));
    return;
  }
  for (const { program, path } of workspace.holding(document.uri)) {
    for (const given of changes) {
      const change = inOurCounting(given, () => program.service.textOf(path), positions);
      if ("range" in change) program.service.editFile(path, [toEdit(change)]);
      else program.service.setFile(path, change.text);
    }
  }
}

/** Each change counts in the text that the ones before it have left. */
function inOurCounting(
  change: TextDocumentContentChangeEvent,
  textBefore: () => string | undefined,
  positions: PositionCodec | undefined,
): TextDocumentContentChangeEvent {
  if (!positions || !("range" in change)) return change;
  return { ...change, range: positions.rangeIn(textBefore() ?? "", change.range) };
}

function toEdit(change: TextDocumentContentChangeEvent & { range: TextEdit["range"] }): TextEdit {
  return { range: change.range, text: change.text };
}

function changeText(text: string, change: TextDocumentContentChangeEvent): string {
  if (!("range" in change)) return change.text;
  const starts = lineStarts(text);
  const start = offsetAt(text, starts, change.range.start);
  const end = offsetAt(text, starts, change.range.end);
  return text.slice(0, Math.min(start, end)) + change.text + text.slice(Math.max(start, end));
}
