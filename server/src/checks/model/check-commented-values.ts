import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { Statement } from "../../syntax/ast.ts";
import type { TextSpan } from "../../text/text-span.ts";

const name = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)?`;
const number = String.raw`[-−]?\d(?:[\d.,_]*\d)?`;
const head = String.raw`${name}(?: \d[\dHhQq/-]*)?(?: (?:for|đối với|với) ${name})?`;
const value = String.raw`${number}(?: ?(?:\/|of |trên ) ?${number})? ?(?:%|${name})?`;
const evidence = String.raw`"(?:[^"\\]|\\.)*"`;

/** `# women 2025 = 11 of 20 "Report 215"`, blanks made even: a whole line of a report, and nothing but it. */
const commentedValue = new RegExp(`^# ?(${head}) ?= ?(${value}) ?(?:${evidence} ?)?(?:#.*)?$`, "iu");

/**
 * A new report's lines are comments until their # is taken away. A value that was written behind one that stayed would
 * be ignored without a word; a line that the report also has as a value is an old one that someone kept.
 */
export function checkCommentedValues(entry: Entry): readonly Problem[] {
  const { declaration, comments } = entry.parsed;
  if (declaration?.kind !== "report" || entry.table !== undefined) return [];
  const found = comments.flatMap((comment) => {
    if (comment.start < declaration.start || comment.end > declaration.end) return [];
    const match = commentedValue.exec(evenBlanks(entry.text.slice(comment.start, comment.end)));
    if (!match || !isLineOfItsOwn(entry, comment)) return [];
    return [{ span: comment, name: match[1]!.trim(), value: match[2]!.trim() }];
  });
  if (found.length === 0) return [];
  const written = new Set(declaration.statements.map((statement) => headOf(entry, statement)));
  return found
    .filter((one) => !written.has(one.name))
    .map(({ span: { start, end }, name, value }) =>
      createProblem("commented-value", { source: entry, span: { start, end } }, { name, value }),
    );
}

function isLineOfItsOwn({ text }: Entry, { start }: TextSpan): boolean {
  let before = start - 1;
  while (text[before] === " " || text[before] === "\t") before -= 1;
  return before < 0 || text[before] === "\n" || text[before] === "\r";
}

function headOf({ text }: Entry, statement: Statement): string {
  return statement.kind === "entry"
    ? evenBlanks(text.slice(statement.start, statement.value.start).replace(/=\s*$/u, ""))
    : "";
}

function evenBlanks(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
