import { writeFileSync } from "node:fs";
import {
  declarationKeywords,
  type Keyword,
  keywordSpellings,
  keywords,
} from "../server/src/syntax/keywords.ts";

/**
 * Writes bdg.tmLanguage.json, the colours that an editor shows with the language server off. The keywords come
 * from the one table of the language, so that a new spelling is coloured as soon as this is run again:
 * `node syntaxes/generate-grammar.mts`. A test says when it was forgotten.
 */

interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly beginCaptures?: Readonly<Record<string, { readonly name: string }>>;
  readonly endCaptures?: Readonly<Record<string, { readonly name: string }>>;
  readonly patterns?: readonly Rule[];
}

const space = "[ \\t\\x{a0}]";
const name = "[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*";
const dottedName = `${name}(?:\\.${name})*`;
const number = "\\d+(?:[_\\x{a0}\\x{202f}]\\d{3})*(?:[.,]\\d+)?";
const wordStart = "(?<![\\p{L}\\p{M}\\p{N}_])";
const wordEnd = "(?![\\p{L}\\p{M}\\p{N}_])";
/** Where a statement begins: after the line's indentation, a brace or a semicolon. */
const statementStart = `(?:^|(?<=[{;]))${space}*`;

const lateTone = /([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])$/;
const earlyTone = /([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])$/;

/** A word composed, decomposed, and with the tone in its old and its new place. */
function wordPattern(word: string): string {
  const decomposed = word.normalize("NFD");
  const moved = decomposed.replace(lateTone, "$1$3$2");
  const otherPlace = moved === decomposed ? decomposed.replace(earlyTone, "$1$3$2") : moved;
  const spellings = new Set([word.normalize("NFC"), decomposed, otherPlace.normalize("NFC"), otherPlace]);
  return spellings.size === 1 ? word : `(?:${[...spellings].join("|")})`;
}

/** One group of all spellings of these keywords, the longer before the shorter that begins it. */
function anyOf(chosen: readonly Keyword[]): string {
  const spellings = chosen.flatMap((keyword): string[] => {
    const { en, vi } = keywordSpellings[keyword];
    return [...en, ...vi];
  });
  const longestFirst = [...new Set(spellings)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${longestFirst.map((spelling) => spelling.split(" ").map(wordPattern).join(`${space}+`)).join("|")})`;
}

const include = (...names: string[]): Rule[] => names.map((each) => ({ include: `#${each}` }));
const scoped = (...names: string[]) =>
  Object.fromEntries(names.map((each, index) => [String(index + 1), { name: `${each}.bdg` }]));

const comparators: Keyword[] = [
  ...(["reach", "atLeast", "atMost", "above", "below", "between", "about", "orMore", "orLess"] as const),
  ...(["aboveOrOf", "of", "and", "within"] as const),
];
const nameFollows: Keyword[] = ["for", "in", "as"];
const lineOfNames: Keyword[] = ["lead", "with", "serves", "unit", "implements", "by"];
const columns: Keyword[] = ["indicator", "period", "value", "category", "evidence", "periods"];
const cites: Keyword[] = ["clause", "aside"];
const notAtStart: Keyword[] = [...comparators, ...nameFollows, "every", "year", "half", "quarter", "month"];
const statements = keywords.filter(
  (keyword) =>
    !notAtStart.includes(keyword) &&
    !["use", "plan", "body", "dimension", "task", "report", "data"].includes(keyword),
);
const smallWords: Keyword[] = [
  ...nameFollows,
  ...([
    "every",
    "year",
    "half",
    "quarter",
    "month",
    "total",
    "linear",
    "dated",
    "baseline",
    "sheet",
    "encoding",
    "period",
  ] as const),
  ...(["latest", "sum", "mean", "min", "max"] as const),
];

/** An unindented line that declares something: there an unclosed block ends, as it does for the parser. */
const nextDeclaration = `(?=^(?i:${anyOf(declarationKeywords)})${space}+(?:${name}${space}*)?(?:\\d[^"]*)?")`;
const endOfStatement = `(?=[;}])|(?<![,\\s])${space}*$|${nextDeclaration}`;

function block(patterns: readonly Rule[]): Rule {
  return {
    begin: "\\{",
    beginCaptures: { "0": { name: "punctuation.section.block.begin.bdg" } },
    end: `\\}|${nextDeclaration}`,
    endCaptures: { "0": { name: "punctuation.section.block.end.bdg" } },
    patterns,
  };
}

function declaration(which: readonly Keyword[], named: boolean, inside: Rule): Rule {
  const head = `^${space}*(?i:(${anyOf(which)}))${wordEnd}`;
  return {
    name: "meta.declaration.bdg",
    begin: named ? `${head}(?:${space}+(${name}))?` : head,
    beginCaptures: scoped("keyword.control.declaration", "entity.name.type"),
    end: `(?<=\\})|$|${nextDeclaration}`,
    patterns: [inside, ...include("expression")],
  };
}

/** A statement whose content is read in its own way up to its end; a line that ends in a comma goes on. */
function statement(which: readonly Keyword[], patterns: readonly Rule[]): Rule {
  return {
    begin: `${statementStart}(?i:(${anyOf(which)}))${wordEnd}`,
    beginCaptures: scoped("keyword.other.statement"),
    end: endOfStatement,
    patterns,
  };
}

const text: Rule = {
  name: "string.quoted.double.bdg",
  begin: '"',
  beginCaptures: { "0": { name: "punctuation.definition.string.begin.bdg" } },
  end: '"|(?=$)',
  endCaptures: { "0": { name: "punctuation.definition.string.end.bdg" } },
  patterns: [{ name: "constant.character.escape.bdg", match: '\\\\["\\\\]' }],
};

const comment: Rule = {
  name: "comment.line.number-sign.bdg",
  begin: "#",
  beginCaptures: { "0": { name: "punctuation.definition.comment.bdg" } },
  end: "$",
  patterns: [
    {
      match: `(?<=#)${space}*(bdg-ignore)${space}+([a-z-]+)`,
      captures: scoped("keyword.other.directive", "constant.other.problem"),
    },
    { match: `(?<=#)${space}*((?:end)?region)${wordEnd}`, captures: scoped("keyword.other.directive") },
  ],
};

const address = `(?:[\\p{L}\\p{N}(]|${"[*+]\\d"})[\\p{L}\\p{M}\\p{N}.*+/~()\\-]*`;

/** The grammar as an object: what bdg.tmLanguage.json holds. */
export function bdgGrammar() {
  return {
    $schema: "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
    name: "BDG",
    scopeName: "source.bdg",
    fileTypes: ["bdg"],
    patterns: include("declaration", "block", "expression"),
    repository: {
      declaration: {
        patterns: [
          declaration(["report"], false, block(include("resultName", "expression"))),
          declaration(["dimension"], true, block(include("category", "expression"))),
          declaration(["data"], false, block(include("column", "expression"))),
          declaration(["use"], false, block([])),
          declaration(["plan", "unit", "body", "indicator", "task"], true, { include: "#block" }),
        ],
      },
      block: block(include("statement", "expression")),
      statement: {
        patterns: [
          statement(cites, include("comment", "text", "inDocument", "address", "comma")),
          statement(lineOfNames, include("comment", "text", "reference", "comma")),
          {
            match: `${statementStart}(?i:(${anyOf(statements)}))${wordEnd}`,
            captures: scoped("keyword.other.statement"),
          },
        ],
      },
      resultName: { match: `${statementStart}(${dottedName})`, captures: scoped("variable.other.indicator") },
      category: { match: `(${name})(?=${space}*")`, captures: scoped("entity.name.type.category") },
      column: {
        match: `${wordStart}(?i:(${anyOf(columns)}))(?=${space}*")`,
        captures: scoped("keyword.other.statement"),
      },
      expression: {
        patterns: include(
          "comment",
          "text",
          "comparison",
          "nameAfterWord",
          "smallWord",
          "period",
          "number",
          "unit",
          "operator",
          "comma",
        ),
      },
      comment,
      text,
      comparison: {
        patterns: [
          {
            match: `${wordStart}(?i:(${anyOf(comparators)}))${wordEnd}(?:${space}*(${number}))?`,
            captures: scoped("keyword.operator.word", "constant.numeric"),
          },
          {
            match: `([<>]=?|[≥≤=])(?:${space}*([-−]?${number}))?`,
            captures: scoped("keyword.operator.comparison", "constant.numeric"),
          },
        ],
      },
      inDocument: {
        match: `${wordStart}(?i:(${anyOf(["in"])}))${space}+(${dottedName})`,
        captures: scoped("keyword.other.word", "variable.other.reference"),
      },
      address: { name: "constant.other.clause.bdg", match: address },
      reference: { name: "variable.other.reference.bdg", match: dottedName },
      nameAfterWord: {
        match: `${wordStart}(?i:(${anyOf(nameFollows)}))${space}+(${dottedName})`,
        captures: scoped("keyword.other.word", "variable.other.reference"),
      },
      smallWord: { name: "keyword.other.word.bdg", match: `${wordStart}(?i:${anyOf(smallWords)})${wordEnd}` },
      period: {
        name: "constant.numeric.period.bdg",
        match:
          "(?<![\\p{L}\\p{N}_.,/-])(?:\\d{4}-(?:[Hh][12]|[Qq][1-4]|\\d{1,2}(?:-\\d{1,2})?)|\\d{1,2}/(?:\\d{1,2}/)?\\d{4}|(?:19|20|21)\\d{2})(?![\\p{L}\\p{N}_%/-])(?![.,]\\d)" +
          "|(?<=\\.\\.)\\d{4}(?:-(?:[Hh][12]|[Qq][1-4]|\\d{1,2}(?:-\\d{1,2})?))?",
      },
      number: { name: "constant.numeric.bdg", match: `(?<![\\p{L}\\p{M}_])${number}` },
      unit: { name: "keyword.other.unit.bdg", match: "%" },
      operator: { name: "keyword.operator.bdg", match: "\\.\\.|[+\\-−*/]" },
      comma: { name: "punctuation.separator.bdg", match: "[,;]" },
    },
  };
}

/** The file's whole text. */
export function grammarText(): string {
  return `${JSON.stringify(bdgGrammar(), null, 2)}\n`;
}

if (import.meta.main) writeFileSync(new URL("bdg.tmLanguage.json", import.meta.url), grammarText());
