/**
 * An extension that stands in for one that opens a repository on the web: `memfs:/`, filled from the test's server,
 * which is told of everything that is written.
 */
import * as vscode from "vscode";
import { MemoryFiles } from "../support/memory-files.ts";

/** There in every browser, but not in the language's own library of types. */
declare const fetch: (
  url: string,
  how?: { readonly method: string; readonly body?: Uint8Array },
) => Promise<{ readonly ok: boolean; json(): Promise<unknown> }>;
declare const atob: (base64: string) => string;

/** Of the files that the server keeps, by their path, in Base64. */
type KeptFiles = Readonly<Record<string, string>>;

class ServedFiles extends MemoryFiles {
  private readonly server: vscode.Uri;

  constructor(server: vscode.Uri, kept: KeptFiles) {
    super(Object.fromEntries(Object.entries(kept).map(([path, base64]) => [path, bytesOf(base64)])));
    this.server = server;
  }

  override async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    await this.tell(uri, { method: "PUT", body: content });
    super.writeFile(uri, content);
  }

  override async delete(uri: vscode.Uri): Promise<void> {
    await this.tell(uri, { method: "DELETE" });
    super.delete(uri);
  }

  private async tell({ path }: vscode.Uri, how: { readonly method: string; readonly body?: Uint8Array }) {
    const { ok } = await fetch(vscode.Uri.joinPath(this.server, path).toString(), how);
    if (!ok) throw vscode.FileSystemError.Unavailable(path);
  }
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = vscode.Uri.joinPath(context.extensionUri, "..", "workspace");
  const kept = (await (await fetch(server.toString(true))).json()) as KeptFiles;
  const files = new ServedFiles(server, kept);
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider("memfs", files, { isCaseSensitive: true }),
  );
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
