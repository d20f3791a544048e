import type { ProblemCode } from "./diagnostics/catalog.ts";
import type { Language } from "./diagnostics/language.ts";
import type { Severity } from "./diagnostics/message-template.ts";
import type { FileFailure, Host } from "./host.ts";
import type { ProgramJudgement } from "./semantics/judgement.ts";
import type { Rational } from "./semantics/rational.ts";
import type { Range } from "./text/line-index.ts";

export interface ServiceSettings {
  /** Days since 1970-01-01. */
  readonly asOf: number;
  readonly language: Language;
  /** What the user made of a code; `off` silences it. */
  readonly severities: ReadonlyMap<ProblemCode, Severity | "off">;
  readonly onTrackFrom: Rational;
  readonly offTrackBelow: Rational;
}

/** A problem as it is shown: in one language, with lines and characters of its file. */
export interface ReportedProblem {
  readonly path: string;
  readonly range: Range;
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly { readonly path: string; readonly range: Range; readonly message: string }[];
  /** True where an `explain` covers it: shown as an information, never a reason for CI to fail. */
  readonly explained: boolean;
  readonly data: Readonly<Record<string, string>> | undefined;
}

/** Replaces the text of a range; several edits of one change are applied in order, as the protocol says. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/** The one door to the language core: the editor, the command line and the tests all come in here. */
export interface LanguageService {
  /** Adds a .bdg file or replaces its whole text. */
  setFile(path: string, text: string): void;
  /** Applies an editor's changes to a file that is there. */
  editFile(path: string, edits: readonly TextEdit[]): void;
  /** Records that a .bdg file is there but cannot be read; reported once, in its place. */
  setFailedFile(path: string, failure: FileFailure): void;
  removeFile(path: string): void;
  /** The document at this path may have changed: it is read again when next needed. */
  documentChanged(path: string): void;
  updateSettings(settings: ServiceSettings): void;

  readonly settings: ServiceSettings;
  /** Paths of all files, sorted by code unit. */
  paths(): readonly string[];
  /** The present text of a file; undefined where there is none. */
  textOf(path: string): string | undefined;
  /** The problems of a file in the order of its lines, at most 500 and one that counts the rest. */
  problemsOf(path: string): readonly ReportedProblem[];
  /** Plans in the order of their files' paths. */
  judgement(): ProgramJudgement;
}

export type CreateLanguageService = (host: Host, settings: ServiceSettings) => LanguageService;
