import { lex } from "./lexer.ts";
import type { ParsedDeclaration } from "./parse.ts";
import * as t from "./tokens.ts";

/**
 * Do two texts of a declaration say the same: the same tree wherever its parts stand, and the same comments? Blanks,
 * line breaks and the spelling of keywords may differ; whoever rewrites a text asks this before handing it out.
 */
export function isSameMeaning(a: ParsedDeclaration, b: ParsedDeclaration): boolean {
  return (
    a.problems.length === b.problems.length &&
    isSameTree(a.declaration, b.declaration) &&
    isSameList(commentsOf(a), commentsOf(b))
  );
}

/** Are two texts of a declaration the same words in the same order, blanks aside? */
export function areSameWords(a: string, b: string): boolean {
  return isSameList(wordsOf(a), wordsOf(b));
}

function wordsOf(text: string): readonly string[] {
  return lex(text)
    .tokens.filter(({ tokenType, image }) => tokenType !== t.EndOfStatement || image === ";")
    .map(
      ({ image, tokenType, keyword }) => `${tokenType.name} ${keyword ? image.replace(/\s+/gu, " ") : image}`,
    );
}

function commentsOf({ text, comments }: ParsedDeclaration): readonly string[] {
  return comments.map(({ start, end }) => text.slice(start, end).trimEnd());
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}

/** Compares nodes by what they hold; spans are where something stands, which is no part of what it says. */
function isSameTree(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const field of fields) {
    if (field === "start" || field === "end") continue;
    if (!isSameTree((a as Record<string, unknown>)[field], (b as Record<string, unknown>)[field]))
      return false;
  }
  return true;
}
