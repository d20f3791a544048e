import { type CheckContext, checks } from "../checks/index.ts";
import { failureText } from "../diagnostics/failure-text.ts";
import type { LocalText } from "../diagnostics/language.ts";
import { createProblem, type Problem } from "../diagnostics/problem.ts";
import type { FileFailure, Host } from "../host.ts";
import { maxSourceBytes, maxSourceLines } from "../limits.ts";
import { bindCitation } from "../semantics/binder/bind-parts.ts";
import { Binder } from "../semantics/binder/binder.ts";
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
import { Program } from "../semantics/program.ts";
import type { DeclarationParser } from "../syntax/parse.ts";
import { lineStarts, offsetAt } from "../text/line-index.ts";
import { DocumentStore } from "./document-store.ts";
import { ProblemStore } from "./problem-store.ts";
import { ProblemReporter } from "./report-problems.ts";
import type { ReportedProblem, ServiceSettings, TextEdit } from "./service-types.ts";

/**
 * What the service knows between two calls. Changes only mark declarations as affected; the next question checks
 * those again and no others, so that what is answered is what a fresh check of the same files would say.
 */
export class ServiceState {
  readonly program: Program;
  readonly binder: Binder;
  readonly documents: DocumentStore;
  readonly reporter: ProblemReporter;
  private readonly host: Host;
  private readonly store = new ProblemStore();
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
    this.reporter = new ProblemReporter(this.store, settings);
  }

  get settings(): ServiceSettings {
    return this.current;
  }

  setFile(path: string, text: string): void {
    if (isTooLarge(text)) {
      this.setFailedFile(path, "too-large");
      this.failed.set(path, { failure: "too-large", text });
      return;
    }
    this.failed.delete(path);
    this.program.setFile(path, text);
  }

  editFile(path: string, edits: readonly TextEdit[]): void {
    const large = this.failed.get(path)?.text;
    if (large !== undefined) {
      this.setFile(path, edits.reduce(applyEdit, large));
      return;
    }
    for (const { range, text } of edits) this.program.editFile(path, range, text);
    if (edits.some(({ text }) => text.length > 10_000)) {
      const whole = this.program.textOf(path) ?? "";
      if (isTooLarge(whole)) this.setFile(path, whole);
    }
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
    // Whoever cites the document, or would if it were there, is checked again.
    this.documents.forget(path);
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
    return file ? this.reporter.report(file) : [];
  }

  judgement(): ProgramJudgement {
    this.refresh();
    // Indicators without a plan stand together by file.
    const plans = new Map<
      PlanModel | string,
      { plan: PlanModel | null; path: string; indicators: IndicatorJudgement[]; tasks: TaskJudgement[] }
    >();
    for (const path of this.program.paths()) {
      const plan = this.binder.planOf(path);
      for (const entry of this.program.file(path)?.entries ?? []) {
        const judgement = this.judgements.get(entry);
        if (!judgement && entry !== this.program.file(path)?.plan) continue;
        const of = plans.get(plan ?? path) ?? { plan, path: plan?.path ?? path, indicators: [], tasks: [] };
        plans.set(plan ?? path, of);
        if (!judgement) continue;
        if ("indicator" in judgement) of.indicators.push(judgement);
        else of.tasks.push(judgement);
      }
    }
    const judged: PlanJudgement[] = [...plans.values()];
    return {
      asOf: this.current.asOf,
      plans: judged.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    };
  }

  /** Paths of the plan documents that a `document` statement could name. */
  documentPaths(): readonly string[] {
    return this.host.documentPaths?.() ?? [];
  }

  /** The judgement of an indicator's or a task's declaration. */
  judgementOf(entry: Entry): IndicatorJudgement | TaskJudgement | undefined {
    this.refresh();
    return this.judgements.get(entry);
  }

  /** Binds, judges and checks again what changed since the last question. */
  refresh(): void {
    const { removed, affected: changed, namesChanged } = this.program.takeChanges();
    if (removed.size === 0 && changed.size === 0) return;
    for (const entry of removed) this.unresolved.delete(entry);
    const affected = namesChanged ? new Set([...changed, ...this.unresolved]) : changed;
    this.binder.forget(removed);
    this.binder.forget(affected);
    for (const entry of removed) {
      this.judgements.delete(entry);
      this.store.delete(entry);
    }
    for (const entry of affected) this.judge(entry);
    for (const entry of affected) {
      const problems = this.check(entry);
      this.store.set(entry, problems);
      if (problems.some((problem) => problem.code === "unknown-name")) this.unresolved.add(entry);
      else this.unresolved.delete(entry);
    }
  }

  private judge(entry: Entry): void {
    this.judgements.delete(entry);
    const { asOf, onTrackFrom, offTrackBelow } = this.current;
    this.guarded("judgement", () => {
      const kind = entry.parsed.declaration?.kind;
      if (kind === "indicator") {
        const indicator = this.binder.indicator(entry);
        if (indicator)
          this.judgements.set(entry, judgeIndicator(indicator, { asOf, onTrackFrom, offTrackBelow }));
      } else if (kind === "task") {
        const task = this.binder.task(entry);
        if (task) this.judgements.set(entry, judgeTask(task, asOf));
      }
    });
  }

  private check(entry: Entry): readonly Problem[] {
    const context: CheckContext = {
      program: this.program,
      binder: this.binder,
      readDocument: this.documents.read,
      judgement: this.judgements.get(entry),
      asides: this.asidesOf(entry),
    };
    const problems: Problem[] = [];
    for (const check of checks) {
      this.guarded("check", () => {
        for (const problem of check(entry, context)) problems.push(problem);
      });
    }
    return problems;
  }

  private asidesOf(entry: Entry) {
    const { declaration } = entry.parsed;
    if (declaration?.kind !== "plan") return [];
    const plan = this.binder.planOf(entry.path);
    const context = { program: this.program, entry };
    return declaration.statements.flatMap((statement) =>
      // The quoted words behind an aside are its reason, not the clause's words.
      statement.kind === "aside"
        ? statement.citations.map((citation) => ({
            ...bindCitation(context, citation, plan),
            words: null,
            wordsPlace: null,
          }))
        : [],
    );
  }

  /** A fault of ours in one declaration is logged and hides nothing else. */
  private guarded(what: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.host.log(
        `${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
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

function sizes(text: string | undefined): Record<"size" | "limit", LocalText> {
  const megabytes = (bytes: number) => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
  const lines = text === undefined ? 0 : lineStarts(text).length;
  if (lines > maxSourceLines) {
    return {
      size: (language) => (language === "vi" ? `${lines} dòng` : `${lines} lines`),
      limit: (language) => (language === "vi" ? `${maxSourceLines} dòng` : `${maxSourceLines} lines`),
    };
  }
  const size = text === undefined ? `> ${megabytes(maxSourceBytes)}` : megabytes(utf8Length(text));
  return { size, limit: megabytes(maxSourceBytes) };
}

function isTooLarge(text: string): boolean {
  if (text.length > maxSourceBytes) return true;
  if (text.length * 3 > maxSourceBytes && utf8Length(text) > maxSourceBytes) return true;
  return text.length > maxSourceLines && lineStarts(text).length > maxSourceLines;
}

function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xdc00 ? 1 : 3;
  }
  return length;
}

function applyEdit(text: string, edit: TextEdit): string {
  const starts = lineStarts(text);
  const start = offsetAt(text, starts, edit.range.start);
  const end = offsetAt(text, starts, edit.range.end);
  return text.slice(0, Math.min(start, end)) + edit.text + text.slice(Math.max(start, end));
}
