import fc from "fast-check";
import type { Range } from "../../../server/src/text/line-index.ts";
import {
  dates,
  documentTexts,
  lines,
  names,
  snippets,
  startingFiles,
  startingTables,
  tableTexts,
} from "./edit-cases.ts";

/** One thing that happens to a program. Numbers are fractions of what there is, so that a step fits any state. */
export type Step =
  | { readonly kind: "type"; readonly file: number; readonly at: number; readonly text: string }
  | { readonly kind: "delete"; readonly file: number; readonly at: number; readonly length: number }
  | {
      readonly kind: "line";
      readonly file: number;
      readonly at: number;
      readonly text: string;
      readonly over: number;
    }
  | {
      readonly kind: "move";
      readonly file: number;
      readonly at: number;
      readonly lines: number;
      readonly to: number;
    }
  | {
      readonly kind: "copy";
      readonly file: number;
      readonly at: number;
      readonly lines: number;
      readonly to: number;
    }
  | { readonly kind: "rename"; readonly file: number; readonly at: number; readonly text: string }
  | { readonly kind: "line-ends"; readonly file: number; readonly at: number; readonly text: string }
  | { readonly kind: "undo"; readonly file: number }
  | { readonly kind: "remove"; readonly file: number }
  | { readonly kind: "add"; readonly path: string; readonly original: boolean }
  | { readonly kind: "document"; readonly text: string | null }
  | { readonly kind: "table"; readonly path: string; readonly text: string | null }
  | { readonly kind: "as-of"; readonly date: string }
  | { readonly kind: "ask" };

const fraction = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const file = fraction;
const at = fraction;
const few = fc.nat({ max: 6 });

const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("type"), file, at, text: fc.constantFrom(...snippets) }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("delete"), file, at, length: fc.nat({ max: 40 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("line"),
      file,
      at,
      text: fc.constantFrom(...lines),
      over: fc.nat({ max: 2 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("move"), file, at, lines: few, to: fraction }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("copy"), file, at, lines: few, to: fraction }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("rename"), file, at, text: fc.constantFrom(...names) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("line-ends"),
      file,
      at,
      text: fc.constantFrom("\n", "\r", "\r\n"),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("undo"), file }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove"), file }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("add"),
      path: fc.constantFrom(...Object.keys(startingFiles), "new.bdg"),
      original: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("document"), text: fc.constantFrom(...documentTexts) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("table"),
      path: fc.constantFrom(...Object.keys(startingTables)),
      text: fc.constantFrom(...tableTexts),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("as-of"), date: fc.constantFrom(...dates) }) },
  { weight: 2, arbitrary: fc.constant({ kind: "ask" }) },
) as fc.Arbitrary<Step>;

/** A session of steps, each applied to what the ones before it left. */
export const sessionArbitrary = (length: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(stepArbitrary, { minLength: 1, maxLength: length, size: "max" });

/** An edit of one text, by offsets. */
export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edits that a step makes to a text, one after the other; none for a step that is no edit. */
export function editsOf(step: Step, text: string): readonly OffsetEdit[] {
  switch (step.kind) {
    case "type": {
      const start = Math.floor(step.at * (text.length + 1));
      return [{ start, end: start, text: step.text }];
    }
    case "delete": {
      const start = Math.floor(step.at * (text.length + 1));
      return [{ start, end: Math.min(text.length, start + step.length), text: "" }];
    }
    case "line": {
      const starts = lineOffsets(text);
      const line = Math.floor(step.at * starts.length);
      const start = starts[line]!;
      return [{ start, end: starts[line + step.over] ?? text.length, text: `${step.text}\n` }];
    }
    case "move":
    case "copy": {
      const starts = lineOffsets(text);
      const line = Math.floor(step.at * starts.length);
      const start = starts[line]!;
      const end = starts[line + step.lines] ?? text.length;
      const moved = text.slice(start, end);
      const removal = step.kind === "move" ? [{ start, end, text: "" }] : [];
      const rest = step.kind === "move" ? text.slice(0, start) + text.slice(end) : text;
      const places = lineOffsets(rest);
      const to = places[Math.floor(step.to * places.length)]!;
      return [...removal, { start: to, end: to, text: moved }];
    }
    case "rename": {
      const words = [...text.matchAll(/[\p{L}_][\p{L}\p{M}\p{N}_]*/gu)];
      const word = words[Math.floor(step.at * words.length)];
      if (!word) return [];
      return [{ start: word.index, end: word.index + word[0].length, text: step.text }];
    }
    case "line-ends": {
      const breaks = [...text.matchAll(/\r\n|\r|\n/g)];
      const found = breaks[Math.floor(step.at * breaks.length)];
      if (!found) return [];
      return [{ start: found.index, end: found.index + found[0].length, text: step.text }];
    }
    default:
      return [];
  }
}

function lineOffsets(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((found) => found.index + found[0].length)];
}

/** The edit as an editor would send it. */
export function toRange(positionAt: (offset: number) => Range["start"], edit: OffsetEdit): Range {
  return { start: positionAt(edit.start), end: positionAt(edit.end) };
}
