import { type DeclarationKeyword, declarationKeywords, type Keyword } from "./keywords.ts";
import { endOfQuoted, endsLine, keywordAt, opensQuote, wordPattern } from "./lexer.ts";

/**
 * Cuts a file into the texts of its top-level declarations, each with the blanks and comments before it; joined
 * again they are the file. Whether a line begins a declaration depends on that line, the nesting of braces since
 * the last one, and nothing else, so an edit moves only the boundaries near it.
 *
 * A declaration begins on a line of its own: outside braces at any line with a word of its own; inside unclosed
 * braces at an unindented line that has a declaration's keyword and what must follow it (`unit x "…"`, not the
 * statement `unit percent`). So a missing brace costs its own declaration and none after it.
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

/** Where the declaration that begins at `start` (the beginning of a line) ends: the beginning of a later line. */
export function scanDeclaration(text: string, start: number): number {
  let depth = 0;
  let seen: "nothing" | "declaration" | "other" = "nothing";
  let blankFrom = -1;
  let commaBefore = false;
  let line = start;
  while (line < text.length) {
    const first = skipBlanks(text, line);
    const code = text.charCodeAt(first);
    const isEmpty = first >= text.length || code === 10 || code === 13 || code === 35;
    if (isEmpty) {
      if (blankFrom < 0) blankFrom = line;
      line = nextLine(text, first);
      continue;
    }
    if (seen !== "nothing" && startsAnew(text, line, first, depth, seen, commaBefore)) {
      return blankFrom >= 0 ? blankFrom : line;
    }
    if (seen === "nothing") seen = declares(text, first) ? "declaration" : "other";
    blankFrom = -1;
    const scanned = scanLine(text, first, depth);
    depth = scanned.depth;
    commaBefore = scanned.endsInComma;
    line = nextLine(text, scanned.end);
  }
  return text.length;
}

/** Does the line with its first sign at `first` begin a new declaration? */
function startsAnew(
  text: string,
  line: number,
  first: number,
  depth: number,
  seen: "declaration" | "other",
  commaBefore: boolean,
): boolean {
  if (depth > 0) return first === line && declaresPlainly(text, first);
  if (declares(text, first)) return true;
  const code = text.charCodeAt(first);
  return seen === "declaration" && code !== 123 && !commaBefore;
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

/** Follows the braces of one line, outside quoted texts and comments. */
function scanLine(
  text: string,
  from: number,
  depthBefore: number,
): { depth: number; end: number; endsInComma: boolean } {
  let depth = depthBefore;
  let lastSign = 0;
  let i = from;
  for (; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13 || code === 35) break;
    if (code === 32 || code === 9) continue;
    lastSign = code;
    if (code === 123) depth += 1;
    else if (code === 125) depth = Math.max(0, depth - 1);
    else if (opensQuote(code)) {
      const end = endOfQuoted(text, i);
      i = endsLine(text, end) ? end - 1 : end;
    }
  }
  return { depth, end: i, endsInComma: lastSign === 44 };
}

/** A line up to its comment, without the blanks and the line break at its end. */
export function withoutComment(line: string): string {
  return line.slice(0, scanLine(line, 0, 0).end).trimEnd();
}

function skipBlanks(text: string, from: number): number {
  let i = from;
  for (;;) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9 && code !== 0xa0 && code !== 0xfeff) return i;
    i += 1;
  }
}

function nextLine(text: string, from: number): number {
  let i = from;
  while (i < text.length && text.charCodeAt(i) !== 10 && text.charCodeAt(i) !== 13) i += 1;
  if (text.charCodeAt(i) === 13 && text.charCodeAt(i + 1) === 10) return i + 2;
  return Math.min(i + 1, text.length);
}
