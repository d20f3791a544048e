import { type DeclarationKeyword, declarationKeywords, type Keyword } from "./keywords.ts";
import {
  braceAtEnd,
  endOfQuoted,
  endsLine,
  hasBlock,
  indentWidth,
  keywordAt,
  mayBeInBlock,
  nextLine,
  opensQuote,
  skipIndent,
  wordPattern,
} from "./lexer.ts";

/**
 * Cuts a file into the texts of its top-level declarations, each with the blanks and comments before it; joined
 * again they are the file. Whether a line begins a declaration depends on that line and on the lines of the declaration
 * before it, so an edit moves only the boundaries near it.
 *
 * A declaration begins on a line of its own: outside braces at any line with a word of its own; inside unclosed
 * braces at an unindented line that has a declaration's keyword and what must follow it (`unit x "…"`, not the
 * statement `unit percent`). So a missing brace costs its own declaration and none after it. Where the opening brace is
 * missing, the lines that are indented more than the first are the block's.
 */
export function scanDeclarations(text: string): string[] {
  const texts: string[] = [];
  let start = 0;
  for (;;) {
    const end = scanDeclaration(text, start);
    if (end >= text.length) break;
    texts.push(text.slice(start, end));
    start = end;
  }
  if (start < text.length || texts.length === 0) texts.push(text.slice(start));
  return texts;
}

const declaring: ReadonlySet<Keyword> = new Set(declarationKeywords);

/** What is known of a declaration while its lines are gone through. */
interface Scan {
  depth: number;
  seen: "nothing" | "declaration" | "other";
  /** How far its first line is indented. */
  indent: number;
  /** It begins with a keyword that a block belongs to, and there was no brace yet, nor a line of the block. */
  lacksBrace: boolean;
  hasTitle: boolean;
  commaBefore: boolean;
}

/** Where the declaration that begins at `start` (the beginning of a line) ends: the beginning of a later line. */
export function scanDeclaration(text: string, start: number): number {
  const scan: Scan = {
    depth: 0,
    seen: "nothing",
    indent: 0,
    lacksBrace: false,
    hasTitle: false,
    commaBefore: false,
  };
  let blankFrom = -1;
  let line = start;
  while (line < text.length) {
    const first = skipIndent(text, line);
    const code = text.charCodeAt(first);
    const isEmpty = first >= text.length || code === 10 || code === 13 || code === 35;
    if (isEmpty) {
      if (blankFrom < 0) blankFrom = line;
      line = nextLine(text, first);
      continue;
    }
    const isHead = scan.seen === "nothing";
    if (isHead) {
      const keyword = keywordOf(text, first)?.keyword;
      scan.seen = keyword !== undefined && declaring.has(keyword) ? "declaration" : "other";
      scan.lacksBrace = hasBlock(keyword);
      scan.indent = indentWidth(text, line, first);
    } else if (isUnopened(text, line, first, scan)) {
      // As the lexer does, from here on as if the brace were there.
      scan.depth = 1;
      scan.lacksBrace = false;
    } else if (startsAnew(text, line, first, scan)) return blankFrom >= 0 ? blankFrom : line;
    blankFrom = -1;
    const scanned = scanLine(text, first, scan.depth, isHead && scan.lacksBrace);
    if (scanned.hasBrace) scan.lacksBrace = false;
    if (scanned.hasQuoted) scan.hasTitle = true;
    scan.depth = scanned.depth;
    scan.commaBefore = scanned.endsInComma;
    line = nextLine(text, scanned.end);
  }
  return text.length;
}

/** Is this the first line of a block that no brace opens? */
function isUnopened(text: string, line: number, first: number, scan: Scan): boolean {
  return scan.lacksBrace && mayBeInBlock(text, line, first, scan.indent) && !declaresPlainly(text, first);
}

/** Does the line with its first sign at `first` begin a new declaration? */
function startsAnew(text: string, line: number, first: number, scan: Scan): boolean {
  if (scan.depth > 0) return first === line && declaresPlainly(text, first);
  if (declares(text, first)) return true;
  const code = text.charCodeAt(first);
  // The title of a head, on a line of its own.
  if (scan.lacksBrace && !scan.hasTitle && opensQuote(code)) return false;
  return scan.seen === "declaration" && code !== 123 && !scan.commaBefore;
}

function declares(text: string, at: number): boolean {
  const keyword = keywordOf(text, at);
  return keyword !== undefined && declaring.has(keyword.keyword);
}

function keywordOf(text: string, at: number): { keyword: Keyword; end: number } | undefined {
  wordPattern.lastIndex = at;
  const word = wordPattern.exec(text);
  if (!word) return undefined;
  const { keyword, end } = keywordAt(text, at, word[0].length);
  return keyword === undefined ? undefined : { keyword, end };
}

/** Inside braces a keyword alone is not enough: a statement may begin with the same word. */
function declaresPlainly(text: string, at: number): boolean {
  const found = keywordOf(text, at);
  if (!found || !declaring.has(found.keyword)) return false;
  const pattern = headPatterns[found.keyword as DeclarationKeyword];
  pattern.lastIndex = found.end;
  return pattern.test(text);
}

const named = /[ \t\u00A0]+[\p{L}_][\p{L}\p{M}\p{N}_]*[ \t\u00A0]*(?:["\u201C{]|$)/muy;
const quoted = /[ \t\u00A0]*["\u201C]/uy;
const headPatterns: Readonly<Record<DeclarationKeyword, RegExp>> = {
  use: quoted,
  data: quoted,
  plan: named,
  body: /[ \t\u00A0]+[\p{L}_][\p{L}\p{M}\p{N}_]*[ \t\u00A0]*["\u201C]/uy,
  unit: /[ \t\u00A0]+[\p{L}_][\p{L}\p{M}\p{N}_]*[ \t\u00A0]*["\u201C{]/uy,
  dimension: named,
  indicator: named,
  task: named,
  // A period, also as documents write it: `quý I/2025`, `6 tháng đầu năm 2025`.
  report: /[ \t\u00A0][\p{L}\p{M} \t\u00A0/.-]*\d[\p{L}\p{M}\p{N} \t\u00A0/.-]*(?:["\u201C{]|$)/muy,
};

interface ScannedLine {
  readonly depth: number;
  readonly end: number;
  readonly hasBrace: boolean;
  readonly hasQuoted: boolean;
  readonly endsInComma: boolean;
}

/** Follows the braces of one line, outside quoted texts and comments; `isHead`: a title may lack its closing mark. */
function scanLine(text: string, from: number, depthBefore: number, isHead: boolean): ScannedLine {
  let depth = depthBefore;
  let lastSign = 0;
  let hasBrace = false;
  let hasQuoted = false;
  let i = from;
  for (; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13 || code === 35) break;
    if (code === 32 || code === 9) continue;
    lastSign = code;
    if (code === 123 || code === 125) {
      depth = code === 123 ? depth + 1 : Math.max(0, depth - 1);
      hasBrace = true;
    } else if (opensQuote(code)) {
      hasQuoted = true;
      const end = endOfQuoted(text, i);
      const isOpen = endsLine(text, end);
      i = isOpen ? (isHead && !hasBrace ? braceAtEnd(text, i, end) : end) - 1 : end;
    }
  }
  return { depth, end: i, hasBrace, hasQuoted, endsInComma: lastSign === 44 };
}

/** A line up to its comment, without the blanks and the line break at its end. */
export function withoutComment(line: string): string {
  return line.slice(0, scanLine(line, 0, 0, false).end).trimEnd();
}
