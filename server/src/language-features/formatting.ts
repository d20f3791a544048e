import type { Entry } from "../semantics/entry.ts";
import type { DeclarationParser } from "../syntax/parse.ts";
import { areSameWords, isSameMeaning } from "../syntax/same-meaning.ts";
import { scanDeclarations } from "../syntax/scanner.ts";
import type { Range } from "../text/line-index.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { FileEdit } from "./feature-types.ts";
import { formatEntries } from "./formatting/format-entries.ts";
import { lineEdits } from "./line-edits.ts";

/**
 * The edits that put a file in order: columns, indentation, single blank lines. They never change what the file says:
 * the result is read again and compared before it is handed out, and on a difference nothing is changed.
 *
 * @param range where given, only the declarations that it touches are put in order
 */
export function getFormatting(
  context: FeatureContext,
  parser: DeclarationParser,
  path: string,
  range?: Range,
): readonly FileEdit[] {
  const entries = context.program.file(path)?.entries ?? [];
  const formatted = formatEntries(entries);
  const texts = entries.map((entry, i) => (!range || overlaps(entry, range) ? formatted[i]! : entry.text));
  if (!saysTheSame(entries, texts, parser)) return [];
  return entries.flatMap((entry, i) => lineEdits(entry.text, texts[i]!, entry.firstLine));
}

function overlaps({ firstLine, lineCount }: Entry, { start, end }: Range): boolean {
  return firstLine <= end.line && start.line <= firstLine + lineCount - (lineCount > 0 ? 1 : 0);
}

/** Reads the new text of a file and compares it with the old, declaration by declaration. */
export function saysTheSame(
  entries: readonly Entry[],
  texts: readonly string[],
  parser: DeclarationParser,
): boolean {
  // A declaration of blanks alone may vanish; every other one must be there again, and in its place.
  const olds = entries.filter(({ text }) => text.trim() !== "");
  const news = scanDeclarations(texts.join("")).filter((text) => text.trim() !== "");
  return (
    olds.length === news.length &&
    olds.every(({ text, parsed }, i) => {
      const next = news[i]!;
      return text === next || (areSameWords(text, next) && isSameMeaning(parsed, parser.parse(next)));
    })
  );
}
