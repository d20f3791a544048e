/** The text that a document of an office format was read into. */
export interface DocumentText {
  /** A paragraph a line; a table row a line, its cells between bars. */
  readonly text: string;
  /** The lines that are table rows, in order. */
  readonly rows: readonly TableRowText[];
  /** What it takes in from other files and is not in the text; each but once. */
  readonly unread: readonly UnreadPart[];
}

/** A part of another file that a document takes in, and that was not read. */
export interface UnreadPart {
  /** Its file name inside the document's file; null where it has none that can be shown. */
  readonly name: string | null;
  readonly reason: UnreadReason;
}

/**
 * Why it was not read: `absent`, it is not there or lies outside the file; `format`, it is in a format that is not
 * read (RTF, a web archive, an old .doc); `not-utf8`, its letters are in an encoding that is not read.
 */
export type UnreadReason = "absent" | "format" | "damaged" | "encrypted" | "not-utf8";

/** One row of a table in the text. */
export interface TableRowText {
  /** 0-based. */
  readonly line: number;
  /** Every row of a heading says what stands below it and promises nothing. */
  readonly isHeading: boolean;
  readonly cells: readonly TableCellText[];
}

export interface TableCellText {
  /** Where its words stand in the line, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What the heading says over its column, from the top down, joined by a space. */
  readonly heading: string;
  /** Of a cell that goes on the one above it, and has no words itself: the words up there. */
  readonly above?: string;
}
