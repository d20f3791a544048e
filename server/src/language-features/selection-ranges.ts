import { lex } from "../syntax/lexer.ts";
import { lineStarts, type Position, positionAt, type Range } from "../text/line-index.ts";
import type { TextSpan } from "../text/text-span.ts";
import type { FeatureContext } from "./feature-context.ts";
import { locate, touches } from "./locate.ts";
import { spansIn } from "./tree-spans.ts";

/**
 * What may be selected at a position, from the smallest on: the word, the value, the statement, the declaration, the
 * file. Each lies in the next. Empty where there is no such file.
 */
export function getSelectionRanges(
  context: FeatureContext,
  path: string,
  position: Position,
): readonly Range[] {
  const located = locate(context, path, position);
  if (!located) return [];
  const { entry, offset } = located;
  const tokens: TextSpan[] = lex(entry.text).tokens.flatMap(({ startOffset, image }) => {
    const end = startOffset + image.length;
    const word = { start: startOffset, end };
    const isText = image.length > 2 && image.startsWith('"') && image.endsWith('"');
    return image.trim() === "" ? [] : isText ? [{ start: startOffset + 1, end: end - 1 }, word] : [word];
  });
  const all = [...tokens, ...entry.parsed.comments, ...spansIn(entry.parsed.declaration)];
  const around = all.filter((span) => touches(span, offset)).sort((a, b) => length(a) - length(b));
  const chain: TextSpan[] = [];
  for (const span of around) {
    const inner = chain.at(-1);
    if (!inner || (contains(span, inner) && length(span) > length(inner))) chain.push(span);
  }
  const ranges = chain.map((span) => context.reporter.rangeOf({ source: entry, span }));
  const text = context.program.textOf(path) ?? "";
  const whole = { start: { line: 0, character: 0 }, end: positionAt(lineStarts(text), text.length) };
  const last = ranges.at(-1);
  const isWhole = last && last.start.line === 0 && last.start.character === 0 && isSame(last.end, whole.end);
  return isWhole ? ranges : [...ranges, whole];
}

function length({ start, end }: TextSpan): number {
  return end - start;
}

function contains(outer: TextSpan, inner: TextSpan): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isSame(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}
