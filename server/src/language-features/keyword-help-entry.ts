import type { Language } from "../diagnostics/language.ts";

/** One keyword in one language. */
export interface KeywordText {
  /** What it says, as in docs/reference.md. */
  readonly meaning: string;
  /** Whether it must be there, and what holds without it; empty for the small words inside a statement. */
  readonly need: string;
  readonly example: string;
}

export type KeywordHelp = Readonly<Record<Language, KeywordText>>;

/** An entry of the tables: English, then Vietnamese, each as meaning, need, example. */
export function help(
  en: readonly [string, string, string],
  vi: readonly [string, string, string],
): KeywordHelp {
  return { en: toText(en), vi: toText(vi) };
}

function toText([meaning, need, example]: readonly [string, string, string]): KeywordText {
  return { meaning, need, example };
}
