import type { Language } from "../diagnostics/language.ts";
import { type DeclarationKeyword, type Keyword, keywordText } from "../syntax/keywords.ts";
import { plainLetters } from "../text/nearest-word.ts";
import type { Expected } from "./completion-expected.ts";
import { expectedAfter } from "./completion-expected.ts";
import { declarationsInOrder, statementsInOrder } from "./completion-order.ts";
import { type CompletionPlace, isWord } from "./completion-place.ts";
import { searchText } from "./completion-search.ts";
import { declarationSnippet } from "./completion-snippets.ts";
import { statementSnippet } from "./completion-statements.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { CompletionEntry } from "./feature-types.ts";
import { keywordHelp } from "./keyword-help.ts";

interface Languages {
  /** Of the file's keywords. */
  readonly file: Language;
  /** Of the reader. */
  readonly reader: Language;
}

/** Words that a value or a comparator waits for; they come before the units that may stand there too. */
const awaited: ReadonlySet<Keyword> = new Set(["and", "within", "of"]);

/** Words that the longest keyword has before its last one. */
const mostWordsBefore = 3;

/** Keywords that may stand here; the words of one that are typed already are taken in, as in `mục t`. */
export function keywordEntries(
  context: FeatureContext,
  place: CompletionPlace,
  languages: Languages,
): readonly CompletionEntry[] {
  const entries: CompletionEntry[] = [];
  const { tokens, text, declaration, inBlock } = place;
  for (let back = 0; back <= Math.min(mostWordsBefore, tokens.length); back += 1) {
    const first = tokens[tokens.length - back];
    if (back > 0 && !isWord(first)) break;
    const from = first ? first.startOffset : text.length - place.typed.length;
    if (back > 0 && /[\r\n]/.test(text.slice(from))) break;
    const before = tokens.slice(0, tokens.length - back);
    // A declaration's first words may spell another declaration's keyword.
    const head = !inBlock && before.length === 0 ? undefined : declaration;
    const starts = before.length === 0;
    const expected = keywordsIn(expectedAfter(head, inBlock, before));
    for (const keyword of starts ? inOrder(expected, place, head, from) : expected) {
      const spelling = keywordText(keyword, languages.file);
      if (back > 0 && !continues(spelling, text.slice(from), back)) continue;
      const entry = keywordEntry(keyword, spelling, place, from, languages.reader, entries.length);
      entries.push(starts ? { ...entry, ...whatFollows(context, place, keyword, head, languages) } : entry);
    }
  }
  return entries;
}

/** The keywords that may begin a declaration or a statement, those first that are most likely wanted. */
function inOrder(
  keywords: readonly Keyword[],
  place: CompletionPlace,
  declaration: Keyword | undefined,
  from: number,
): readonly Keyword[] {
  return declaration === undefined
    ? declarationsInOrder(keywords, place.located.file)
    : statementsInOrder(keywords, place, declaration, from);
}

/** What a keyword that begins something brings with it. */
function whatFollows(
  context: FeatureContext,
  place: CompletionPlace,
  keyword: Keyword,
  declaration: Keyword | undefined,
  languages: Languages,
): Pick<CompletionEntry, "snippet" | "leadsOn"> {
  if (!place.isAtLineEnd) return { snippet: null };
  return declaration === undefined
    ? { snippet: declarationSnippet(keyword as DeclarationKeyword, context, place, languages) }
    : statementSnippet(keyword, place, keywordText(keyword, languages.file));
}

function keywordsIn(expected: readonly Expected[]): readonly Keyword[] {
  return expected.flatMap((one) => (one.kind === "keywords" ? one.keywords : []));
}

/** Are the typed words the beginning of a spelling that has more words? */
function continues(spelling: string, typed: string, wordsBefore: number): boolean {
  const plain = plainLetters(typed).replace(/\s+/gu, " ");
  return spelling.split(" ").length > wordsBefore && plainLetters(spelling).startsWith(plain);
}

function keywordEntry(
  keyword: Keyword,
  spelling: string,
  place: CompletionPlace,
  from: number,
  reader: Language,
  order: number,
): CompletionEntry {
  return {
    label: spelling,
    kind: "keyword",
    detail: briefMeaning(keyword, place.inBlock ? place.declaration : undefined, reader),
    subject: { kind: "keyword", keyword },
    insertText: spelling,
    snippet: null,
    range: place.rangeFrom(from),
    filterText: searchText(spelling, keywordText(keyword, "en")),
    sortText: `${awaited.has(keyword) ? 0 : 3}${String(order).padStart(3, "0")}`,
  };
}

/** The first sentence of a keyword's meaning, or the one about the block it is in, up to a semicolon. */
function briefMeaning(keyword: Keyword, block: Keyword | undefined, reader: Language): string {
  const sentences = keywordHelp[keyword][reader].meaning.split(/(?<=\.)\s+(?=\p{Lu})/u);
  const here = sentences.flatMap((sentence) => {
    const [, where, meaning] = /^(?:Inside|Trong) ([^:]+): (.*)$/u.exec(sentence) ?? [];
    return block && where?.includes(keywordText(block, reader)) ? [meaning!] : [];
  });
  const [brief = ""] = [...here, ...sentences];
  const [part = ""] = brief.split("; ", 1);
  return (part[0] ?? "").toUpperCase() + part.slice(1).replace(/\.$/, "").replaceAll("`", "");
}
