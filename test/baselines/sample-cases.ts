import { toJson } from "../../server/src/export/json.ts";
import { toMarkdown } from "../../server/src/export/markdown.ts";
import { buildSummary } from "../../server/src/export/rows.ts";
import { createLanguageService, type LanguageService } from "../../server/src/language-service.ts";
import { testSettings } from "../support/test-service.ts";
import { sampleDocuments, samples } from "../support/trees.ts";
import { annotate } from "./annotate.ts";

/** A folder below samples/, and the language that its plan is read in. */
export interface SampleCase {
  readonly name: string;
  readonly language: "en" | "vi";
}

export const cases: readonly SampleCase[] = [
  { name: "binh-dinh", language: "vi" },
  { name: "national", language: "en" },
];

export const asOf = "2025-06-30";

/** All samples are one program, as in the editor. */
export function serviceOver(language: "en" | "vi"): LanguageService {
  const readDocument = (path: string) => {
    const text = sampleDocuments.get(path);
    return text === undefined
      ? ({ kind: "failure", failure: "missing" } as const)
      : ({ kind: "text", text } as const);
  };
  const log = (line: string): never => {
    throw new Error(line);
  };
  const service = createLanguageService({ readDocument, log }, testSettings({ asOf, language }));
  for (const { path, text } of samples) service.setFile(path, text);
  return service;
}

/** What a case must look like, by file name below its folder in test/baselines/. */
export function outputsOf({ name, language }: SampleCase): ReadonlyMap<string, string> {
  const service = serviceOver(language);
  const outputs = new Map<string, string>();
  for (const { path, text } of samples.filter((sample) => sample.path.startsWith(`${name}/`))) {
    const file = path.slice(name.length + 1).replace(/\.bdg$/, "");
    outputs.set(`${file}.diagnostics.txt`, annotate(text, service.problemsOf(path)));
  }
  const judgement = service.judgement();
  const plans = judgement.plans.filter(({ path }) => path.startsWith(`${name}/`));
  outputs.set("summary.md", toMarkdown(buildSummary({ ...judgement, plans }, { language, forecasts: true })));
  outputs.set("export.json", toJson({ ...judgement, plans }));
  return outputs;
}
