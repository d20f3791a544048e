import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import type { ClientAbilities } from "./client-abilities.ts";
import { commands } from "./command-names.ts";
import { fileOperations } from "./file-operations.ts";
import { semanticTokensLegend } from "./semantic-token-data.ts";

/** Mends at once what has only one answer: `"editor.codeActionsOnSave": { "source.fixAll.bdg": "explicit" }`. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.bdg`;

/** What the server offers. */
export function serverCapabilities(client: ClientAbilities): ServerCapabilities {
  return {
    positionEncoding: client.positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentSymbolProvider: true,
    documentLinkProvider: {},
    completionProvider: { triggerCharacters: [" ", ".", '"', "/", "-"], resolveProvider: true },
    documentHighlightProvider: true,
    workspaceSymbolProvider: true,
    implementationProvider: true,
    typeDefinitionProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true } },
    callHierarchyProvider: true,
    typeHierarchyProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: client.formatsRanges ? { rangesSupport: true } : true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
    },
    codeLensProvider: {},
    inlayHintProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations },
    // A client that has commands of its own would have two of each name.
    ...(!client.options.commandLinks && { executeCommandProvider: { commands: Object.values(commands) } }),
    // Offering to be asked and publishing as well would show every problem twice.
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: "bdg", interFileDependencies: true, workspaceDiagnostics: true },
    }),
  };
}
