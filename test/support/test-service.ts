import { expect } from "vitest";
import type { ProblemCode } from "../../server/src/diagnostics/catalog.ts";
import type { FileFailure, FileReading, TableReading } from "../../server/src/host.ts";
import {
  createLanguageService,
  type LanguageService,
  type ReportedProblem,
  type ServiceSettings,
} from "../../server/src/language-service.ts";
import { parseIsoDate } from "../../server/src/semantics/period.ts";
import { rational } from "../../server/src/semantics/rational.ts";
import { createDeclarationParser } from "../../server/src/syntax/parse.ts";
import type { UnreadPart } from "../../server/src/text/document-text.ts";
import type { Grid } from "../../server/src/text/grid.ts";
import { extensionOf } from "../../server/src/text/program-path.ts";
import { type Marked, readMarkers } from "./markers.ts";

/** Making one takes longer than most tests, and it keeps nothing between two texts. */
const parser = createDeclarationParser();

export interface TestOptions extends Partial<Omit<ServiceSettings, "asOf">> {
  /** `2025-06-30` unless given. */
  readonly asOf?: string;
}

export interface TestService {
  readonly service: LanguageService;
  /** Plan documents and CSV files by path; change one, then call `service.documentChanged`. */
  readonly documents: Map<string, string>;
  /** CSV files in other encodings, by path. */
  readonly bytes: Map<string, Uint8Array>;
  /** Workbooks by path. */
  readonly workbooks: Map<string, readonly Grid[]>;
  /** Documents that are there but can't be read, and why. */
  readonly failures: Map<string, FileFailure>;
  /** What documents take in from other files and is not in their text. */
  readonly unread: Map<string, readonly UnreadPart[]>;
  /** What was logged: faults of ours, so empty in every good test. */
  readonly log: readonly string[];
  /** The markers of each file, by path. */
  readonly marked: ReadonlyMap<string, Marked>;
}

export function testSettings({ asOf = "2025-06-30", ...others }: TestOptions = {}): ServiceSettings {
  return {
    asOf: parseIsoDate(asOf)!,
    language: "en",
    severities: new Map(),
    onTrackFrom: rational(95n, 100n),
    offTrackBelow: rational(80n, 100n),
    ...others,
  };
}

/** A service over files in memory: those named `.bdg` are the program, the others are plan documents and CSV tables. Markers are taken out. */
export function createTestService(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: TestOptions = {},
): TestService {
  const documents = new Map<string, string>();
  const bytes = new Map<string, Uint8Array>();
  const workbooks = new Map<string, readonly Grid[]>();
  const failures = new Map<string, FileFailure>();
  const unread = new Map<string, readonly UnreadPart[]>();
  const log: string[] = [];
  const marked = new Map<string, Marked>();
  const readDocument = (path: string): FileReading => {
    const text = documents.get(path);
    return text === undefined
      ? { kind: "failure", failure: failures.get(path) ?? "missing" }
      : { kind: "text", text, unread: unread.get(path) ?? [] };
  };
  const readTable = (path: string): TableReading => {
    const sheets = workbooks.get(path);
    if (sheets) return { kind: "workbook", sheets };
    const file = bytes.get(path);
    return file ? { kind: "bytes", bytes: file } : readDocument(path);
  };
  const host = {
    readDocument,
    readTable,
    log: (line: string) => void log.push(line),
    documentPaths: () => [...documents.keys()],
  };
  const service = createLanguageService(host, testSettings(options), parser);
  for (const [path, source] of Object.entries(files)) {
    if (typeof source !== "string") {
      bytes.set(path, source);
      continue;
    }
    const file = readMarkers(source);
    marked.set(path, file);
    if (extensionOf(path) === ".bdg") service.setFile(path, file.text);
    else documents.set(path, file.text);
  }
  return { service, documents, bytes, workbooks, failures, unread, log, marked };
}

/**
 * The problems of a source are these codes and no others, in the order of the lines; where the source marks ranges
 * with `<|…|>`, each problem is at the marked range of its turn. Other files (used plans, documents) may be given.
 */
export function expectDiagnostics(
  source: string,
  codes: readonly ProblemCode[],
  others: Readonly<Record<string, string>> = {},
  options: TestOptions = {},
): readonly ReportedProblem[] {
  const { service, marked, log } = createTestService({ ...others, "test.bdg": source }, options);
  const problems = service.problemsOf("test.bdg");
  expect(problems.map((problem) => problem.code)).toEqual(codes);
  const { ranges } = marked.get("test.bdg")!;
  if (ranges.length > 0) expect(problems.map((problem) => problem.range)).toEqual(ranges);
  expect(log).toEqual([]);
  return problems;
}
