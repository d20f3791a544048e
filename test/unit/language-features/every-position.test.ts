import { describe, expect, it } from "vitest";
import type { SymbolNode } from "../../../server/src/language-features/feature-types.ts";
import type { Range } from "../../../server/src/text/line-index.ts";
import { sampleFiles } from "../../support/sample-files.ts";
import { createTestService } from "../../support/test-service.ts";

const samples = sampleFiles();
const programs = Object.keys(samples).filter((path) => path.endsWith(".bdg"));

function isInside(inner: Range, outer: Range): boolean {
  const at = ({ line, character }: Range["start"]): number => line * 100_000 + character;
  return (
    at(outer.start) <= at(inner.start) && at(inner.start) <= at(inner.end) && at(inner.end) <= at(outer.end)
  );
}

function wholeOf(text: string): Range {
  const lines = text.split(/\r\n|\r|\n/);
  return {
    start: { line: 0, character: 0 },
    end: { line: lines.length - 1, character: lines.at(-1)!.length },
  };
}

function expectNested(nodes: readonly SymbolNode[], parent: Range): void {
  for (const node of nodes) {
    expect(node.name).not.toBe("");
    expect(isInside(node.range, parent), node.name).toBe(true);
    expect(isInside(node.selection, node.range), node.name).toBe(true);
    expectNested(node.children, node.range);
  }
}

/** The same text as it may reach us: decomposed, with Windows' line ends, and cut off in the middle of each line. */
const forms: readonly (readonly [string, (text: string) => string])[] = [
  ["as it is", (text) => text],
  ["decomposed, with CRLF", (text) => text.normalize("NFD").replaceAll("\n", "\r\n")],
  [
    "with every line cut off",
    (text) =>
      text
        .split("\n")
        .map((line) => line.slice(0, line.length * 0.6))
        .join("\n"),
  ],
];

describe.each(programs)("%s", (path) => {
  it.each(forms)(
    "%s: every feature answers everywhere and within the text",
    (_, change) => {
      const text = change(samples[path]!);
      const { service, log, documents } = createTestService({ ...samples, [path]: text });
      const whole = wholeOf(text);
      const textOf = (other: string): string => service.textOf(other) ?? documents.get(other)!;
      expectNested(service.documentSymbols(path), whole);
      for (const { range } of service.documentLinks(path)) expect(isInside(range, whole)).toBe(true);
      for (const [line, content] of text.split(/\r\n|\n/).entries()) {
        // Every seventh place of each line, another one in each.
        for (let character = line % 7; character <= content.length + 7; character += 7) {
          const position = { line, character };
          const here = { start: position, end: position };
          const hover = service.hover(path, position, { images: true, commandLinks: true });
          if (hover) {
            expect(isInside(hover.range, whole)).toBe(true);
            if (character <= content.length) expect(isInside(here, hover.range)).toBe(true);
            expect(hover.markdown).not.toMatch(/undefined|NaN|\[object/);
          }
          const definition = service.definition(path, position);
          for (const target of definition?.targets ?? []) {
            const there = wholeOf(textOf(target.path));
            expect(isInside(target.range, there)).toBe(true);
            expect(isInside(target.selection, target.range)).toBe(true);
          }
          if (definition) expect(isInside(definition.origin, whole)).toBe(true);
          for (const reference of service.references(path, position, true))
            expect(isInside(reference.range, wholeOf(textOf(reference.path)))).toBe(true);
          const end = { line, character: Math.min(character, content.length) };
          for (const { range } of service.completion(path, position).entries) {
            expect(range.end).toEqual(end);
            expect(range.start.line).toBe(line);
            expect(range.start.character).toBeLessThanOrEqual(end.character);
          }
        }
      }
      expect(log).toEqual([]);
    },
    60_000,
  );
});
