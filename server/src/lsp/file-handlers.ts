import type { RenameFilesParams, WorkspaceEdit } from "vscode-languageserver";
import type { FileEdit } from "../language-features/feature-types.ts";
import type { FeatureParts } from "./feature-handlers.ts";
import type { FolderProgram } from "./folder-program.ts";
import { mergeWorkspaceEdits, toWorkspaceEdit } from "./workspace-edit.ts";

/** Files that the user makes, moves and deletes in the editor: paths go on leading where they led. */
export function registerFileOperations(parts: FeatureParts): void {
  const { handlers, workspace, connection } = parts;
  const files = connection.workspace;
  files.onWillRenameFiles(
    handlers.request<RenameFilesParams, WorkspaceEdit | null>("willRenameFiles", null, async (params) => {
      const programs = workspace.programs().filter((program) => movesIn(program, params).length > 0);
      await Promise.all(programs.map(parts.whenReady));
      const edits = programs.map((program) => {
        const found = program.service.movedFileEdits(movesIn(program, params));
        return toWorkspaceEdit(ownFiles(parts, program, found), program, workspace, parts.client);
      });
      return mergeWorkspaceEdits(edits);
    }),
  );
  const changed = (uris: readonly string[]) => {
    for (const program of workspace.programs()) {
      if (!uris.some((uri) => program.pathOf(uri) !== undefined)) continue;
      program.everyDocumentMayHaveChanged();
      void program.load();
    }
  };
  files.onDidRenameFiles(
    handlers.notification("didRenameFiles", (params) =>
      changed(params.files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
    ),
  );
  files.onDidCreateFiles(
    handlers.notification("didCreateFiles", (params) => changed(params.files.map(({ uri }) => uri))),
  );
  files.onDidDeleteFiles(
    handlers.notification("didDeleteFiles", (params) => changed(params.files.map(({ uri }) => uri))),
  );
}

/** What leaves a program's folder has no path in it any more, so nothing can be written instead. */
function movesIn(program: FolderProgram, { files }: RenameFilesParams) {
  return files.flatMap(({ oldUri, newUri }) => {
    const [from, to] = [program.pathOf(oldUri), program.pathOf(newUri)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

/** Of folders in one another, the inner one's files are its own program's to change. */
function ownFiles(
  { workspace }: FeatureParts,
  program: FolderProgram,
  edits: ReadonlyMap<string, readonly FileEdit[]>,
): ReadonlyMap<string, readonly FileEdit[]> {
  return new Map([...edits].filter(([path]) => workspace.locate(program.uriOf(path))?.program === program));
}
