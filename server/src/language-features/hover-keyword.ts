import { type Keyword, keywordText } from "../syntax/keywords.ts";
import { lex } from "../syntax/lexer.ts";
import type { Token } from "../syntax/tokens.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { HoverAnswer } from "./hover-answer.ts";
import { keywordHelp } from "./keyword-help.ts";
import { type Located, spanAt } from "./locate.ts";

/** On a keyword: what it means, whether it must be there, and an example. */
export function keywordHover(
  { settings }: FeatureContext,
  { entry, offset }: Located,
): HoverAnswer | undefined {
  const { declaration } = entry.parsed;
  const tokens = lex(entry.text).tokens;
  const token = spanAt(tokens, offset, spanOf);
  if (!token?.keyword) return undefined;
  // In a report and a dimension a line begins with a name, whatever word it is.
  const namesFirst = declaration?.kind === "report" || declaration?.kind === "dimension";
  if (namesFirst && declaration.statements.some(({ keyword }) => keyword.start === token.startOffset))
    return undefined;
  return { span: spanOf(token), blocks: [keywordMarkdown(token.keyword, settings.language)] };
}

function spanOf(token: Token) {
  return { start: token.startOffset, end: token.endOffset! + 1 };
}

/** What a keyword means as Markdown; its words are ours and need no escaping. */
export function keywordMarkdown(keyword: Keyword, language: "en" | "vi"): string {
  const { meaning, need, example } = keywordHelp[keyword][language];
  const other = keywordText(keyword, language === "vi" ? "en" : "vi");
  const head = `**${keywordText(keyword, language)}** (\`${other}\`) — ${meaning}`;
  return [head, ...(need === "" ? [] : [need]), `\`\`\`bdg\n${example}\n\`\`\``].join("\n\n");
}
