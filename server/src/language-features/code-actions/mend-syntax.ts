import type { DeclarationParser, ParsedDeclaration } from "../../syntax/parse.ts";
import { scanDeclarations } from "../../syntax/scanner.ts";
import type { SyntaxProblem } from "../../syntax/syntax-problem.ts";
import { plainLetters } from "../../text/nearest-word.ts";
import { insteadOfColon } from "./misplaced-colon.ts";
import { lacksBrace } from "./open-block.ts";
import { mayHaveRange } from "./range-of-years.ts";

/** What is wrong in a declaration comes to light when its first word is right, and a next one when this one ends. */
const mostRounds = 10;

/**
 * A file's text with everything mended that can't be read and has only one answer: keywords without their diacritics,
 * curly quotation marks, periods in words and ranges of years with a dash.
 */
export function mendSyntax(text: string, parser: DeclarationParser): string {
  let mended = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const next = scanDeclarations(mended)
      .map((part) => mendDeclaration(parser.parse(part)))
      .join("");
    if (next === mended) break;
    mended = next;
  }
  return mended;
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function mendDeclaration(parsed: ParsedDeclaration): string {
  const { text } = parsed;
  const replacements = parsed.problems
    .flatMap((problem) => answersTo(problem, parsed))
    .sort((a, b) => a.start - b.start);
  let result = "";
  let done = 0;
  for (const { start, end, text: fresh } of replacements) {
    if (start < done) continue;
    result += text.slice(done, start) + fresh;
    done = end;
  }
  return result + text.slice(done);
}

function answersTo({ code, span, data }: SyntaxProblem, parsed: ParsedDeclaration): readonly Replacement[] {
  const { start, end } = span;
  switch (code) {
    case "curly-quotes":
      return [
        { start, end: start + 1, text: '"' },
        ...(parsed.text[end - 1] === '"' ? [] : [{ start: end - 1, end, text: '"' }]),
      ];
    case "misplaced-colon":
      return [{ start, end, text: insteadOfColon(parsed.text, start, data?.instead) }];
    case "unopened-block":
      return lacksBrace(parsed.text, end) ? [{ start: end, end, text: " {" }] : [];
    case "invalid-period": {
      if (data?.period !== undefined) return [{ start, end, text: data.period }];
      const statement = parsed.declaration?.statements.find((one) => one.start <= start && end <= one.end);
      return data?.range && mayHaveRange(statement) ? [{ start, end, text: data.range }] : [];
    }
    case "unknown-statement":
    case "unknown-declaration": {
      const { word, nearest } = data ?? {};
      const isSame = word !== undefined && nearest !== undefined && plain(word) === plain(nearest);
      return isSame ? [{ start, end, text: nearest }] : [];
    }
    default:
      return [];
  }
}

function plain(words: string): string {
  return plainLetters(words).replace(/\s+/gu, " ");
}
