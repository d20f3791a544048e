/** Why a file cannot be had. Each has a message of its own. */
export type FileFailure =
  | "missing"
  | "unreadable"
  | "is-a-folder"
  | "too-large"
  | "not-utf8"
  | "binary"
  | "outside-root"
  | "unsupported-format";

export type FileReading =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "failure"; readonly failure: FileFailure }
  /** The shell has begun to load it and will ask again. */
  | { readonly kind: "pending" };

/**
 * The whole outside world, as the core sees it. Paths are relative to the program's root, with `/`.
 * The .bdg files of the program are handed to the language service by the shell; only plan documents are asked for.
 */
export interface Host {
  /** The text of a plan document (.txt, .md) below the root; links that lead outside are `outside-root`. */
  readDocument(path: string): FileReading;
  /** Paths of the plan documents that are there, for completion; a shell that doesn't know them leaves it out. */
  documentPaths?(): readonly string[];
  /** A line for the person who looks into the log; never shown otherwise. */
  log(message: string): void;
}
