import {
  type CompletionItem,
  type CompletionList,
  type Connection,
  type Definition,
  type DefinitionLink,
  type DocumentLink,
  type DocumentSymbol,
  type Hover,
  type Location,
  MarkupKind,
  type Position,
  type SymbolInformation,
} from "vscode-languageserver";
import type { DefinitionResult } from "../language-features/feature-types.ts";
import { withoutMarkdown } from "../language-features/markdown.ts";
import type { ClientAbilities } from "./client-abilities.ts";
import { type CompletionItemData, toCompletionList, withDocumentation } from "./completion-items.ts";
import { toDocumentSymbol, toFlatSymbols, toRange } from "./convert.ts";
import type { FolderProgram } from "./folder-program.ts";
import type { PositionCodec } from "./position-encoding.ts";
import { contentModified, type SafeHandlers } from "./safe-handler.ts";
import type { SettingsStore } from "./settings-store.ts";
import type { Located, Workspace } from "./workspace.ts";

export interface FeatureParts {
  readonly connection: Connection;
  readonly handlers: SafeHandlers;
  readonly workspace: Workspace;
  readonly client: ClientAbilities;
  readonly settings: SettingsStore;
  /** Where the client counts characters in another way. */
  readonly positions: PositionCodec | undefined;
  whenReady(program: FolderProgram): Promise<void>;
}

/** What is asked about a place or a file: each answer is the core's, in the protocol's words. */
export function registerFeatures(parts: FeatureParts): void {
  const { connection, handlers, client } = parts;
  const { hoverImages, commandLinks } = client.options;

  connection.onHover(
    handlers.request<PlaceParams, Hover | null>("hover", null, async (params) => {
      const { program, path } = await locate(parts, params.textDocument.uri);
      const options = { images: hoverImages === true, commandLinks: commandLinks === true };
      const hover = program.service.hover(path, params.position, options);
      if (!hover) return null;
      const { markdown } = hover;
      const contents = client.markdownHover
        ? { kind: MarkupKind.Markdown, value: markdown }
        : { kind: MarkupKind.PlainText, value: withoutMarkdown(markdown) };
      return { range: toRange(hover.range), contents };
    }),
  );

  connection.onDefinition(
    handlers.request<PlaceParams, Definition | DefinitionLink[] | null>(
      "definition",
      null,
      async (params) => {
        const { program, path } = await locate(parts, params.textDocument.uri);
        return toTargets(program.service.definition(path, params.position), program, client.linksWithOrigin);
      },
    ),
  );
  connection.onTypeDefinition(
    handlers.request<PlaceParams, Definition | DefinitionLink[] | null>(
      "typeDefinition",
      null,
      async (params) => {
        const { program, path } = await locate(parts, params.textDocument.uri);
        const found = program.service.typeDefinition(path, params.position);
        return toTargets(found, program, client.typeLinksWithOrigin);
      },
    ),
  );

  connection.onReferences(
    handlers.request<
      PlaceParams & { readonly context: { readonly includeDeclaration: boolean } },
      Location[]
    >("references", [], async (params) => {
      const { program, path } = await locate(parts, params.textDocument.uri);
      return program.service
        .references(path, params.position, params.context.includeDeclaration)
        .map((one) => ({ uri: program.uriOf(one.path), range: toRange(one.range) }));
    }),
  );

  connection.onCompletion(
    handlers.request<PlaceParams, CompletionList>("completion", noCompletion, async (params) => {
      const { program, path } = await locate(parts, params.textDocument.uri);
      return toCompletionList(
        program.service.completion(path, params.position),
        params.textDocument.uri,
        client,
      );
    }),
  );
  const resolve = handlers.request<CompletionItem, CompletionItem | null>(
    "completionResolve",
    null,
    async (item) => {
      const data = item.data as CompletionItemData | undefined;
      if (typeof data?.uri !== "string" || !parts.workspace.locate(data.uri)) return null;
      const { program } = await locate(parts, data.uri);
      return withDocumentation(item, program.service.completionDocumentation(data.subject));
    },
  );
  connection.onCompletionResolve(async (item, token) => (await resolve(item, token)) ?? item);

  connection.onDocumentSymbol(
    handlers.request<FileParams, DocumentSymbol[] | SymbolInformation[]>(
      "documentSymbol",
      [],
      async ({ textDocument: { uri } }) => {
        const { program, path } = await locate(parts, uri);
        const symbols = program.service.documentSymbols(path);
        return client.hierarchicalSymbols ? symbols.map(toDocumentSymbol) : toFlatSymbols(symbols, uri);
      },
    ),
  );

  connection.onDocumentLinks(
    handlers.request<FileParams, DocumentLink[]>("documentLink", [], async (params) => {
      const { program, path } = await locate(parts, params.textDocument.uri);
      return program.service.documentLinks(path).map((link) => ({
        range: toRange(link.range),
        target: "url" in link ? link.url : program.uriOf(link.path),
      }));
    }),
  );
}

function toTargets(
  found: DefinitionResult | undefined,
  program: FolderProgram,
  withOrigin: boolean,
): Definition | DefinitionLink[] | null {
  if (!found) return null;
  const targets = found.targets.filter(({ path }) => program.canShow(path));
  if (!withOrigin) {
    return targets.map(({ path, selection }) => ({
      uri: program.uriOf(path),
      range: toRange(selection),
    }));
  }
  return targets.map(({ path, range, selection }) => ({
    originSelectionRange: toRange(found.origin),
    targetUri: program.uriOf(path),
    targetRange: toRange(range),
    targetSelectionRange: toRange(selection),
  }));
}

export interface FileParams {
  readonly textDocument: { readonly uri: string };
}

export interface PlaceParams extends FileParams {
  readonly position: Position;
}

const noCompletion: CompletionList = { isIncomplete: false, items: [] };

/** The program and path of a file, when all is read; an answer about text that changed meanwhile is none. */
export async function locate({ workspace, whenReady }: FeatureParts, uri: string): Promise<Located> {
  const located = workspace.locate(uri);
  if (!located) throw contentModified();
  const version = workspace.open.get(uri)?.version;
  await whenReady(located.program);
  const now = workspace.locate(uri);
  if (!now || workspace.open.get(uri)?.version !== version) throw contentModified();
  return now;
}
