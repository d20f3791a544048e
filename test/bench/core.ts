import { createLanguageService, type LanguageService } from "../../server/src/language-service.ts";
import { parseIsoDate } from "../../server/src/semantics/period.ts";
import { rational } from "../../server/src/semantics/rational.ts";
import { createDeclarationParser } from "../../server/src/syntax/parse.ts";
import { scanDeclarations } from "../../server/src/syntax/scanner.ts";
import { generatePlan, lineToEdit } from "./generate-plan.ts";
import { measure, type Timing, timingOf } from "./numbers.ts";

/** The language core alone, in this process, for a plan of so many indicators. */
export interface CoreFigures {
  readonly indicators: number;
  /** Cutting the file and parsing every declaration. */
  readonly parse: Timing;
  /** JSON.parse of the same data, in the same run: what the machine can do. */
  readonly json: Timing;
  /** A fresh service: parse, bind, judge, check, report. */
  readonly check: Timing;
  /** One character typed in the middle, until the file's problems are there. */
  readonly edit: Timing;
  readonly hover: Timing;
  readonly completion: Timing;
}

export function measureCore(indicators: number): CoreFigures {
  const text = generatePlan(indicators);
  const repeats = indicators >= 10_000 ? 5 : 20;
  const parser = createDeclarationParser();
  const parse = measure(repeats, () => {
    for (const declaration of scanDeclarations(text)) parser.parse(declaration);
  });
  const data = JSON.stringify(scanDeclarations(text).map((one) => one.split("\n")));
  const json = measure(repeats, () => JSON.parse(data));
  const check = measure(repeats, () => {
    checked(text);
  });
  const service = checked(text);
  const { line, character } = lineToEdit(text);
  const edits: number[] = [];
  for (let i = 0; i < 400; i += 1) {
    const start = performance.now();
    type(service, line, character, i % 2 === 0);
    if (i >= 200) edits.push(performance.now() - start);
  }
  const position = { line: line - 3, character: 4 };
  return {
    ...{ indicators, parse, json, check, edit: timingOf(edits) },
    hover: measure(40, () => service.hover(path, position, { images: true, commandLinks: true })),
    completion: measure(40, () => service.completion(path, { line, character: 2 })),
  };
}

const path = "plan.bdg";

function checked(text: string): LanguageService {
  const service = createLanguageService(
    { readDocument: () => ({ kind: "failure", failure: "missing" }), log: () => {} },
    {
      asOf: parseIsoDate("2024-06-30")!,
      language: "en",
      severities: new Map(),
      onTrackFrom: rational(95n, 100n),
      offTrackBelow: rational(80n, 100n),
    },
  );
  service.setFile(path, text);
  service.problemsOf(path);
  return service;
}

/** Types a digit, or takes it back. */
function type(service: LanguageService, line: number, character: number, forward: boolean): void {
  const start = { line, character };
  const range = forward ? { start, end: start } : { start, end: { line, character: character + 1 } };
  service.editFile(path, [{ range, text: forward ? "1" : "" }]);
  service.problemsOf(path);
}
