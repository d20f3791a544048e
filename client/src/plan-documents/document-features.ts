import {
  CodeLens,
  type Disposable,
  type DocumentFilter,
  type Event,
  EventEmitter,
  languages,
  RelativePattern,
  type TextDocument,
  Uri,
} from "vscode";
import type * as lsp from "vscode-languageclient";
import type { BaseLanguageClient } from "vscode-languageclient";
import { nameOf } from "../files/file-name.ts";
import { isPlanDocument, type PlanDocuments } from "./plan-documents.ts";

/**
 * What an open plan document shows: above each cited clause the indicators and tasks that cite it with their
 * verdicts, its references, and its implementations. The providers are there for these documents alone.
 */
export function registerDocumentFeatures(
  client: BaseLanguageClient,
  documents: PlanDocuments,
  changed: Event<void>,
): Disposable {
  const lensesChanged = new EventEmitter<void>();
  let registered: readonly Disposable[] = [];
  const register = () => {
    for (const one of registered) one.dispose();
    registered = documents.uris.size === 0 ? [] : registerFor(selectorOf(documents), lensesChanged.event);
  };

  function registerFor(
    selector: readonly DocumentFilter[],
    onDidChangeCodeLenses: Event<void>,
  ): Disposable[] {
    const { code2ProtocolConverter: toServer, protocol2CodeConverter: fromServer } = client;
    const isServed = ({ uri }: TextDocument) => isPlanDocument(documents, uri);
    return [
      languages.registerCodeLensProvider(selector, {
        onDidChangeCodeLenses,
        provideCodeLenses: async (document, token) => {
          if (!isServed(document)) return [];
          await documents.ready();
          const params = { textDocument: toServer.asTextDocumentIdentifier(document) };
          const lenses = await client.sendRequest<lsp.CodeLens[]>("textDocument/codeLens", params, token);
          return lenses.map((lens) => toCodeLens(client, lens));
        },
      }),
      languages.registerReferenceProvider(selector, {
        provideReferences: async (document, position, context, token) => {
          if (!isServed(document)) return [];
          const params = { ...toServer.asTextDocumentPositionParams(document, position), context };
          const found = await client.sendRequest<lsp.Location[]>("textDocument/references", params, token);
          return fromServer.asReferences(found);
        },
      }),
      languages.registerImplementationProvider(selector, {
        provideImplementation: async (document, position, token) => {
          if (!isServed(document)) return [];
          const params = toServer.asTextDocumentPositionParams(document, position);
          const found = await client.sendRequest<lsp.Location[]>(
            "textDocument/implementation",
            params,
            token,
          );
          return fromServer.asDefinitionResult(found);
        },
      }),
    ];
  }

  register();
  const parts = [lensesChanged, documents.onDidChange(register), changed(() => lensesChanged.fire())];
  return {
    dispose: () => {
      for (const part of [...parts, ...registered]) part.dispose();
    },
  };
}

/** A lens leads to the declaration. */
function toCodeLens({ protocol2CodeConverter }: BaseLanguageClient, lens: lsp.CodeLens): CodeLens {
  const range = protocol2CodeConverter.asRange(lens.range);
  const title = lens.command?.title ?? "";
  const data = lens.data as { readonly uri: string; readonly range: lsp.Range } | undefined;
  if (!data) return new CodeLens(range, { title, command: "" });
  const selection = protocol2CodeConverter.asRange(data.range);
  return new CodeLens(range, {
    title,
    command: "vscode.open",
    arguments: [Uri.parse(data.uri), { selection }],
  });
}

function selectorOf(documents: PlanDocuments): readonly DocumentFilter[] {
  return [...documents.uris].map((text) => {
    const uri = Uri.parse(text);
    const pattern = new RelativePattern(Uri.joinPath(uri, ".."), escapeGlob(nameOf(uri)));
    return { scheme: uri.scheme, pattern };
  });
}

function escapeGlob(name: string): string {
  return name.replace(/[*?[\]{}]/gu, "?");
}
