import { englishMonths } from "../text/english-months.ts";
import { plainLetters } from "../text/nearest-word.ts";
import { parsePeriodLiteral } from "./literals.ts";
import { type PeriodLiteral, periodText } from "./period-literal.ts";

/**
 * Periods as people write them in documents, tables and sentences: "quý I/2024", "6 tháng đầu năm 2024", "Q1 2024",
 * "31 December 2024". What such words mean is decided here, wherever they stand.
 */

/** In which order a day is written: `31/12/2024`, or `12/31/2024`. */
export type DayOrder = "day-first" | "month-first";

// ---- names of periods ----

const halves: readonly (readonly [RegExp, string])[] = [
  [/^(?:6|sau) thang dau(?: nam)?$/u, "H1"],
  [/^(?:6|sau) thang cuoi(?: nam)?$/u, "H2"],
  [/^(?:nua nam dau|h1|half 1|first half)$/u, "H1"],
  [/^(?:nua nam cuoi|h2|half 2|second half)$/u, "H2"],
];
const quarters: Readonly<Record<string, string>> = {
  "1": "1",
  i: "1",
  "2": "2",
  ii: "2",
  "3": "3",
  iii: "3",
  "4": "4",
  iv: "4",
};

/**
 * A period as the language writes it (`2024`, `2024-Q1`, `2024-03`, `2024-12-31`), from its name in small letters
 * without diacritics: "nam 2024", "quy i/2024", "q1 2024", "6 thang dau nam 2024", "3/2024", "31/12/2024". Undefined
 * where it is none, or a day whose order nobody knows.
 */
export function readPeriodName(words: string, order: DayOrder | null): string | undefined {
  const iso = /^(\d{4})(?:-(q[1-4]|h[12]|\d{2})(?:-(\d{2}))?)?$/u.exec(words);
  if (iso) return isoPeriod(iso[1]!, iso[2], iso[3]);
  const day = /^(?:ngay )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(words);
  if (day) {
    if (order === null) return undefined;
    const [d, m] = order === "day-first" ? [day[1]!, day[2]!] : [day[2]!, day[1]!];
    return isoPeriod(day[3]!, m.padStart(2, "0"), d.padStart(2, "0"));
  }
  const month = /^(?:thang |t|month )?(\d{1,2})(?:[/.-]| nam | )(\d{4})$/u.exec(words);
  if (month) return isoPeriod(month[2]!, month[1]!.padStart(2, "0"));
  const quarter = /^(?:quy |quarter |q)(iv|i{1,3}|[1-4])(?:[/.-]| nam | )(\d{4})$/u.exec(words);
  if (quarter) return `${quarter[2]}-Q${quarters[quarter[1]!]}`;
  const year = /^(.*?)(?:nam |year |[/.-]| )?(\d{4})$/u.exec(words);
  if (!year || !isYear(year[2]!)) return undefined;
  const before = year[1]!.trim();
  if (before === "" || before === "nam" || before === "ca" || before === "year") return year[2];
  const half = halves.find(([pattern]) => pattern.test(before));
  return half && `${year[2]}-${half[1]}`;
}

function isYear(year: string): boolean {
  return Number(year) >= 1900 && Number(year) <= 2200;
}

/** The period where there is one: no 13th month, no 31 April. */
function isoPeriod(year: string, part?: string, day?: string): string | undefined {
  const written = [year, part?.toUpperCase(), day].filter((step) => step !== undefined).join("-");
  return isYear(year) && parsePeriodLiteral(written) ? written : undefined;
}

// ---- sentences ----

/**
 * A period as the language has it, as tables call it, or as a sentence says it ("quý 1 năm 2025", "ngày 31 tháng 12
 * năm 2024", "June 2025", "in the first half of 2025").
 */
export function readPeriodSentence(text: string, order: DayOrder): PeriodLiteral | undefined {
  const written = text.normalize("NFC").trim();
  const literal = parsePeriodLiteral(written);
  if (literal) return literal;
  const period = readPeriodName(nameOf(written), order);
  return period === undefined ? undefined : parsePeriodLiteral(period);
}

/** The words of a sentence as the name of a period: small, without diacritics, the year at the end. */
function nameOf(text: string): string {
  const words = plainLetters(text)
    .replace(/[\s,]+/gu, " ")
    .replace(/ ?([/–-]) ?/gu, "$1")
    .replaceAll("–", "-")
    .replace(/^(?:trong|vao|in|on|for) /u, "")
    .replace(/^(?:den|toi|by) (?=(?:ngay|nam) |\d{4}$|\d{1,2}\/\d{1,2}\/\d{4}$)/u, "")
    .replace(/^the /u, "")
    .replace(/^ky (?=(?:nam|quy|qui|thang) |\d{4}$)/u, "")
    .replace(/^qui(?= ?\S)/u, "quy")
    .replace(/^nua dau nam /u, "nua nam dau ")
    .replace(/^nua cuoi nam /u, "nua nam cuoi ")
    .replace(/ of (?=\d{4}$)/u, " ")
    .replace(/^(?:nam |year )?(\d{4})[ /.-]?((?:quy|quarter|q|thang|month|half|h) ?\w+)$/u, "$2 $1")
    .replace(/^(quy|quarter|thang|month|half)(?=\d)/u, "$1 ");
  return inNumbers(withMonth(words));
}

const ordinals: readonly (readonly [RegExp, string])[] = [
  [/^(?:first|1st) (?=quarter |half )/u, "1"],
  [/^(?:second|2nd) (?=quarter |half )/u, "2"],
  [/^(?:third|3rd) (?=quarter )/u, "3"],
  [/^(?:fourth|4th|last) (?=quarter )/u, "4"],
];

/** `first half 2025` is `half 1 2025`. */
function inNumbers(words: string): string {
  for (const [pattern, number] of ordinals) {
    const match = pattern.exec(words);
    if (match) return words.slice(match[0].length).replace(" ", ` ${number} `);
  }
  return words;
}

const monthNames = englishMonths.map((name) => name.toLowerCase());

function monthOf(word: string): number {
  return 1 + monthNames.findIndex((one) => one === word || (word.length === 3 && one.startsWith(word)));
}

/** `ngay 31 thang 12 nam 2024`, `31 december 2024` and `december 31 2024` are `2024-12-31`, `june 2025` is `6/2025`. */
function withMonth(words: string): string {
  const named = words.replace(/(?<![a-z])([a-z]{3,9})\.?(?= \d)/u, (word, name: string) => {
    const month = monthOf(name);
    return month === 0 ? word : `month${month}`;
  });
  const day =
    /^(?:ngay )?(?<day>\d{1,2}) thang (?<month>\d{1,2})(?: nam |\/| )(?<year>\d{4})$/u.exec(named) ??
    /^(?<day>\d{1,2}) month(?<month>\d{1,2}) (?<year>\d{4})$/u.exec(named) ??
    /^month(?<month>\d{1,2}) (?<day>\d{1,2}) (?<year>\d{4})$/u.exec(named);
  if (day?.groups) {
    const { year, month, day: date } = day.groups;
    return [year, month!.padStart(2, "0"), date!.padStart(2, "0")].join("-");
  }
  return named.replace(/^month(\d{1,2}) (\d{4})$/u, "$1/$2");
}

// ---- in a file ----

/** A period that a file writes in words, and how the language writes it. */
export interface PeriodInWords {
  readonly literal: PeriodLiteral;
  readonly spelling: string;
}

/**
 * What the words in the place of a period mean, where they can mean nothing else: not "3-4-2024", which may be April
 * or March, nor "nam 2024", which may be about men.
 */
export function readPeriodWords(image: string): PeriodInWords | undefined {
  const words = plainLetters(image).replace(/\s+/gu, " ");
  if (/^nam(?=[\s\d])/iu.test(image) || bareMonth.test(words)) return undefined;
  const literal = readPeriodSentence(image, "day-first");
  if (!literal) return undefined;
  const isVietnamese = vietnamese.test(words);
  const other = isVietnamese ? undefined : readPeriodSentence(image, "month-first");
  if (other && periodText(other) !== periodText(literal)) return undefined;
  return { literal, spelling: isVietnamese ? inDayOrder(literal) : periodText(literal) };
}

const vietnamese = /(?<![a-z])(?:nam|quy|qui|thang|ngay)(?![a-z])/u;
/** A number before a year, which may be a month, or something else: "trong 3 2024". */
const bareMonth = /^(?:(?:trong|vao|in|on|for) )?\d{1,2} \d{4}$/u;

/** Day and month before the year, as Vietnamese documents have them. */
function inDayOrder(literal: PeriodLiteral): string {
  if (literal.unit === "day") return `${literal.day}/${literal.index}/${literal.year}`;
  return literal.unit === "month" ? `${literal.index}/${literal.year}` : periodText(literal);
}

/** `2021-2030`, `2021 – 2030` as the range of years that it is meant to be. */
export function rangeOfYears(image: string): string | undefined {
  const years = /^(\d{4})\s*[-–]\s*(\d{4})$/u.exec(image);
  return years ? `${years[1]}..${years[2]}` : undefined;
}

const piecePattern = /[ \t\u00A0\u202F]*(?:([\p{L}\p{M}\p{N}_]+)|([/–-]|\.(?!\.)|,(?=[ \t]*\d{4}(?!\d))))/uy;

/** More words and signs than any period has. */
const mostPieces = 12;

/** The words that say of a number what it counts, and of a period which part is meant. */
const names = wordSet(
  "năm quý quí tháng ngày nửa sáu đầu cuối cả kỳ giai đoạn year quarter month half first second third fourth last",
  "early late end 1st 2nd 3rd 4th fy",
);
const namePattern = /^(?:(?:\d{4})?[qh]\d+|(?:t|fy|quy|qui|thang|nam|quarter)\d+)$/u;
/** Words that may stand before a period. */
const prepositions = wordSet("trong vào đến tới trước sau hết in on by for before after until since during");
const links = wordSet("/ - – . , of the");
/** What a roman numeral may stand behind. */
const numbered = wordSet("quý quí tháng kỳ quarter");
const roman = /^(?:x?(?:ix|iv|v?i{0,3}))$/u;
/** What may follow a year without a sign between them: "2024 quý 1". */
const partPattern = /^(?:quy|qui|quarter|thang|month|nua|half|[qh]\d)$/u;

function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(plainLetters(lines.join(" ")).split(" "));
}

/**
 * Where the words end that begin at `start`, in the place of a period, and speak of one: behind the last of its
 * words and numbers. Undefined where there are none, or no number among them.
 */
export function endOfPeriodWords(text: string, start: number): number | undefined {
  let end = start;
  let before = nothing;
  let hasNumber = false;
  let isInWords = false;
  piecePattern.lastIndex = start;
  for (let count = 0; count < mostPieces; count += 1) {
    const match = piecePattern.exec(text);
    if (!match) break;
    const piece = pieceOf(plainLetters(match[1] ?? match[2]!), before);
    const { kind, image } = piece;
    if (!mayFollow(piece, before)) break;
    if (kind !== "link" && kind !== "before") end = piecePattern.lastIndex;
    hasNumber ||= kind === "number" || kind === "year" || /\d/u.test(image);
    isInWords ||= kind === "name" || kind === "before" || image === "-" || image === "–";
    before = piece;
  }
  return hasNumber && isInWords && end > start ? end : undefined;
}

/** A word, a number or a sign among those of a period. */
interface Piece {
  readonly kind: "nothing" | "name" | "year" | "number" | "before" | "link" | "other";
  readonly image: string;
  /** Is it what joins a year with what stands behind it? */
  readonly joinsYear: boolean;
}

const nothing: Piece = { kind: "nothing", image: "", joinsYear: false };

function pieceOf(image: string, before: Piece): Piece {
  const kind = kindOf(image, before);
  return { kind, image, joinsYear: kind === "link" && before.kind === "year" };
}

function kindOf(image: string, before: Piece): Piece["kind"] {
  if (/^\d{4}$/u.test(image)) return "year";
  if (/^\d+$/u.test(image)) return "number";
  if (names.has(image) || namePattern.test(image) || monthOf(image) > 0) return "name";
  if (numbered.has(before.image) && roman.test(image)) return "number";
  if (links.has(image)) return "link";
  return prepositions.has(image) ? "before" : "other";
}

function mayFollow({ kind, image }: Piece, before: Piece): boolean {
  if (kind === "other") return false;
  if (before.kind === "nothing") return kind !== "link";
  // `for` also stands before a category, whose name may look like a period.
  if (before.image === "for") return kind === "number" || kind === "year";
  if (before.kind === "year") return kind === "link" || partPattern.test(image);
  if (before.joinsYear) return kind === "year" || kind === "name";
  return kind !== "before" || before.kind === "before";
}
