import type { TableRowText } from "../text/document-text.ts";
import type { TextSpan } from "../text/text-span.ts";
import { isAllCapitals, startsWithSmallLetter } from "./fold-text.ts";
import { type PrintedLabel, rowLabel } from "./label.ts";
import { findPageMarks } from "./page-marks.ts";
import {
  isAddresseesLine,
  isAttachedLine,
  isLegalBasisLine,
  isPassedLine,
  isProposalLine,
  isRecipientsLine,
  isSignatureLine,
  readKindLine,
} from "./printed-words.ts";
import { readSourceLines, type SourceLine } from "./source-lines.ts";
import { findTextTables, isTabbed } from "./text-tables.ts";
import { detectWrapping, endsSentence, isDangling, type Wrapping } from "./wrapping.ts";

/** A paragraph as the outline is built from it, whatever kind of file it came from. */
export interface PrintedParagraph {
  /** The 0-based line it begins on. */
  readonly line: number;
  readonly span: TextSpan;
  /** Its lines; a paragraph that was not wrapped has one. */
  readonly pieces: readonly TextSpan[];
  /** The beginning of its first line, folded. */
  readonly beginning: string;
  readonly label: PrintedLabel | null;
  readonly afterBlank: boolean;
  /** Of a table row. */
  readonly row?: TableRowText;
}

export interface PrintedText {
  readonly paragraphs: readonly PrintedParagraph[];
  /** Page numbers: part of no clause, or somewhere inside one. */
  readonly pageMarks: readonly TextSpan[];
}

/**
 * Joins the lines of a plain or Markdown text into paragraphs: a wrapped line joins the one before it until an empty
 * line or a true label; in a copy whose every line is a paragraph they stay apart.
 */
export function readParagraphs(text: string): PrintedText {
  const lines = readSourceLines(text);
  const { rows, drawn } = findTextTables(text, lines);
  const joined = joinLines(text, lines, drawn, (read) => detectWrapping(text, read));
  return withRows(joined, rows);
}

function withRows(
  { paragraphs, pageMarks }: PrintedText,
  rows: ReadonlyMap<number, TableRowText>,
): PrintedText {
  if (rows.size === 0) return { paragraphs, pageMarks };
  const labelled = paragraphs.map((paragraph) => {
    const row = rows.get(paragraph.line);
    return row === undefined ? paragraph : { ...paragraph, label: rowLabel(paragraph.span.start), row };
  });
  return { paragraphs: labelled, pageMarks };
}

/**
 * The paragraphs of a text whose every line is one, some of them table rows; unless what was put into the document
 * are the lines of a wrapped copy.
 */
export function readLines(text: string, rows: readonly TableRowText[]): PrintedText {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  const lines = readSourceLines(text);
  const words = lines.filter(({ line }) => !byLine.has(line));
  const wrapping = detectWrapping(text, words, RAREST_PASTED);
  if (wrapping.width > 0)
    return withRows(
      joinLines(text, lines, new Set(), () => wrapping),
      byLine,
    );
  const paragraphs = lines.map((_, index) => toParagraph(lines, index, index + 1));
  return withRows({ paragraphs, pageMarks: [] }, byLine);
}

/** Where the lines of a wrapped copy were pasted into a document, at least one in so many goes on in small letters. */
const RAREST_PASTED = 20;

function joinLines(
  text: string,
  all: readonly SourceLine[],
  drawn: ReadonlySet<number>,
  wrappingOf: (lines: readonly SourceLine[]) => Wrapping,
): PrintedText {
  const marks = findPageMarks(text, all);
  const lines = marks.size === 0 ? all : all.filter((_, index) => !marks.has(index));
  const context = createContext(text, lines, wrappingOf(lines));
  const paragraphs: PrintedParagraph[] = [];
  let from = 0;
  for (let i = 1; i <= lines.length; i += 1) {
    if (i < lines.length && (drawn.has(lines[i]!.line) || !startsParagraph(context, from, i))) continue;
    paragraphs.push(toParagraph(lines, from, i));
    from = i;
  }
  const pageMarks = [...marks].map((index) => ({ start: all[index]!.start, end: all[index]!.end }));
  return { paragraphs: lines.length === 0 ? [] : paragraphs, pageMarks };
}

function toParagraph(lines: readonly SourceLine[], from: number, to: number): PrintedParagraph {
  const first = lines[from]!;
  const pieces = lines.slice(from, to).map(({ start, end }) => ({ start, end }));
  const span = { start: first.start, end: pieces.at(-1)!.end };
  return {
    line: first.line,
    span,
    pieces,
    beginning: first.beginning,
    label: first.label,
    afterBlank: first.afterBlank,
  };
}

interface Context {
  readonly text: string;
  readonly lines: readonly SourceLine[];
  readonly wrapping: Wrapping;
  /** Lines that look like a label after an unfinished full line, and are one: the series around them lacks it. */
  readonly vouchedFor: ReadonlySet<number>;
}

function createContext(text: string, lines: readonly SourceLine[], wrapping: Wrapping): Context {
  const context = { text, lines, wrapping, vouchedFor: new Set<number>() };
  return wrapping.width === 0 ? context : { ...context, vouchedFor: findVouchedFor(context) };
}

/** Whether a line begins a paragraph, or goes on the one that began with line `from`. */
function startsParagraph(context: Context, from: number, index: number): boolean {
  const { text, lines, wrapping } = context;
  const line = lines[index]!;
  const previous = lines[index - 1]!;
  if (line.afterBlank) return !goesOnAfterBlank(context, index);
  if (isHeadingMark(text, line) || isHeadingMark(text, previous)) return true;
  if (isTableLine(text, line) || isTableLine(text, previous)) return true;
  if (opensSetPiece(line.beginning) && (isLegalBasisLine(line.beginning) || isCertain(context, index)))
    return true;
  if (line.label !== null) return isTrueLabel(context, index);
  if (readKindLine(previous.beginning)?.rest === "" && previous.width < 40) return true;
  const small = startsWithSmallLetter(line.beginning);
  if (wrapping.width === 0 || previous.width > wrapping.widest) {
    if (small) return endsSentence(text, previous);
    return !isDangling(text, previous, line) && !areOneHeading(text, previous, line);
  }
  if (wrapping.indentsParagraphs && line.indent > 1) return !small;
  // Deep in a sentence a number goes on, however short the line before it was cut.
  if (index - from > 1 && /^\d/u.test(line.beginning) && !endsSentence(text, previous)) return false;
  if (small || areOneHeading(text, previous, line)) return false;
  return hasRoomFor(wrapping, previous, line);
}

/** In a wrapped copy a line with much room left ends its paragraph: its next word would have fitted. */
function hasRoomFor(wrapping: Wrapping, line: SourceLine, next: SourceLine): boolean {
  const word = /^\S+/u.exec(next.beginning)?.[0].length ?? 0;
  return line.width + 1 + word <= wrapping.nearlyFull;
}

/** A paragraph cut by the end of a page: its last line is full and unfinished, the next line begins small. */
function goesOnAfterBlank({ text, lines, wrapping }: Context, index: number): boolean {
  const line = lines[index]!;
  const previous = lines[index - 1]!;
  if (wrapping.width === 0 || line.label !== null || !startsWithSmallLetter(line.beginning)) return false;
  return (
    previous.width >= wrapping.nearlyFull &&
    previous.width <= wrapping.widest &&
    !endsSentence(text, previous)
  );
}

function isHeadingMark(text: string, line: SourceLine): boolean {
  return text[line.start] === "#" && /^#{1,6}\s/u.test(text.slice(line.start, line.start + 7));
}

/** A row of a table, with or without a heading. */
function isTableLine(text: string, line: SourceLine): boolean {
  return text[line.start] === "|" || isTabbed(text, line);
}

/** Two lines of one heading in capitals, or of "Độc lập - Tự do - Hạnh phúc". */
function areOneHeading(text: string, line: SourceLine, next: SourceLine): boolean {
  if (endsSentence(text, line) || next.width > 110 || next.label !== null) return false;
  if (isSignatureLine(next.beginning)) return false;
  return isAllCapitals(text.slice(line.start, line.end)) && isAllCapitals(text.slice(next.start, next.end));
}

function opensSetPiece(folded: string): boolean {
  if (/^\p{Ll}/u.test(folded)) return false;
  return (
    isLegalBasisLine(folded) ||
    isProposalLine(folded) ||
    isAttachedLine(folded) ||
    isRecipientsLine(folded) ||
    isAddresseesLine(folded) ||
    isPassedLine(folded) ||
    readKindLine(folded)?.rest === ""
  );
}

function isTrueLabel(context: Context, index: number): boolean {
  const previous = context.lines[index - 1]!;
  const line = context.lines[index]!;
  if (isRangeOverTwoLines(context.text, previous, line) || isDangling(context.text, previous, line))
    return false;
  return isCertain(context, index) || context.vouchedFor.has(index);
}

/** A beginning that nothing speaks against: it does not go on an unfinished, nearly full line. */
function isCertain({ text, lines, wrapping }: Context, index: number): boolean {
  const line = lines[index]!;
  const previous = lines[index - 1];
  if (previous === undefined || line.afterBlank || wrapping.width === 0) return true;
  if (wrapping.indentsParagraphs && line.indent > 1) return true;
  if (
    previous.width < wrapping.nearlyFull ||
    previous.width > wrapping.widest ||
    endsSentence(text, previous)
  )
    return true;
  // A heading in capitals does not go on in small letters.
  return (
    isAllCapitals(text.slice(previous.start, previous.end)) &&
    !isAllCapitals(text.slice(line.start, line.end))
  );
}

/** "giai đoạn 2026⏎- 2030", "Độc lập⏎- Tự do". */
function isRangeOverTwoLines(text: string, line: SourceLine, next: SourceLine): boolean {
  if (next.label?.kind !== "dash") return false;
  const before = text.slice(Math.max(line.start, line.end - 8), line.end);
  if (/(?:^|\s)\d{4}$/u.test(before)) return /^- ?(?:\d{4}|nay)(?!\d)/u.test(next.beginning);
  const tail = text.slice(Math.max(line.start, line.end - 24), line.end).normalize("NFC");
  if (/\s(?:từ|khoảng|đạt|trên|dưới|thêm|còn|tăng|giảm)\s\d[\d.,]*%?$/iu.test(tail))
    return /^- ?\d/u.test(next.beginning);
  return /^- tự do(?!\p{L})/iu.test(next.beginning) && /lập$/u.test(before.normalize("NFC"));
}

/**
 * Doubtful labels that are true after all: a heading without a stop may fill its line, and then `a)` under it looks
 * like a wrapped line; but if `b)` comes next and no other `a)`, it is the label.
 */
function findVouchedFor(context: Context): ReadonlySet<number> {
  const { lines } = context;
  const nextValues = new Map<number, number | undefined>();
  const values = new Map<string, number>();
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const label = lines[i]!.label;
    if (label === null || label.value === 0) continue;
    if (isCertain(context, i)) values.set(seriesOf(label), label.value);
    else nextValues.set(i, values.get(seriesOf(label)));
  }
  const vouchedFor = new Set<number>();
  values.clear();
  for (let i = 0; i < lines.length; i += 1) {
    const label = lines[i]!.label;
    if (label === null || label.value === 0) continue;
    const next = nextValues.get(i);
    if (nextValues.has(i)) {
      const before = values.get(seriesOf(label));
      const fits = label.value === 1 ? before !== 1 : before === label.value - 1;
      if (!fits || next !== label.value + 1 || !/^["“]?\p{Lu}/u.test(label.rest)) continue;
      vouchedFor.add(i);
    }
    values.set(seriesOf(label), label.value);
  }
  return vouchedFor;
}

function seriesOf(label: PrintedLabel): string {
  return `${label.kind}${label.delimiter}${label.path.length}`;
}
