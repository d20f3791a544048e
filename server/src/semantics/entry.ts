import type { LocalText } from "../diagnostics/language.ts";
import type { Place, Source } from "../diagnostics/place.ts";
import type { ParsedDeclaration } from "../syntax/parse.ts";
import type { DeclarationFacts } from "./facts.ts";

/**
 * One top-level declaration of a file: the unit of parsing and of reuse. Its text never changes; an edit puts
 * another entry in its place. Only `firstLine` moves, when lines come or go above it.
 */
export interface Entry extends Source {
  firstLine: number;
  /** How many line breaks its text has. */
  readonly lineCount: number;
  /** How long its text is in UTF-8. */
  readonly byteLength: number;
  readonly parsed: ParsedDeclaration;
  readonly facts: DeclarationFacts;
  /** Of a report that was made from a bound table, where that is; it stands in no file. */
  readonly table?: TableOrigin;
}

/** Where the lines of a report that was made from a table come from. */
export interface TableOrigin {
  /** The `data` declaration. */
  readonly owner: Entry;
  /** The cell of a 0-based line of the report's text; undefined for a line that is no value's. */
  cellOf(line: number): TableCell | undefined;
  /** Where a CSV file names the indicator of such a line; undefined in a workbook. */
  nameOf(line: number): Place | undefined;
  /** Whether an editor can be trusted with an edit of a CSV file: it would open one in an old encoding as UTF-8. */
  readonly isEditable: boolean;
}

/** A cell of a bound table. */
export interface TableCell {
  /** `ket-qua.csv, line 5, column 3`; `ket-qua.xlsx, 2024!C7`. */
  readonly label: LocalText;
  /** Whose value it holds, by the name in the declaration's file: `awareness`, `tinh.awareness`. */
  readonly indicator: string;
  /** In the text of a CSV file; null in a workbook. */
  readonly place: Place | null;
}
