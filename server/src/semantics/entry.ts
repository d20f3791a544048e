import type { Source } from "../diagnostics/place.ts";
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
}
