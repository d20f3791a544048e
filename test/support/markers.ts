import { lineStarts, type Position, positionAt, type Range } from "../../server/src/text/line-index.ts";

/** A source without its markers, and the places that they stood at. */
export interface Marked {
  readonly text: string;
  /** Where each `<|>` stood, in order. */
  readonly cursors: readonly Position[];
  /** What each `<|…|>` enclosed, in the order of their beginnings. */
  readonly ranges: readonly Range[];
}

/**
 * Takes the markers out of a source: `<|>` marks a place, `<|…|>` a range. Ranges may nest and may hold places.
 * Throws where a range is not closed or not opened.
 */
export function readMarkers(source: string): Marked {
  const cursors: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = "";
  let last = 0;
  for (const match of source.matchAll(/<\|>|<\||\|>/g)) {
    text += source.slice(last, match.index);
    last = match.index + match[0].length;
    if (match[0] === "<|>") cursors.push(text.length);
    else if (match[0] === "<|") {
      const range = { start: text.length, end: -1 };
      ranges.push(range);
      open.push(range);
    } else {
      const range = open.pop();
      if (!range) throw new Error(`|> without <| after: ${text.slice(-40)}`);
      range.end = text.length;
    }
  }
  if (open.length > 0) throw new Error(`<| without |> in: ${source.slice(0, 80)}`);
  text += source.slice(last);
  const starts = lineStarts(text);
  return {
    text,
    cursors: cursors.map((offset) => positionAt(starts, offset)),
    ranges: ranges.map(({ start, end }) => ({
      start: positionAt(starts, start),
      end: positionAt(starts, end),
    })),
  };
}

/** The only cursor of a marked source. */
export function onlyCursor({ cursors }: Marked): Position {
  const [cursor] = cursors;
  if (cursor === undefined || cursors.length > 1)
    throw new Error(`expected one <|>, found ${cursors.length}`);
  return cursor;
}

/** The text that a range of a text has. */
export function textIn(text: string, range: Range): string {
  const starts = lineStarts(text);
  const offset = (position: Position): number => (starts[position.line] ?? Number.NaN) + position.character;
  return text.slice(offset(range.start), offset(range.end));
}
