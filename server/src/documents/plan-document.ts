import type { TableRowText } from "../text/document-text.ts";
import type { TextSpan } from "../text/text-span.ts";
import { readFrontMatter } from "./front-matter.ts";
import { buildOutline } from "./outline.ts";
import { readLines, readParagraphs } from "./paragraphs.ts";

/** One paragraph of a clause. Lines count from 0, offsets in UTF-16 units of the document's text. */
export interface Paragraph {
  /** The clause's address with `/1`, `/2`, …: `III.3/2`. */
  readonly address: string;
  readonly span: TextSpan;
  readonly line: number;
  /** Its words as printed, wrapped lines joined by one space; the first paragraph's without the label. */
  readonly text: string;
}

/** A labelled part of a document, with the paragraphs that are its own and not those of the clauses inside it. */
export interface Clause {
  /** `II.1-1`, `Đ5.2.a`, `IV~2.1`: the labels from outside in. No two clauses of a document have the same. */
  readonly address: string;
  /** The label as printed: `-`, `1.`, `Điều 5.`, `Mục tiêu 1:`. */
  readonly label: string;
  /** How an official would cite it: "gạch đầu dòng thứ nhất, khoản 1, mục II", "điểm a khoản 2 Điều 5". */
  readonly citation: string;
  /** From the beginning of the label's line to the end of its last own paragraph. */
  readonly span: TextSpan;
  /** From after the label to the end of its first paragraph. */
  readonly textSpan: TextSpan;
  /** The 0-based line of the label. */
  readonly line: number;
  /** The text after the label as printed: own paragraphs with words joined by a line feed, wrapped lines by one space. */
  readonly text: string;
  /** Its own paragraphs; the first is the labelled one. */
  readonly paragraphs: readonly Paragraph[];
  readonly parent: Clause | null;
  readonly children: readonly Clause[];
  /** The cells of a table row (`PL1.r3`); none of a heading row; null for what is no row. */
  readonly cells: readonly Cell[] | null;
}

/** A cell of a table row. */
export interface Cell {
  readonly span: TextSpan;
  /** As printed. */
  readonly text: string;
  /** What the table's heading says over it. */
  readonly heading: string;
  /** What it shares with rows above, where it is one cell with theirs; else its own text. */
  readonly shared: string;
}

/** Something odd in the numbering of a signed document. Nothing fails by it. */
export type OutlineNote =
  | {
      readonly kind: "numbering-gap";
      /** The clause after the gap, and the place of its label. */
      readonly address: string;
      readonly span: TextSpan;
      /** The numbers or letters that were passed over, at most ten of them. */
      readonly missing: readonly string[];
    }
  | {
      readonly kind: "repeated-address";
      /** The later clause (`IV~2`), the place of its label, and the address both would have (`IV`). */
      readonly address: string;
      readonly span: TextSpan;
      readonly bareAddress: string;
    };

/** A document that this one is based on: "Căn cứ Nghị quyết số 28/NQ-CP ngày 03/3/2021 …". */
export interface LegalBasis {
  readonly number: string;
  /** ISO; null where no whole date is printed. */
  readonly date: string | null;
  /** Of the paragraph that says so. */
  readonly span: TextSpan;
}

/** A signed document as its clauses, and what stands before and after them. */
export interface PlanDocument {
  /** `1268/QĐ-UBND`; null where it was left blank. */
  readonly number: string | null;
  /** The day it was signed, ISO; null where it was left blank, in part or wholly. */
  readonly date: string | null;
  /** What is printed below the kind of document, its lines joined. */
  readonly title: string | null;
  /** The kind of document as printed: `KẾ HOẠCH`. */
  readonly kind: string | null;
  readonly basis: readonly LegalBasis[];
  /** In document order. */
  readonly clauses: readonly Clause[];
  /** What stands before the first clause, and before the first clause of each attachment. */
  readonly frontMatter: readonly TextSpan[];
  /** Recipients and signatures. */
  readonly backMatter: readonly TextSpan[];
  /** Page numbers, between clauses or in the middle of one. */
  readonly pageMarks: readonly TextSpan[];
  readonly notes: readonly OutlineNote[];
}

/**
 * Reads the text of a signed document into its outline of clauses (docs/documents.md). Total: any text gives a
 * document, if need be one without clauses. Linear in the length of the text. Plain text and Markdown are read alike,
 * because plain copies keep Markdown residue and Markdown copies keep the labels of the paper.
 *
 * @param rows the table rows of the text that an office document was read into, each line of which is a paragraph;
 *   without it the lines are those of a plain copy, which may be wrapped
 */
export function readPlanDocument(text: string, rows?: readonly TableRowText[]): PlanDocument {
  const { paragraphs, pageMarks } = rows === undefined ? readParagraphs(text) : readLines(text, rows);
  const { front, ...outline } = buildOutline(text, paragraphs);
  return { ...readFrontMatter(text, front), ...outline, pageMarks };
}
