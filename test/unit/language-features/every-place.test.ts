import { describe, expect, it } from "vitest";
import type { Range } from "../../../server/src/text/line-index.ts";
import { applyEdits } from "../../support/apply-edits.ts";
import { sampleFiles } from "../../support/sample-files.ts";
import { createTestService } from "../../support/test-service.ts";

/** The features that change files or show more of them answer everywhere in the samples, broken ones too. */
const samples = sampleFiles();
const programs = Object.keys(samples).filter((path) => path.endsWith(".bdg"));

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

function at({ line, character }: Range["start"]): number {
  return line * 100_000 + character;
}

function expectInside(inner: Range, outer: Range): void {
  expect(at(inner.start)).toBeLessThanOrEqual(at(inner.end));
  expect(at(outer.start)).toBeLessThanOrEqual(at(inner.start));
  expect(at(inner.end)).toBeLessThanOrEqual(at(outer.end));
}

function wholeOf(text: string): Range {
  const lines = text.split(/\r\n|\r|\n/);
  const end = { line: lines.length - 1, character: lines.at(-1)!.length };
  return { start: { line: 0, character: 0 }, end };
}

describe.each(programs)("%s", (path) => {
  it.each(forms)(
    "%s",
    (_, change) => {
      const text = change(samples[path]!);
      const { service, log } = createTestService({ ...samples, [path]: text });
      const whole = wholeOf(text);
      for (const { range } of service.codeLenses(path)) expectInside(range, whole);
      for (const { position, label } of service.inlayHints(path, whole)) {
        expectInside({ start: position, end: position }, whole);
        expect(label).not.toMatch(/undefined|NaN/);
      }
      for (const { startLine, endLine } of service.foldingRanges(path)) {
        expect(startLine).toBeLessThan(endLine);
        expect(endLine).toBeLessThanOrEqual(whole.end.line);
      }
      for (const { edits } of service.codeActions(path, whole)) {
        for (const [file, own] of edits) applyEdits(service.textOf(file)!, own);
      }
      applyEdits(text, service.fixAll(path));
      const lines = text.split(/\r\n|\n/);
      for (const [line, content] of lines.entries()) {
        for (let character = line % 9; character <= content.length + 9; character += 9) {
          const position = { line, character };
          let inner: Range | undefined;
          for (const range of service.selectionRanges(path, position)) {
            if (inner) expectInside(inner, range);
            inner = range;
          }
          for (const { range } of service.documentHighlights(path, position)) expectInside(range, whole);
          service.implementation(path, position);
          service.callItem(path, position);
          service.incomingCalls(path, position);
          service.outgoingCalls(path, position);
          service.typeItem(path, position);
          service.supertypes(path, position);
          service.subtypes(path, position);
          const prepared = service.prepareRename(path, position);
          if (prepared?.kind === "name") expectInside(prepared.range, whole);
        }
      }
      expect(log).toEqual([]);
    },
    60_000,
  );
});
