/** An extension that stands in for one that opens a repository on the web: `memfs:/`, filled from the test's server. */
import * as vscode from "vscode";
import { type FileContent, MemoryFiles } from "../support/memory-files.ts";

declare const fetch: (url: string) => Promise<{ json(): Promise<unknown> }>;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const url = vscode.Uri.joinPath(context.extensionUri, "..", "workspace.json").toString(true);
  const files = (await (await fetch(url)).json()) as Readonly<Record<string, FileContent>>;
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider("memfs", new MemoryFiles(files), { isCaseSensitive: true }),
  );
}
