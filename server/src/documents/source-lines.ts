import { maxDocumentLines } from "../limits.ts";
import { foldLineStart, type PrintedLabel, parseLabel } from "./label.ts";

/** One line of a document that has something on it, without the white space around it. */
export interface SourceLine {
  /** Counted from 0 over all lines of the document, the empty ones too. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** How many spaces stand before it. */
  readonly indent: number;
  /** An empty line, a page break or the beginning of the text stands before it. */
  readonly afterBlank: boolean;
  /** How many letters wide it is; a decomposed letter is as wide as a composed one. */
  readonly width: number;
  /** Its first characters, folded. */
  readonly beginning: string;
  /** What its beginning looks like; whether it is one depends on the lines around it. */
  readonly label: PrintedLabel | null;
}

const BLANK = /[\s\u200b\u200c\u200d\u2060\ufeff]/u;

/**
 * The lines of a document; only CR, LF and CRLF end one. Lines without a visible character are left out, and what is
 * past the limit of lines is one line without a label.
 */
export function readSourceLines(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let afterBlank = true;
  let line = 0;
  let start = 0;
  let isQuoted = false;
  while (start <= text.length) {
    const isLast = lines.length === maxDocumentLines;
    const end = isLast ? text.length : endOfLine(text, start);
    const words = skipQuoteMarks(text, start, end, isQuoted);
    isQuoted = words > start;
    const trimmedStart = skipBlanks(text, words, end);
    if (trimmedStart === end) afterBlank = true;
    else {
      const trimmedEnd = skipBlanksBack(text, trimmedStart, end);
      const beginning = foldLineStart(text, trimmedStart, trimmedEnd);
      const label = isLast ? null : parseLabel(text, trimmedStart, trimmedEnd, beginning);
      const width = widthOf(text, trimmedStart, trimmedEnd);
      const indent = trimmedStart - words;
      lines.push({ line, start: trimmedStart, end: trimmedEnd, indent, afterBlank, width, beginning, label });
      afterBlank = false;
    }
    start = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
    line += 1;
  }
  return lines;
}

function endOfLine(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === 10 || code === 13) break;
    end += 1;
  }
  return end;
}

function isBlank(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code < 0x80 ? code <= 0x20 : !(code >= 0xc0 && code < 0x1680) && BLANK.test(text[index]!);
}

function skipBlanks(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && isBlank(text, i)) i += 1;
  return i;
}

function skipBlanksBack(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && isBlank(text, i - 1)) i -= 1;
  return i;
}

/**
 * Pandoc writes an indented paragraph of Word as a quotation: `> a) Chủ trì`. At the beginning of one, a number without
 * a label (`> 30%`) is a comparison.
 */
function skipQuoteMarks(text: string, start: number, end: number, goesOn: boolean): number {
  let i = skipBlanks(text, start, end);
  if (text[i] !== ">" || (!goesOn && COMPARISON.test(text.slice(i, Math.min(end, i + 12))))) return start;
  while (i < end && text[i] === ">") i = skipBlanks(text, i + 1, end);
  return i;
}

const COMPARISON = /^> *(?!\d{1,3}\\?[.)]\s)\d/u;

function widthOf(text: string, start: number, end: number): number {
  let width = 0;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x300 || code > 0x36f) width += 1;
  }
  return width;
}
