import type { FileReading, TableReading } from "../host.ts";
import type { Day } from "../semantics/period.ts";

/** The outside world of the server, apart from its connection: `node/` and `browser/` have one each. */
export interface Runtime {
  /** The date here and now. */
  today(): Day;
  /** Runs `work` soon, after what has arrived meanwhile had its turn (setImmediate, setTimeout). */
  soon(work: () => void): void;
  /** Runs `work` after so many milliseconds; it must not keep the process alive. */
  later(work: () => void, milliseconds: number): void;
  /** Told how long a .bdg file is that is about to be taken in; it may make room. */
  makeRoomFor?(length: number): void;
  /**
   * Reads an office file that the client gave, confined: it may be hostile. Never rejects; left out where there is no
   * place to read it in.
   */
  readOffice?(bytes: Uint8Array, kind: "docx" | "xlsx"): Promise<LoadedOffice>;
  /** The files below a folder; undefined where this runtime can't reach the folder itself. */
  openFolder(uri: string): FolderAccess | undefined;
}

export type LoadedTable = Exclude<TableReading, { kind: "pending" }>;
export type LoadedReading = Exclude<FileReading, { kind: "pending" }>;
export type LoadedOffice = Exclude<LoadedReading | LoadedTable, { kind: "bytes" }>;

/** The files below one folder. Paths are relative to it, with `/`, spelled as they are there. */
export interface FolderAccess {
  /** Every .bdg file below the folder. */
  listSources(): Promise<readonly string[]>;
  /** Folders that the last listing of sources could not look into. */
  unreadableFolders?(): readonly string[];
  /** Every plan document below the folder, for completion; where it can't be told, none is offered. */
  listDocuments?(): Promise<readonly string[]>;
  /** Whether a folder lies there; where it can't be told at once, what comes in a folder is heard of file by file. */
  isFolder?(path: string): boolean;
  readSource(path: string): LoadedReading | Promise<LoadedReading>;
  /**
   * A plan document; here the path is in NFC, whatever the spelling on the disk is. `pending` where it can't be known
   * whether it is there: nothing is said about it then.
   */
  readDocument(path: string): FileReading | Promise<LoadedReading>;
  /** A table of values, its path like a document's; `unsupported-format` where tables are not read. */
  readTable(path: string): TableReading | Promise<LoadedTable>;
}
