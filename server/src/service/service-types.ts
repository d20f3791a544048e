import type { ProblemCode } from "../diagnostics/catalog.ts";
import type { Language } from "../diagnostics/language.ts";
import type { Severity } from "../diagnostics/message-template.ts";
import type { Rational } from "../semantics/rational.ts";
import type { Range } from "../text/line-index.ts";

export interface ServiceSettings {
  /** Days since 1970-01-01. */
  readonly asOf: number;
  readonly language: Language;
  /** What the user made of a code; `off` silences it. */
  readonly severities: ReadonlyMap<ProblemCode, Severity | "off">;
  /** Fractions: 0.95 and 0.80 unless the workspace says otherwise. */
  readonly onTrackFrom: Rational;
  readonly offTrackBelow: Rational;
  /** Problems told of one file, one more counting the rest; as many as an editor takes, unless it is said. */
  readonly problemsPerFile?: number;
  /** What this shell says in words of its own, where the catalog's speak of an editor. */
  readonly wording?: Readonly<Partial<Record<ProblemCode, Readonly<Record<Language, string>>>>>;
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
