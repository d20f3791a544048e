import { oneLine } from "../../text/one-line.ts";
import { foldWithPlaces } from "../fold-text.ts";
import { splitJoinedWord } from "./joined-words.ts";
import { wordKey } from "./word-key.ts";

/** A word, a numeral, a sign, or a code such as `28/NQ-CP`, `CO2`, `5G`, which is never a quantity. */
export interface Token {
  readonly kind: "word" | "number" | "sign" | "code";
  /** Words: the form for comparing. Numerals: as printed. */
  readonly key: string;
  /** As printed, composed. */
  readonly text: string;
  /** In the text that was read. */
  readonly start: number;
  readonly end: number;
  readonly spaceBefore: boolean;
}

interface Reading {
  readonly folded: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly tokens: Token[];
}

/** Parts a text into tokens; places are those of the original. */
export function tokenize(source: string): readonly Token[] {
  const { text, starts, ends } = foldWithPlaces(source, 0, source.length);
  const reading: Reading = { folded: text, starts, ends, tokens: [] };
  let i = 0;
  while (i < text.length) {
    // Emphasis of Markdown, and the bullets that are stars.
    if (text[i] === " " || text[i] === "*" || text[i] === "`") i += 1;
    else if (isDigit(text[i]!)) i = readNumeral(reading, i);
    else if (isLetter(text[i]!)) i = readWord(reading, i);
    else i = readSign(reading, i);
  }
  return reading.tokens;
}

function push(reading: Reading, kind: Token["kind"], from: number, to: number, key?: string): number {
  const text = reading.folded.slice(from, to);
  reading.tokens.push({
    kind,
    key: key ?? text,
    text,
    start: reading.starts[from]!,
    end: reading.ends[to - 1]!,
    spaceBefore: from === 0 || reading.folded[from - 1] === " ",
  });
  return to;
}

function readWord(reading: Reading, from: number): number {
  const { folded } = reading;
  let to = from + 1;
  while (to < folded.length && isLetter(folded[to]!)) to += 1;
  if (MEASURES.test(folded.slice(from, to + 1)) && !isDigit(folded[to + 1] ?? ""))
    return push(reading, "word", from, to + 1);
  const word = folded.slice(from, to);
  const parts = splitJoinedWord(word);
  if (parts === null && isDigit(folded[to] ?? "") && !isCommonBeforeDigits(word)) {
    while (to < folded.length && (isDigit(folded[to]!) || isLetter(folded[to]!))) to += 1;
    return push(reading, "code", from, to);
  }
  let at = from;
  for (const part of parts ?? [word]) at = push(reading, "word", at, at + part.length, wordKey(part));
  return to;
}

const MEASURES = /^(m|km|cm|dm)[23²³]$/u;

/** "năm2025", "đạt60%" are words run into a number; "CO2" and "QL19" are names. */
function isCommonBeforeDigits(word: string): boolean {
  return (
    word.length > 1 &&
    (word !== word.toUpperCase() || /[^\u0000-\u007f]/u.test(word)) &&
    !/^(covid|pm|sars)$/iu.test(word)
  );
}

function readNumeral(reading: Reading, from: number): number {
  const { folded } = reading;
  let to = from;
  while (isDigit(folded[to] ?? "")) {
    while (isDigit(folded[to] ?? "")) to += 1;
    if (".,".includes(folded[to] ?? "x") && isDigit(folded[to + 1] ?? "")) {
      if (isYearBeforeComma(folded.slice(from, to), folded[to]!)) break;
      to += 1;
    }
  }
  const code = endOfCode(folded, to);
  if (code > to) return push(reading, "code", from, code);
  return push(reading, "number", from, to);
}

/** "năm 2026,100% xã" has no decimal fraction. */
function isYearBeforeComma(digits: string, mark: string): boolean {
  return mark === "," && /^20\d\d$/u.test(digits);
}

/** Where a document number ("28/NQ-CP", "05-NQ/TW"), "5G" or "07h30" ends that begins with a numeral; else `at`. */
function endOfCode(folded: string, at: number): number {
  const next = folded[at] ?? "";
  const after = folded[at + 1] ?? "";
  if ((next === "/" || next === "-") && isCapital(after) && isCapital(folded[at + 2] ?? ""))
    return endOfRun(folded, at);
  if (next === "/" && isDigit(after)) {
    let digits = at + 1;
    while (isDigit(folded[digits] ?? "")) digits += 1;
    if ("/-".includes(folded[digits] ?? "x") && isCapital(folded[digits + 1] ?? ""))
      return endOfRun(folded, at);
    return at;
  }
  if (isCapital(next) && !isLetter(after)) return at + 1;
  if (/[hg]/u.test(next) && isDigit(after)) return endOfRun(folded, at);
  return at;
}

function endOfRun(folded: string, at: number): number {
  let to = at;
  while (to < folded.length && (isLetter(folded[to]!) || isDigit(folded[to]!) || "/-".includes(folded[to]!)))
    to += 1;
  return to;
}

function readSign(reading: Reading, from: number): number {
  const two = reading.folded.slice(from, from + 2);
  const length = two === "<=" || two === ">=" ? 2 : 1;
  return push(reading, "sign", from, from + length);
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9" && character.length === 1;
}

const LETTER = /\p{L}/u;

function isLetter(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return LETTER.test(character);
}

function isCapital(character: string): boolean {
  return character !== "" && isLetter(character) && character !== character.toLowerCase();
}

/** The words of the tokens from `from` up to `to` as printed, on one line; empty where there are none. */
export function printedWords(source: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (to <= from || first === undefined || last === undefined) return "";
  return oneLine(source.slice(first.start, last.end));
}
