import type { FileFailure, Host } from "../host.ts";
import type { TableRowText, UnreadPart } from "../text/document-text.ts";

/** Why a file could not be written. Each has a message of its own; whatever it is, the old file is as it was. */
export type WriteFailure =
  | "no-folder"
  | "is-a-folder"
  | "not-a-file"
  | "read-only"
  | "no-permission"
  | "busy"
  | "disk-full"
  | "failed";

/** The outside world of the command line: the terminal, the files, the date. `node/` has the real one. */
export interface CliHost {
  /** The date here and now, in days since 1970-01-01. */
  readonly today: number;
  /** What the environment says the user speaks: the first of LC_ALL, LC_MESSAGES and LANG that is set; else empty. */
  readonly locale: string;
  readonly terminal: {
    /** Whether somebody looks at the output, and at the errors. */
    readonly output: boolean;
    readonly errors: boolean;
    readonly colors: boolean;
    /** How wide it is; undefined where the output goes elsewhere. */
    readonly columns: number | undefined;
  };
  /** The version of this program. */
  readonly version: string;
  writeOutput(text: string): void;
  writeError(text: string): void;
  openProgram(request: ProgramRequest): ProgramOpening;
  /** The text of a plan document named on the command line. */
  readDocument(path: string): DocumentReading;
  /** Whether something has this name already, be it a file, a folder or a link. */
  exists(path: string): boolean;
  /** A path as it is written in a file: relative to that file's folder, with `/`; without a file, to where one is. */
  pathFrom(file: string | undefined, path: string): string;
  /** Writes a text, as UTF-8, or bytes; whole or not at all. */
  writeFile(path: string, content: string | Uint8Array): WriteFailure | undefined;
  /** Makes a folder and those it lies in, where they are not there. */
  makeFolder(path: string): WriteFailure | undefined;
  /** The names of what lies in a folder, sorted; none where it is not there. */
  namesIn(folder: string): readonly string[] | WriteFailure;
  /**
   * Removes an ordinary file in an ordinary folder (neither is a link), and that folder where nothing is left in it.
   */
  removeFile(path: string): "removed" | "not-there" | WriteFailure;
  /**
   * Calls back when watching has begun, and after .bdg files, documents or data files below a folder have changed,
   * once for what changes together.
   * Resolves when the user stops the program.
   */
  watch(folder: string, onChange: () => void): Promise<void>;
  /** The language server on standard input and output; resolves with the exit status when the client has left. */
  serve(): Promise<number>;
}

export interface ProgramRequest {
  /** Files and folders as typed; none stands for the folder one is in, or for a root that doesn't hold it. */
  readonly paths: readonly string[];
  readonly root: string | undefined;
  /** Called after each file that is read. */
  readonly onProgress: (done: number, total: number) => void;
}

export type ProgramOpening =
  | { readonly kind: "program"; readonly program: OpenedProgram }
  | { readonly kind: "refused"; readonly reason: ProgramRefusal; readonly path: string };

export type ProgramRefusal =
  | "path-missing"
  | "path-unreadable"
  | "not-a-bdg-file"
  | "no-bdg-files"
  | "path-outside-root"
  | "root-not-a-folder";

/** Every .bdg file below the root, read. Paths are relative to the root, with `/`, in NFC. */
export interface OpenedProgram {
  /** Its folder on the disk: absolute. */
  readonly root: string;
  /** Sorted by code unit. */
  readonly files: readonly ProgramFile[];
  readonly unreadableFolders: readonly UnreadableFolder[];
  readonly host: Host;
  /** A path of the program as the user would type it from where they are. */
  shownPath(path: string): string;
  /** The same as CI finds it: relative to what is checked out, with `/`. */
  checkoutPath(path: string): string;
}

export interface ProgramFile {
  readonly path: string;
  /** Where it is on the disk, spelled as there: absolute. */
  readonly place: string;
  readonly reading:
    | { readonly kind: "text"; readonly text: string; readonly hasByteOrderMark?: true }
    | { readonly kind: "failure"; readonly failure: FileFailure };
  /** Whether it is, or lies below, one of the paths that were typed. */
  readonly selected: boolean;
}

export interface UnreadableFolder {
  readonly path: string;
  readonly failure: FileFailure;
}

export type DocumentReading =
  | {
      readonly kind: "text";
      readonly text: string;
      /** Of a .docx, the lines of its text that are table rows. */
      readonly rows?: readonly TableRowText[];
      /** What it takes in from other files and is not in the text. */
      readonly unread?: readonly UnreadPart[];
      /** The document's file name. */
      readonly name: string;
    }
  | { readonly kind: "failure"; readonly failure: FileFailure };
