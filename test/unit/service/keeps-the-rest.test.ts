import { expect, it } from "vitest";
import { toJson } from "../../../server/src/export/json.ts";
import { createLanguageService, type LanguageService } from "../../../server/src/language-service.ts";
import { scanDeclarations } from "../../../server/src/syntax/scanner.ts";
import { testSettings } from "../../support/test-service.ts";
import { parser, sampleDocuments, samples } from "../../support/trees.ts";

interface Answer {
  readonly judgements: ReadonlyMap<string, string>;
  /** What is reported at each line's text, outside the declaration that is being typed. */
  readonly problems: readonly string[];
}

function answer(service: LanguageService, path: string, first: number, count: number): Answer {
  const exported = JSON.parse(toJson(service.judgement()));
  const judgements = new Map<string, string>();
  for (const plan of exported.plans) {
    for (const one of [...plan.indicators, ...plan.tasks])
      judgements.set(`${plan.file} ${one.id}`, JSON.stringify(one));
  }
  const lines = service.textOf(path)!.split("\n");
  const after = lines.length - count;
  const problems = service.problemsOf(path).flatMap(({ code, message, range }) => {
    const { line } = range.start;
    if (line >= first && line < after) return [];
    return [`${code} ${message} ${lines[line]}`];
  });
  return { judgements, problems };
}

/** The names that a declaration's own name leads to: what may rightly change when it is broken. */
function dependents(name: string): Set<string> {
  const found = new Set([name]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { text } of samples) {
      for (const part of scanDeclarations(text)) {
        const { declaration } = parser.parse(part);
        const own = declaration?.name.text;
        if (!own || found.has(own)) continue;
        const mentioned = [...part.matchAll(/[\p{L}_][\p{L}\p{M}\p{N}_]*/gu)].some(([word]) =>
          found.has(word),
        );
        if (mentioned) {
          found.add(own);
          grown = true;
        }
      }
    }
  }
  return found;
}

for (const { path, text } of samples.filter((sample) => sample.text.includes("{"))) {
  it(`typing an indicator or a task of ${path} anew leaves every other verdict and problem`, {
    timeout: 60_000,
  }, () => {
    const readDocument = (document: string) => {
      const found = sampleDocuments.get(document);
      return found === undefined
        ? ({ kind: "failure", failure: "missing" } as const)
        : ({ kind: "text", text: found } as const);
    };
    const log: string[] = [];
    const service = createLanguageService({ readDocument, log: (line) => log.push(line) }, testSettings());
    for (const sample of samples) service.setFile(sample.path, sample.text);
    const parts = scanDeclarations(text);
    let checked = 0;
    for (const [i, part] of parts.entries()) {
      const { declaration } = parser.parse(part);
      if (declaration?.kind !== "indicator" && declaration?.kind !== "task") continue;
      const before = parts.slice(0, i).join("");
      const after = parts.slice(i + 1).join("");
      const first = before.split("\n").length - 1;
      const count = after.split("\n").length;
      const whole = answer(service, path, first, count);
      const own = dependents(declaration.name.text);
      for (let cut = declaration.name.end; cut < part.length; cut += 11) {
        service.setFile(path, `${before}${part.slice(0, cut)}\n${after}`);
        const broken = answer(service, path, first, count);
        for (const [key, judgement] of whole.judgements) {
          if (!own.has(key.split(" ")[1]!))
            expect(broken.judgements.get(key), part.slice(0, cut)).toBe(judgement);
        }
        // Its clause may be cited by nobody while it is being typed, and that is told elsewhere.
        const kept = (list: readonly string[]) =>
          list.filter(
            (line) =>
              !/^(?:clause-not-covered|commitment-without-target) /.test(line) &&
              ![...own].some((name) => line.includes(name)),
          );
        expect(kept(broken.problems), part.slice(0, cut)).toEqual(kept(whole.problems));
        checked += 1;
      }
      service.setFile(path, text);
      expect(answer(service, path, first, count)).toEqual(whole);
    }
    expect(log).toEqual([]);
    if (path.includes("ke-hoach")) expect(checked).toBeGreaterThan(80);
  });
}
