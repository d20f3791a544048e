import { lex } from "../../syntax/lexer.ts";
import * as t from "../../syntax/tokens.ts";
import { lineStarts } from "../../text/line-index.ts";

/** One line of a declaration's text: its words, and the comment at its end or alone on it. */
export interface SourceLine {
  readonly tokens: readonly t.Token[];
  /** From `#` on, without blanks at its end; null where there is none. */
  readonly comment: string | null;
  /** The line break behind it; empty on the last line of a file that has none. */
  readonly lineEnd: string;
}

/** The lines of one declaration, with a block of several lines opened at the end of a line and closed on its own. */
export function readLines(text: string): readonly SourceLine[] {
  const { tokens, comments } = lex(text);
  const words = tokens.filter(({ tokenType, image }) => tokenType !== t.EndOfStatement || image === ";");
  const starts = lineStarts(text);
  let token = 0;
  let comment = 0;
  const lines = starts.flatMap((start, i): SourceLine[] => {
    const end = starts[i + 1] ?? text.length;
    if (start === end && i === starts.length - 1) return [];
    const from = token;
    while (token < words.length && words[token]!.startOffset < end) token += 1;
    const span = comments[comment];
    const hasComment = span !== undefined && span.start < end;
    if (hasComment) comment += 1;
    return [
      {
        tokens: words.slice(from, token),
        comment: hasComment ? text.slice(span.start, span.end).trimEnd() : null,
        lineEnd: /[\r\n]*$/.exec(text.slice(Math.max(start, end - 2), end))![0],
      },
    ];
  });
  return splitAtBraces(joinHead(lines));
}

/** A title or a brace alone below the head goes up to it, unless a comment is in the way. */
function joinHead(lines: readonly SourceLine[]): readonly SourceLine[] {
  const brace = lines.findIndex(({ tokens }) => tokens.some(({ tokenType }) => tokenType === t.LBrace));
  const title = lines.findIndex(({ tokens }) => tokens[0]?.tokenType === t.TextLiteral);
  const titled = title <= brace || brace < 0 ? joinToAbove(lines, title) : lines;
  return joinToAbove(
    titled,
    titled.findIndex(({ tokens }) => tokens[0]?.tokenType === t.LBrace),
  );
}

function joinToAbove(lines: readonly SourceLine[], at: number): readonly SourceLine[] {
  if (at < 1) return lines;
  let head = at - 1;
  while (head >= 0 && lines[head]!.tokens.length === 0) {
    if (lines[head]!.comment !== null) return lines;
    head -= 1;
  }
  const above = lines[head];
  if (!above || above.comment !== null) return lines;
  const joined = { ...lines[at]!, tokens: [...above.tokens, ...lines[at]!.tokens] };
  return [...lines.slice(0, head), joined, ...lines.slice(at + 1)];
}

function splitAtBraces(lines: readonly SourceLine[]): readonly SourceLine[] {
  const opening = lines.findIndex(({ tokens }) => tokens.some(({ tokenType }) => tokenType === t.LBrace));
  const closing = lines.findLastIndex(({ tokens }) => tokens.some(({ tokenType }) => tokenType === t.RBrace));
  if (opening < 0 || opening === closing) return lines;
  const usual = lines[opening]!.lineEnd;
  return lines.flatMap((line, i) => {
    if (i === opening) return split(line, 1 + indexOf(line, t.LBrace), usual);
    if (i === closing) return split(line, indexOf(line, t.RBrace), usual);
    return [line];
  });
}

function indexOf({ tokens }: SourceLine, type: (typeof t)["LBrace"]): number {
  return tokens.findIndex(({ tokenType }) => tokenType === type);
}

/** Two lines of one; the comment stays with the second. */
function split(line: SourceLine, at: number, lineEnd: string): readonly SourceLine[] {
  if (at <= 0 || at >= line.tokens.length) return [line];
  return [
    { tokens: line.tokens.slice(0, at), comment: null, lineEnd },
    { ...line, tokens: line.tokens.slice(at) },
  ];
}
