import type { InitializeParams } from "vscode-languageserver";
import { chooseEncoding, type PositionEncoding } from "./position-encoding.ts";
import type { ClientOptions } from "./protocol.ts";

/** What the client can do, as far as it matters here. */
export interface ClientAbilities {
  /** It asks for diagnostics; otherwise they are pushed. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly watchesFiles: boolean;
  /** Files to be watched may be named below a folder, which need not be one of the workspace. */
  readonly relativePatterns: boolean;
  readonly workspaceFolders: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly linksWithOrigin: boolean;
  readonly typeLinksWithOrigin: boolean;
  readonly markdownHover: boolean;
  /** Edits may name the version of the document that they were made for. */
  readonly versionedEdits: boolean;
  /** Edits may be snippets, which say where the cursor is to stand. */
  readonly snippetEdits: boolean;
  /** Edits may be marked as to be confirmed. */
  readonly confirmsEdits: boolean;
  /** Completion may insert snippets, with places to type at. */
  readonly snippets: boolean;
  /** Completion entries may have words beside their label. */
  readonly labelDetails: boolean;
  /** What a list of completion entries may say once for all of them. */
  readonly completionDefaults: ReadonlySet<string>;
  /** What can't be done may be among the code actions, with the reason. */
  readonly disabledActions: boolean;
  /** Edits may make files. */
  readonly createsFiles: boolean;
  readonly showsDocuments: boolean;
  readonly showsProgress: boolean;
  /** Problems may be marked as about something that is not needed. */
  readonly diagnosticTags: boolean;
  /** It may ask for several ranges to be formatted at once. */
  readonly formatsRanges: boolean;
  readonly preparesRename: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesCodeLenses: boolean;
  /** It shows texts that it asks the server for. */
  readonly showsTextViews: boolean;
  readonly positionEncoding: PositionEncoding;
  readonly options: ClientOptions;
  readonly locale: string | undefined;
}

export function readAbilities(params: InitializeParams): ClientAbilities {
  const { general, workspace, textDocument, window } = params.capabilities;
  const formats = textDocument?.hover?.contentFormat;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      (textDocument?.diagnostic ?? textDocument?.publishDiagnostics)?.relatedInformation !== false,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    linksWithOrigin: textDocument?.definition?.linkSupport === true,
    typeLinksWithOrigin: textDocument?.typeDefinition?.linkSupport === true,
    markdownHover: formats === undefined || formats.includes("markdown"),
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    confirmsEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    completionDefaults: new Set(textDocument?.completion?.completionList?.itemDefaults ?? []),
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
    showsDocuments: window?.showDocument?.support === true,
    showsProgress: window?.workDoneProgress === true,
    diagnosticTags: (textDocument?.diagnostic ?? textDocument?.publishDiagnostics)?.tagSupport !== undefined,
    formatsRanges: textDocument?.rangeFormatting?.rangesSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    showsTextViews: workspace?.textDocumentContent?.dynamicRegistration === true,
    positionEncoding: chooseEncoding(general?.positionEncodings),
    options: readOptions(params.initializationOptions),
    locale: params.locale,
  };
}

function readOptions(value: unknown): ClientOptions {
  if (typeof value !== "object" || value === null) return {};
  const { hoverImages, commandLinks, suggestCommand, placeCommand, files, settings } = value as Readonly<
    Record<string, unknown>
  >;
  return {
    hoverImages: hoverImages === true,
    commandLinks: commandLinks === true,
    ...(typeof suggestCommand === "string" && { suggestCommand }),
    ...(typeof placeCommand === "string" && { placeCommand }),
    files: files === true,
    settings,
  };
}
