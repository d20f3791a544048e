import type { Token } from "./tokens.ts";

const PAIRS: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ["«", "»"],
  ['"', '"'],
  ["„", "”"],
  ["‘", "’"],
  ["(", ")"],
  ["[", "]"],
]);
const LONGEST = 120;

/** The token that closes the quotation or bracket that opens at `at`; null if none opens, or it isn't closed. */
export function closingOf(tokens: readonly Token[], at: number, limit: number): number | null {
  const closing = PAIRS.get(tokens[at]!.key);
  if (closing === undefined || tokens[at]!.kind !== "sign") return null;
  for (let i = at + 1; i < Math.min(limit, at + LONGEST); i += 1) if (tokens[i]!.key === closing) return i;
  return null;
}

/** "(1)", "(a)", "(ii)". */
export function isEnumerator(tokens: readonly Token[], open: number, close: number): boolean {
  const inner = tokens[open + 1]!;
  return close === open + 2 && (/^\d{1,2}$/u.test(inner.text) || /^(\p{Ll}|[ivx]+)$/u.test(inner.text));
}
