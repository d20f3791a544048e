import { englishMonths } from "../text/english-months.ts";
import { foldText, isAllCapitals, startsWithSmallLetter } from "./fold-text.ts";
import type { PrintedParagraph } from "./paragraphs.ts";
import type { LegalBasis } from "./plan-document.ts";
import { isAttachedLine, isBasisLine, isPreambleLine, isRule, readKindLine } from "./printed-words.ts";

/** What a document says of itself before its first clause. */
export interface FrontMatter {
  readonly number: string | null;
  readonly date: string | null;
  readonly title: string | null;
  readonly kind: string | null;
  readonly basis: readonly LegalBasis[];
}

interface FrontLine {
  readonly words: string;
  readonly afterBlank: boolean;
}

/** A text without labels is all front matter; what a document says of itself is near its beginning. */
const MOST_PARAGRAPHS = 500;
const LONGEST_LINE = 4000;

/** Reads the paragraphs before the first clause; what is blank or not understood is null. */
export function readFrontMatter(text: string, whole: readonly PrintedParagraph[]): FrontMatter {
  const front = whole.slice(0, MOST_PARAGRAPHS);
  const paragraphs = front.map((paragraph) => ({ span: paragraph.span, words: wordsOf(text, paragraph) }));
  const bases = paragraphs.filter(({ words }) => isBasisLine(words));
  const firstBasis = paragraphs.findIndex(({ words }) => isPreambleLine(words));
  const head = firstBasis < 0 ? paragraphs : paragraphs.slice(0, firstBasis);
  const titled = readTitle(linesOf(text, front));
  return {
    number: firstOf(head, ({ words }) => readNumber(words)),
    date: firstOf(head, ({ words }) => (isAttachedLine(words) ? null : readIssueDate(words))),
    title: titled.title,
    kind: titled.kind,
    basis: bases.flatMap(({ words, span }) => readBases(words).map((basis) => ({ ...basis, span }))),
  };
}

function firstOf<T, R>(items: readonly T[], read: (item: T) => R | null): R | null {
  for (const item of items) {
    const result = read(item);
    if (result !== null) return result;
  }
  return null;
}

function wordsOf(text: string, paragraph: PrintedParagraph): string {
  return paragraph.pieces
    .map((piece) => foldText(text.slice(piece.start, Math.min(piece.end, piece.start + LONGEST_LINE))).trim())
    .join(" ");
}

function linesOf(text: string, front: readonly PrintedParagraph[]): readonly FrontLine[] {
  return front.flatMap((paragraph) =>
    paragraph.pieces.map((piece, index) => ({
      words: foldText(text.slice(piece.start, Math.min(piece.end, piece.start + LONGEST_LINE)))
        .replace(/^#+ /u, "")
        .trim(),
      afterBlank: index === 0 && paragraph.afterBlank,
    })),
  );
}

const NUMBER = /(?:^|[\s(])(?:số|no\.?) ?[:.]? ?(\d+(?: ?\/ ?[\p{L}\d]+|-[\p{L}\d]+)+)/iu;
/** With a capital, "Luật số:", or "No." at the head of its line; in "theo Quyết định số 5/QĐ" the number is another document's. */
const OWN_NUMBER =
  /(?:^|\s)(?:S[ốỐ]|[Ll]uật số|LUẬT SỐ|(?<=^)N[oO]\.?) ?[:.]? ?(\d+(?: ?\/ ?[\p{L}\d]+|-[\p{L}\d]+)+)/u;

/** The number of the document itself: "Số: 52/CL-UBND", "Luật số: 73/2006/QH11"; a blank before the slash is none. */
function readNumber(words: string): string | null {
  if (isAttachedLine(words)) return null;
  const number = OWN_NUMBER.exec(words)?.[1];
  return number?.includes("/") ? tidyNumber(number) : null;
}

function tidyNumber(number: string): string {
  return number.replace(/ /gu, "");
}

const DATE = /ngày (\d{1,2}) ?(?:tháng (\d{1,2}) ?,? năm (\d{4})|[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4}))(?!\d)/iu;

/** "An Khê, ngày 28 tháng 11 năm 2025". */
function readIssueDate(words: string): string | null {
  const found = findDate(words);
  return found !== null && /(?:^|[,;] ?| {2})$/u.test(words.slice(0, found.at)) ? found.date : null;
}

const ENGLISH_DATE = new RegExp(`(?<!\\d)(\\d{1,2}) (${englishMonths.join("|")}),? (\\d{4})(?!\\d)`, "iu");

/** The first day that is told, and where; a day that is none is null. */
function findDate(words: string): { readonly at: number; readonly date: string | null } | null {
  const match = DATE.exec(words);
  if (match !== null)
    return { at: match.index, date: toIsoDate(match[1]!, match[2] ?? match[4]!, match[3] ?? match[5]!) };
  const english = ENGLISH_DATE.exec(words);
  if (english === null) return null;
  const month = 1 + englishMonths.findIndex((name) => name.toLowerCase() === english[2]!.toLowerCase());
  return { at: english.index, date: toIsoDate(english[1]!, String(month), english[3]!) };
}

function toIsoDate(printedDay: string, printedMonth: string, year: string): string | null {
  const day = Number(printedDay);
  const month = Number(printedMonth);
  const lengths = [31, isLeapYear(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (day < 1 || day > (lengths[month - 1] ?? 0)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The documents that one "Căn cứ …" names; several stand in one paragraph only with a semicolon between them. */
function readBases(words: string): readonly { readonly number: string; readonly date: string | null }[] {
  return words.split(";").flatMap((part) => {
    const number = NUMBER.exec(part);
    if (number === null) return [];
    const after = part.slice(number.index + number[0].length);
    const next = NUMBER.exec(after);
    const date = findDate(next === null ? after : after.slice(0, next.index))?.date ?? null;
    return [{ number: tidyNumber(number[1]!), date }];
  });
}

const MOST_TITLE_LINES = 8;

/** The title stands below the kind of document; it ends at an empty line, a line drawn below, or what begins the text. */
function readTitle(lines: readonly FrontLine[]): {
  readonly title: string | null;
  readonly kind: string | null;
} {
  const at = lines.findIndex(({ words }) => readKindLine(words) !== null);
  const headed =
    at >= 0 ? at : lines.findIndex(({ words }) => readKindLine(words.toUpperCase())?.rest === "");
  if (headed < 0) return { title: null, kind: null };
  const kindLine = readKindLine(at >= 0 ? lines[at]!.words : lines[headed]!.words.toUpperCase())!;
  const kind = at >= 0 ? kindLine.kind : lines[headed]!.words.replace(/ ?:$/u, "");
  const title: string[] = kindLine.rest === "" ? [] : [lines[headed]!.words];
  for (let i = headed + 1; i < lines.length && title.length < MOST_TITLE_LINES; i += 1) {
    const line = lines[i]!;
    if (isRule(line.words)) {
      if (title.length > 0) break;
    } else if (goesOnTitle(title, line, lines, i)) title.push(line.words);
    else break;
  }
  return { title: title.length === 0 ? null : title.join(" ").trim(), kind };
}

const ISSUER =
  /^(?:ủy ban|uỷ ban|hội đồng|bộ trưởng|bộ|chính phủ|thủ tướng|chủ tịch|giám đốc|quốc hội|tỉnh ủy|tỉnh uỷ|thành ủy|ban chấp hành|ban thường vụ|sở|cục|tổng cục)(?!\p{L})/iu;
const OPENING = /^(?:thực hiện|triển khai|để|nhằm|thi hành|trên cơ sở|tiếp tục)(?!\p{L})/iu;

function goesOnTitle(
  title: readonly string[],
  line: FrontLine,
  lines: readonly FrontLine[],
  index: number,
): boolean {
  const { words } = line;
  if (isPreambleLine(words) || isAttachedLine(words) || words.startsWith("(") || readKindLine(words) !== null)
    return false;
  if (title.length === 0) return true;
  if (line.afterBlank && !startsWithSmallLetter(words)) return false;
  const before = title.at(-1)!;
  if (/[.:]$/u.test(before) || (before.endsWith(";") && !startsWithSmallLetter(words))) return false;
  if (isAllCapitals(words) && ISSUER.test(words)) {
    const isIssuer = !isAllCapitals(before) || lines.slice(0, index).some((other) => other.words === words);
    if (isIssuer) return false;
  }
  return !OPENING.test(words) && !/[:;.]$/u.test(words);
}
