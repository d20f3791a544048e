import type { SemanticTokens, SemanticTokensDelta, SemanticTokensLegend } from "vscode-languageserver";
import type { SemanticToken, SemanticTokenKind } from "../language-features/feature-types.ts";

/** The protocol's names where there is one, so that every colour theme knows them; `period` and `clause` are ours. */
const types: Readonly<Record<SemanticTokenKind, string>> = {
  keyword: "keyword",
  indicator: "variable",
  body: "class",
  unit: "type",
  dimension: "enum",
  category: "enumMember",
  task: "function",
  plan: "namespace",
  prefix: "namespace",
  document: "namespace",
  clause: "clause",
  period: "period",
  number: "number",
  string: "string",
  comment: "comment",
};

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...new Set(Object.values(types))],
  tokenModifiers: ["declaration"],
};

const typeIndex = new Map(semanticTokensLegend.tokenTypes.map((type, i) => [type, i]));

/** Five numbers a token: lines and characters since the one before, length, type, modifiers. */
export function encodeTokens(tokens: readonly SemanticToken[]): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of tokens) {
    const isSameLine = token.line === line;
    const type = typeIndex.get(types[token.kind])!;
    data.push(token.line - line, isSameLine ? token.character - character : token.character);
    data.push(token.length, type, token.isDeclaration ? 1 : 0);
    line = token.line;
    character = token.character;
  }
  return data;
}

/** What each open file was last told, so that the next answer can be the difference. */
export class SemanticTokenResults {
  private readonly last = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
  private count = 0;

  full(uri: string, data: readonly number[]): SemanticTokens {
    this.count += 1;
    const id = String(this.count);
    this.last.set(uri, { id, data });
    return { resultId: id, data: [...data] };
  }

  /** The difference to a result that the client has; everything where it is not the last one. */
  delta(uri: string, previousId: string, data: readonly number[]): SemanticTokens | SemanticTokensDelta {
    const known = this.last.get(uri);
    const whole = this.full(uri, data);
    if (known?.id !== previousId) return whole;
    return { resultId: whole.resultId!, edits: difference(known.data, data) };
  }

  /** Forgets the files that are no longer open. */
  keep(isOpen: (uri: string) => boolean): void {
    for (const uri of this.last.keys()) if (!isOpen(uri)) this.last.delete(uri);
  }
}

/** One edit around all that differs. */
function difference(before: readonly number[], after: readonly number[]): SemanticTokensDelta["edits"] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const deleteCount = before.length - head - tail;
  const data = after.slice(head, after.length - tail);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start: head, deleteCount, data }];
}
