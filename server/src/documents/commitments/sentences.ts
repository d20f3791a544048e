import { phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Token } from "./tokens.ts";

/** A stretch of tokens. */
export interface TokenSpan {
  readonly from: number;
  readonly to: number;
}

const ABBREVIATIONS = /^(tp|tx|tt|ts|ths|pgs|gs|ubnd|st|no|mr|mrs|q|p|v|vv|kh)$/iu;

/** No clerk's sentence is longer; what is gets parted, so that reading one may look back over all of it. */
const LONGEST = 800;

/** Parts tokens into sentences at full stops (also "?", "!") that end a word, and at semicolons if need be. */
export function splitSentences(tokens: readonly Token[]): readonly TokenSpan[] {
  const sentences: TokenSpan[] = [];
  let from = 0;
  let semicolon = -1;
  for (let i = 0; i < tokens.length; i += 1) {
    if (tokens[i]!.key === ";") semicolon = i;
    if (i - from >= LONGEST) {
      const cut = semicolon > from ? semicolon + 1 : i;
      sentences.push({ from, to: cut });
      from = cut;
    }
    if (!endsSentence(tokens, i)) continue;
    sentences.push({ from, to: i });
    from = i + 1;
  }
  if (from < tokens.length) sentences.push({ from, to: tokens.length });
  return sentences.filter(({ from, to }) => to > from);
}

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const { kind, key } = tokens[at]!;
  if (kind !== "sign" || !".?!".includes(key)) return false;
  const next = tokens[at + 1];
  if (next !== undefined && !next.spaceBefore && next.kind !== "sign") return false;
  return !ABBREVIATIONS.test(tokens[at - 1]?.text ?? "");
}

const BASIS = phraseSet(
  "căn cứ, xét đề nghị, theo đề nghị, xét tờ trình, ban hành kèm theo, kèm theo quyết định, pursuant to, theo tờ trình",
);

/** A legal basis: whatever it says was promised elsewhere. */
export function isBasis(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (tokens[at]?.kind === "sign" && tokens[at]!.key !== "(") at += 1;
  return startsPhrase(BASIS, tokens, tokens[at]?.key === "(" ? at + 1 : at);
}
