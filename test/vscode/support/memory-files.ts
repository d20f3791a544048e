/** A virtual file system in memory: what an extension that opens repositories on the web has, without the web. */
import * as vscode from "vscode";

/** Files by their path below the root, with `/`; folders are there where a file is. */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly files = new Map<string, Uint8Array>();
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  /** How often a file was read, by its path. */
  readonly reads = new Map<string, number>();

  /** @param files texts, and bytes */
  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    for (const [path, content] of Object.entries(files))
      this.files.set(`/${path}`, typeof content === "string" ? new TextEncoder().encode(content) : content);
  }

  watch(): vscode.Disposable {
    return { dispose: () => {} };
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const content = this.files.get(path);
    if (content) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: content.length };
    if (this.namesIn(path).size === 0) throw vscode.FileSystemError.FileNotFound(path);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    return [...this.namesIn(path)].map(([name, type]) => [name, type]);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const content = this.files.get(path);
    if (!content) throw vscode.FileSystemError.FileNotFound(path);
    this.reads.set(path, (this.reads.get(path) ?? 0) + 1);
    return content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void | Promise<void> {
    const type = this.files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.files.set(uri.path, content);
    this.changes.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void | Promise<void> {
    this.files.delete(uri.path);
    this.changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  async rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    await this.writeFile(to, this.readFile(from));
    await this.delete(from);
  }

  createDirectory(): void {}

  private namesIn(folder: string): ReadonlyMap<string, vscode.FileType> {
    const start = folder.endsWith("/") ? folder : `${folder}/`;
    const names = new Map<string, vscode.FileType>();
    for (const path of this.files.keys()) {
      if (!path.startsWith(start)) continue;
      const [name, ...rest] = path.slice(start.length).split("/");
      names.set(name!, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return names;
  }
}
