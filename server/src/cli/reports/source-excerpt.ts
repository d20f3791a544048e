import { displayWidth, lettersOf } from "../../text/display-width.ts";
import type { Range } from "../../text/line-index.ts";
import { lineStarts } from "../../text/line-index.ts";
import { plainText } from "../plain-text.ts";

/** The line a problem is on, and what stands below it: blanks, then `^~~~` under the letters that are meant. */
export interface SourceExcerpt {
  /** From 1, as editors count. */
  readonly lineNumber: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  readonly indent: string;
  readonly underline: string;
}

/** Columns kept before and after what is meant; of a longer line the rest is an ellipsis. */
const mostBefore = 60;
const mostMarked = 100;
const mostAfter = 40;

/** Lines of a text, split where the language splits them. */
export type Lines = readonly string[];

export function toLines(text: string): Lines {
  const starts = lineStarts(text);
  return starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length).replace(/[\r\n]+$/, ""));
}

/** The excerpt for a range; one of several lines is marked to the end of its first. undefined past the last line. */
export function sourceExcerpt(lines: Lines, { start, end }: Range): SourceExcerpt | undefined {
  const line = lines[start.line];
  if (line === undefined) return undefined;
  const to = end.line > start.line ? line.length : Math.min(end.character, line.length);
  const from = Math.min(start.character, to);
  const before = keepEnd(plainText(line.slice(0, from)), mostBefore);
  const marked = keepStart(plainText(line.slice(from, to)), mostMarked);
  return {
    lineNumber: start.line + 1,
    before,
    marked,
    after: keepStart(plainText(line.slice(to)), mostAfter),
    indent: " ".repeat(displayWidth(before)),
    underline: `^${"~".repeat(Math.max(0, displayWidth(marked) - 1))}`,
  };
}

function keepStart(text: string, columns: number): string {
  if (text.length <= columns) return text;
  const letters = lettersOf(text.slice(0, columns * 8));
  return letters.length <= columns && text.length <= columns * 8
    ? text
    : `${letters.slice(0, columns).join("")}…`;
}

function keepEnd(text: string, columns: number): string {
  if (text.length <= columns) return text;
  const letters = lettersOf(text.slice(-columns * 8));
  return letters.length <= columns && text.length <= columns * 8
    ? text
    : `…${letters.slice(-columns).join("")}`;
}
