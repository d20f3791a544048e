import type { ProblemCode } from "../diagnostics/catalog.ts";
import type { Language } from "../diagnostics/language.ts";
import type { Severity } from "../diagnostics/message-template.ts";
import type { Place } from "../diagnostics/place.ts";
import type { ReadDocument } from "../documents/document-reading.ts";
import type { Binder } from "../semantics/binder/binder.ts";
import type { Entry } from "../semantics/entry.ts";
import type { IndicatorJudgement, ProgramJudgement, TaskJudgement } from "../semantics/judgement.ts";
import type { Day } from "../semantics/period.ts";
import type { Program } from "../semantics/program.ts";
import type { Range } from "../text/line-index.ts";
import type { Encoding } from "../text/text-decoder.ts";

/** A problem as the user sees it: with lines and characters of its file, and the severity that the settings give it. */
export interface ShownProblem {
  readonly range: Range;
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  readonly data: Readonly<Record<string, string>> | undefined;
}

/** What was read from the table that a `data` declaration binds. */
export interface TableFacts {
  /** Of a CSV file, what it was read in; null where its text is the editor's. */
  readonly encoding: Encoding | null;
  /** Of a workbook. */
  readonly sheet: string | null;
  /** Rows that hold something, with the headings and titles. */
  readonly rows: number;
  readonly values: number;
  /** How its numbers are written, where some number shows it. */
  readonly style: "decimal-comma" | "decimal-point" | null;
  /** What could not be read. */
  readonly problems: number;
}

/** The tables that can be bound, as far as they are read. */
export interface KnownTables {
  /** Undefined for other declarations, and where nothing could be read. */
  factsOf(entry: Entry): TableFacts | "pending" | undefined;
  /** The sheets and the headings of a file that a path in a file leads to; the first sheet's where none is named. */
  look(
    from: string,
    written: string,
    sheet: string | number | null,
    encoding: string | null,
  ): { readonly sheets: readonly string[]; readonly headings: readonly string[] } | undefined;
}

/** What a feature may ask: the program, its models and judgements, the documents, and where things stand. */
export interface FeatureContext {
  readonly program: Program;
  readonly binder: Binder;
  readonly settings: { readonly language: Language; readonly asOf: Day };
  readonly documents: { readonly read: ReadDocument };
  readonly tables: KnownTables;
  readonly reporter: { rangeOf(place: Place): Range };
  /** Binds and judges what changed; before that, models may be those of an older text. */
  refresh(): void;
  judgementOf(entry: Entry): IndicatorJudgement | TaskJudgement | undefined;
  /** Every plan as of a day, without touching the settings. */
  judgement(asOf: Day): ProgramJudgement;
  /** The problems of a file as they are shown. */
  problemsOf(path: string): readonly ShownProblem[];
  /** Paths of the plan documents below the root, as far as they are known. */
  documentPaths(): readonly string[];
}

/**
 * Declarations of a file whose verdicts are shown all at once. In a larger file judging them all again would take too
 * long for what an editor asks after every key; the verdicts are then shown one by one only.
 */
export const mostVerdictsAtOnce = 2000;
