import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { toJson } from "../../../server/src/export/json.ts";
import type { FileReading } from "../../../server/src/host.ts";
import {
  createLanguageService,
  type LanguageService,
  type ServiceSettings,
} from "../../../server/src/language-service.ts";
import { createDeclarationParser, type ParsedDeclaration } from "../../../server/src/syntax/parse.ts";
import type { Position } from "../../../server/src/text/line-index.ts";
import { startingDocuments, startingFiles, startingTables } from "../../support/edits/edit-cases.ts";
import { editsOf, type Step, sessionArbitrary, toRange } from "../../support/edits/edit-steps.ts";
import { keepCase, keptCases } from "../../support/kept-cases.ts";
import { longTimeout, propertyRuns } from "../../support/runs.ts";
import { createTestService, testSettings } from "../../support/test-service.ts";

const parser = createDeclarationParser();
/** For the services that are made afresh after every edit: parsing is a function of the text alone. */
const parsed = new Map<string, ParsedDeclaration>();
const rememberingParser = {
  parse: (text: string): ParsedDeclaration => {
    const known = parsed.get(text) ?? parser.parse(text);
    parsed.set(text, known);
    return known;
  },
};

/** A service that lives through a session, and what its files must be. */
class Session {
  readonly texts = new Map<string, TextDocument>();
  /** Plan documents and CSV files. */
  private readonly documents = new Map<string, string>(
    Object.entries({ ...startingDocuments, ...startingTables }),
  );
  private readonly undo: { readonly path: string; readonly text: string }[] = [];
  private readonly log: string[] = [];
  private readonly service: LanguageService;
  private settings: ServiceSettings = testSettings();
  private version = 1;
  private samples = 0;

  constructor() {
    this.service = this.create(parser);
    for (const [path, text] of Object.entries(startingFiles)) this.set(path, text);
  }

  private create(withParser: typeof parser): LanguageService {
    const read = (path: string): FileReading => {
      const text = this.documents.get(path);
      return text === undefined ? { kind: "failure", failure: "missing" } : { kind: "text", text };
    };
    return createLanguageService(
      { readDocument: read, readTable: read, log: (line) => this.log.push(line) },
      this.settings,
      withParser,
    );
  }

  apply(step: Step): void {
    switch (step.kind) {
      case "remove":
        this.remove(this.pathAt(step.file));
        return;
      case "add":
        this.set(
          step.path,
          step.original ? (startingFiles[step.path] ?? "") : (startingFiles["plan.bdg"] ?? ""),
        );
        return;
      case "document":
        this.setDocument("plan.txt", step.text);
        return;
      case "table":
        this.setDocument(step.path, step.text);
        return;
      case "as-of":
        this.settings = testSettings({ asOf: step.date });
        this.service.updateSettings(this.settings);
        return;
      case "undo": {
        const last = this.undo.pop();
        if (last) this.set(last.path, last.text);
        return;
      }
      case "ask":
        return;
      default:
        this.edit(this.pathAt(step.file), step);
    }
  }

  private edit(path: string | undefined, step: Step): void {
    const document = path === undefined ? undefined : this.texts.get(path);
    if (path === undefined || !document) return;
    this.undo.push({ path, text: document.getText() });
    const changes = [];
    for (const edit of editsOf(step, document.getText())) {
      const range = toRange((offset) => document.positionAt(offset), edit);
      this.version += 1;
      TextDocument.update(document, [{ range, text: edit.text }], this.version);
      changes.push({ range, text: edit.text });
    }
    this.service.editFile(path, changes);
  }

  private setDocument(path: string, text: string | null): void {
    if (text === null) this.documents.delete(path);
    else this.documents.set(path, text);
    this.service.documentChanged(path);
  }

  private set(path: string, text: string): void {
    this.texts.set(path, TextDocument.create(path, "bdg", this.version, text));
    this.service.setFile(path, text);
  }

  private remove(path: string | undefined): void {
    if (path === undefined) return;
    this.undo.push({ path, text: this.texts.get(path)!.getText() });
    this.texts.delete(path);
    this.service.removeFile(path);
  }

  private pathAt(fraction: number): string | undefined {
    const paths = [...this.texts.keys()].sort();
    return paths[Math.floor(fraction * paths.length)];
  }

  /** A word of each file, another one with every call, so that a session comes past most of them. */
  private samplePlaces(): readonly SamplePlace[] {
    this.samples += 1;
    return [...this.texts].flatMap(([path, document]) => {
      const words = [...document.getText().matchAll(/[\p{L}_][\p{L}\p{M}\p{N}_]*/gu)];
      const word = words[(this.samples * 17) % words.length];
      return word ? [{ path, position: document.positionAt(word.index + 1) }] : [];
    });
  }

  /** Every answer of the living service is that of one that only ever saw the texts as they are now. */
  compare(): void {
    const fresh = this.create(rememberingParser);
    for (const [path, document] of this.texts) fresh.setFile(path, document.getText());
    expect(this.service.paths()).toEqual(fresh.paths());
    for (const [path, document] of this.texts) {
      expect(this.service.textOf(path), path).toBe(document.getText());
    }
    const places = this.samplePlaces();
    const [living, expected] = [answers(this.service, places), answers(fresh, places)];
    if (living !== expected) expect(JSON.parse(living)).toEqual(JSON.parse(expected));
    expect(this.log).toEqual([]);
  }
}

interface SamplePlace {
  readonly path: string;
  readonly position: Position;
}

/** Whatever the editor may ask of the whole program, and of some places in it. */
function answers(service: LanguageService, places: readonly SamplePlace[]): string {
  const files = service.paths().map((path) => ({
    problems: service.problemsOf(path),
    symbols: service.documentSymbols(path),
    lenses: service.codeLenses(path),
    links: service.documentLinks(path),
  }));
  const tables = Object.keys(startingTables).map((path) => service.problemsOf(path));
  const judgement = JSON.parse(toJson(service.judgement()));
  const sampled = places.map(({ path, position }) => ({
    path,
    position,
    hover: service.hover(path, position, { images: true, commandLinks: true }),
    definition: service.definition(path, position),
    references: service.references(path, position, true),
    highlights: service.documentHighlights(path, position),
  }));
  return JSON.stringify({ files, tables, judgement, coverage: service.coverage(), sampled });
}

describe("after every edit the service says what a fresh check of the same texts says", () => {
  it.each(keptCases<readonly Step[]>("session"))("in $file", ({ value }) => {
    const state = new Session();
    for (const step of value) {
      state.apply(step);
      state.compare();
    }
  });

  const timeout = longTimeout(40_000);

  it("through random sessions over several files", { timeout: timeout * 2 }, async ({ annotate }) => {
    let steps = 0;
    const result = fc.check(
      fc.property(sessionArbitrary(50), (session) => {
        const state = new Session();
        for (const step of session) {
          state.apply(step);
          steps += 1;
          if (step.kind !== "ask") state.compare();
        }
      }),
      { ...propertyRuns(200), interruptAfterTimeLimit: timeout },
    );
    if (result.failed) {
      keepCase("session", result.seed, result.counterexample?.[0]);
      const steps = JSON.stringify(result.counterexample);
      throw new Error(`seed ${result.seed}, path ${result.counterexamplePath}: ${steps}`, {
        cause: result.errorInstance,
      });
    }
    await annotate(`${result.numRuns} sessions, ${steps} steps`);
    expect(result.numRuns).toBeGreaterThan(20);
  });
});

describe("an indicator is bound anew when what only a report names for it changes", () => {
  const files = {
    "units.bdg":
      'unit million "triệu"\nunit billion "tỷ" { scale 1000 million }\ndimension sex "Giới" { female "Nữ" }\n',
    "plan.bdg": 'use "units.bdg"\nindicator x "X" { unit million; target 2024 >= 3 }\n',
    "report.bdg": 'use "plan.bdg"\nuse "units.bdg"\nreport 2024 { x = 3 billion; x for female = 2 }\n',
  };

  it.each([
    ["the scale of a unit", "scale 1000", "scale 100"],
    ["the name of a unit", "unit billion", "unit thousand"],
    ["the name of a category", "female", "male"],
    ["the name of its dimension alone", "dimension sex", "dimension gender"],
  ])("%s", (_, from, to) => {
    const { service } = createTestService(files);
    const before = toJson(service.judgement());
    const changed = { ...files, "units.bdg": files["units.bdg"].replace(from, to) };
    service.setFile("units.bdg", changed["units.bdg"]);
    const after = toJson(service.judgement());
    expect(after).toBe(toJson(createTestService(changed).service.judgement()));
    if (to !== "dimension gender") expect(after).not.toBe(before);
  });
});
