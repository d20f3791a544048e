import { locate } from "../language-features/locate.ts";
import type { Entry } from "../semantics/entry.ts";
import type { ReportDeclaration } from "../syntax/ast.ts";
import { lex } from "../syntax/lexer.ts";
import * as t from "../syntax/tokens.ts";
import { lineEndOf } from "../text/line-end.ts";
import type { Position } from "../text/line-index.ts";
import type { ServiceState } from "./service-state.ts";

/** Where a table may be pasted, and what must stand around its lines. */
export interface PastePlace {
  readonly into:
    | { readonly kind: "indicator"; readonly name: string }
    | { readonly kind: "report"; readonly declaration: ReportDeclaration }
    | { readonly kind: "file" };
  readonly entry: Entry;
  /** Where the entry is in its file. */
  readonly index: number;
  /** The blanks before the cursor on its line; undefined where words stand there. */
  readonly blanks: string | undefined;
  /** Something stands behind the cursor on its line. */
  readonly hasMore: boolean;
  readonly lineEnd: string;
}

/** Undefined in comments, texts, statements, and blocks that hold no values. */
export function pastePlaceAt(state: ServiceState, path: string, position: Position): PastePlace | undefined {
  const located = locate(state, path, position);
  if (!located) return undefined;
  const { entry, index, offset } = located;
  const { text, parsed } = entry;
  const { tokens } = lex(text);
  if (parsed.comments.some(({ start, end }) => start < offset && offset <= end)) return undefined;
  if (
    tokens.some(
      (token) =>
        token.tokenType === t.TextLiteral &&
        token.startOffset < offset &&
        offset < token.startOffset + token.image.length,
    )
  )
    return undefined;
  const before = /[^\r\n]*$/u.exec(text.slice(0, offset))![0];
  const after = /^[^\r\n]*/u.exec(text.slice(offset))![0];
  const isFree =
    before.trim() === "" || after.trim() === "" || /\{\s*$/u.test(before) || /^\s*\}/u.test(after);
  const into = isFree ? blockAt(entry, tokens, offset) : undefined;
  if (into === undefined) return undefined;
  return {
    into,
    entry,
    index,
    blanks: before.trim() === "" ? before : undefined,
    hasMore: after.trim() !== "",
    lineEnd: lineEndOf(text),
  };
}

function blockAt(
  { parsed: { declaration } }: Entry,
  tokens: ReturnType<typeof lex>["tokens"],
  offset: number,
): PastePlace["into"] | undefined {
  const [first] = tokens;
  if (declaration === null || !first || offset <= first.startOffset) return { kind: "file" };
  const open = tokens.find(({ tokenType }) => tokenType === t.LBrace);
  const close = tokens.findLast(({ tokenType }) => tokenType === t.RBrace);
  if (offset >= declaration.end && (close !== undefined || open === undefined)) return { kind: "file" };
  if (open === undefined || offset <= open.startOffset) return undefined;
  if (close !== undefined && offset > close.startOffset) return undefined;
  if (declaration.kind === "indicator") return { kind: "indicator", name: declaration.name.text };
  return declaration.kind === "report" ? { kind: "report", declaration } : undefined;
}
