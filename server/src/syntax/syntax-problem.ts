import type { syntaxProblems } from "../diagnostics/catalog-syntax.ts";
import type { LocalText } from "../diagnostics/language.ts";
import type { HolesIn } from "../diagnostics/message-template.ts";
import type { TextSpan } from "../text/text-span.ts";

export type SyntaxCode = keyof typeof syntaxProblems;

/** A problem of one declaration's text, before it is known where in the file that text stands. */
export interface SyntaxProblem {
  readonly code: SyntaxCode;
  readonly span: TextSpan;
  readonly holes: Readonly<Record<string, LocalText>>;
  readonly data: Readonly<Record<string, string>> | undefined;
}

export function createSyntaxProblem<Code extends SyntaxCode>(
  code: Code,
  span: TextSpan,
  holes: Readonly<Record<HolesIn<(typeof syntaxProblems)[Code]["en"]>, LocalText>>,
  data?: Readonly<Record<string, string>>,
): SyntaxProblem {
  return { code, span, holes, data };
}
