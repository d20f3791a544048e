/** A document's body as a reader sees it, tracked changes accepted, hidden text and what is beside the body left out. */
export type Block = TextBlock | TableBlock;

export interface TextBlock {
  readonly kind: "text";
  /** With its automatic number; a line break that was typed is a line feed. Empty where nothing stands. */
  readonly text: string;
}

export interface TableBlock {
  readonly kind: "table";
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Word repeats it on each page. */
  readonly isHeader: boolean;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  /** The first column it stands in, from 0, and how many it spans. */
  readonly column: number;
  readonly span: number;
  /** It goes on the cell above. */
  readonly continues: boolean;
  readonly blocks: readonly Block[];
}
