import { describe, expect, it } from "vitest";
import type { LanguageService } from "../../../server/src/language-service.ts";
import type { Position } from "../../../server/src/text/line-index.ts";
import { applyEdits } from "../../support/apply-edits.ts";
import { createTestService } from "../../support/test-service.ts";
import { planFiles } from "./plan-fixture.ts";

/** Texts that no editor should be asked to show, and that some will be. */
const texts: readonly (readonly [string, string])[] = [
  ["nothing", ""],
  ["a byte-order mark alone", "\ufeff"],
  ["a byte-order mark before a plan", `\ufeff${planFiles["plan.bdg"]}`],
  ["only line ends of every kind", "\r\n\r\r\n\n\r"],
  ["carriage returns for line ends", planFiles["plan.bdg"].replaceAll("\n", "\r")],
  ["decomposed letters", planFiles["plan.bdg"].normalize("NFD")],
  ["halves of surrogate pairs", 'indicator \ud800 "\udc00" {\n  clause \ud800.1\n  lead \udfff\n}\n'],
  ["control characters", 'indicator a "\u0000\u0007\u202e" {\n\u0000 unit percent\n}\n'],
  ["a line of a million letters", `indicator a "${"ă".repeat(1_000_000)}" { unit percent }\n`],
  ["a line of a million blanks", `indicator a "A" {${" ".repeat(1_000_000)}unit percent }\n`],
  ["a thousand open blocks", 'indicator a "A" {\n'.repeat(1000)],
  ["a thousand parentheses", `indicator a "A" { unit count; formula = ${"(".repeat(1000)}1 }\n`],
  ["words of no language", "))) }{ ;;; ,, .. 12.. Đ5. = = = % %\n".repeat(50)],
];

/** Asks everything there is to ask about a place, and keeps to the text with every edit. */
function askEverything(service: LanguageService, path: string, position: Position): void {
  const here = { start: position, end: position };
  const text = service.textOf(path)!;
  service.hover(path, position, { images: true, commandLinks: true });
  service.definition(path, position);
  service.references(path, position, true);
  service.documentHighlights(path, position);
  service.implementation(path, position);
  service.selectionRanges(path, position);
  service.callItem(path, position);
  service.incomingCalls(path, position);
  service.outgoingCalls(path, position);
  service.typeItem(path, position);
  service.supertypes(path, position);
  service.subtypes(path, position);
  service.inlayHints(path, here);
  service.codeActions(path, here);
  service.prepareRename(path, position);
  service.rename(path, position, "another_name");
  for (const { subject } of service.completion(path, position).entries.slice(0, 20))
    if (subject) service.completionDocumentation(subject);
  applyEdits(text, service.formatting(path, here));
}

function askAboutFile(service: LanguageService, path: string): void {
  const text = service.textOf(path)!;
  service.problemsOf(path);
  service.documentSymbols(path);
  service.documentLinks(path);
  service.foldingRanges(path);
  service.semanticTokens(path);
  service.codeLenses(path);
  service.workspaceSymbols("a");
  for (const edits of [
    service.formatting(path),
    service.fixAll(path),
    service.convertKeywords(path, "vi"),
    service.convertKeywords(path, "en"),
  ])
    applyEdits(text, edits);
}

describe("every request is answered, without a fault, over", () => {
  it.each(texts)(
    "%s",
    (_, text) => {
      const { service, log } = createTestService({ ...planFiles });
      service.setFile("x.bdg", text);
      askAboutFile(service, "x.bdg");
      const lines = text.split(/\r\n|\r|\n/);
      const [first, last] = [lines[0]!, lines.at(-1)!];
      for (const position of [
        { line: 0, character: 0 },
        { line: 0, character: Math.min(12, first.length) },
        { line: 0, character: first.length },
        { line: Math.floor(lines.length / 2), character: 3 },
        { line: lines.length - 1, character: last.length },
        // Places that are not there.
        { line: 0, character: first.length + 7 },
        { line: lines.length + 7, character: 0 },
      ])
        askEverything(service, "x.bdg", position);
      expect(log).toEqual([]);
    },
    20_000,
  );
});
