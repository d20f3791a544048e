import type { Language } from "../diagnostics/language.ts";
import type { Severity } from "../diagnostics/message-template.ts";
import type { Place } from "../diagnostics/place.ts";
import { type Problem, problemInTable, problemMessage, type RelatedPlace } from "../diagnostics/problem.ts";
import type { Entry } from "../semantics/entry.ts";
import { bySpan, mostSevere, type ProblemReporter, type Shown } from "./report-problems.ts";
import type { ReportedProblem } from "./service-types.ts";

/** What is shown in the CSV files that declarations bind, of the problems of these declarations. */
export class TableReporter {
  private readonly reporter: ProblemReporter;
  private readonly reports = new Map<string, TableReport>();

  constructor(reporter: ProblemReporter) {
    this.reporter = reporter;
  }

  /**
   * The problems in a CSV file by line, at most as many as in any file. What several declarations say alike is said
   * once.
   *
   * @param bound the declarations that bind it, in the order of their files and lines
   * @param moves the program's: while it and what is shown at the declarations stay the same, so does the answer
   */
  report(
    path: string,
    bound: readonly Entry[],
    moves: number,
    language: Language,
  ): readonly ReportedProblem[] {
    const shown = bound.map((entry) => this.reporter.shownAt(entry));
    const known = this.reports.get(path);
    if (known && known.moves === moves && isSame(known.shown, shown)) return known.reported;
    const reported = this.makeReport(shown.flat(), language);
    this.reports.set(path, { moves, shown, reported });
    return reported;
  }

  private makeReport(shown: readonly Shown[], language: Language): readonly ReportedProblem[] {
    const all = alikeTogether(shown, language).sort((a, b) => bySpan(a.problem, b.problem));
    const most = this.reporter.problemsPerFile;
    const reported = mostSevere(all, most).map(({ problem, severity }) =>
      this.reporter.toReported(problem, severity),
    );
    if (all.length <= most) return reported;
    return [...reported, this.reporter.restOf(all[0]!.problem.place.source, all.length - most)];
  }
}

interface InFile {
  readonly problem: Problem;
  readonly severity: Severity;
}

/** One for all that say the same of the same cell; beside it stand the declarations that say it. */
function alikeTogether(shown: readonly Shown[], language: Language): InFile[] {
  const alike = new Map<string, Shown[]>();
  for (const one of shown) {
    const { problem, severity } = one;
    if (!problem.inTable) continue;
    const { start, end } = problem.inTable.place.span;
    const said = problemMessage(problemInTable(problem, { ...problem.inTable, about: "" }), language);
    const key = `${start} ${end} ${severity} ${said}`;
    const others = alike.get(key);
    if (others) others.push(one);
    else alike.set(key, [one]);
  }
  return [...alike.values()].map((all) => {
    const [{ problem, severity }] = all as [Shown];
    const { place } = problem.inTable!;
    const about = [...new Set(all.map((one) => one.problem.inTable!.about))].join(", ");
    const bindings = all.map((one) => bindingOf(one.problem.place));
    const known = [place, ...bindings.map((one) => one.place)];
    const related = [
      ...bindings,
      ...problem.related.filter((one) => !known.some((other) => isSamePlace(one.place, other))),
    ];
    const data = problem.data?.explained === "yes" ? { explained: "yes" } : undefined;
    return { problem: { ...problemInTable(problem, { place, about }), related, data }, severity };
  });
}

/** The declaration, in its own words up to the path. */
function bindingOf(place: Place): RelatedPlace {
  const { text } = place.source;
  const line = text.slice(0, place.span.end).split(/[\r\n]/);
  return { place, message: line.at(-1)!.trim() };
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.source === b.source && a.span.start === b.span.start && a.span.end === b.span.end;
}

function isSame(a: TableReport["shown"], b: TableReport["shown"]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

interface TableReport {
  readonly moves: number;
  readonly shown: readonly (readonly Shown[])[];
  readonly reported: readonly ReportedProblem[];
}
