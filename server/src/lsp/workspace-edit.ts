import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { FileEdit } from "../language-features/feature-types.ts";
import type { ClientAbilities } from "./client-abilities.ts";
import { toRange } from "./convert.ts";
import type { FolderProgram } from "./folder-program.ts";
import type { Workspace } from "./workspace.ts";

export function toTextEdit({ range, text }: FileEdit): TextEdit {
  return { range: toRange(range), newText: text };
}

/** Edits of several files, with the version that they were made for where a file is open. */
export function toWorkspaceEdit(
  files: ReadonlyMap<string, readonly FileEdit[]>,
  program: FolderProgram,
  { open }: Workspace,
  client: ClientAbilities,
): WorkspaceEdit {
  if (!client.versionedEdits) {
    const changes = [...files].map(([path, edits]) => [program.uriOf(path), edits.map(toTextEdit)] as const);
    return { changes: Object.fromEntries(changes) };
  }
  const documentChanges = [...files].map(([path, edits]): TextDocumentEdit => {
    const uri = program.uriOf(path);
    const version = open.get(uri)?.version ?? null;
    const toEdit = (edit: FileEdit) =>
      edit.cursor !== undefined && client.snippetEdits ? toSnippet(edit, edit.cursor) : toTextEdit(edit);
    return { textDocument: { uri, version }, edits: edits.map(toEdit) };
  });
  return { documentChanges };
}

/** With edits of more files, each of which is made only if the user says so; without them where that can't be asked. */
export function withConfirmed(
  edit: WorkspaceEdit,
  more: WorkspaceEdit,
  annotation: { readonly label: string; readonly description: string },
): WorkspaceEdit {
  const annotationId = "confirm";
  const confirmed = (more.documentChanges ?? []).flatMap((change) =>
    "textDocument" in change
      ? [{ ...change, edits: change.edits.map((one) => ({ ...one, annotationId })) }]
      : [],
  );
  if (confirmed.length === 0) return edit;
  return {
    documentChanges: [...(edit.documentChanges ?? []), ...confirmed],
    changeAnnotations: { [annotationId]: { ...annotation, needsConfirmation: true } },
  };
}

/** One edit of all; null where there is nothing to change. */
export function mergeWorkspaceEdits(edits: readonly WorkspaceEdit[]): WorkspaceEdit | null {
  const documentChanges = edits.flatMap((edit) => edit.documentChanges ?? []);
  if (documentChanges.length > 0) return { documentChanges };
  const changes = Object.assign({}, ...edits.map((edit) => edit.changes));
  return Object.keys(changes).length > 0 ? { changes } : null;
}

/** The text as a snippet, with the cursor where something is to be typed. */
function toSnippet({ range, text }: FileEdit, cursor: number): SnippetTextEdit {
  const plain = (part: string) => part.replace(/[\\$}]/g, "\\$&");
  const value = `${plain(text.slice(0, cursor))}$0${plain(text.slice(cursor))}`;
  return { range: toRange(range), snippet: { kind: "snippet", value } };
}
