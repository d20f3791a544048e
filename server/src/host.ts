import type { TableRowText, UnreadPart } from "./text/document-text.ts";
import type { Grid } from "./text/grid.ts";

/**
 * Why a file cannot be had. Each has a message of its own. `unreadable`, access is denied; `not-a-file`, it is a pipe or
 * a device; `system-error`, whatever else the system says. Of office files: `encrypted`, a password protects it;
 * `damaged`, it is not what its ending says or not whole; `too-complex`, it unpacks to more than the limits or takes
 * longer to read; `not-docx` and `not-xlsx`, it is an office file of another kind; `old-office`,
 * it is a .doc or .xls under another name.
 */
export type FileFailure =
  | "missing"
  | "unreadable"
  | "is-a-folder"
  | "not-a-file"
  | "system-error"
  | "too-large"
  | "not-utf8"
  | "binary"
  | "outside-root"
  | "unsupported-format"
  | "encrypted"
  | "damaged"
  | "too-complex"
  | "not-docx"
  | "not-xlsx"
  | "old-office";

export type FileReading =
  | {
      readonly kind: "text";
      readonly text: string;
      /** Of an office document, the lines of its text that are table rows; such a text has a paragraph a line. */
      readonly rows?: readonly TableRowText[];
      /** What it takes in from other files and is not in the text. */
      readonly unread?: readonly UnreadPart[];
    }
  | { readonly kind: "failure"; readonly failure: FileFailure }
  /** The shell has begun to load it and will ask again. */
  | { readonly kind: "pending" };

export type TableReading =
  /** A CSV file as it lies on the disk: what it is written in is said where it is bound. */
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  /** A CSV file as it is in the editor, not saved yet. */
  | { readonly kind: "text"; readonly text: string }
  /** The sheets of a workbook that hold cells, in their order. */
  | { readonly kind: "workbook"; readonly sheets: readonly Grid[] }
  | { readonly kind: "failure"; readonly failure: FileFailure }
  | { readonly kind: "pending" };

/**
 * The whole outside world, as the core sees it. Paths are relative to the program's root, with `/`.
 * The .bdg files of the program are handed to the language service by the shell; only plan documents are asked for.
 */
export interface Host {
  /** The text of a plan document (.txt, .md, .docx) below the root; links that lead outside are `outside-root`. */
  readDocument(path: string): FileReading;
  /** A table of values (.csv, .xlsx) below the root; a shell that has none leaves it out. */
  readTable?(path: string): TableReading;
  /** Paths of the plan documents that are there, for completion; a shell that doesn't know them leaves it out. */
  documentPaths?(): readonly string[];
  /** A line for the person who looks into the log; never shown otherwise. */
  log(message: string): void;
}
