import { catalog, isProblemCode, type ProblemCode } from "../diagnostics/catalog.ts";
import { inLanguage } from "../diagnostics/language.ts";
import type { Severity } from "../diagnostics/message-template.ts";
import type { Place, Source } from "../diagnostics/place.ts";
import { createProblem, type Problem, problemMessage } from "../diagnostics/problem.ts";
import { maxProblemsPerFile } from "../limits.ts";
import type { Entry } from "../semantics/entry.ts";
import type { ProgramFile } from "../semantics/program.ts";
import { lineStarts, positionAt, type Range } from "../text/line-index.ts";
import type { ProblemStore } from "./problem-store.ts";
import type { ReportedProblem, ServiceSettings } from "./service-types.ts";

/** Turns stored problems into what is shown: severities and ignores applied, lines of the file, words in one language. */
export class ProblemReporter {
  private readonly store: ProblemStore;
  private settings: ServiceSettings;
  private readonly starts = new WeakMap<Source, readonly number[]>();
  private words = new WeakMap<Problem, string>();
  private shown = new WeakMap<Entry, ShownAt>();
  private reports = new WeakMap<ProgramFile, FileReport>();

  constructor(store: ProblemStore, settings: ServiceSettings) {
    this.store = store;
    this.settings = settings;
  }

  updateSettings(settings: ServiceSettings): void {
    if (settings.language !== this.settings.language) this.words = new WeakMap();
    this.shown = new WeakMap();
    this.reports = new WeakMap();
    this.settings = settings;
  }

  /**
   * The problems of a file by line. Above the limit the mildest are left out, and one problem counts them.
   *
   * @param moves the program's: while it and the file stay the same, so does what is answered
   */
  report(file: ProgramFile, moves: number): readonly ReportedProblem[] {
    const stored = this.store.versionOf(file.path);
    const known = this.reports.get(file);
    if (known && known.stored === stored && known.version === file.version && known.moves === moves)
      return known.reported;
    const reported = this.makeReport(file);
    this.reports.set(file, { stored, version: file.version, moves, reported });
    return reported;
  }

  private makeReport(file: ProgramFile): readonly ReportedProblem[] {
    const all: Shown[] = [];
    for (const entry of this.spokenOf(file)) {
      for (const one of this.shownAt(entry)) all.push(one);
    }
    const most = this.problemsPerFile;
    if (all.length <= most) return all.map((one) => this.reportedOf(one));
    const reported = mostSevere(all, most).map((one) => this.reportedOf(one));
    return [...reported, this.restOf(file.entries[0]!, all.length - most)];
  }

  get problemsPerFile(): number {
    return this.settings.problemsPerFile ?? maxProblemsPerFile;
  }

  /** At the beginning of a file, how many problems more there are. */
  restOf(source: Source, count: number): ReportedProblem {
    const place = { source, span: { start: 0, end: 0 } };
    const counting = createProblem("too-many-problems", place, { count: String(count) });
    return this.toReported(counting, counting.severity);
  }

  /** The declarations with something to say about them, in the order of the file: mostly few of many. */
  private spokenOf(file: ProgramFile): readonly Entry[] {
    const entries = new Set<Entry>(file.ignoring);
    for (const source of this.store.sourcesIn(file.path)) if (isEntry(source)) entries.add(source);
    return [...entries].sort((a, b) => a.firstLine - b.firstLine);
  }

  /** The same object as before where neither it nor what it speaks of has moved. */
  private reportedOf(shown: Shown): ReportedProblem {
    const { problem, severity, known } = shown;
    if (known && hasNotMoved(problem, known.lines)) return known.reported;
    const reported = this.toReported(problem, severity);
    shown.known = { reported, lines: linesOf(problem) };
    return reported;
  }

  toReported(problem: Problem, severity: Severity): ReportedProblem {
    return {
      path: problem.place.source.path,
      range: this.rangeOf(problem.place),
      code: problem.code,
      severity,
      message: this.messageOf(problem),
      related: problem.related.map(({ place, message }) => ({
        path: place.source.path,
        range: this.rangeOf(place),
        message: inLanguage(message, this.settings.language),
      })),
      explained: problem.data?.explained === "yes",
      data: problem.data,
    };
  }

  /** Lines and characters in the file of a place in a source. */
  rangeOf(place: Place): Range {
    const { source, span } = place;
    const starts = this.startsOf(source);
    const start = positionAt(starts, span.start);
    const end = positionAt(starts, span.end);
    return {
      start: { line: start.line + source.firstLine, character: start.character },
      end: { line: end.line + source.firstLine, character: end.character },
    };
  }

  /** The problems shown at a declaration; made again only where they, or the settings, are others. */
  shownAt(entry: Entry): readonly Shown[] {
    const problems = this.store.at(entry);
    if (problems.length === 0 && entry.facts.ignores.length === 0) return nothing;
    const known = this.shown.get(entry);
    if (known && known.problems === problems) return known.shown;
    const shown = this.filtered(entry, problems);
    this.shown.set(entry, { problems, shown });
    return shown;
  }

  private filtered(entry: Entry, problems: readonly Problem[]): readonly Shown[] {
    const shown: Shown[] = [];
    const ignores = entry.facts.ignores.length > 0 ? new IgnoresOf(entry, this.startsOf(entry)) : undefined;
    // A comment silences what a setting would hide, too: it is no less used for that.
    const left = ignores ? problems.filter((problem) => !ignores.silences(problem)) : problems;
    const all = ignores ? [...left, ...ignores.problems()] : left;
    for (const problem of all.length > 1 ? [...all].sort(bySpan) : all) {
      const severity = this.severityOf(problem);
      if (severity !== "off") shown.push({ problem, severity, known: undefined });
    }
    return shown;
  }

  private severityOf(problem: Problem): Severity | "off" {
    const wanted = this.settings.severities.get(problem.code);
    if (wanted === undefined) return problem.severity;
    // What an explanation or the binder made milder than the catalog stays milder than what the user set.
    if (wanted === "off" || problem.severity === catalog[problem.code].severity) return wanted;
    return milder(wanted, problem.severity);
  }

  private messageOf(problem: Problem): string {
    const known = this.words.get(problem);
    if (known !== undefined) return known;
    const { language, wording } = this.settings;
    const message = problemMessage(problem, language, wording?.[problem.code]);
    this.words.set(problem, message);
    return message;
  }

  private startsOf(source: Source): readonly number[] {
    const known = this.starts.get(source);
    if (known) return known;
    const starts = lineStarts(source.text);
    this.starts.set(source, starts);
    return starts;
  }
}

interface KnownReport {
  readonly reported: ReportedProblem;
  /** The first lines of the sources of its place and of the related ones, when it was made. */
  readonly lines: readonly number[];
}

/** Everything else that problems are shown at is a plan document. */
function isEntry(source: Source): source is Entry {
  return "facts" in source;
}

function linesOf(problem: Problem): readonly number[] {
  return [problem.place, ...problem.related.map(({ place }) => place)].map(({ source }) => source.firstLine);
}

function hasNotMoved(problem: Problem, lines: readonly number[]): boolean {
  if (problem.place.source.firstLine !== lines[0]) return false;
  return problem.related.every(({ place }, i) => place.source.firstLine === lines[i + 1]);
}

/** What was last answered for a file, and what it depended on. */
interface FileReport {
  readonly stored: number;
  readonly version: number;
  readonly moves: number;
  readonly reported: readonly ReportedProblem[];
}

/** A problem with the severity that it is shown with, and what was last shown of it. */
export interface Shown {
  readonly problem: Problem;
  readonly severity: Severity;
  known: KnownReport | undefined;
}

/** What is shown at a declaration for these problems. */
interface ShownAt {
  readonly problems: readonly Problem[];
  readonly shown: readonly Shown[];
}

const nothing: readonly never[] = [];

/** So many of the most severe, in the order that they had. */
export function mostSevere<One extends Pick<Shown, "severity">>(
  all: readonly One[],
  count: number,
): readonly One[] {
  const left = new Map<Severity, number>();
  let room = count;
  for (const severity of order) {
    const here = all.reduce((sum, one) => sum + (one.severity === severity ? 1 : 0), 0);
    left.set(severity, Math.min(here, room));
    room -= Math.min(here, room);
  }
  return all.filter(({ severity }) => {
    const rest = left.get(severity) ?? 0;
    left.set(severity, rest - 1);
    return rest > 0;
  });
}

const order: readonly Severity[] = ["error", "warning", "information", "hint"];

function milder(a: Severity, b: Severity): Severity {
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

/**
 * By place, then by code. Values of a table have one place, its declaration, and may be of several indicators, which
 * are judged in any order: theirs is that of their cells.
 */
export function bySpan(a: Ordered, b: Ordered): number {
  return (
    a.place.span.start - b.place.span.start ||
    a.place.span.end - b.place.span.end ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) ||
    (a.order ?? 0) - (b.order ?? 0)
  );
}

type Ordered = Pick<Problem, "place" | "code" | "order">;

/** The `# bdg-ignore` comments of one declaration: each silences its code on the next line that is no comment. */
class IgnoresOf {
  private readonly entry: Entry;
  private readonly starts: readonly number[];
  private readonly used = new Set<number>();

  constructor(entry: Entry, starts: readonly number[]) {
    this.entry = entry;
    this.starts = starts;
  }

  silences(problem: Problem): boolean {
    const line = positionAt(this.starts, problem.place.span.start).line;
    const { ignores } = this.entry.facts;
    const index = ignores.findIndex(
      (one) => one.code === problem.code && this.lineBelow(one.span.start) === line,
    );
    if (index < 0) return false;
    this.used.add(index);
    return true;
  }

  /** What is wrong with the comments themselves. */
  problems(): readonly Problem[] {
    return this.entry.facts.ignores.flatMap((ignore, i) => {
      const place = { source: this.entry, span: ignore.codeSpan };
      const known: ProblemCode | undefined = isProblemCode(ignore.code) ? ignore.code : undefined;
      const problems: Problem[] = [];
      if (!this.used.has(i))
        problems.push(createProblem("unused-ignore", place, { code: known ?? ignore.code }));
      else if (!ignore.hasReason)
        problems.push(createProblem("ignore-without-reason", place, { code: ignore.code }));
      return problems;
    });
  }

  private lineBelow(offset: number): number {
    let line = positionAt(this.starts, offset).line + 1;
    while (/^[ \t]*#/.test(this.entry.text.slice(this.starts[line] ?? Infinity))) line += 1;
    return line;
  }
}
