import type { FoldedText } from "./fold-text.ts";
import { foldRange, foldWithPlaces, isAllCapitals } from "./fold-text.ts";
import { letterValue, parseOrdinalWord, parseRoman } from "./numerals.ts";

/** The label styles of Vietnamese documents; each counts on its own. */
export type LabelKind =
  | "appendix"
  | "part"
  | "chapter"
  | "section"
  | "article"
  | "upper"
  | "roman"
  | "number"
  | "lower"
  | "parenthesised"
  | "small-roman"
  | "objective"
  | "target"
  | "duty"
  | "dash"
  | "star"
  | "plus"
  | "row";

/** A label as it was recognised at the start of a line, before it is known where in the outline it stands. */
export interface PrintedLabel {
  readonly kind: LabelKind;
  /** The place in its own series: 4 for IV, 5 for đ; 0 where it has none (bullets, an appendix without a number). */
  readonly value: number;
  /** The address part without its parents: `II`, `Đ5`, `a`, `(1)`; for bullets the sign alone. */
  readonly part: string;
  /** For dotted numbers all of them: `1.2.3` is [1, 2, 3]; otherwise empty. */
  readonly path: readonly number[];
  /** For `II.1.`, a dotted number that begins with its section: the roman value, else 0. */
  readonly romanPrefix: number;
  /** What closes it: `1.` and `1)` may be two levels of one document. */
  readonly delimiter: string;
  /** Another reading, chosen by what came before: `C.` may be a hundred or the letter, `i)` may be one or the letter. */
  readonly alternative: PrintedLabel | null;
  /** A dash stood before it (`- Mục tiêu 1:`). */
  readonly dashed: boolean;
  /** An amendment put it in behind the one of its number: `1a.`, `a1)`. */
  readonly inserted: boolean;
  /** The words right after it, folded. */
  readonly rest: string;
  readonly start: number;
  readonly end: number;
  readonly textStart: number;
}

/** The label of a table row: nothing is printed for it. */
export function rowLabel(start: number): PrintedLabel {
  return {
    kind: "row",
    value: 0,
    part: "r",
    path: [],
    romanPrefix: 0,
    delimiter: "",
    alternative: null,
    dashed: false,
    inserted: false,
    rest: "",
    start,
    end: start,
    textStart: start,
  };
}

/** How much of a line is looked at. The longest label and the first words after it fit easily. */
const LOOK_AT = 96;

type Found = Pick<PrintedLabel, "kind" | "value" | "part"> &
  Partial<Pick<PrintedLabel, "path" | "romanPrefix" | "delimiter" | "dashed" | "inserted">> & {
    /** How many folded characters come before the label (a dash), and how many it and they have together. */
    readonly from?: number;
    readonly length: number;
    readonly alternative?: Found;
  };

/** Folds the beginning of a line as labels are looked for in it. */
export function foldLineStart(source: string, start: number, end: number): string {
  const from = skipDecoration(source, start, end);
  const folded = foldRange(source, from, Math.min(end, from + LOOK_AT));
  const closing = findClosing(source, start, from, folded);
  return closing < 0 ? folded : folded.slice(0, closing) + folded.slice(closing + 1);
}

/**
 * The label a line begins with, or null; `beginning` is the line's start, folded. Only the form is judged here, not
 * whether it fits its place.
 */
export function parseLabel(
  source: string,
  start: number,
  end: number,
  beginning: string,
): PrintedLabel | null {
  if (beginning === "" || CONTENTS_LINE.test(source.slice(Math.max(0, end - 24), end))) return null;
  const found = findLabel(beginning);
  if (found === null) return null;
  const from = skipDecoration(source, start, end);
  const folded = foldWithPlaces(source, from, Math.min(end, from + LOOK_AT));
  const closing = findClosing(source, start, from, folded.text);
  return toPrinted(source, closing < 0 ? folded : leaveOut(folded, closing), end, found);
}

/** Where the emphasis that was opened before a line's beginning closes in its folded text; -1 if none was. */
function findClosing(source: string, start: number, from: number, folded: string): number {
  const mark = source[from - 1]!;
  return from > start && (mark === "*" || mark === "_") ? folded.indexOf(mark) : -1;
}

function leaveOut({ text, starts, ends }: FoldedText, index: number): FoldedText {
  return {
    text: text.slice(0, index) + text.slice(index + 1),
    starts: starts.toSpliced(index, 1),
    ends: ends.toSpliced(index, 1),
  };
}

/** A line of a table of contents: dots that lead to a page number. */
const CONTENTS_LINE = /[.…]{4,} *\d+\s*$/u;

/** Heading marks, and the star or underline of emphasis that closes on the same line, are no part of a line's text. */
function skipDecoration(source: string, start: number, end: number): number {
  let i = start;
  while (i < end && (source[i] === "#" || (i > start && source[i] === " "))) i += 1;
  if (i > start && source[i - 1] === "#") i = start;
  const mark = source[i];
  if ((mark === "*" || mark === "_") && source[i + 1] !== mark && /[^\s)]/u.test(source[i + 1] ?? " ")) {
    const close = source.indexOf(mark, i + 1);
    if (close > 0 && close < end && close < i + LOOK_AT && source[close - 1] !== " ") return i + 1;
  }
  return i;
}

function toPrinted(source: string, folded: FoldedText, lineEnd: number, found: Found): PrintedLabel {
  const from = found.from ?? 0;
  let length = found.length;
  while (length > from && folded.text[length - 1] === " ") length -= 1;
  const end = folded.ends[length - 1]!;
  // The emphasis may close right after the label: `*a)* *Về cấp nước*`.
  const mark = source[folded.starts[0]! - 1];
  let textStart = (mark === "*" || mark === "_") && source[end] === mark ? end + 1 : end;
  while (textStart < lineEnd && /[\s*_\u200b\ufeff]/u.test(source[textStart]!)) {
    if (source[textStart] === "*" && source[textStart + 1] !== "*" && source[textStart - 1] !== "*") break;
    textStart += 1;
  }
  if (textStart === lineEnd - 1 && source[textStart] === "\\") textStart = lineEnd;
  return {
    kind: found.kind,
    value: found.value,
    part: found.part,
    path: found.path ?? [],
    romanPrefix: found.romanPrefix ?? 0,
    delimiter: found.delimiter ?? "",
    dashed: found.dashed ?? false,
    inserted: found.inserted ?? false,
    alternative: found.alternative ? toPrinted(source, folded, lineEnd, found.alternative) : null,
    rest: folded.text.slice(length).trimStart(),
    start: folded.starts[from]!,
    end,
    textStart,
  };
}

function findLabel(text: string): Found | null {
  const first = text[0]!;
  if (/[\d(]/u.test(first)) return findNumber(text) ?? findParenthesised(text);
  if (/[-•*+]/u.test(first)) return findNamedGoal(text) ?? findBullet(text);
  if (/\p{L}/u.test(first)) {
    return findStructure(text) ?? findNamedGoal(text) ?? findSectionNumber(text) ?? findLetter(text);
  }
  return null;
}

const NUMBER = "[IVXLC]+|\\d{1,3}";
const ORDINAL_WORD = "nhất|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: một| hai)?";
const PART = new RegExp(`^phần ?(?:thứ )?(?:(${ORDINAL_WORD})|(${NUMBER}))(?![\\p{L}\\d])`, "iu");
const CHAPTER = new RegExp(`^chương ?(${NUMBER})([a-zđ]?)(?![\\p{L}\\d])`, "iu");
const SECTION = new RegExp(`^mục ?(${NUMBER})([a-zđ]?)(?![\\p{L}\\d])`, "iu");
const ARTICLE = /^điều ?(\d{1,4})([a-zđ]?)(?![\p{L}\d])/iu;
const APPENDIX = new RegExp(`^phụ ?lục(?: ?số)?(?: ?(${NUMBER}|[A-Z]))?(?![\\p{L}\\d])`, "iu");

function findStructure(text: string): Found | null {
  if (!/^[pcmđ]/iu.test(text)) return null;
  const part = PART.exec(text);
  if (part) {
    const spelled = part[1] !== undefined;
    const thu = /^phần ?thứ/iu.test(text);
    if (spelled && !thu && !isAllCapitals(part[0])) return null;
    const value = spelled ? parseOrdinalWord(part[1]!) : numberOf(part[2]!);
    return value === null ? null : structure(text, "part", value, `P${value}`, part[0].length);
  }
  const chapter = CHAPTER.exec(text) ?? SECTION.exec(text);
  if (chapter) {
    const value = numberOf(chapter[1]!);
    const isChapter = /^c/iu.test(text);
    if (value === null) return null;
    return structure(
      text,
      isChapter ? "chapter" : "section",
      value,
      `${isChapter ? "C" : "M"}${value}${chapter[2]!.toLowerCase()}`,
      chapter[0].length,
    );
  }
  const article = ARTICLE.exec(text);
  if (article) {
    const value = Number(article[1]);
    const found = structure(
      text,
      "article",
      value,
      `Đ${value}${article[2]!.toLowerCase()}`,
      article[0].length,
    );
    // "Điều 8 Quy định về …" is someone else's article 8.
    return found !== null && found.delimiter === "" && text.slice(found.length).trim() !== "" ? null : found;
  }
  return findAppendix(text);
}

function findAppendix(text: string): Found | null {
  const appendix = APPENDIX.exec(text);
  if (!appendix) return null;
  const printed = appendix[1];
  if (printed === undefined) {
    const alone =
      /^phụ ?lục ?[:.]?$/iu.test(text) || (isAllCapitals(text) && /^phụ ?lục ?[:.-]/iu.test(text));
    return alone ? { kind: "appendix", value: 0, part: "PL", length: appendix[0].length } : null;
  }
  // Appendices A, B, C and D are lettered ones; nobody has a hundred of them.
  const value = /^[a-z]$/iu.test(printed) && !/^[ivx]$/iu.test(printed) ? null : numberOf(printed);
  return structure(text, "appendix", value ?? 0, `PL${value ?? printed.toUpperCase()}`, appendix[0].length);
}

function numberOf(printed: string): number | null {
  return /^\d/u.test(printed) ? Number(printed) : parseRoman(printed.toUpperCase());
}

/** A named label is followed by a stop, or by nothing, or by its title in capitals; else it is a mention in a sentence. */
function structure(text: string, kind: LabelKind, value: number, part: string, length: number): Found | null {
  const stop = /^ ?(?:[.:)]|-(?=[ \p{Lu}]))(?!\d)/u.exec(text.slice(length));
  const found = {
    kind,
    value,
    part,
    length: length + (stop ? stop[0].length : 0),
    delimiter: stop ? stop[0].trim() : "",
  };
  const rest = text.slice(found.length).trimStart();
  if (rest === "") return found;
  if (/^\p{Ll}/u.test(rest)) return null;
  return stop !== null || rest.startsWith("(") || isAllCapitals(rest) ? found : null;
}

const GOAL =
  /^((?:[-•*+] ?)?)(mục ?tiêu|chỉ ?tiêu|nhiệm ?vụ) ?(?:số )?(\d{1,2})(?:\.(\d{1,2}))?(?![\p{L}\d])/iu;

function findNamedGoal(text: string): Found | null {
  const goal = GOAL.exec(text);
  if (!goal) return null;
  const after = text.slice(goal[0].length);
  const stop = /^ ?(?:[:.)]|-(?=[ \p{Lu}]))(?!\d)/u.exec(after);
  if (!stop && after.trim() !== "" && !isAllCapitals(text)) return null;
  const word = goal[2]!.toLowerCase();
  const kind = word.startsWith("m") ? "objective" : word.startsWith("c") ? "target" : "duty";
  const prefix = kind === "objective" ? "MT" : kind === "target" ? "CT" : "NV";
  const numbers = goal[4] === undefined ? [Number(goal[3])] : [Number(goal[3]), Number(goal[4])];
  return {
    kind,
    value: numbers.at(-1)!,
    part: `${prefix}${numbers.join(".")}`,
    path: numbers,
    dashed: goal[1] !== "",
    from: goal[1]!.length,
    length: goal[0].length + (stop?.[0].length ?? 0),
  };
}

/** After the label comes the end of the line, a space, or (words run together) a capital letter. */
const AFTER = '(?= |$|[\\p{Lu}"“(\\[])';
const PLAIN_NUMBER = new RegExp(`^(\\d{1,3}) ?([.)/])${AFTER}`, "u");
const INSERTED_NUMBER = new RegExp(`^(\\d{1,3})([a-zđ])([.)])${AFTER}`, "u");
const DASHED_NUMBER = /^(\d{1,2})(-)(?= ?\p{Lu}\p{Ll})/u;
const DOTTED_NUMBER = new RegExp(`^(\\d{1,2}(?:\\.\\d{1,2}){1,4})([.):]?|-(?= ?\\p{Lu}))${AFTER}`, "u");

function findNumber(text: string): Found | null {
  const dotted = DOTTED_NUMBER.exec(text);
  if (dotted) {
    const path = dotted[1]!.split(".").map(Number);
    if (path.includes(0)) return null;
    return {
      kind: "number",
      value: path.at(-1)!,
      part: path.join("."),
      path,
      delimiter: dotted[2]!,
      length: dotted[0].length,
    };
  }
  const inserted = INSERTED_NUMBER.exec(text);
  if (inserted) return insertedLabel("number", Number(inserted[1]), inserted);
  const plain = PLAIN_NUMBER.exec(text) ?? DASHED_NUMBER.exec(text);
  if (!plain || Number(plain[1]) === 0) return null;
  // "1/ Mục đích" and "1/Mục đích", but not "219/TTr-UBND".
  if (plain[2] === "/" && !/^ \p{L}|^\p{Lu}(?!\p{L}*-)/u.test(text.slice(plain[0].length))) return null;
  const value = Number(plain[1]);
  return {
    kind: "number",
    value,
    part: `${value}`,
    path: [value],
    delimiter: plain[2]!,
    length: plain[0].length,
  };
}

/** What an amendment put in behind the label of that value; `match` is all of it, its two signs, and what closes it. */
function insertedLabel(kind: "number" | "lower", value: number, match: RegExpExecArray): Found | null {
  if (value === 0) return null;
  const [whole, first, second, delimiter] = match;
  const path = kind === "number" ? [value] : [];
  return {
    kind,
    value,
    part: `${first}${second}`,
    path,
    delimiter: delimiter!,
    inserted: true,
    length: whole.length,
  };
}

function findParenthesised(text: string): Found | null {
  const inside = /^\((\d{1,2}|[ivx]{1,5}|[a-zđ])\)(?= |$|[\p{L}"“])/u.exec(text);
  if (!inside) return null;
  const printed = inside[1]!;
  const length = inside[0].length;
  if (/^\d/u.test(printed)) {
    const value = Number(printed);
    return value === 0 ? null : { kind: "parenthesised", value, part: `(${value})`, delimiter: "()", length };
  }
  const roman = parseRoman(printed.toUpperCase());
  const letter: Found = {
    kind: "lower",
    value: letterValue(printed),
    part: printed,
    delimiter: "()",
    length,
  };
  if (roman === null) return printed.length === 1 ? letter : null;
  const found: Found = { kind: "small-roman", value: roman, part: `(${printed})`, delimiter: "()", length };
  return printed.length === 1 ? { ...found, alternative: letter } : found;
}

/** `II.1.` or `II.1.2`: a number under its section, printed with the section's numeral. */
function findSectionNumber(text: string): Found | null {
  const match = /^([IVX]{1,5})((?:\.\d{1,2}){1,3})([.):]?)(?= |$|\p{Lu})/u.exec(text);
  const roman = match ? parseRoman(match[1]!) : null;
  if (!match || roman === null) return null;
  const path = match[2]!.slice(1).split(".").map(Number);
  return {
    kind: "number",
    value: path.at(-1)!,
    part: path.join("."),
    path,
    romanPrefix: roman,
    delimiter: match[3]!,
    length: match[0].length,
  };
}

const ROMAN_LABEL = /^([IVXLC]{1,7}) ?([.)/]-?|-)(?= |$|[\p{Lu}"“])/u;
const UPPER_LABEL = /^([A-ZĐ]) ?([.)/]|-)(?= |$|\p{Lu}{2})/u;
const LOWER_LABEL = /^([a-zđ]) ?([.)/])(?= |$|[\p{Lu}"“[])/u;
const INSERTED_LETTER = /^([a-zđ])(\d)(\))(?= |$|[\p{L}"“[])/u;
const LOWER_JOINED = /^([a-zđ])(\))(?=\p{L})/u;
const SMALL_ROMAN_LABEL = /^([ivx]{2,5})(\))(?= |$|\p{L})/u;

function findLetter(text: string): Found | null {
  const upper = findUpperLetter(text);
  const roman = ROMAN_LABEL.exec(text);
  const value = roman ? parseRoman(roman[1]!) : null;
  if (roman && value !== null) {
    const rest = text.slice(roman[0].length);
    // "V.I. Lênin" is a name.
    if (!dashOpensTitle(roman[2]!, rest) || /^\p{Lu}\. /u.test(rest)) return null;
    const found: Found = {
      kind: "roman",
      value,
      part: roman[1]!,
      delimiter: roman[2]!,
      length: roman[0].length,
    };
    return upper ? { ...found, alternative: upper } : found;
  }
  if (upper) return upper;
  const small = SMALL_ROMAN_LABEL.exec(text);
  const smallValue = small ? parseRoman(small[1]!.toUpperCase()) : null;
  if (small && smallValue !== null) {
    return {
      kind: "small-roman",
      value: smallValue,
      part: `(${small[1]})`,
      delimiter: ")",
      length: small[0].length,
    };
  }
  const inserted = INSERTED_LETTER.exec(text);
  if (inserted) return insertedLabel("lower", letterValue(inserted[1]!), inserted);
  const lower = LOWER_LABEL.exec(text) ?? LOWER_JOINED.exec(text);
  if (!lower) return null;
  const letter = lower[1]!;
  const found: Found = {
    kind: "lower",
    value: letterValue(letter),
    part: letter,
    delimiter: lower[2]!,
    length: lower[0].length,
  };
  const asRoman = lower[2] === ")" ? parseRoman(letter.toUpperCase()) : null;
  if (asRoman === null || !"ivx".includes(letter)) return found;
  return { ...found, alternative: { ...found, kind: "small-roman", value: asRoman, part: `(${letter})` } };
}

function findUpperLetter(text: string): Found | null {
  const upper = UPPER_LABEL.exec(text);
  if (!upper || !dashOpensTitle(upper[2]!, text.slice(upper[0].length))) return null;
  const letter = upper[1]!;
  return {
    kind: "upper",
    value: letterValue(letter),
    part: letter,
    delimiter: upper[2]!,
    length: upper[0].length,
  };
}

/** With a dash (`III- MỤC TIÊU`) the title must follow: "quý I - II" and "I - 2026" are no labels. */
function dashOpensTitle(delimiter: string, rest: string): boolean {
  if (delimiter !== "-") return true;
  const word = /^ ?["“]?(\p{Lu}[\p{L}\p{M}]*)/u.exec(rest);
  return word !== null && !/^[IVXLC]+$/u.test(word[1]!);
}

function findBullet(text: string): Found | null {
  const sign = text[0]!;
  const rest = text.slice(1).trimStart();
  // A row of dashes, stars or a lone sign is a line drawn under a heading.
  if (rest === "" || /^(?:[-•+=./)]|[*_](?!\p{L}))/u.test(rest)) return null;
  // "*(Kèm theo …" is emphasis that closes on a later line.
  if (text.startsWith("*(")) return null;
  if (sign === "+" && !/^\+( |\p{L}|["“(])/u.test(text)) return null;
  const kind = sign === "*" ? "star" : sign === "+" ? "plus" : "dash";
  return { kind, value: 0, part: kind === "dash" ? "-" : sign, length: 1 };
}
