import type { IRecognitionException, IToken } from "chevrotain";
import { bilingual, type LocalText } from "../diagnostics/language.ts";
import type { TextSpan } from "../text/text-span.ts";
import type { Declaration } from "./ast.ts";
import { expectedText } from "./expectations.ts";
import { DeclarationGrammar, hasPlace, tokenSpan } from "./grammar.ts";
import { lex } from "./lexer.ts";
import { createSyntaxProblem, type SyntaxProblem } from "./syntax-problem.ts";
import { withWords } from "./syntax-words.ts";
import * as t from "./tokens.ts";
import { withoutNumbers } from "./without-numbers.ts";

/** What the text of one top-level declaration, with the blanks and comments before it, says. */
export interface ParsedDeclaration {
  readonly text: string;
  /** null where the text has only blanks and comments, or begins with no declaration. */
  readonly declaration: Declaration | null;
  readonly comments: readonly TextSpan[];
  readonly problems: readonly SyntaxProblem[];
}

/** Parses declarations one after another; making one costs a few milliseconds, so a service keeps it. */
export interface DeclarationParser {
  /** Total: any text gives a tree and problems, and nothing is thrown. */
  parse(text: string): ParsedDeclaration;
}

export function createDeclarationParser(): DeclarationParser {
  const grammar = new DeclarationGrammar();
  return { parse: (text) => parseWith(grammar, text) };
}

function parseWith(grammar: DeclarationGrammar, text: string): ParsedDeclaration {
  const { tokens, comments, problems } = lex(text);
  if (tokens.length === 0) return { text, declaration: null, comments, problems };
  grammar.problems = [];
  grammar.input = tokens;
  const parsed = grammar.source() ?? null;
  if (grammar.errors.length === 0 && grammar.problems.length === 0 && problems.length === 0) {
    return { text, declaration: parsed, comments, problems: noProblems };
  }
  const declaration = parsed && withoutDoubtfulNumbers(parsed, problems, text);
  const all = [
    ...problems,
    ...grammar.errors.map((error) => toProblem(error, text)),
    ...grammar.problems.map((problem) => withWords(problem, text)),
  ];
  return { text, declaration, comments, problems: withoutRepeats(all) };
}

/** A sign without a meaning is passed over, but it may have made another number of the one beside it: `5‰`, `≈ 5`. */
function withoutDoubtfulNumbers(
  declaration: Declaration,
  problems: readonly SyntaxProblem[],
  text: string,
): Declaration {
  const signs = problems.filter(({ code }) => code === "unexpected-character");
  if (signs.length === 0) return declaration;
  const isDoubtful = ({ start, end }: TextSpan): boolean => {
    const next = signs.find(({ span }) => span.start > start);
    return next !== undefined && !/[\r\n;}]/.test(text.slice(end, next.span.start));
  };
  const statements = declaration.statements.map((one) => (isDoubtful(one) ? withoutNumbers(one) : one));
  return { ...declaration, statements } as Declaration;
}

const noProblems: readonly SyntaxProblem[] = [];

/** A Chevrotain error as a problem: what was expected in plain words, at the token that stands in its place. */
function toProblem(error: IRecognitionException, text: string): SyntaxProblem {
  const previous = (error as { previousToken?: IToken }).previousToken;
  return createSyntaxProblem(
    "syntax-error",
    errorSpan(error.token, previous, text),
    { expected: expectedText(error.message), found: foundText(error.token) },
    { expected: error.message },
  );
}

/** The unexpected token, or the last characters before the place where something is missing. */
function errorSpan(token: IToken, previous: IToken | undefined, text: string): TextSpan {
  if (hasPlace(token) && token.tokenType !== t.EndOfStatement) return tokenSpan(token);
  if (previous && hasPlace(previous)) return tokenSpan(previous);
  const end = text.trimEnd().length;
  return { start: Math.max(0, end - 1), end };
}

function foundText(token: IToken): LocalText {
  // The end of a declaration's text is not that of the file.
  const isEnd = token.tokenType === t.EndOfStatement || token.tokenType.name === "EOF" || token.image === "";
  if (isEnd) return bilingual("the end of the line", "hết dòng");
  return `“${token.image}”`;
}

/** One problem for one place: recovery can report the same token twice. */
function withoutRepeats(problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.span.start} ${problem.span.end} ${problem.code}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
