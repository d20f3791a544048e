import type { TokenType } from "chevrotain";
import { bilingual } from "../diagnostics/language.ts";
import { maxNesting } from "../limits.ts";
import type { TextSpan } from "../text/text-span.ts";
import { followWord, type Keyword, keywordTree } from "./keywords.ts";
import { numberPattern, periodPattern } from "./literals.ts";
import { endOfPeriodWords } from "./period-words.ts";
import { createSyntaxProblem, type SyntaxProblem } from "./syntax-problem.ts";
import type { Token } from "./tokens.ts";
import * as t from "./tokens.ts";

export interface LexedText {
  readonly tokens: Token[];
  readonly comments: readonly TextSpan[];
  readonly problems: readonly SyntaxProblem[];
}

/** Statement keywords after which a new line surely begins a statement, even behind a comma. */
const listStarters: ReadonlySet<Keyword> = new Set<Keyword>([
  ...([
    "clause",
    "unit",
    "baseline",
    "target",
    "measured",
    "formula",
    "lead",
    "with",
    "explain",
    "note",
  ] as const),
  ...(["due", "done", "serves", "aside", "copies", "basis", "signed", "document", "path"] as const),
]);

/** Statements that begin with a period. */
const periodStarters: ReadonlySet<Keyword | undefined> = new Set<Keyword>([
  ...(["issued", "period", "baseline", "target", "measured", "explain", "due", "done"] as const),
]);

/** Statements that hold a value behind `=`, besides those of a report. */
const valueStarters: ReadonlySet<Keyword | undefined> = new Set<Keyword>(["baseline", "measured"]);
/** Statements that begin with a period and go on. */
const periodFirst: ReadonlySet<Keyword | undefined> = new Set<Keyword>(["target", "explain", "done"]);
/** Statements that may hold a range of periods. */
const rangeStarters: ReadonlySet<Keyword | undefined> = new Set<Keyword>(["period", "target", "due"]);

/**
 * Cuts the text of one declaration into tokens. Total: every text gives tokens, and what is no token is a problem.
 * What a word is depends on where it stands: an address only after `clause` or `aside`, a date never in a formula.
 */
export function lex(text: string): LexedText {
  return new Lexing(text).run();
}

/** One pass over one text. A class only because the pass has many small steps over the same state. */
class Lexing {
  private readonly tokens: Token[] = [];
  private readonly comments: TextSpan[] = [];
  private readonly problems: SyntaxProblem[] = [];
  private readonly text: string;
  private offset = 0;
  private depth = 0;
  private parentheses = 0;
  /** There was no brace yet. */
  private lacksBrace = true;
  /** Up to where it was looked for a line of a block that no brace opens. */
  private looked = 0;
  private declaration: Keyword | undefined;
  private statement: Keyword | undefined;
  private atStatementStart = true;
  /** How many tokens there were before the statement. */
  private statementFrom = 0;
  private hasEqual = false;
  private expectsAddress = false;
  /** Does the grammar want a period, or may one stand, behind the tokens so far? */
  private expectsPeriod = false;

  constructor(text: string) {
    this.text = text;
  }

  run(): LexedText {
    const { text } = this;
    while (this.offset < text.length) this.step(text.charCodeAt(this.offset));
    return { tokens: this.tokens, comments: this.comments, problems: this.problems };
  }

  private step(code: number): void {
    if (isBlank(code)) {
      this.offset += 1;
    } else if (code === 10 || code === 13) this.lineBreak();
    else if (code === 35 /* # */) this.comment();
    else if (this.expectsAddress && this.address()) return;
    else if (isDigit(code)) this.numberOrPeriod();
    else if (isWordStart(code)) this.word();
    else if (opensQuote(code)) this.quoted(code);
    else if (code > 127 && this.unicodeWord()) return;
    else this.symbol(code);
  }

  private push(tokenType: TokenType, end: number, keyword?: Keyword): void {
    const start = this.offset;
    this.tokens.push({
      image: this.text.slice(start, end),
      startOffset: start,
      endOffset: end - 1,
      tokenType,
      tokenTypeIdx: tokenType.tokenTypeIdx!,
      keyword,
    });
    this.offset = end;
    this.atStatementStart = false;
    this.expectsPeriod = false;
  }

  private lineBreak(): void {
    if (this.depth > 0 && !this.lineGoesOn()) this.endStatement(this.offset + 1);
    else if (this.lacksBrace && this.offset >= this.looked && this.blockFollows()) this.openUnopened();
    else this.offset += 1;
  }

  /** Behind the head of a declaration: is the next line of its block, though no brace opens it? */
  private blockFollows(): boolean {
    const { text, tokens } = this;
    let line = nextLine(text, this.offset);
    let first = skipIndent(text, line);
    while (first < text.length && (endsLine(text, first) || text.charCodeAt(first) === 35)) {
      line = nextLine(text, first);
      first = skipIndent(text, line);
    }
    this.looked = first;
    if (!hasBlock(this.declaration) || first >= text.length) return false;
    if (tokens.at(-1)!.tokenType === t.Comma) {
      this.lacksBrace = false;
      return false;
    }
    const head = tokens[0]!.startOffset;
    return mayBeInBlock(text, line, first, indentWidth(text, startOfLine(text, head), head));
  }

  /** Goes on as if the brace were there, so that every line of the block is read. */
  private openUnopened(): void {
    const last = this.tokens.at(-1)!;
    const end = last.endOffset! + 1;
    this.problems.push(createSyntaxProblem("unopened-block", { start: last.startOffset, end }, {}));
    const { offset } = this;
    this.offset = end;
    this.depth = 1;
    this.lacksBrace = false;
    this.push(t.LBrace, end);
    this.offset = offset + 1;
    this.startStatement();
  }

  /** A line that ends in a comma goes on, unless the next begins like a statement: then someone is still typing. */
  private lineGoesOn(): boolean {
    if (this.tokens.at(-1)?.tokenType !== t.Comma) return false;
    wordPattern.lastIndex = this.skipBlank(this.offset);
    const word = wordPattern.exec(this.text);
    const keyword = word ? keywordAt(this.text, word.index, word[0].length).keyword : undefined;
    return keyword === undefined || !listStarters.has(keyword);
  }

  private skipBlank(from: number): number {
    let i = from;
    while (i < this.text.length && this.text.charCodeAt(i) <= 32) i += 1;
    return i;
  }

  private endStatement(end: number): void {
    const last = this.tokens.at(-1)?.tokenType;
    if (last === t.EndOfStatement || last === t.LBrace) this.offset = end;
    else this.push(t.EndOfStatement, end);
    this.startStatement();
  }

  private startStatement(): void {
    this.atStatementStart = true;
    this.statement = undefined;
    this.expectsAddress = false;
    this.parentheses = 0;
    this.statementFrom = this.tokens.length;
    this.hasEqual = false;
  }

  private comment(): void {
    const start = this.offset;
    this.offset = endOfLine(this.text, start);
    this.comments.push({ start, end: this.offset });
  }

  private word(): void {
    let end = this.offset + 1;
    const { text } = this;
    let code = text.charCodeAt(end);
    while (isWordStart(code) || isDigit(code)) {
      end += 1;
      code = text.charCodeAt(end);
    }
    if (code > 127 && this.unicodeWord()) return;
    this.wordOf(end);
  }

  private unicodeWord(): boolean {
    wordPattern.lastIndex = this.offset;
    const match = wordPattern.exec(this.text);
    if (!match) return false;
    this.wordOf(this.offset + match[0].length);
    return true;
  }

  private wordOf(wordEnd: number): void {
    const { keyword, end } = keywordAt(this.text, this.offset, wordEnd - this.offset);
    if (this.expectsPeriod && keyword !== "every" && this.periodInWords()) return;
    const startsStatement = this.atStatementStart;
    if (keyword === undefined) this.push(t.Identifier, wordEnd);
    else {
      this.push(t.keywordToken[keyword], end, keyword);
      if (startsStatement) this.beginWith(keyword);
    }
    this.expectsPeriod = this.isBeforePeriod(keyword, startsStatement);
  }

  private beginWith(keyword: Keyword): void {
    if (this.depth === 0) this.declaration ??= keyword;
    else if (this.declaration !== "report" && this.declaration !== "dimension") {
      this.statement = keyword;
      this.expectsAddress = keyword === "clause" || keyword === "aside";
    }
  }

  /** May a period stand behind the word just read? */
  private isBeforePeriod(keyword: Keyword | undefined, startsStatement: boolean): boolean {
    // Behind `report` itself and, in its block, behind the name of an indicator.
    if (this.declaration === "report") return startsStatement || this.tokens.at(-2)?.tokenType === t.Dot;
    if (keyword === undefined) return false;
    if (startsStatement) return this.depth > 0 && periodStarters.has(keyword);
    switch (keyword) {
      case "in":
      case "total":
        return rangeStarters.has(this.statement);
      case "dated":
        return this.statement === "basis";
      case "period":
        return this.declaration === "data";
      default:
        return false;
    }
  }

  /** An address is one word of the document's own numbering; anything else here is left to the grammar to refuse. */
  private address(): boolean {
    this.expectsAddress = false;
    addressPattern.lastIndex = this.offset;
    const match = addressPattern.exec(this.text);
    if (!match) return false;
    this.push(t.AddressToken, this.offset + match[0].length);
    return true;
  }

  private numberOrPeriod(): void {
    const { text } = this;
    let end = this.offset + 1;
    while (isDigit(text.charCodeAt(end))) end += 1;
    // The usual case is digits alone; only signs that may belong to a number or a period need the patterns.
    if (!continuesNumber(text, end)) {
      if (this.expectsPeriod && mayBeginPeriod(text, this.offset, end) && this.periodInWords()) return;
      this.push(t.NumberLiteral, end);
      return;
    }
    if (this.statement !== "formula") {
      periodPattern.lastIndex = this.offset;
      const period = periodPattern.exec(text);
      if (period) {
        this.push(t.PeriodToken, this.offset + period[0].length);
        return;
      }
      if (this.expectsPeriod && this.periodInWords()) return;
    }
    numberPattern.lastIndex = this.offset;
    const number = numberPattern.exec(text);
    this.push(t.NumberLiteral, this.offset + (number?.[0].length ?? 1));
  }

  /** A period as documents write it, in the place of one: a single token, so that what stands behind is read. */
  private periodInWords(): boolean {
    const end = endOfPeriodWords(this.text, this.offset);
    if (end === undefined) return false;
    this.push(t.PeriodToken, end);
    return true;
  }

  private quoted(open: number): void {
    const { text, offset } = this;
    const curly = open !== 34;
    const end = endOfQuoted(text, offset);
    if (endsLine(text, end)) {
      // The mark is missing behind a title: the brace at the end of the line opens the block.
      const isHead = this.lacksBrace && hasBlock(this.declaration);
      const stop = isHead ? braceAtEnd(text, offset, end) : end;
      this.problems.push(createSyntaxProblem("unclosed-text", { start: offset, end: stop }, {}));
      this.push(t.TextLiteral, trimEnd(text, offset + 1, stop));
      return;
    }
    if (curly) this.problems.push(createSyntaxProblem("curly-quotes", { start: offset, end: end + 1 }, {}));
    this.checkBidi(offset, end);
    this.push(t.TextLiteral, end + 1);
  }

  /** Inside a text, bidirectional controls must be closed in it, or they reorder what stands behind. */
  private checkBidi(start: number, end: number): void {
    let open = 0;
    for (let i = start; i < end; i += 1) {
      const code = this.text.charCodeAt(i);
      if (code < 0x202a) continue;
      if (code <= 0x202e || (code >= 0x2066 && code <= 0x2069)) {
        open = code === 0x202c || code === 0x2069 ? Math.max(0, open - 1) : open + 1;
      }
    }
    if (open !== 0) this.problems.push(createSyntaxProblem("bidi-control", { start, end: end + 1 }, {}));
  }

  private symbol(code: number): void {
    switch (code) {
      case 123:
        this.openBlock();
        return;
      case 40:
        this.openParenthesis();
        return;
      case 41:
        this.parentheses = Math.max(0, this.parentheses - 1);
        this.push(t.RParen, this.offset + 1);
        return;
      case 125:
        this.depth = Math.max(0, this.depth - 1);
        this.push(t.RBrace, this.offset + 1);
        this.startStatement();
        return;
      case 59:
        if (this.depth > 0) this.endStatement(this.offset + 1);
        else this.unexpected();
        return;
      case 44:
        this.push(t.Comma, this.offset + 1);
        this.expectsAddress = this.statement === "clause" || this.statement === "aside";
        return;
      case 46:
        this.dots();
        return;
      case 60:
      case 62:
        this.comparison(code);
        return;
      default: {
        const type = singleSymbols.get(code);
        if (type === t.Equal) this.equal();
        else if (type) this.push(type, this.offset + 1);
        else if (code !== 58 || !this.colon()) this.unexpected();
      }
    }
  }

  private equal(): void {
    this.hasEqual = true;
    this.push(t.Equal, this.offset + 1);
  }

  /** A colon that stands for `=` before a value, or behind the words that a line begins with, where none is needed. */
  private colon(): boolean {
    const span = { start: this.offset, end: this.offset + 1 };
    const before = this.tokens.length - this.statementFrom;
    const isReport = this.declaration === "report";
    const isEqual =
      this.depth === 1 &&
      !this.hasEqual &&
      (isReport ? before > 0 : before > 1 && valueStarters.has(this.statement));
    const isNeedless =
      before === 1 || (before === 2 && (this.depth === 0 || periodFirst.has(this.statement)));
    if (!isEqual && !isNeedless) return false;
    const instead = isEqual
      ? bilingual("write “=”", "hãy ghi “=”")
      : bilingual("leave it out", "hãy bỏ dấu này");
    const data = { instead: isEqual ? "=" : "" };
    this.problems.push(createSyntaxProblem("misplaced-colon", span, { instead }, data));
    if (isEqual) this.equal();
    else {
      this.offset = span.end;
      this.expectsAddress = this.statement === "clause" || this.statement === "aside";
    }
    return true;
  }

  private dots(): void {
    if (this.text.charCodeAt(this.offset + 1) !== 46) this.push(t.Dot, this.offset + 1);
    else {
      this.push(t.DotDot, this.offset + 2);
      this.expectsPeriod = rangeStarters.has(this.statement);
    }
  }

  private comparison(code: number): void {
    const withEqual = this.text.charCodeAt(this.offset + 1) === 61;
    if (code === 62) this.push(withEqual ? t.AtLeast : t.Above, this.offset + (withEqual ? 2 : 1));
    else this.push(withEqual ? t.AtMost : t.Below, this.offset + (withEqual ? 2 : 1));
  }

  private openBlock(): void {
    if (this.depth === maxNesting) {
      this.reportNesting();
      this.offset = endOfBlock(this.text, this.offset);
      return;
    }
    this.depth += 1;
    this.lacksBrace = false;
    this.push(t.LBrace, this.offset + 1);
    this.startStatement();
  }

  private openParenthesis(): void {
    if (this.parentheses === maxNesting) {
      this.reportNesting();
      this.push(t.TooDeep, endOfParentheses(this.text, this.offset));
      return;
    }
    this.parentheses += 1;
    this.push(t.LParen, this.offset + 1);
  }

  /** The parser would run out of stack at about ten times as many; what is nested deeper is passed over. */
  private reportNesting(): void {
    const span = { start: this.offset, end: this.offset + 1 };
    this.problems.push(createSyntaxProblem("nesting-too-deep", span, { limit: String(maxNesting) }));
  }

  /** One problem for a run of characters that mean nothing here; they are then passed over. */
  private unexpected(): void {
    const start = this.offset;
    unexpectedPattern.lastIndex = start;
    const run = unexpectedPattern.exec(this.text)?.[0] ?? this.text.charAt(start);
    this.offset = start + run.length;
    const span = { start, end: this.offset };
    if (bidiPattern.test(run)) this.problems.push(createSyntaxProblem("bidi-control", span, {}));
    else if (invisiblePattern.test(run)) {
      const character = `U+${run.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
      this.problems.push(createSyntaxProblem("invisible-character", span, { character }));
    } else this.problems.push(createSyntaxProblem("unexpected-character", span, { text: run.slice(0, 20) }));
  }
}

/** Sticky: its place is set before each use. */
export const wordPattern = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const addressPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.\-*+/()~–−]*/uy;
const invisiblePattern =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u2060-\u2064\uFE00-\uFE0F]/;
const bidiPattern = /[\u202A-\u202E\u2066-\u2069]/;
const unexpectedPattern =
  /[\u202A-\u202E\u2066-\u2069]+|[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u2060-\u2064\uFE00-\uFE0F]+|[^\p{L}\p{N}\s"#_{}();,.<>=+*/%\u2264\u2265\u2212\u00D7\u00F7\u201C-\u201E\u202A-\u202E\u2066-\u2069-]+/uy;

const singleSymbols: ReadonlyMap<number, TokenType> = new Map([
  [37, t.Percent],
  [42, t.Star],
  [0xd7, t.Star],
  [43, t.Plus],
  [45, t.Minus],
  [0x2212, t.Minus],
  [0x2013, t.Minus],
  [47, t.Slash],
  [0xf7, t.Slash],
  [61, t.Equal],
  [0x2265, t.AtLeast],
  [0x2264, t.AtMost],
]);

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0xfeff || code === 0x202f || code === 0x3000;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Is there a sign behind some digits that can go on a number or a period: `2025-Q1`, `1/2025`, `1,5`, `1_000`, `1 000`? */
function continuesNumber(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  const isMark =
    code === 32 ||
    code === 44 ||
    code === 45 ||
    code === 46 ||
    code === 47 ||
    code === 95 ||
    code === 0xa0 ||
    code === 0x2009 ||
    code === 0x202f;
  if (!isMark) return false;
  const next = text.charCodeAt(end + 1);
  return isDigit(next) || (code === 45 && isWordStart(next));
}

/** May the digits go on as a period in words: `6 tháng`, `31 December`, `2024 Q1`, `2021 - 2025`, `2021–2025`? */
function mayBeginPeriod(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(end);
  const next = code === 32 || code === 0xa0 ? text.charCodeAt(end + 1) : code;
  if (end - start < 3) return next > 64;
  return end - start === 4 && periodSigns.has(next);
}

/** What begins the words of a year's part: quý, Q1, quarter, tháng, month, H1, half, nửa; and dashes. */
const periodSigns: ReadonlySet<number> = new Set([..."qQtTmMhHnN-–"].map((sign) => sign.charCodeAt(0)));

function isWordStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

/** The offset of the mark that closes the text begun at `open`, or of the line's end where there is none. */
export function endOfQuoted(text: string, open: number): number {
  const curly = text.charCodeAt(open) !== 34;
  let end = open + 1;
  while (!endsLine(text, end) && !closesQuote(text.charCodeAt(end), curly)) {
    end += text.charCodeAt(end) === 92 /* \ */ && !endsLine(text, end + 1) ? 2 : 1;
  }
  return end;
}

const withBlock: ReadonlySet<Keyword | undefined> = new Set<Keyword>([
  ...(["plan", "unit", "dimension", "indicator", "task", "report", "data"] as const),
]);

/** Whether a block belongs, or may belong, to a declaration of this keyword. */
export function hasBlock(keyword: Keyword | undefined): boolean {
  return withBlock.has(keyword);
}

/** The offset of a brace that is the last sign before `end`, behind an unclosed text begun at `open`; else `end`. */
export function braceAtEnd(text: string, open: number, end: number): number {
  const last = trimEnd(text, open + 1, end) - 1;
  return last > open && text.charCodeAt(last) === 123 ? last : end;
}

/** The first sign of a line, or its end. */
export function skipIndent(text: string, from: number): number {
  let i = from;
  while (isBlank(text.charCodeAt(i))) i += 1;
  return i;
}

/** Where the line after the one at `from` begins. */
export function nextLine(text: string, from: number): number {
  let i = from;
  while (i < text.length && text.charCodeAt(i) !== 10 && text.charCodeAt(i) !== 13) i += 1;
  if (text.charCodeAt(i) === 13 && text.charCodeAt(i + 1) === 10) return i + 2;
  return Math.min(i + 1, text.length);
}

function startOfLine(text: string, from: number): number {
  let start = from;
  while (start > 0 && !endsLine(text, start - 1)) start -= 1;
  return start;
}

/** How far a line is indented, a tab counting as four. */
export function indentWidth(text: string, line: number, first: number): number {
  let width = 0;
  for (let i = line; i < first; i += 1) width += text.charCodeAt(i) === 9 ? 4 : 1;
  return width;
}

/** Whether a line, by its indentation and its first sign, may be in the block of a head; a title goes on the head. */
export function mayBeInBlock(text: string, line: number, first: number, headIndent: number): boolean {
  const code = text.charCodeAt(first);
  return code !== 123 && !opensQuote(code) && indentWidth(text, line, first) > headIndent;
}

/** Behind the brace that closes the one at `open`, or the text's end where there is none. */
function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 123) depth += 1;
    else if (code === 125) depth -= 1;
    else if (code === 35 /* # */) i = endOfLine(text, i);
    else if (opensQuote(code)) i = endOfQuoted(text, i);
    if (depth === 0) return i + 1;
  }
  return text.length;
}

/** Behind the parenthesis that closes the one at `open`, or the end of its statement where there is none. */
function endOfParentheses(text: string, open: number): number {
  let depth = 0;
  for (let i = open; !endsLine(text, i); i += 1) {
    const code = text.charCodeAt(i);
    if (code === 40) depth += 1;
    else if (code === 41) depth -= 1;
    else if (code === 35 || code === 59 || code === 123 || code === 125 || opensQuote(code)) return i;
    if (depth === 0) return i + 1;
  }
  return endOfLine(text, open);
}

/** A straight mark, or a curly one that a word processor made of it. */
export function opensQuote(code: number): boolean {
  return code === 34 || (code >= 0x201c && code <= 0x201e);
}

function closesQuote(code: number, curly: boolean): boolean {
  return code === 34 || (curly && (code === 0x201d || code === 0x201c));
}

/** Whether a line or the text ends at an offset. */
export function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at >= text.length || code === 10 || code === 13;
}

function endOfLine(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end += 1;
  return end;
}

function trimEnd(text: string, least: number, end: number): number {
  let i = end;
  while (i > least && (text.charCodeAt(i - 1) === 32 || text.charCodeAt(i - 1) === 9)) i -= 1;
  return i;
}

/** The longest keyword that begins with the word at `start`, its words parted by any blanks of one line. */
export function keywordAt(
  text: string,
  start: number,
  length: number,
): { readonly keyword: Keyword | undefined; readonly end: number } {
  let node = followWord(keywordTree, text.slice(start, start + length));
  let end = start + length;
  let keyword = node?.keyword;
  let wordEnd = end;
  while (node && node.next.size > 0) {
    const next = skipSpaces(text, wordEnd);
    if (next === wordEnd) break;
    wordPattern.lastIndex = next;
    const word = wordPattern.exec(text);
    if (!word) break;
    node = followWord(node, word[0]);
    wordEnd = next + word[0].length;
    if (node?.keyword !== undefined) {
      keyword = node.keyword;
      end = wordEnd;
    }
  }
  return { keyword, end };
}

function skipSpaces(text: string, from: number): number {
  let i = from;
  for (;;) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9 && code !== 0xa0 && code !== 0x202f) return i;
    i += 1;
  }
}
