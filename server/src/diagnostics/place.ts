import type { TextSpan } from "../text/text-span.ts";

/**
 * A piece of text that problems point into: one top-level declaration of a .bdg file, or a whole plan document.
 * Declarations move without changing, so spans count from the source's own start and only `firstLine` moves.
 */
export interface Source {
  /** Path below the program's root, with `/`, e.g. `binh-dinh/ke-hoach.bdg`. */
  readonly path: string;
  readonly text: string;
  /** 0-based line of the file on which `text` starts; a source always starts at the beginning of a line. */
  readonly firstLine: number;
}

export interface Place {
  readonly source: Source;
  /** Offsets in `source.text`. */
  readonly span: TextSpan;
}
