import {
  type CodeLens,
  type Command,
  type DocumentHighlight,
  DocumentHighlightKind,
  type FoldingRange,
  FoldingRangeKind,
  type InlayHint,
  type Location,
  type Position,
  type Range,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensDelta,
  type WorkspaceSymbol,
} from "vscode-languageserver";
import type {
  CodeLensResult,
  FoldingRangeResult,
  SemanticToken,
} from "../language-features/feature-types.ts";
import { kindOf } from "../text/file-kinds.ts";
import type { ClientAbilities } from "./client-abilities.ts";
import { commands } from "./command-names.ts";
import { toRange } from "./convert.ts";
import { type FeatureParts, type FileParams, locate, type PlaceParams } from "./feature-handlers.ts";
import type { FolderProgram } from "./folder-program.ts";
import type { PositionCodec } from "./position-encoding.ts";
import { encodeTokens, SemanticTokenResults } from "./semantic-token-data.ts";
import { toWorkspaceSymbol } from "./workspace-symbols.ts";

/** What is shown in and beside the text, beyond hovers and problems. */
export function registerReading(parts: FeatureParts): void {
  registerPlaces(parts);
  registerStructure(parts);
  registerTokens(parts);
  registerAnnotations(parts);
}

function registerPlaces(parts: FeatureParts): void {
  const { connection, handlers, workspace } = parts;
  connection.onDocumentHighlight(
    handlers.request<PlaceParams, DocumentHighlight[]>("documentHighlight", [], async (params) => {
      const { program, path } = await locate(parts, params.textDocument.uri);
      return program.service.documentHighlights(path, params.position).map(({ range, kind }) => ({
        range: toRange(range),
        kind: kind === "write" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    }),
  );
  connection.onImplementation(
    handlers.request<PlaceParams, Location[]>("implementation", [], async (params) => {
      const { program, path } = await locate(parts, params.textDocument.uri);
      return program.service
        .implementation(path, params.position)
        .map((one) => ({ uri: program.uriOf(one.path), range: toRange(one.range) }));
    }),
  );
  connection.onWorkspaceSymbol(
    handlers.request<{ readonly query: string }, WorkspaceSymbol[]>(
      "workspaceSymbol",
      [],
      async ({ query }) => {
        const programs = workspace.programs();
        await Promise.all(programs.map(parts.whenReady));
        return programs.flatMap((program) =>
          program.service
            .workspaceSymbols(query)
            .map((one) => toWorkspaceSymbol(one, query, (path) => program.uriOf(path))),
        );
      },
    ),
  );
}

const foldingKinds: Readonly<Record<FoldingRangeResult["kind"], FoldingRangeKind | undefined>> = {
  block: undefined,
  comment: FoldingRangeKind.Comment,
  region: FoldingRangeKind.Region,
};

function registerStructure(parts: FeatureParts): void {
  const { connection, handlers } = parts;
  connection.onFoldingRanges(
    handlers.request<FileParams, FoldingRange[]>("foldingRange", [], async ({ textDocument: { uri } }) => {
      const { program, path } = await locate(parts, uri);
      return program.service.foldingRanges(path).map(({ kind, startLine, endLine }) => {
        const named = foldingKinds[kind];
        return { startLine, endLine, ...(named && { kind: named }) };
      });
    }),
  );
  connection.onSelectionRanges(
    handlers.request<FileParams & { readonly positions: Position[] }, SelectionRange[]>(
      "selectionRange",
      [],
      async ({ textDocument: { uri }, positions }) => {
        const { program, path } = await locate(parts, uri);
        return positions.map((position) =>
          nested(program.service.selectionRanges(path, position).map(toRange), position),
        );
      },
    ),
  );
}

/** Each range in the next; where there is none, the place itself. */
function nested(ranges: readonly Range[], position: Position): SelectionRange {
  const outermost = ranges.at(-1) ?? { start: position, end: position };
  return ranges
    .slice(0, -1)
    .reduceRight<SelectionRange>((parent, range) => ({ range, parent }), { range: outermost });
}

function registerTokens(parts: FeatureParts): void {
  const { connection, handlers, workspace } = parts;
  const results = new SemanticTokenResults();
  const tokensOf = async (uri: string): Promise<number[]> => {
    const { program, path } = await locate(parts, uri);
    results.keep((one) => workspace.open.has(one));
    const tokens = program.service.semanticTokens(path);
    return encodeTokens(
      parts.positions ? countedTokens(tokens, program.textOf(path), parts.positions) : tokens,
    );
  };
  connection.languages.semanticTokens.on(
    handlers.request<FileParams, SemanticTokens>(
      "semanticTokens",
      { data: [] },
      async ({ textDocument: { uri } }) => results.full(uri, await tokensOf(uri)),
    ),
  );
  connection.languages.semanticTokens.onDelta(
    handlers.request<
      FileParams & { readonly previousResultId: string },
      SemanticTokens | SemanticTokensDelta
    >("semanticTokensDelta", { data: [] }, async ({ textDocument: { uri }, previousResultId }) =>
      results.delta(uri, previousResultId, await tokensOf(uri)),
    ),
  );
}

function isDeclaration(path: string): boolean {
  return kindOf(path) === "source";
}

/** Tokens in the way that the client counts characters. */
function countedTokens(
  tokens: readonly SemanticToken[],
  text: string | undefined,
  { charactersBefore }: PositionCodec,
): readonly SemanticToken[] {
  const lines = (text ?? "").split(/\r\n|\r|\n/);
  return tokens.map((token) => {
    const line = lines[token.line] ?? "";
    const character = charactersBefore(line, token.character);
    return {
      ...token,
      character,
      length: charactersBefore(line, token.character + token.length) - character,
    };
  });
}

function registerAnnotations(parts: FeatureParts): void {
  const { connection, handlers, settings, client } = parts;
  connection.languages.inlayHint.on(
    handlers.request<FileParams & { readonly range: Range }, InlayHint[]>(
      "inlayHint",
      [],
      async ({ textDocument: { uri }, range }) => {
        const { program, path } = await locate(parts, uri);
        if (!settings.userSettings(program.rootUri).inlayHints) return [];
        return program.service
          .inlayHints(path, range)
          .map(({ position, label, tooltip }) => ({ position, label, tooltip, paddingLeft: true }));
      },
    ),
  );
  connection.onCodeLens(
    handlers.request<FileParams, CodeLens[]>("codeLens", [], async ({ textDocument: { uri } }) => {
      const { program, path } = await locate(parts, uri);
      if (!settings.userSettings(program.rootUri).codeLenses) return [];
      const hasCommands = client.options.commandLinks === true;
      return program.service.codeLenses(path).flatMap((lens) => {
        const { range, title, target, records } = lens;
        if (records && !hasCommands) return [];
        // In a plan document; who can open a file at a range makes a command of it.
        if (target && isDeclaration(target.path)) {
          const data = { uri: program.uriOf(target.path), range: toRange(target.range) };
          return { range: toRange(range), command: { title, command: "" }, data };
        }
        const command = { title, ...lensCommand(lens, program, client) };
        return { range: toRange(range), command };
      });
    }),
  );
}

/** What a click runs. A lens without a command would be asked for again and not shown. */
function lensCommand(
  { target, records }: CodeLensResult,
  program: FolderProgram,
  client: ClientAbilities,
): Omit<Command, "title"> {
  if (records) {
    const indicator = { programUri: program.rootUri, indicatorId: records.id, path: records.path };
    return { command: "bdg.recordMeasuredValue", arguments: [indicator] };
  }
  if (!target) return { command: "" };
  const { line } = target.range.start;
  if (client.options.commandLinks) return { command: commands.openClause, arguments: [target.path, line] };
  if (!client.showsDocuments) return { command: "" };
  return { command: commands.openClause, arguments: [program.uriOf(target.path), line] };
}
