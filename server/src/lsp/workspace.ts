import type { ServiceSettings } from "../language-service.ts";
import { createDeclarationParser } from "../syntax/parse.ts";
import { FolderProgram, type ProgramListener } from "./folder-program.ts";
import { folderOf, schemeOf } from "./program-uri.ts";
import type { FolderAccess, Runtime } from "./runtime.ts";

/** A file of the editor and the program that answers for it. */
export interface Located {
  readonly program: FolderProgram;
  readonly path: string;
}

export interface WorkspaceParts {
  readonly runtime: Runtime;
  readonly listener: ProgramListener;
  /** The client shows the texts of documents that are no text files. */
  readonly showsTextViews: boolean;
  openFolder(uri: string): FolderAccess;
  settingsFor(rootUri: string): ServiceSettings;
}

/** One open document of the editor. */
export type OpenDocument = OpenSource | OpenPlanDocument;

/** Its text is in every program that holds it, and there is one at least. */
interface OpenSource {
  readonly uri: string;
  readonly kind: "source";
  version: number;
}

/** A plan document or a table: there may be no program that holds it, or not yet. */
export interface OpenPlanDocument {
  readonly uri: string;
  readonly kind: "document";
  version: number;
  text: string;
}

/**
 * The programs: one for each workspace folder, and one for the own folder of each open file that lies in none. Where
 * folders lie in one another, the inner one answers for its files, and the outer one's program has them as well.
 */
export class Workspace {
  private readonly parts: WorkspaceParts;
  /** One for all: making it takes longer than checking a plan. */
  private readonly parser = createDeclarationParser();
  private readonly folders = new Map<string, FolderProgram>();
  private readonly loose = new Map<string, FolderProgram>();
  readonly open = new Map<string, OpenDocument>();

  constructor(parts: WorkspaceParts) {
    this.parts = parts;
  }

  programs(): readonly FolderProgram[] {
    return [...this.folders.values(), ...this.loose.values()];
  }

  /** The folders in which changes are of interest: `below` with all that lies in them, `beside` their own files only. */
  *watchedFolders(): Iterable<readonly [uri: string, depth: "below" | "beside"]> {
    for (const uri of this.folders.keys()) yield [uri, "below"];
    // What is not saved yet lies in no folder.
    for (const uri of this.loose.keys()) if (schemeOf(uri) !== "untitled") yield [uri, "beside"];
  }

  firstProgram(): FolderProgram | undefined {
    return this.programs()[0];
  }

  /** The files below a folder, be it one of a program or not. */
  openFolder(uri: string): FolderAccess {
    return this.parts.openFolder(uri);
  }

  /** The program that answers for a file: the innermost one that holds it. */
  locate(uri: string): Located | undefined {
    let found: Located | undefined;
    for (const program of this.programs()) {
      const path = program.pathOf(uri);
      if (path !== undefined && (!found || path.length < found.path.length)) found = { program, path };
    }
    return found;
  }

  /** The files that a program, and not one further in, answers for. */
  filesOf(program: FolderProgram): readonly string[] {
    return this.answeredBy(program, program.service.paths());
  }

  /** The same and the CSV files in which problems of these stand, too. */
  reportedFilesOf(program: FolderProgram): readonly string[] {
    const { service } = program;
    return this.answeredBy(program, [...service.paths(), ...service.tablesWithProblems()]);
  }

  private answeredBy(program: FolderProgram, paths: readonly string[]): readonly string[] {
    const hasInner = this.programs().some(
      (other) => other !== program && program.pathOf(other.rootUri) !== undefined,
    );
    return hasInner ? paths.filter((path) => this.locate(program.uriOf(path))?.program === program) : paths;
  }

  /** Every program that holds a file. */
  holding(uri: string): readonly Located[] {
    return this.programs().flatMap((program) => {
      const path = program.pathOf(uri);
      return path === undefined ? [] : [{ program, path }];
    });
  }

  /** Adds and removes workspace folders; open files move to whichever program answers for them now. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    // Of sources it goes with the programs that go.
    const texts = new Map([...this.open.values()].map((one) => [one, this.textOf(one)]));
    for (const uri of removed) {
      this.folders.get(uri)?.dispose();
      this.folders.delete(uri);
    }
    for (const uri of added) {
      if (!this.folders.has(uri)) this.folders.set(uri, this.createProgram(uri));
    }
    for (const [uri, program] of this.loose) {
      program.dispose();
      this.loose.delete(uri);
    }
    for (const [one, text] of texts) this.openIn(one, text ?? "");
  }

  openText(document: OpenDocument, text: string): void {
    this.open.set(document.uri, document);
    this.openIn(document, text);
  }

  closeText(uri: string): void {
    const document = this.open.get(uri);
    if (!document) return;
    this.open.delete(uri);
    for (const { program, path } of this.holding(uri)) {
      if (document.kind === "source") program.closeSource(path);
      else program.closeDocument(path);
    }
    const needed = new Set([...this.open.keys()].map((one) => this.locate(one)?.program));
    for (const [root, program] of this.loose) {
      if (needed.has(program)) continue;
      program.dispose();
      this.loose.delete(root);
    }
  }

  /** The user changed the text of a plan document or a table. */
  changeText(document: OpenPlanDocument, text: string): void {
    document.text = text;
    this.openIn(document, text);
  }

  textOf(document: OpenDocument): string | undefined {
    if (document.kind === "document") return document.text;
    const located = this.holding(document.uri).find(({ program, path }) => program.isOpen(path));
    return located?.program.service.textOf(located.path);
  }

  private openIn(document: OpenDocument, text: string): void {
    // A plan document alone makes no program.
    if (!this.locate(document.uri) && document.kind === "source") this.addLoose(document.uri);
    for (const { program } of this.holding(document.uri)) handOver(document, text, program);
  }

  /** What is open already counts in a new program as well. */
  private addLoose(uri: string): void {
    const root = folderOf(uri);
    const program = this.createProgram(root);
    for (const document of this.open.values()) {
      const text = this.textOf(document);
      if (text !== undefined) handOver(document, text, program);
    }
    this.loose.set(root, program);
  }

  private createProgram(rootUri: string): FolderProgram {
    const { runtime, listener } = this.parts;
    const access = this.parts.openFolder(rootUri);
    const program = new FolderProgram(
      rootUri,
      access,
      this.parts.settingsFor(rootUri),
      runtime,
      listener,
      this.parser,
      this.parts.showsTextViews,
    );
    void program.load();
    return program;
  }
}

function handOver({ uri, kind }: OpenDocument, text: string, program: FolderProgram): void {
  const path = program.pathOf(uri);
  if (path === undefined) return;
  if (kind === "source") program.openSource(path, uri, text);
  else program.setOpenDocument(path, uri, text);
}
