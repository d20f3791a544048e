import type { FileReading, Host, TableReading } from "../host.ts";
import { createLanguageService, type LanguageService, type ServiceSettings } from "../language-service.ts";
import { maxTypedCsvLength } from "../limits.ts";
import type { DeclarationParser } from "../syntax/parse.ts";
import { isPassedOver, kindOf } from "../text/file-kinds.ts";
import { pathBelow, uriBelow } from "./program-uri.ts";
import type { FolderAccess, LoadedReading, LoadedTable, Runtime } from "./runtime.ts";
import { describeFault } from "./safe-handler.ts";
import { fileOfTextView, hasTextView, toTextView } from "./text-view.ts";

/** What a folder's program tells the session. */
export interface ProgramListener {
  log(message: string): void;
  /** A folder below the program's, or its own (empty), can't be looked into: what lies there is missing. */
  folderUnreadable(program: FolderProgram, path: string): void;
  /** Something that the client doesn't know of has changed: a file on the disk, a document that came in. */
  changed(program: FolderProgram): void;
}

/**
 * The program below one folder: its language service, fed with the files on the disk and the buffers of the editor,
 * of which the buffers win. Paths are the core's: below the folder, with `/`, in NFC.
 */
export class FolderProgram {
  readonly rootUri: string;
  readonly service: LanguageService;
  private readonly access: FolderAccess;
  private readonly runtime: Runtime;
  private readonly listener: ProgramListener;
  private readonly showsTextViews: boolean;
  /** .bdg files on the disk, with their spelling there. */
  private readonly onDisk = new Map<string, string>();
  /** Files that are open in the editor, with the client's URI; of plan documents and tables with their text. */
  private readonly openSources = new Map<string, string>();
  private readonly openDocuments = new Map<string, { readonly uri: string; readonly text: string }>();
  /** Plan documents that the core asked for; what came in late is kept for its next question. */
  private readonly documents = new Map<string, LoadedReading | Promise<LoadedReading> | "asked">();
  /** The same for tables of values. */
  private readonly tables = new Map<string, LoadedTable | Promise<LoadedTable> | "asked">();
  /** Plan documents and tables on the disk, whether a plan names them or not, with their spelling there. */
  private readonly documentSpellings = new Map<string, string>();
  /** Folders of which it was told that they can't be looked into. */
  private readonly unreadable = new Set<string>();
  private work: Promise<void> = Promise.resolve();
  private isGone = false;

  constructor(
    rootUri: string,
    access: FolderAccess,
    settings: ServiceSettings,
    runtime: Runtime,
    listener: ProgramListener,
    parser: DeclarationParser,
    showsTextViews: boolean,
  ) {
    this.rootUri = rootUri;
    this.access = access;
    this.runtime = runtime;
    this.listener = listener;
    this.showsTextViews = showsTextViews;
    const host: Host = {
      log: (message) => listener.log(message),
      readDocument: (path) => this.readDocument(path),
      readTable: (path) => this.readTable(path),
      documentPaths: () => [...this.documentSpellings.keys()].sort(),
    };
    this.service = createLanguageService(host, settings, parser);
  }

  /** Resolves when everything that was asked to be read is in. */
  get settled(): Promise<void> {
    return this.work;
  }

  /** Reads the folder, and again later what changed in it. */
  load(): Promise<void> {
    return this.afterOthers(async () => {
      await Promise.all([this.readFolder(), this.listDocuments()]);
    });
  }

  /** The core's path for a URI; undefined outside the folder. */
  pathOf(uri: string): string | undefined {
    return pathBelow(this.rootUri, fileOfTextView(uri))?.normalize("NFC");
  }

  /** The URI of a path, spelled as the client or else the disk spells it; of its text where the client shows that. */
  uriOf(path: string): string {
    const uri =
      this.openSources.get(path) ??
      this.openDocuments.get(path)?.uri ??
      uriBelow(this.rootUri, this.onDisk.get(path) ?? this.documentSpellings.get(path) ?? path);
    return this.showsTextViews && hasTextView(path) ? toTextView(uri) : uri;
  }

  /** Whether the client can show lines of a file. */
  canShow(path: string): boolean {
    return this.showsTextViews || !hasTextView(path);
  }

  isOpen(path: string): boolean {
    return this.openSources.has(path);
  }

  openPaths(): Iterable<string> {
    return this.openSources.keys();
  }

  /** How many of the plan documents that are named could be read. */
  get documentCount(): number {
    const paths = [...this.documents.keys()];
    return paths.filter((path) => this.service.planDocument(path).kind === "document").length;
  }

  openSource(path: string, uri: string, text: string): void {
    this.openSources.set(path, uri);
    this.setFile(path, text);
  }

  /** The buffer is gone: what is on the disk counts again. */
  closeSource(path: string): void {
    this.openSources.delete(path);
    const spelled = this.onDisk.get(path);
    if (spelled === undefined) this.service.removeFile(path);
    this.sourceChangedOnDisk(path, spelled ?? path);
  }

  setOpenDocument(path: string, uri: string, text: string): void {
    const before = this.typedTable(path);
    this.openDocuments.set(path, { uri, text });
    // What does not count, or not yet, need not be read from the disk again with every key.
    if (isCsv(path) && before === undefined && this.typedTable(path) === undefined) return;
    this.documentChanged(path);
  }

  closeDocument(path: string): void {
    this.openDocuments.delete(path);
    this.documentChanged(path);
  }

  /** The text of a .bdg file, a plan document or a table, as far as it is there. */
  textOf(path: string): string | undefined {
    const text = this.service.textOf(path) ?? this.service.csvTextOf(path);
    if (text !== undefined || isCsv(path)) return text;
    const reading = this.readDocument(path);
    return reading.kind === "text" ? reading.text : undefined;
  }

  /** A file was created, changed or deleted on the disk. */
  fileChangedOnDisk(path: string, spelled: string, change: "created" | "changed" | "deleted"): void {
    const kind = kindOf(path);
    if (kind === "source") this.sourceChangedOnDisk(path, spelled);
    else if (kind) this.documentChangedOnDisk(path, spelled, change);
  }

  /** Of these paths, which have come or are gone, some may be folders: what lies or lay below is looked for again. */
  foldersChangedOnDisk(paths: ReadonlySet<string>): void {
    const isBelow = (path: string) => foldersOf(path).some((folder) => paths.has(folder));
    const documents = [...this.documents.keys(), ...this.tables.keys()].filter(isBelow);
    const listed = [...this.onDisk.keys(), ...this.documentSpellings.keys()];
    const isFolder = (path: string) => this.access.isFolder?.(path) === true;
    if (documents.length === 0 && !listed.some(isBelow) && ![...paths].some(isFolder)) return;
    for (const path of documents) this.documentChanged(path);
    void this.load();
  }

  /** The same for every document that was asked for, where nobody tells of changes. */
  everyDocumentMayHaveChanged(): void {
    for (const path of [...this.documents.keys(), ...this.tables.keys()]) this.documentChanged(path);
  }

  /** Nothing that still comes in is of interest. */
  dispose(): void {
    this.isGone = true;
  }

  /** What is no .bdg file of the folder is of the program only while the editor takes it for one. */
  private sourceChangedOnDisk(path: string, spelled: string): void {
    if (kindOf(path) !== "source" || isPassedOver(path)) return;
    this.afterOthers(() => this.readSource(path, spelled));
  }

  private documentChangedOnDisk(
    path: string,
    spelled: string,
    change: "created" | "changed" | "deleted",
  ): void {
    if (change === "created" && !isPassedOver(path)) this.documentSpellings.set(path, spelled);
    if (change === "deleted") this.documentSpellings.delete(path);
    this.documentChanged(path);
  }

  private afterOthers(work: () => Promise<void>): Promise<void> {
    this.work = this.work.then(async () => {
      if (this.isGone) return;
      try {
        await work();
      } catch (error) {
        this.listener.log(`Reading ${this.rootUri} failed: ${describeFault(error)}`);
      }
      if (!this.isGone) this.listener.changed(this);
    });
    return this.work;
  }

  private async listDocuments(): Promise<void> {
    const listed = (await this.access.listDocuments?.()) ?? [];
    this.documentSpellings.clear();
    for (const spelled of listed) this.documentSpellings.set(spelled.normalize("NFC"), spelled);
  }

  private async readFolder(): Promise<void> {
    const spellings = new Map<string, string>();
    for (const spelled of await this.access.listSources()) spellings.set(spelled.normalize("NFC"), spelled);
    for (const path of this.access.unreadableFolders?.() ?? []) {
      if (!this.unreadable.has(path)) this.listener.folderUnreadable(this, path);
      this.unreadable.add(path);
    }
    for (const path of [...this.onDisk.keys()]) {
      if (!spellings.has(path)) await this.readSource(path, path);
    }
    let count = 0;
    for (const [path, spelled] of spellings) {
      await this.readSource(path, spelled);
      count += 1;
      // A large folder must not keep the editor's requests waiting for longer than a moment at a time.
      if (count % 20 === 0) await new Promise<void>((resolve) => this.runtime.soon(resolve));
      if (this.isGone) return;
    }
  }

  private async readSource(path: string, spelled: string): Promise<void> {
    const reading = await this.access.readSource(spelled);
    const isThere = reading.kind === "text" || !["missing", "is-a-folder"].includes(reading.failure);
    if (isThere) this.onDisk.set(path, spelled);
    else this.onDisk.delete(path);
    if (this.openSources.has(path)) return;
    if (reading.kind === "failure") {
      if (isThere) this.service.setFailedFile(path, reading.failure);
      else this.service.removeFile(path);
    } else if (this.service.textOf(path) !== reading.text) {
      this.setFile(path, reading.text);
    }
  }

  private setFile(path: string, text: string): void {
    this.runtime.makeRoomFor?.(text.length);
    this.service.setFile(path, text);
  }

  private documentChanged(path: string): void {
    // Files that no plan names are of no interest: a folder may be full of them.
    const wasAsked = this.documents.delete(path);
    if (!this.tables.delete(path) && !wasAsked) return;
    this.service.documentChanged(path);
    this.listener.changed(this);
  }

  private readDocument(path: string): FileReading {
    const open = isCsv(path) ? undefined : this.openDocuments.get(path);
    if (open === undefined) return this.ask(this.documents, path, () => this.access.readDocument(path));
    this.documents.set(path, "asked");
    return { kind: "text", text: open.text };
  }

  private readTable(path: string): TableReading {
    const text = this.typedTable(path);
    if (text === undefined) return this.ask(this.tables, path, () => this.access.readTable(path));
    this.tables.set(path, "asked");
    return { kind: "text", text };
  }

  /**
   * The text of a CSV file that is open in the editor, where it counts: reading a long one with every key would take too
   * long, and one that has signs for what could not be read was opened in another encoding than its own.
   */
  private typedTable(path: string): string | undefined {
    const text = isCsv(path) ? this.openDocuments.get(path)?.text : undefined;
    return text === undefined || text.length > maxTypedCsvLength || text.includes("\ufffd")
      ? undefined
      : text;
  }

  /** What is known of a file, else what is read of it now; or *pending*, and the core is told when it has come in. */
  private ask<Loaded extends object>(
    known: Map<string, Loaded | Promise<Loaded> | "asked">,
    path: string,
    read: () => Loaded | Pending | Promise<Loaded>,
  ): Loaded | Pending {
    const before = known.get(path);
    if (before instanceof Promise) return { kind: "pending" };
    if (before !== undefined && before !== "asked") return before;
    const reading = read();
    if (!(reading instanceof Promise)) {
      known.set(path, "asked");
      return reading;
    }
    known.set(path, reading);
    this.afterOthers(async () => {
      const loaded = await reading;
      // It may have changed again while it was on its way; then another answer is coming.
      if (known.get(path) !== reading) return;
      known.set(path, loaded);
      this.service.documentChanged(path);
    });
    return { kind: "pending" };
  }
}

function isCsv(path: string): boolean {
  return kindOf(path) === "csv";
}

/** The folders that a path leads through: of `a/b/c.bdg` `a` and `a/b`. */
function foldersOf(path: string): readonly string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, i) => names.slice(0, i + 1).join("/"));
}

interface Pending {
  readonly kind: "pending";
}
