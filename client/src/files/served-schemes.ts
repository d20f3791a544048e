import { type Disposable, type TextDocument, workspace } from "vscode";

/** Which documents the server is told about, as the language client wants it. */
export type ServedDocuments = { readonly language: "bdg"; readonly scheme: string }[];

/**
 * BDG files on a disk and ones that are not saved yet, and those of the virtual file systems that are open now. Others
 * have the language too and are no files to be worked on: the older side of a comparison, a commit's version.
 */
export function servedDocuments(): ServedDocuments {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const open = workspace.textDocuments.filter(isWorkedOn).map(({ uri }) => uri.scheme);
  return [...new Set(["file", "untitled", ...folders, ...open])].map(toFilter);
}

/** Calls back when files of another file system have come in; `served` has them then. */
export function watchForSchemes(served: ServedDocuments, onNew: () => void): readonly Disposable[] {
  const add = (schemes: readonly string[]) => {
    const fresh = [...new Set(schemes)].filter((one) => served.every(({ scheme }) => scheme !== one));
    if (fresh.length === 0) return;
    served.push(...fresh.map(toFilter));
    onNew();
  };
  return [
    workspace.onDidChangeWorkspaceFolders(({ added }) => add(added.map(({ uri }) => uri.scheme))),
    workspace.onDidOpenTextDocument((document) => {
      if (isWorkedOn(document)) add([document.uri.scheme]);
    }),
  ];
}

function toFilter(scheme: string): ServedDocuments[number] {
  return { language: "bdg", scheme };
}

function isWorkedOn({ languageId, uri }: TextDocument): boolean {
  return languageId === "bdg" && workspace.fs.isWritableFileSystem(uri.scheme) === true;
}
