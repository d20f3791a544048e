import { citedPromises } from "../checks/documents/cited-promises.ts";
import { type Aside, asideCitings, type Citing, citingsOf } from "../checks/documents/citing.ts";
import { matchPromises, type PromiseMatch } from "../checks/documents/match-promises.ts";
import { type CheckContext, checks } from "../checks/index.ts";
import { failureText } from "../diagnostics/failure-text.ts";
import { bilingual, type LocalText } from "../diagnostics/language.ts";
import { createProblem, type Problem } from "../diagnostics/problem.ts";
import type { FileFailure, Host } from "../host.ts";
import { maxSourceBytes, maxSourceLines } from "../limits.ts";
import { Binder } from "../semantics/binder/binder.ts";
import type { Coverage } from "../semantics/coverage.ts";
import type { Entry } from "../semantics/entry.ts";
import { judgeIndicator } from "../semantics/evaluator/judge-indicator.ts";
import { judgeTask } from "../semantics/evaluator/judge-task.ts";
import type {
  IndicatorJudgement,
  PlanJudgement,
  ProgramJudgement,
  TaskJudgement,
} from "../semantics/judgement.ts";
import type { PlanModel } from "../semantics/model.ts";
import type { Day } from "../semantics/period.ts";
import { Program } from "../semantics/program.ts";
import type { DeclarationParser } from "../syntax/parse.ts";
import { lineStarts, offsetAt } from "../text/line-index.ts";
import { extensionOf } from "../text/program-path.ts";
import { utf8Length } from "../text/utf8-length.ts";
import { asidesIn, documentsNamedIn } from "./cited-by-plan.ts";
import { ClauseLedger } from "./clause-ledger.ts";
import { buildCoverage } from "./coverage.ts";
import { DocumentStore } from "./document-store.ts";
import { ProblemStore } from "./problem-store.ts";
import { ProblemReporter } from "./report-problems.ts";
import { TableReporter } from "./report-tables.ts";
import type { ReportedProblem, ServiceSettings, TextEdit } from "./service-types.ts";
import { shownAtTheirTable } from "./table-places.ts";
import { TableStore } from "./table-store.ts";

/**
 * What the service knows between two calls. Changes only mark declarations as affected; the next question checks
 * those again and no others, so that what is answered is what a fresh check of the same files would say.
 */
export class ServiceState {
  readonly program: Program;
  readonly binder: Binder;
  readonly documents: DocumentStore;
  readonly tables: TableStore;
  readonly reporter: ProblemReporter;
  private readonly tableReporter: TableReporter;
  private readonly host: Host;
  private readonly store = new ProblemStore();
  readonly ledger: ClauseLedger;
  /** Declarations with a name that stands for nothing: what it may have been depends on every other name. */
  private readonly unresolved = new Set<Entry>();
  private readonly judgements = new Map<Entry, IndicatorJudgement | TaskJudgement>();
  /** Files that are there but not checked: why, and the text where it is only too large. */
  private readonly failed = new Map<string, { readonly failure: FileFailure; readonly text?: string }>();
  private current: ServiceSettings;

  constructor(host: Host, settings: ServiceSettings, parser: DeclarationParser) {
    this.program = new Program(parser);
    this.binder = new Binder(this.program);
    this.host = host;
    this.current = settings;
    this.documents = new DocumentStore(host);
    this.ledger = new ClauseLedger(this.documents, this.store);
    this.tables = new TableStore(host, this.program);
    this.reporter = new ProblemReporter(this.store, settings);
    this.tableReporter = new TableReporter(this.reporter);
  }

  get settings(): ServiceSettings {
    return this.current;
  }

  setFile(path: string, text: string): void {
    if (text.length <= maxSourceBytes && !hasTooManyLines(text)) {
      this.failed.delete(path);
      this.program.setFile(path, text);
      if (!this.isTooLarge(path)) return;
    }
    this.setFailedFile(path, "too-large");
    this.failed.set(path, { failure: "too-large", text });
  }

  editFile(path: string, edits: readonly TextEdit[]): void {
    const large = this.failed.get(path)?.text;
    if (large !== undefined) {
      this.setFile(path, edits.reduce(applyEdit, large));
      return;
    }
    for (const { range, text } of edits) this.program.editFile(path, range, text);
    if (this.isTooLarge(path)) this.setFile(path, this.program.textOf(path) ?? "");
  }

  setFailedFile(path: string, failure: FileFailure): void {
    this.program.removeFile(path);
    this.failed.set(path, { failure });
  }

  removeFile(path: string): void {
    this.failed.delete(path);
    this.program.removeFile(path);
  }

  documentChanged(path: string): void {
    this.tables.forget(path);
    if (!this.documents.forget(path)) return;
    // Whoever cites the document, or would if it were there, is checked again.
    for (const file of this.program.allFiles()) {
      for (const entry of file.entries) {
        const kind = entry.parsed.declaration?.kind;
        if (entry.facts.citations.length > 0 || kind === "plan") this.program.entryChanged(entry);
      }
    }
  }

  updateSettings(settings: ServiceSettings): void {
    const { asOf, onTrackFrom, offTrackBelow } = this.current;
    const same =
      asOf === settings.asOf &&
      onTrackFrom === settings.onTrackFrom &&
      offTrackBelow === settings.offTrackBelow;
    this.current = settings;
    this.reporter.updateSettings(settings);
    if (!same) this.program.everythingChanged();
  }

  paths(): readonly string[] {
    return [...this.program.paths(), ...this.failed.keys()].sort();
  }

  textOf(path: string): string | undefined {
    return this.program.textOf(path) ?? this.failed.get(path)?.text;
  }

  problemsOf(path: string): readonly ReportedProblem[] {
    const failed = this.failed.get(path);
    if (failed) return [this.failedProblem(path, failed.failure, failed.text)];
    this.refresh();
    const file = this.program.file(path);
    if (file) return this.reporter.report(file, this.program.moves);
    return this.problemsInTable(path, this.tables.bound().get(path) ?? []);
  }

  /** Paths of the CSV files that have problems, in which these stand a second time. */
  tablesWithProblems(): readonly string[] {
    this.refresh();
    const paths: string[] = [];
    for (const [path, bound] of this.tables.bound())
      if (this.problemsInTable(path, bound).length > 0) paths.push(path);
    return paths;
  }

  /** Paths of the CSV files that declarations bind, whether they are there or not. */
  boundCsvFiles(): readonly string[] {
    this.refresh();
    return [...this.tables.bound().keys()].filter((path) => extensionOf(path) === ".csv");
  }

  private problemsInTable(path: string, bound: readonly Entry[]): readonly ReportedProblem[] {
    return this.tableReporter.report(path, bound, this.program.moves, this.current.language);
  }

  judgement(asOf: Day = this.current.asOf): ProgramJudgement {
    this.refresh();
    // Indicators without a plan stand together by file.
    const plans = new Map<
      string,
      { plan: PlanModel | null; path: string; indicators: IndicatorJudgement[]; tasks: TaskJudgement[] }
    >();
    for (const path of this.program.paths()) {
      const plan = this.binder.planOf(path);
      for (const entry of this.program.file(path)?.entries ?? []) {
        const judgement = asOf === this.current.asOf ? this.judged(entry) : this.judgedOn(entry, asOf);
        if (!judgement && entry !== this.program.file(path)?.plan) continue;
        // What has no name can't be told from another, and its head has a problem.
        if (judgement && entry.parsed.declaration?.name.text === "") continue;
        const key = plan ? `plan ${plan.path}` : path;
        const of = plans.get(key) ?? { plan, path: plan?.path ?? path, indicators: [], tasks: [] };
        plans.set(key, of);
        if (!judgement) continue;
        if ("indicator" in judgement) of.indicators.push(judgement);
        else of.tasks.push(judgement);
      }
    }
    const judged: PlanJudgement[] = [...plans.values()];
    return {
      asOf,
      plans: judged.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    };
  }

  coverage(): Coverage {
    this.refresh();
    const { ledger, documents, reporter } = this;
    const { language } = this.current;
    return buildCoverage({ ledger, documents, language, rangeOf: (place) => reporter.rangeOf(place) });
  }

  /** Paths of the documents that plans name. */
  namedDocuments(): readonly string[] {
    this.refresh();
    return this.ledger.all().flatMap(({ path, namedIn }) => (namedIn.size > 0 ? [path] : []));
  }

  /** Paths of the plan documents that a `document` statement could name. */
  documentPaths(): readonly string[] {
    return this.host.documentPaths?.() ?? [];
  }

  /** The judgement of an indicator's or a task's declaration. */
  judgementOf(entry: Entry): IndicatorJudgement | TaskJudgement | undefined {
    this.refresh();
    return this.judged(entry);
  }

  /** What a look at the program gives after an edit of a file that is there; the edit is taken back at once. */
  tryEdit<Result>(path: string, edit: TextEdit, look: () => Result): Result {
    const before = this.textOf(path) ?? "";
    this.setFile(path, applyEdit(before, edit));
    try {
      return look();
    } finally {
      this.setFile(path, before);
    }
  }

  /** Binds, judges and checks again what changed since the last question. */
  refresh(): void {
    if (!this.program.hasChanges && !this.tables.hasChanges) return;
    this.guarded("table", () => this.tables.refresh());
    const { removed, affected: changed, namesChanged } = this.program.takeChanges();
    if (removed.size === 0 && changed.size === 0) return;
    for (const entry of removed) this.unresolved.delete(entry);
    const affected = namesChanged ? new Set([...changed, ...this.unresolved]) : changed;
    this.binder.forget(removed);
    this.binder.forget(affected);
    for (const entry of removed) {
      this.judgements.delete(entry);
      this.store.delete(entry);
      this.ledger.delete(entry);
    }
    for (const entry of affected) this.judgements.delete(entry);
    for (const entry of affected) {
      const promises = this.promisesOf(entry);
      const asides = this.asidesOf(entry);
      const problems = this.check(entry, promises, asides);
      this.store.set(entry, problems);
      this.guarded("ledger", () =>
        this.ledger.set(entry, this.citingsOf(entry, promises, asides), documentsNamedIn(entry)),
      );
      if (problems.some((problem) => problem.code === "unknown-name")) this.unresolved.add(entry);
      else this.unresolved.delete(entry);
    }
    this.guarded("ledger", () => this.ledger.update());
  }

  /** The kept judgement, or a new one. */
  private judged(entry: Entry): IndicatorJudgement | TaskJudgement | undefined {
    const known = this.judgements.get(entry);
    if (known) return known;
    let judgement: IndicatorJudgement | TaskJudgement | undefined;
    this.guarded("judgement", () => {
      judgement = this.judge(entry);
    });
    this.makeRoom();
    if (judgement) this.judgements.set(entry, judgement);
    return judgement;
  }

  /** How it stood on another day, which is not kept: models don't depend on the day, and judging them is quick. */
  private judgedOn(entry: Entry, asOf: Day): IndicatorJudgement | TaskJudgement | undefined {
    let judgement: IndicatorJudgement | TaskJudgement | undefined;
    this.guarded("judgement", () => {
      judgement = this.judge(entry, asOf);
    });
    return judgement;
  }

  private judge(entry: Entry, asOf = this.current.asOf): IndicatorJudgement | TaskJudgement | undefined {
    const { onTrackFrom, offTrackBelow } = this.current;
    const kind = entry.parsed.declaration?.kind;
    if (kind === "indicator") {
      const indicator = this.binder.indicator(entry);
      return indicator && judgeIndicator(indicator, { asOf, onTrackFrom, offTrackBelow });
    }
    const task = kind === "task" ? this.binder.task(entry) : undefined;
    return task && judgeTask(task, asOf);
  }

  /** Models and judgements can be made again at any time; of a very large program only the last ones are kept. */
  private makeRoom(): void {
    if (this.judgements.size < mostKept) return;
    this.judgements.clear();
    this.binder.forgetAll();
  }

  private check(entry: Entry, promises: PromiseMatch | null, asides: readonly Aside[]): readonly Problem[] {
    const context: CheckContext = {
      program: this.program,
      binder: this.binder,
      readDocument: this.documents.read,
      judgement: this.judged(entry),
      edges: this.current,
      promises,
      asides: asides.map(({ citation }) => citation),
      tableProblems: this.tables.problemsOf(entry),
    };
    const problems: Problem[] = [];
    for (const check of checks) {
      try {
        for (const problem of check(entry, context)) problems.push(shownAtTheirTable(problem));
      } catch (error) {
        this.logFault("check", error);
      }
    }
    return problems;
  }

  /** What an indicator's targets make of the commitments that it cites. */
  private promisesOf(entry: Entry): PromiseMatch | null {
    let match: PromiseMatch | null = null;
    this.guarded("matching", () => {
      const judgement = this.judged(entry);
      if (!judgement || !("indicator" in judgement)) return;
      const { indicator } = judgement;
      const promises = citedPromises(indicator.citations, this.documents.read);
      if (promises.length > 0) match = matchPromises(indicator, promises);
    });
    return match;
  }

  private asidesOf(entry: Entry): readonly Aside[] {
    if (entry.parsed.declaration?.kind !== "plan") return [];
    return asidesIn(entry, this.program, this.binder.planOf(entry.path));
  }

  private citingsOf(
    entry: Entry,
    promises: PromiseMatch | null,
    asides: readonly Aside[],
  ): readonly Citing[] {
    if (asides.length > 0) return asideCitings(entry, asides, this.documents.read);
    const judgement = entry.facts.citations.length > 0 ? this.judged(entry) : undefined;
    if (!judgement) return [];
    const model = "indicator" in judgement ? judgement.indicator : judgement.task;
    return citingsOf(model, promises, this.documents.read);
  }

  /** A fault of ours in one declaration is logged and hides nothing else. */
  private guarded(what: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.logFault(what, error);
    }
  }

  private logFault(what: string, error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.host.log(`${what} failed: ${text}`);
  }

  private isTooLarge(path: string): boolean {
    const { bytes, lines } = this.program.sizeOf(path);
    return bytes > maxSourceBytes || lines > maxSourceLines;
  }

  private failedProblem(path: string, failure: FileFailure, text: string | undefined): ReportedProblem {
    const source = { path, text: "", firstLine: 0 };
    const place = { source, span: { start: 0, end: 0 } };
    const problem =
      failure === "too-large"
        ? createProblem("file-too-large", place, sizes(text))
        : createProblem("file-unreadable", place, { reason: failureText(failure) });
    return this.reporter.toReported(problem, problem.severity);
  }
}

/** Models and judgements kept: ten times the indicators of a large plan. */
const mostKept = 4_000;

function sizes(text: string | undefined): Record<"size" | "limit", LocalText> {
  const megabytes = (bytes: number) => `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`;
  const lines = text === undefined ? 0 : lineStarts(text).length;
  if (lines > maxSourceLines) {
    return {
      size: (language) => (language === "vi" ? `${lines} dòng` : `${lines} lines`),
      limit: (language) => (language === "vi" ? `${maxSourceLines} dòng` : `${maxSourceLines} lines`),
    };
  }
  const limit = megabytes(maxSourceBytes);
  const size =
    text === undefined ? bilingual(`more than ${limit}`, `hơn ${limit}`) : megabytes(utf8Length(text));
  return { size, limit };
}

/** Millions of lines would be as many declarations; they are counted before any is made. */
export function hasTooManyLines(text: string): boolean {
  return text.length >= maxSourceLines && lineStarts(text).length > maxSourceLines;
}

function applyEdit(text: string, edit: TextEdit): string {
  const starts = lineStarts(text);
  const start = offsetAt(text, starts, edit.range.start);
  const end = offsetAt(text, starts, edit.range.end);
  return text.slice(0, Math.min(start, end)) + edit.text + text.slice(Math.max(start, end));
}
