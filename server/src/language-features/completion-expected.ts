import type { NameKind } from "../semantics/facts.ts";
import { declarationKeywords, type Keyword } from "../syntax/keywords.ts";
import { statementKeywords } from "../syntax/syntax-words.ts";
import type { Token } from "../syntax/tokens.ts";
import * as t from "../syntax/tokens.ts";
import { isWord } from "./completion-place.ts";

/** What may stand at a place. */
export type Expected =
  | { readonly kind: "keywords"; readonly keywords: readonly Keyword[] }
  | { readonly kind: "signs"; readonly signs: readonly string[] }
  /** Names, with those that stand there already. */
  | {
      readonly kind: "names";
      readonly of: Exclude<NameKind, "dimension" | "document">;
      readonly given: readonly string[];
    }
  /** Clauses; `from` is where the words begin that one is looked for by, if some stand there already. */
  | { readonly kind: "clauses"; readonly given: readonly string[]; readonly from?: number }
  | { readonly kind: "documents" }
  | { readonly kind: "periods"; readonly of: PeriodUse };

export type PeriodUse = "issued" | "plan" | "target" | "measured" | "explain" | "report" | "due" | "done";

const nothing: readonly Expected[] = [];

/** What may follow the tokens of a statement in a block, or of a declaration's head. */
export function expectedAfter(
  declaration: Keyword | undefined,
  inBlock: boolean,
  tokens: readonly Token[],
): readonly Expected[] {
  if (declaration === undefined || (!inBlock && tokens.length === 0)) {
    return tokens.length === 0 ? words(...declarationKeywords) : nothing;
  }
  if (!inBlock) return inHead(declaration, tokens.slice(1));
  if (declaration === "report") {
    return tokens.length === 0 ? names("indicator", []) : inValueStatement(tokens.slice(1));
  }
  const [first, ...rest] = tokens;
  if (first === undefined) return words(...(statementKeywords[declaration] ?? []));
  if (declaration === "data" || declaration === "dimension") {
    return declaration === "data" && rest.at(-1)?.tokenType === t.TextLiteral
      ? words(...statementKeywords.data!)
      : nothing;
  }
  return first.keyword ? inStatement(first.keyword, declaration, rest) : nothing;
}

function inHead(declaration: Keyword, rest: readonly Token[]): readonly Expected[] {
  const last = rest.at(-1);
  const afterText = last?.tokenType === t.TextLiteral;
  switch (declaration) {
    case "use":
      return afterText ? words("as") : nothing;
    case "body":
      return afterText ? words("in") : last?.keyword === "in" ? names("body", []) : nothing;
    case "report":
      return rest.length === 0 ? periods("report") : nothing;
    case "data":
      if (last?.keyword === "period" && rest.length > 1) return periods("report");
      return afterText ? afterTable(rest) : nothing;
    default:
      return nothing;
  }
}

/** What says more about a table, each once: only a workbook has sheets, and only a CSV file an encoding. */
function afterTable(rest: readonly Token[]): readonly Expected[] {
  const file = rest[0]!.image;
  const more: readonly Keyword[] = /\.csv"$/i.test(file)
    ? ["encoding"]
    : /\.xlsx"$/i.test(file)
      ? ["sheet"]
      : ["sheet", "encoding"];
  const said = new Set(rest.map(({ keyword }) => keyword));
  const isFirst = rest.length === 1;
  return words(...(isFirst ? more : []), ...(said.has("period") ? [] : (["period"] as const)));
}

function inStatement(keyword: Keyword, declaration: Keyword, rest: readonly Token[]): readonly Expected[] {
  const last = rest.at(-1);
  switch (keyword) {
    case "clause":
    case "aside":
      return inCitations(rest);
    case "unit":
      return last ? nothing : names("unit", []);
    case "by":
    case "lead":
    case "with":
      return inList(rest, "body");
    case "serves":
      return inList(rest, "indicator");
    case "implements":
      return inList(rest, declaration === "plan" ? "plan" : "indicator");
    case "baseline":
    case "measured":
      return inValueStatement(rest);
    case "target":
      return inTarget(rest);
    case "due":
      return last ? inWhen(rest).filter(isWhen) : [...periods("due"), ...words("every")];
    case "done":
      return last ? nothing : periods("done");
    case "explain":
      return last ? nothing : periods("explain");
    case "issued":
      return last ? nothing : periods("issued");
    case "period":
      return last ? nothing : periods("plan");
    case "formula":
      return inFormula(rest);
    case "aggregate":
      return last ? nothing : words("latest", "sum", "mean", "min", "max");
    case "path":
      return last ? nothing : words("linear");
    case "scale":
      return last?.tokenType === t.NumberLiteral || last?.tokenType === t.PeriodToken
        ? names("unit", [])
        : nothing;
    case "document":
      return last?.tokenType === t.TextLiteral ? words("as") : nothing;
    case "basis":
      return last?.tokenType === t.TextLiteral ? words("dated") : nothing;
    default:
      return nothing;
  }
}

function inCitations(rest: readonly Token[]): readonly Expected[] {
  const last = rest.at(-1);
  const given = rest.filter(({ tokenType }) => tokenType === t.AddressToken).map(imageOf);
  if (!last || last.tokenType === t.Comma) return [{ kind: "clauses", given }];
  // Words instead of an address: the clause is looked for by them.
  const phrase = rest.slice(rest.findLastIndex(({ tokenType }) => tokenType === t.Comma) + 1);
  if (!isAddress(phrase[0]!) && phrase.every((token) => isWord(token) || token.tokenType === t.AddressToken))
    return [{ kind: "clauses", given, from: phrase[0]!.startOffset }];
  if (last.keyword === "in") return [{ kind: "documents" }];
  return last.tokenType === t.AddressToken ? words("in") : nothing;
}

/** Where an address is expected any word is taken for one; those of documents have digits or are roman numerals. */
function isAddress({ image }: Token): boolean {
  return /\d|^[IVXLC]+$/.test(image);
}

function inList(rest: readonly Token[], of: "body" | "indicator" | "plan"): readonly Expected[] {
  const last = rest.at(-1);
  if (last && last.tokenType !== t.Comma) return nothing;
  return names(of, rest.filter(({ tokenType }) => tokenType !== t.Comma).map(imageOf));
}

function inFormula(rest: readonly Token[]): readonly Expected[] {
  const last = rest.at(-1)?.tokenType;
  const opens = [t.Equal, t.Plus, t.Minus, t.Star, t.Slash, t.LParen].some((type) => type === last);
  return opens ? names("indicator", []) : last ? nothing : signs("=");
}

const comparators = [
  ...(["reach", "atLeast", "atMost", "above", "below", "between", "about"] as const),
] satisfies Keyword[];

const comparing: ReadonlySet<unknown> = new Set([t.AtLeast, t.AtMost, t.Above, t.Below, t.Equal]);
const comparingWords: ReadonlySet<unknown> = new Set([...comparators, "aboveOrOf"]);

function inTarget(rest: readonly Token[]): readonly Expected[] {
  const at = rest.findIndex(isComparing);
  // "đạt ít nhất"
  const isVerb = rest[at]?.keyword === "reach" && rest[at + 1] !== undefined && isComparing(rest[at + 1]!);
  if (at >= 0) return inComparator(rest.slice(isVerb ? at + 1 : at));
  return rest.length === 0 ? [...periods("target"), ...words("total", "every")] : inWhen(rest);
}

function isComparing({ tokenType, keyword }: Token): boolean {
  return comparing.has(tokenType) || comparingWords.has(keyword);
}

/** After the first word of when a target is due. */
function inWhen(rest: readonly Token[]): readonly Expected[] {
  const last = rest.at(-1)!;
  const afterFor = rest.some(({ keyword }) => keyword === "for");
  switch (last.keyword) {
    case "total":
    case "in":
      return periods("target");
    case "every":
      return words("year", "half", "quarter", "month");
    case "for":
      return names("category", []);
    case "year":
    case "half":
    case "quarter":
    case "month":
      if (!afterFor) return [...words(...comparators, "in", "for"), ...signs(">=", "<=", "=")];
  }
  if (last.tokenType === t.DotDot) return periods("target");
  // A word of its own is the beginning of a comparator of several.
  if (last.tokenType === t.Identifier && !afterFor) return nothing;
  if (last.tokenType === t.Comma && afterFor) return names("category", rest.map(imageOf));
  return [...words(...comparators, ...(afterFor ? [] : (["for"] as const))), ...signs(">=", "<=", "=")];
}

/** What `due` shares with a target. */
function isWhen(expected: Expected): boolean {
  if (expected.kind === "keywords") return expected.keywords.includes("year");
  return expected.kind === "periods";
}

function inComparator([comparator, ...rest]: readonly Token[]): readonly Expected[] {
  const last = rest.at(-1);
  if (!last && comparator?.keyword === "reach") return words("baseline", ...comparators.slice(1));
  if (!last || last.keyword === "and") return words("baseline");
  if (last.keyword === "baseline") return signs("*", "+", "-");
  const between = comparator?.keyword === "between" && !rest.some(({ keyword }) => keyword === "and");
  const about = comparator?.keyword === "about" && !rest.some(({ keyword }) => keyword === "within");
  if (t.boundOf(last)) return nothing;
  const mayBeBound = between || (comparator?.keyword === "reach" && isNumber(rest[0]!));
  const more = [
    ...(between ? (["and"] as const) : []),
    ...(about ? (["within"] as const) : []),
    ...(mayBeBound ? (["orMore", "orLess"] as const) : []),
  ];
  const unit = isNumber(last) ? names("unit", []) : nothing;
  return more.length > 0 ? [...words(...more), ...unit] : unit;
}

function inValueStatement(rest: readonly Token[]): readonly Expected[] {
  const at = rest.findIndex(({ tokenType }) => tokenType === t.Equal);
  const last = rest.at(-1);
  if (at < 0) {
    if (!last) return [...periods("measured"), ...signs("="), ...words("for")];
    if (last.keyword === "for") return names("category", []);
    if (isNumber(last)) return [...signs("="), ...words("for")];
    return rest.some(({ keyword }) => keyword === "for") ? signs("=") : nothing;
  }
  return rest.length === at + 2 && isNumber(last) ? [...words("of"), ...names("unit", [])] : nothing;
}

function isNumber(token: Token | undefined): boolean {
  return token?.tokenType === t.NumberLiteral || token?.tokenType === t.PeriodToken;
}

function imageOf({ image }: Token): string {
  return image.normalize("NFC");
}

function words(...keywords: readonly Keyword[]): readonly Expected[] {
  return [{ kind: "keywords", keywords }];
}

function signs(...texts: readonly string[]): readonly Expected[] {
  return [{ kind: "signs", signs: texts }];
}

function names(
  of: (Expected & { readonly kind: "names" })["of"],
  given: readonly string[],
): readonly Expected[] {
  return [{ kind: "names", of, given }];
}

function periods(of: PeriodUse): readonly Expected[] {
  return [{ kind: "periods", of }];
}
