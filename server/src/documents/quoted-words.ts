import type { TextSpan } from "../text/text-span.ts";
import type { Clause, PlanDocument } from "./plan-document.ts";

/**
 * A text in the form in which quoted words are compared. What differs between two copies of one signed text is made
 * the same: composed and decomposed letters, old and new tone placement, capitals, spaces and line breaks, the length
 * of dashes, quotation marks, Markdown residue, and letters that a PDF's font is known to damage.
 */
interface ComparableText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const TONES = "\u0300\u0301\u0303\u0309\u0323";
const VOWELS = "aeiouy";
/** What some PDF fonts give for ỳ, ũ and ă, and a letter that only looks like đ. */
const DAMAGED: ReadonlyMap<string, string> = new Map([
  ["ƕ", "ỳ"],
  ["ǜ", "ũ"],
  ["ǎ", "ă"],
  ["ð", "đ"],
]);
const DASH = /[\p{Pd}−]/u;
const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{Nd}/u;
const DROPPED = /[\s\\*_`#\u200b-\u200f\u2060\ufeff\u00ad]/u;

/**
 * Finds quoted words in a text, tolerant of everything that is not a word, a number or a sign. Words are compared
 * letter by letter and may be run together or apart, as in copies; numbers must be whole.
 * Gives the span in `text` of the first place, or undefined (also for a quotation without any word or sign).
 */
export function findQuotedWords(text: string, words: string): TextSpan | undefined {
  return findComparable(toComparable(text), toComparable(words));
}

/** A text in the form in which two copies of it are equal: what is no word, number or sign makes no difference. */
export function comparableText(text: string): string {
  return toComparable(text).text.trim();
}

function findComparable(text: ComparableText, words: ComparableText): TextSpan | undefined {
  const sought = words.text.trim();
  if (sought === "") return undefined;
  let at = text.text.indexOf(sought);
  while (at >= 0) {
    const last = at + sought.length;
    if (
      isWholeWord(text, at) &&
      isWholeWord(text, last) &&
      isWholeNumber(text, at) &&
      isWholeNumber(text, last)
    ) {
      return { start: text.starts[at]!, end: text.ends[last - 1]! };
    }
    at = text.text.indexOf(sought, at + 1);
  }
  return undefined;
}

/**
 * The clauses that have the quoted words, for telling where they moved to.
 *
 * @param most no more are looked for; words that many clauses have tell nothing
 */
export function locateQuotedWords(
  document: PlanDocument,
  words: string,
  most: number = Number.POSITIVE_INFINITY,
): readonly Clause[] {
  const sought = toComparable(words);
  const letters = sought.text.trim();
  if (letters === "") return [];
  const found: Clause[] = [];
  for (const clause of document.clauses) {
    if (found.length >= most) break;
    if (!comparableClause(clause).includes(letters)) continue;
    if (findComparable(toComparable(clause.text), sought)) found.push(clause);
  }
  return found;
}

/** Words that are nowhere are looked for in every clause after every key. */
const comparables = new WeakMap<Clause, string>();

/** The text of a clause as {@link comparableText} has it; made once. */
export function comparableClause(clause: Clause): string {
  const known = comparables.get(clause);
  if (known !== undefined) return known;
  const text = comparableText(clause.text);
  comparables.set(clause, text);
  return text;
}

/** No word is cut in two at this place. */
function isWholeWord({ text, starts, ends }: ComparableText, at: number): boolean {
  const before = text[at - 1];
  const after = text[at];
  if (before === undefined || after === undefined || !LETTER.test(before) || !LETTER.test(after)) return true;
  return ends[at - 1]! < starts[at]!;
}

/** No number is cut in two at this place: "đạt 6" is not in "đạt 60%", "5%" not in "2,5%". */
function isWholeNumber({ text, starts, ends }: ComparableText, at: number): boolean {
  const before = /\d[.,]?$/u.exec(text.slice(Math.max(0, at - 2), at))?.[0];
  const after = /^[.,]?\d/u.exec(text.slice(at, at + 2))?.[0];
  if (before === undefined || after === undefined) return true;
  // "2030, 100%" has a space that is not compared.
  for (let i = at - before.length + 1; i < at + after.length; i += 1)
    if (ends[i - 1]! < starts[i]!) return true;
  return before.length + after.length > 3;
}

interface Comparing {
  text: string;
  readonly starts: number[];
  readonly ends: number[];
  /** A tone of the vowels being read; it is written after the last of them, wherever it was printed. */
  tone: string;
}

function toComparable(source: string): ComparableText {
  const state: Comparing = { text: "", starts: [], ends: [], tone: "" };
  let i = 0;
  let afterSpace = false;
  while (i < source.length) {
    const from = i;
    i += source.codePointAt(i)! > 0xffff ? 2 : 1;
    while (i < source.length && source.charCodeAt(i) >= 0x300 && source.charCodeAt(i) <= 0x36f) i += 1;
    const character = source.slice(from, i);
    if (DROPPED.test(character)) {
      flushTone(state);
      afterSpace = true;
      continue;
    }
    // Two numbers stay two; everywhere else a space says nothing, for copies run words together.
    if (afterSpace && DIGIT.test(character) && DIGIT.test(state.text.at(-1) ?? ""))
      write(state, " ", from, from);
    afterSpace = false;
    writeCharacter(state, character, from, i);
  }
  flushTone(state);
  return state;
}

function writeCharacter(state: Comparing, character: string, from: number, to: number): void {
  const lower = character.toLowerCase();
  const decomposed = (DAMAGED.get(lower) ?? lower).normalize("NFD");
  const base = decomposed[0]!;
  if (!VOWELS.includes(base)) flushTone(state);
  if (DASH.test(character)) {
    if (state.text.at(-1) !== "-") write(state, "-", from, to);
    return;
  }
  if ("“”„«»".includes(character)) write(state, '"', from, to);
  else if ("‘’".includes(character)) write(state, "'", from, to);
  else if (character === "…") write(state, "...", from, to);
  else if (!VOWELS.includes(base)) write(state, decomposed, from, to);
  else {
    for (const mark of decomposed) {
      if (TONES.includes(mark)) state.tone += mark;
      else write(state, mark, from, to);
    }
  }
}

function flushTone(state: Comparing): void {
  if (state.tone === "") return;
  const start = state.starts.at(-1)!;
  const end = state.ends.at(-1)!;
  const tone = state.tone;
  state.tone = "";
  write(state, tone, start, end);
}

function write(state: Comparing, text: string, from: number, to: number): void {
  for (let k = 0; k < text.length; k += 1) {
    state.starts.push(from);
    state.ends.push(to);
  }
  state.text += text;
}
