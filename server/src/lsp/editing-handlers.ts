import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Command,
  type FormattingOptions,
  LSPErrorCodes,
  type Position,
  type PrepareRenameResult,
  type Range,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { CodeActionResult } from "../language-features/feature-types.ts";
import { fixAllKind } from "./capabilities.ts";
import type { ClientAbilities } from "./client-abilities.ts";
import { commands } from "./command-names.ts";
import { toRange } from "./convert.ts";
import { type FeatureParts, type FileParams, locate, type PlaceParams } from "./feature-handlers.ts";
import type { FolderProgram } from "./folder-program.ts";
import {
  type ConvertKeywordsParams,
  convertKeywordsRequest,
  type PasteTableParams,
  type PasteTableResult,
  pasteTableRequest,
} from "./protocol.ts";
import { toTextEdit, toWorkspaceEdit, withConfirmed } from "./workspace-edit.ts";

/** What changes files: each answer is the core's edits, which the editor applies. */
export function registerEditing(parts: FeatureParts): void {
  const { connection, handlers } = parts;

  connection.onDocumentFormatting(
    handlers.request<FormattingParams, TextEdit[]>("formatting", [], async ({ textDocument: { uri } }) => {
      const { program, path } = await locate(parts, uri);
      return program.service.formatting(path).map(toTextEdit);
    }),
  );
  connection.onDocumentRangeFormatting(
    handlers.request<FormattingParams & { readonly range: Range }, TextEdit[]>(
      "rangeFormatting",
      [],
      async ({ textDocument: { uri }, range }) => {
        const { program, path } = await locate(parts, uri);
        return program.service.formatting(path, range).map(toTextEdit);
      },
    ),
  );
  connection.onDocumentRangesFormatting(
    handlers.request<FormattingParams & { readonly ranges: readonly Range[] }, TextEdit[]>(
      "rangesFormatting",
      [],
      async ({ textDocument: { uri }, ranges }) => {
        const { program, path } = await locate(parts, uri);
        const edits = ranges.flatMap((range) => program.service.formatting(path, range));
        // Two ranges may touch one declaration.
        return [...new Map(edits.map((edit) => [JSON.stringify(edit.range), toTextEdit(edit)])).values()];
      },
    ),
  );
  connection.onRequest(
    convertKeywordsRequest,
    handlers.request<ConvertKeywordsParams, TextEdit[]>("convertKeywords", [], async ({ uri, language }) => {
      const { program, path } = await locate(parts, uri);
      return program.service.convertKeywords(path, language).map(toTextEdit);
    }),
  );
  connection.onRequest(
    pasteTableRequest,
    handlers.request<PasteTableParams, PasteTableResult>("pasteTable", null, async (params) => {
      const { program, path } = await locate(parts, params.uri);
      return program.service.pastedTable(path, params.position, params.text) ?? null;
    }),
  );

  connection.onPrepareRename(
    handlers.request<PlaceParams, PrepareRenameResult | null>("prepareRename", null, async (params) => {
      const { program, path } = await locate(parts, params.textDocument.uri);
      const prepared = program.service.prepareRename(path, params.position);
      if (!prepared) return null;
      if (prepared.kind === "refused") throw refusal(prepared.reason);
      return { range: toRange(prepared.range), placeholder: prepared.name };
    }),
  );
  connection.onRenameRequest(
    handlers.request<PlaceParams & { readonly newName: string }, WorkspaceEdit | null>(
      "rename",
      null,
      async ({ textDocument: { uri }, position, newName }) => {
        const { program, path } = await locate(parts, uri);
        const result = program.service.rename(path, position, newName);
        if (!result) return null;
        if (result.kind === "refused") throw refusal(result.reason);
        const toEdit = (files: typeof result.files) =>
          toWorkspaceEdit(files, program, parts.workspace, parts.client);
        return parts.client.confirmsEdits
          ? withConfirmed(toEdit(result.files), toEdit(result.tables), tableAnnotation(program))
          : toEdit(result.files);
      },
    ),
  );

  connection.onCodeAction(
    handlers.request<CodeActionParams, CodeAction[]>("codeAction", [], async (params) => {
      const { program, path } = await locate(parts, params.textDocument.uri);
      const { kind, fixAll } = wantedKinds(params.context.only);
      const editOf = (files: CodeActionResult["edits"]) =>
        toWorkspaceEdit(files, program, parts.workspace, parts.client);
      const actions = (kind === undefined ? [] : program.service.codeActions(path, params.range))
        .filter(({ disabled }) => disabled === null || parts.client.disabledActions)
        .filter(({ isMending }) => isMending || kind === CodeActionKind.QuickFix)
        .map(
          (action): CodeAction => ({
            title: kind === CodeActionKind.QuickFix ? action.title : titleWithReason(action),
            ...(kind !== undefined && { kind }),
            ...(action.isPreferred && { isPreferred: true }),
            diagnostics: params.context.diagnostics.filter((one) => isAbout(action, one)),
            ...(action.disabled === null
              ? { edit: editOf(action.edits), ...leadThere(action, path, program, parts.client) }
              : { disabled: { reason: action.disabled } }),
          }),
        );
      // Nobody asks for it on a lamp; by its kind one does, in a menu or on saving.
      const all = fixAll ? program.service.fixAll(path) : [];
      if (all.length === 0) return actions;
      const edit = editOf(new Map([[path, all]]));
      return [...actions, { title: fixAllTitle(program), kind: fixAllKind, edit }];
    }),
  );
}

/** Where something is to be typed in another file, the client goes there when the edit is made. */
function leadThere(
  { title, edits }: CodeActionResult,
  path: string,
  program: FolderProgram,
  { options, showsDocuments }: ClientAbilities,
): { readonly command?: Command } {
  const [[other, [edit]] = ["", []]] = edits;
  if (other === path || edit?.cursor === undefined) return {};
  const uri = program.uriOf(other);
  const before = edit.text.slice(0, edit.cursor).split("\n");
  const line = edit.range.start.line + before.length - 1;
  const character = before.at(-1)!.length + (before.length === 1 ? edit.range.start.character : 0);
  if (options.placeCommand !== undefined)
    return { command: { title, command: options.placeCommand, arguments: [uri, line, character] } };
  if (options.commandLinks === true || !showsDocuments) return {};
  return { command: { title, command: commands.openClause, arguments: [uri, line] } };
}

/** As what fixes are wanted, if at all: on a lamp, where no kind is named, as quick fixes. And whether all are at once. */
function wantedKinds(only: readonly string[] | undefined) {
  const isWanted = (own: string) =>
    only?.some((kind) => kind === "" || `${own}.`.startsWith(`${kind}.`)) === true;
  const { QuickFix, RefactorRewrite } = CodeActionKind;
  const rewrite = isWanted(RefactorRewrite) ? RefactorRewrite : undefined;
  return { kind: !only || isWanted(QuickFix) ? QuickFix : rewrite, fixAll: isWanted(fixAllKind) };
}

/** VS Code shows what can't be done only among the refactorings, and of that nothing but the title. */
function titleWithReason({ title, disabled }: CodeActionResult): string {
  return disabled === null ? title : `${title}: ${disabled}`;
}

interface FormattingParams extends FileParams {
  /** Ours are given: two blanks, and columns as wide as they must be. */
  readonly options: FormattingOptions;
}

interface CodeActionParams extends FileParams {
  readonly range: Range;
  readonly context: CodeActionContext;
}

/** What an editor says about the cells that are changed along with a name. */
function tableAnnotation({ service }: FolderProgram): {
  readonly label: string;
  readonly description: string;
} {
  return service.settings.language === "vi"
    ? { label: "Đổi cả trong bảng số liệu", description: "Các ô trong tệp CSV ghi tên này" }
    : { label: "Change the data file, too", description: "Cells of the CSV file that have this name" };
}

function fixAllTitle({ service }: FolderProgram): string {
  return service.settings.language === "vi"
    ? "Sửa mọi lỗi chỉ có một cách sửa"
    : "Fix everything that has only one answer";
}

function isAbout(action: CodeActionResult, diagnostic: CodeActionContext["diagnostics"][number]): boolean {
  const isSame = (a: Position, b: Position) => a.line === b.line && a.character === b.character;
  return diagnostic.code === action.code && isSame(diagnostic.range.start, action.range.start);
}

/** Shown to the user as it is. */
function refusal(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
