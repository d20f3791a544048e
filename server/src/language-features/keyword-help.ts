import type { Keyword } from "../syntax/keywords.ts";
import { declarationHelp } from "./keyword-help-declarations.ts";
import type { KeywordHelp } from "./keyword-help-entry.ts";
import { statementHelp } from "./keyword-help-statements.ts";
import { wordHelp } from "./keyword-help-words.ts";

/** What every keyword means, for hovers and completion. */
export const keywordHelp: Readonly<Record<Keyword, KeywordHelp>> = {
  ...declarationHelp,
  ...statementHelp,
  ...wordHelp,
};
