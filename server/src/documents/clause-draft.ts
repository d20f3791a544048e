import type { TextSpan } from "../text/text-span.ts";
import { type CitedStep, citeClause } from "./citation.ts";
import { isAllCapitals } from "./fold-text.ts";
import type { LabelKind, PrintedLabel } from "./label.ts";
import type { OpenLabel } from "./label-stack.ts";
import type { PrintedParagraph } from "./paragraphs.ts";
import type { Cell, Clause, Paragraph } from "./plan-document.ts";
import { endsSentence } from "./wrapping.ts";

/** A clause while its document is being read. */
export interface ClauseDraft {
  readonly address: string;
  readonly label: PrintedLabel;
  readonly printed: string;
  readonly steps: readonly CitedStep[];
  readonly parent: ClauseDraft | null;
  readonly paragraphs: PrintedParagraph[];
  /** The first paragraph's words go on in the second: the label stood on a line alone. */
  titleOnNextLine: boolean;
  /** How many bullets of each kind it has. */
  bullets: Map<LabelKind, number> | null;
  /** The last value of each series below it. */
  series: Map<string, number> | null;
}

/** The label as printed, without the emphasis marks around or inside it. */
export function printedLabel(text: string, label: PrintedLabel): string {
  return text
    .slice(label.start, label.end)
    .replace(/\*\*|__/gu, "")
    .trim();
}

/** What placing the next label needs to know of a clause that is open. */
export function toOpenLabel(text: string, draft: ClauseDraft): OpenLabel {
  const { kind, value, delimiter, path } = draft.label;
  const last = draft.paragraphs.at(-1)!;
  const piece = last.pieces.at(-1)!;
  const finished = endsSentence(text, piece) && !endsWithColon(text, piece);
  return { kind, value, delimiter, path, finished, capitals: isAllCapitals(draft.label.rest) };
}

function endsWithColon(text: string, span: TextSpan): boolean {
  return /:[*_\s]*$/u.test(text.slice(Math.max(span.start, span.end - 6), span.end));
}

/** Adds a paragraph without a label of its own to the clause that is open. */
export function appendParagraph(draft: ClauseDraft, paragraph: PrintedParagraph): void {
  const first = draft.paragraphs[0]!;
  if (draft.paragraphs.length === 1 && draft.titleOnNextLine) {
    draft.titleOnNextLine = false;
    const span = { start: first.span.start, end: paragraph.span.end };
    draft.paragraphs[0] = { ...first, span, pieces: [...first.pieces, ...paragraph.pieces] };
  } else draft.paragraphs.push(paragraph);
}

interface MutableClause extends Clause {
  readonly children: Clause[];
}

/** Makes the clauses of a document from their drafts, which come with every parent before its children. */
export function finishClauses(text: string, drafts: readonly ClauseDraft[]): readonly Clause[] {
  const made = new Map<ClauseDraft, MutableClause>();
  for (const draft of drafts) {
    const parent = draft.parent === null ? null : made.get(draft.parent)!;
    const clause = finishClause(text, draft, parent);
    made.set(draft, clause);
    parent?.children.push(clause);
  }
  return [...made.values()];
}

function finishClause(text: string, draft: ClauseDraft, parent: Clause | null): MutableClause {
  const paragraphs: Paragraph[] = draft.paragraphs.map((paragraph, index) => ({
    address: `${draft.address}/${index + 1}`,
    span: paragraph.span,
    line: paragraph.line,
    text: index === 0 ? textAfterLabel(text, paragraph, draft.label) : wordsOf(text, paragraph.pieces),
  }));
  const first = paragraphs[0]!;
  return {
    address: draft.address,
    label: draft.printed,
    citation: citeClause(draft.steps),
    span: { start: first.span.start, end: paragraphs.at(-1)!.span.end },
    textSpan: draft.paragraphs[0]!.row
      ? rowSpan(text, draft.paragraphs[0]!)
      : { start: Math.min(draft.label.textStart, first.span.end), end: first.span.end },
    line: first.line,
    text: paragraphs
      .map((paragraph) => paragraph.text)
      .filter((words) => words !== "")
      .join("\n"),
    paragraphs,
    parent,
    children: [],
    cells: cellsOf(text, draft.paragraphs[0]!),
  };
}

/** A row without the bars around it, and without the line that Markdown draws below a heading. */
function rowSpan(text: string, { pieces }: PrintedParagraph): TextSpan {
  const { start, end } = pieces[0]!;
  const first = text[start] === "|" ? start + 1 : start;
  const inside = text.slice(first, text[end - 1] === "|" ? end - 1 : end);
  const from = first + (inside.length - inside.trimStart().length);
  return { start: from, end: from + inside.trim().length };
}

function cellsOf(text: string, { row, span: { start } }: PrintedParagraph): readonly Cell[] | null {
  if (row === undefined) return null;
  if (row.isHeading) return [];
  return row.cells.map((cell) => {
    const span = { start: start + cell.start, end: start + cell.end };
    const words = text.slice(span.start, span.end);
    return { span, text: words, heading: cell.heading, shared: cell.above ?? words };
  });
}

/** The words of a paragraph as printed, its lines joined by one space. */
export function wordsOf(text: string, pieces: readonly TextSpan[]): string {
  const lines = pieces.map((piece) => text.slice(piece.start, piece.end).trim());
  return lines.filter((line) => line !== "").join(" ");
}

function textAfterLabel(text: string, paragraph: PrintedParagraph, label: PrintedLabel): string {
  if (paragraph.row) {
    const { start, end } = rowSpan(text, paragraph);
    return text.slice(start, end);
  }
  const [first, ...others] = paragraph.pieces;
  const words = wordsOf(text, [{ start: Math.min(label.textStart, first!.end), end: first!.end }, ...others]);
  const before = text.slice(paragraph.span.start, label.start);
  const inLabel = label.kind === "star" ? "" : text.slice(label.start, label.end);
  const open = openMarks(before + inLabel + text.slice(label.end, label.textStart));
  if (open.length === 0) return /^(\*\*|__)((?:(?!\1).)*)\1$/u.exec(words)?.[2] ?? words;
  return open.reduce((rest, mark) => rest.replace(closing(mark), ""), words).trim();
}

const MARK = /\*{1,3}|_{1,3}|\[|\]\{[^{}]*\}|<\/?\w+/gu;

/** The marks of emphasis, brackets and tags that opened in what is before a clause's words, and did not close there. */
function openMarks(before: string): readonly string[] {
  const open: string[] = [];
  for (const [mark] of before.matchAll(MARK)) {
    const at = open.findLastIndex((opening) => closing(opening).exec(mark)?.[0] === mark);
    if (at >= 0) open.splice(at, 1);
    else if (!/^(?:\]|<\/)/u.test(mark)) open.push(mark);
  }
  return open;
}

/** What closes a mark. */
function closing(mark: string): RegExp {
  if (mark === "[") return /\]\{[^{}]*\}/u;
  return mark[0] === "<"
    ? new RegExp(`</${mark.slice(1)}>?`, "u")
    : new RegExp(mark.replaceAll("*", "\\*"), "u");
}
