import type { Entry } from "../semantics/entry.ts";
import { lex } from "../syntax/lexer.ts";
import * as t from "../syntax/tokens.ts";
import { lineStarts, positionAt } from "../text/line-index.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { SemanticToken, SemanticTokenKind } from "./feature-types.ts";
import { nameStarts, spansIn } from "./tree-spans.ts";

/** What each word of a file is, in the order of the file; none spans lines and none overlaps another. */
export function getSemanticTokens(context: FeatureContext, path: string): readonly SemanticToken[] {
  return (context.program.file(path)?.entries ?? []).flatMap((entry) => tokensOf(context, entry));
}

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly kind: SemanticTokenKind;
  readonly isDeclaration: boolean;
}

function tokensOf(context: FeatureContext, entry: Entry): readonly SemanticToken[] {
  const { declaration, comments } = entry.parsed;
  const names = namesIn(context, entry);
  const reserved = nameStarts(declaration);
  const periods = periodStarts(declaration);
  const placed: Placed[] = comments.map(({ start, end }) => ({
    start,
    end,
    kind: "comment",
    isDeclaration: false,
  }));
  for (const token of lex(entry.text).tokens) {
    const start = token.startOffset;
    const end = start + token.image.length;
    const name = names.get(start);
    if (name) placed.push({ start, end, ...name });
    else {
      const kind = kindOf(token, periods.has(start), reserved.has(start));
      if (kind) placed.push({ start, end, kind, isDeclaration: false });
    }
  }
  const starts = lineStarts(entry.text);
  return placed
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, kind, isDeclaration }) => {
      const { line, character } = positionAt(starts, start);
      return { line: entry.firstLine + line, character, length: end - start, kind, isDeclaration };
    });
}

function kindOf(token: t.Token, isPeriod: boolean, isName: boolean): SemanticTokenKind | undefined {
  const { tokenType, keyword } = token;
  if (isPeriod || tokenType === t.PeriodToken) return "period";
  if (tokenType === t.NumberLiteral) return "number";
  if (tokenType === t.TextLiteral) return "string";
  if (tokenType === t.AddressToken) return "clause";
  if (tokenType === t.Percent) return "unit";
  return keyword && !isName ? "keyword" : undefined;
}

type Name = Pick<Placed, "kind" | "isDeclaration">;

function namesIn({ program }: FeatureContext, entry: Entry): ReadonlyMap<number, Name> {
  const names = new Map<number, Name>();
  for (const { kind, name } of entry.facts.mentions) {
    const { qualifier } = name;
    if (qualifier) {
      const isPrefix = program.file(entry.path)?.uses.some(({ prefix }) => prefix === qualifier.text);
      names.set(qualifier.start, { kind: isPrefix ? "prefix" : "dimension", isDeclaration: false });
    }
    names.set(name.name.start, { kind, isDeclaration: false });
  }
  for (const { kind, name } of entry.facts.declared) names.set(name.start, { kind, isDeclaration: true });
  const { declaration } = entry.parsed;
  if (declaration?.kind === "use" && declaration.as)
    names.set(declaration.as.start, { kind: "prefix", isDeclaration: true });
  return names;
}

/** Where a number is a year. */
function periodStarts(node: unknown): ReadonlySet<number> {
  return new Set(spansIn(node).flatMap((span) => ("literal" in span ? [span.start] : [])));
}
