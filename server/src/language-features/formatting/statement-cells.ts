import type { Declaration, Statement } from "../../syntax/ast.ts";
import type { Token } from "../../syntax/tokens.ts";
import { joinTokens, type SpacingRules } from "./join-tokens.ts";

/** What of a line may stand in columns with the lines beside it, and the blanks that each part keeps behind it. */
export interface Cells {
  readonly texts: readonly string[];
  /** The least number of blanks behind each text but the last. */
  readonly gaps: readonly number[];
}

export function spacingRules(declaration: Declaration, statement: Statement | undefined): SpacingRules {
  const manyOnALine = declaration.kind === "dimension" || declaration.kind === "data";
  return {
    starts: new Set(manyOnALine ? declaration.statements.map(({ start }) => start) : []),
    isFormula: statement?.kind === "formula",
    isDayAndMonth: statement?.kind === "yearEnds",
  };
}

/** The columns of the line that a statement begins: its keyword, and what stands under its like in such lines. */
export function statementCells(
  declaration: Declaration,
  statement: Statement,
  tokens: readonly Token[],
): Cells {
  const rules = spacingRules(declaration, statement);
  const { cuts, gaps } = columnsOf(statement);
  const edges = [...cuts.filter((cut) => cut < Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY];
  const texts: string[] = [];
  let rest = tokens;
  for (const edge of edges) {
    const at = rest.findIndex(({ startOffset }) => startOffset >= edge);
    const own = at < 0 ? rest : rest.slice(0, at);
    rest = at < 0 ? [] : rest.slice(at);
    texts.push(joinTokens(own, rules));
  }
  while (texts.length > 1 && texts.at(-1) === "") texts.pop();
  return { texts, gaps };
}

/** Where the second, third … column of a statement begins. */
function columnsOf(statement: Statement): {
  readonly cuts: readonly number[];
  readonly gaps: readonly number[];
} {
  const { keyword } = statement;
  switch (statement.kind) {
    case "baseline":
    case "measured":
      return {
        cuts: [keyword.end, equalsAfter(statement.category ?? statement.period), startOf(statement.evidence)],
        gaps: [keywordGap, 1, keywordGap],
      };
    case "entry":
      return {
        cuts: [
          equalsAfter(statement.category ?? statement.period ?? statement.indicator),
          startOf(statement.evidence),
        ],
        gaps: [keywordGap, keywordGap],
      };
    case "target": {
      const last = statement.categories.at(-1) ?? statement.whenSpan;
      return { cuts: [keyword.end, last.end], gaps: [keywordGap, 1] };
    }
    case "done":
      return { cuts: [keyword.end, startOf(statement.evidence)], gaps: [keywordGap, keywordGap] };
    case "explain":
      return { cuts: [keyword.end, statement.text.start], gaps: [keywordGap, 1] };
    case "categoryDeclaration":
      return { cuts: [statement.name.end], gaps: [keywordGap] };
    default:
      return { cuts: [keyword.end], gaps: [keywordGap] };
  }
}

const keywordGap = 2;

function startOf(span: { readonly start: number } | null): number {
  return span?.start ?? Number.POSITIVE_INFINITY;
}

/** The first word behind what stands before the `=`. */
function equalsAfter(span: { readonly end: number } | null): number {
  return span?.end ?? 0;
}

/** The columns of a declaration that is a line of its own: name, title, and what follows. */
export function declarationCells(declaration: Declaration, tokens: readonly Token[]): Cells {
  const rules = spacingRules(declaration, undefined);
  const cuts = [
    declaration.name.start,
    declaration.name.end,
    declaration.title?.end ?? Number.POSITIVE_INFINITY,
  ];
  const texts: string[] = [];
  let rest = tokens;
  for (const cut of [...cuts, Number.POSITIVE_INFINITY]) {
    const at = rest.findIndex(({ startOffset }) => startOffset >= cut);
    texts.push(joinTokens(at < 0 ? rest : rest.slice(0, at), rules));
    rest = at < 0 ? [] : rest.slice(at);
  }
  while (texts.length > 1 && texts.at(-1) === "") texts.pop();
  return { texts, gaps: [1, 2, 2] };
}
