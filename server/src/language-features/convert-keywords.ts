import type { Language } from "../diagnostics/language.ts";
import type { Entry } from "../semantics/entry.ts";
import { type Keyword, keywordSpellings, keywordText, wordKey } from "../syntax/keywords.ts";
import { lex } from "../syntax/lexer.ts";
import type { DeclarationParser } from "../syntax/parse.ts";
import { isSameMeaning } from "../syntax/same-meaning.ts";
import { boundOf, type Token } from "../syntax/tokens.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { FileEdit } from "./feature-types.ts";
import { formatEntries } from "./formatting/format-entries.ts";
import { saysTheSame } from "./formatting.ts";
import { lineEdits } from "./line-edits.ts";
import { nameStarts } from "./tree-spans.ts";

/**
 * The edits that spell every keyword of a file in one language, and put its columns in order again. Names, numbers,
 * texts and comments stay as they are, and so does a declaration that cannot be read.
 */
export function getKeywordConversion(
  context: FeatureContext,
  parser: DeclarationParser,
  path: string,
  language: Language,
): readonly FileEdit[] {
  const entries = context.program.file(path)?.entries ?? [];
  const converted = entries.map((entry): Entry => {
    const text = withKeywords(entry, language);
    if (text === entry.text) return entry;
    const parsed = parser.parse(text);
    return isSameMeaning(entry.parsed, parsed) ? { ...entry, text, parsed } : entry;
  });
  const formatted = formatEntries(converted);
  const texts = saysTheSame(converted, formatted, parser) ? formatted : converted.map(({ text }) => text);
  return entries.flatMap((entry, i) => lineEdits(entry.text, texts[i]!, entry.firstLine));
}

/** The text of a declaration with its keywords in a language. */
function withKeywords({ text, parsed }: Entry, language: Language): string {
  const { declaration, problems } = parsed;
  if (!declaration || problems.length > 0) return text;
  const names = nameStarts(declaration);
  const shares = shareMarks(declaration);
  let result = "";
  let done = 0;
  const { tokens } = lex(text);
  for (const [i, { keyword, startOffset, image }] of tokens.entries()) {
    if (keyword && !names.has(startOffset)) {
      const spelling = spellingOf(keyword, image, language, {
        isShare: shares.some(({ start, end }) => start <= startOffset && startOffset < end),
        hasUpper: keyword === "between" && hasUpper(tokens, i),
        declaration: declaration.kind,
      });
      result += text.slice(done, startOffset) + spelling;
      done = startOffset + image.length;
    }
  }
  return result + text.slice(done);
}

interface KeywordPlace {
  readonly isShare: boolean;
  /** "từ 10% đến 13%", and not "từ 60% trở lên". */
  readonly hasUpper: boolean;
  readonly declaration: string;
}

function spellingOf(keyword: Keyword, image: string, language: Language, place: KeywordPlace): string {
  if (keyword === "aboveOrOf" && language === "en") return place.isShare ? "of" : "above";
  if (keyword === "in" && language === "vi") return place.declaration === "body" ? "thuộc" : "trong";
  if (keyword === "period" && language === "vi") return place.declaration === "data" ? "kỳ" : "giai đoạn";
  if (keyword === "between" && language === "en" && !place.hasUpper) return "from";
  const spellings: readonly string[] = keywordSpellings[keyword][language];
  // Whoever wrote `tối thiểu` in a Vietnamese file meant that word.
  if (spellings.some((spelling) => keyOf(spelling) === keyOf(image))) return image;
  if (keyword === "and" && language === "vi") return "đến";
  return keywordText(keyword, language);
}

function hasUpper(tokens: readonly Token[], between: number): boolean {
  for (let i = between + 1; i < tokens.length; i += 1) {
    if (tokens[i]!.keyword === "and") return true;
    if (boundOf(tokens[i]!)) return false;
  }
  return true;
}

function keyOf(words: string): string {
  return words.split(/\s+/u).map(wordKey).join(" ");
}

/** From the end of each share's numerator to its denominator. */
function shareMarks(
  node: unknown,
  spans: { readonly start: number; readonly end: number }[] = [],
): readonly { readonly start: number; readonly end: number }[] {
  if (typeof node !== "object" || node === null) return spans;
  const { kind, numerator, denominator } = node as {
    readonly kind?: unknown;
    readonly numerator?: { readonly end: number };
    readonly denominator?: { readonly start: number };
  };
  if (kind === "share" && numerator && denominator)
    spans.push({ start: numerator.end, end: denominator.start });
  for (const part of Object.values(node)) shareMarks(part, spans);
  return spans;
}
