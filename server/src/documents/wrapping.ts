import type { TextSpan } from "../text/text-span.ts";
import { startsWithSmallLetter } from "./fold-text.ts";
import { isLegalBasisLine, isRule } from "./printed-words.ts";
import type { SourceLine } from "./source-lines.ts";

/** How a copy of a document was laid out in lines. */
export interface Wrapping {
  /** The width at which the copy was wrapped, in letters; 0 where every line is a paragraph. */
  readonly width: number;
  /** A line at least this wide may go on in the next one. */
  readonly nearlyFull: number;
  /** A line wider than this was not wrapped at all. */
  readonly widest: number;
  /** Paragraphs begin with an indent and wrapped lines do not, so an indented line begins one. */
  readonly indentsParagraphs: boolean;
}

/** No paragraph of running text is wrapped narrower or wider than this. */
const NARROWEST = 40;
const WIDEST = 130;

/**
 * Finds out whether a copy is hard-wrapped: lines that go on in small letters say so and show the width. A copy
 * with many lines wider than that has one paragraph a line, whatever a stray break in it may look like.
 *
 * @param rarest fewer lines that go on than one in so many are accidents
 */
export function detectWrapping(text: string, lines: readonly SourceLine[], rarest = 60): Wrapping {
  const widths: number[] = [];
  let indented = 0;
  // The title before the first label is set in lines of its own in every copy.
  const first = lines.findIndex((line) => line.label !== null || isLegalBasisLine(line.beginning));
  for (let i = Math.max(1, first); i < lines.length; i += 1) {
    const line = lines[i - 1]!;
    if (line.width < NARROWEST || line.width > WIDEST || !goesOnPlainly(text, line, lines[i]!)) continue;
    widths.push(line.width);
    if (lines[i]!.indent > 0) indented += 1;
  }
  const everyLine: Wrapping = {
    width: 0,
    nearlyFull: Number.POSITIVE_INFINITY,
    widest: 0,
    indentsParagraphs: false,
  };
  if (widths.length === 0) return everyLine;
  widths.sort((a, b) => a - b);
  // Not the very widest: where letters differ in width, a few lines hold more of them than a usual one.
  const width = widths[Math.floor((widths.length - 1) * 0.9)]!;
  const widest = widths.at(-1)! + 12;
  const wider = lines.reduce((count, line) => (line.width > widest ? count + 1 : count), 0);
  if (widths.length === 1 ? wider > 0 : wider > 2 * widths.length) return everyLine;
  if (widths.length * rarest < lines.length) return everyLine;
  const nearlyFull = width - (isBlankSeparated(lines) ? 15 : 12);
  return { width, nearlyFull, widest, indentsParagraphs: widths.length > 2 && indented * 4 <= widths.length };
}

function goesOnPlainly(text: string, line: SourceLine, next: SourceLine): boolean {
  if (next.afterBlank || next.label !== null || endsSentence(text, line)) return false;
  if (startsWithSmallLetter(next.beginning)) return true;
  const tail = text.slice(Math.max(line.start, line.end - 12), line.end).normalize("NFC");
  return /^\d/u.test(next.beginning) && BEFORE_NUMBER.test(tail);
}

/** Words that are followed by a number. */
const BEFORE_NUMBER = /\s(?:ngày|tháng|năm|số|đạt|trên|dưới|khoảng|từ|đến|và|hoặc|nhất|điều|khoản)$/iu;

/** In most copies an empty line stands before a clause; then a full line without one before the next is sure to go on. */
function isBlankSeparated(lines: readonly SourceLine[]): boolean {
  let labelled = 0;
  let separated = 0;
  for (const line of lines) {
    if (line.label === null) continue;
    labelled += 1;
    if (line.afterBlank) separated += 1;
  }
  return separated * 2 > labelled;
}

/** True if the line's last words end a sentence or a part of one (`.`, `;`, `:`), inside quotes or brackets too. */
export function endsSentence(text: string, line: TextSpan): boolean {
  let i = line.end - 1;
  while (i > line.start && `)]”"’'»*_\\`.includes(text[i]!)) i -= 1;
  return ".;:!?…".includes(text[i]!);
}

/**
 * Words after which no paragraph ends, so the next line goes on whatever it looks like. Words that also end longer
 * ones (chuyển đổi số, quan điểm, trực thuộc, hằng năm) are not among them.
 */
const DANGLING = new Set(["và", "của", "các", "những", "với", "từ", "cho", "hoặc", "đến", "bởi", "giữa"]);

/** "tại khoản", "theo điểm", "ngày", "quý": what must be followed by its number. */
const DANGLING_BEFORE_LABEL =
  /(?:\s(?:tại|theo|và|hoặc|của|các)\s(?:khoản|điểm|điều|mục|chương|phần|phụ lục)|(?<!hằng|hàng|mỗi|trong|các|từng)\sngày|\squý|(?:kế hoạch|quyết định|nghị quyết|nghị định|thông tư|chỉ thị|văn bản|chương trình|luật)\ssố)$/iu;

/** "0,8 điểm năm⏎2026. Kinh phí …": the year is no label. */
const BEFORE_YEAR = /(?<!hằng|hàng|mỗi|từng)\s(?:năm|giai đoạn|thời kỳ|nhiệm kỳ|năm học)$/iu;
const YEAR = /^(?:19|20)\d{2}(?!\d)/u;

/** True if the line ends in an opening bracket, a dash, or a word that must be followed by another. */
export function isDangling(text: string, line: SourceLine, next: SourceLine): boolean {
  if ("(-–“".includes(text[line.end - 1]!)) return line.width > 2 && !isRule(line.beginning);
  const tail = text.slice(Math.max(line.start, line.end - 24), line.end).normalize("NFC");
  const last = /\s(\S+)$/u.exec(tail)?.[1];
  if (last !== undefined && DANGLING.has(last)) return true;
  if (YEAR.test(next.beginning) && BEFORE_YEAR.test(tail)) return true;
  return /^[\p{Ll}\dIVX]/u.test(next.beginning) && DANGLING_BEFORE_LABEL.test(tail);
}
