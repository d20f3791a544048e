import type { Source } from "../diagnostics/place.ts";
import type { Problem } from "../diagnostics/problem.ts";

/**
 * The problems of a program, by what they are found in (a declaration, or a clause that several cite) and by the
 * declaration that they are shown at: an indicator's missed target is shown at the value in the report.
 */
export class ProblemStore {
  private readonly byProducer = new Map<object, readonly Problem[]>();
  private readonly bySource = new Map<Source, readonly Problem[]>();
  private readonly byPath = new Map<string, Set<Source>>();
  private readonly versions = new Map<string, number>();

  /** Replaces what was found in something. */
  set(producer: object, problems: readonly Problem[]): void {
    this.delete(producer);
    if (problems.length === 0) return;
    this.byProducer.set(producer, problems);
    for (const [source, own] of bySource(problems)) {
      const others = this.bySource.get(source);
      this.bySource.set(source, others ? [...others, ...own] : own);
      this.changed(source.path);
      const inPath = this.byPath.get(source.path);
      if (inPath) inPath.add(source);
      else this.byPath.set(source.path, new Set([source]));
    }
  }

  delete(producer: object): void {
    const problems = this.byProducer.get(producer);
    if (!problems) return;
    this.byProducer.delete(producer);
    const old = new Set(problems);
    for (const source of new Set(problems.map((problem) => problem.place.source))) {
      this.changed(source.path);
      const rest = this.bySource.get(source)?.filter((problem) => !old.has(problem)) ?? [];
      if (rest.length > 0) this.bySource.set(source, rest);
      else {
        this.bySource.delete(source);
        this.byPath.get(source.path)?.delete(source);
      }
    }
  }

  /** Another number whenever the problems shown in a file have changed. */
  versionOf(path: string): number {
    return this.versions.get(path) ?? 0;
  }

  private changed(path: string): void {
    this.versions.set(path, this.versionOf(path) + 1);
  }

  /** The declarations of a file that problems are shown at, in no order. */
  sourcesIn(path: string): ReadonlySet<Source> {
    return this.byPath.get(path) ?? noSources;
  }

  /** The problems shown at a declaration; the same array as long as nothing about it changed. */
  at(source: Source): readonly Problem[] {
    return this.bySource.get(source) ?? nothing;
  }
}

const nothing: readonly Problem[] = [];
const noSources: ReadonlySet<Source> = new Set();

/** Nearly always one source, the producer itself; then the list is passed on as it is. */
function bySource(problems: readonly Problem[]): ReadonlyMap<Source, readonly Problem[]> {
  const first = problems[0]!.place.source;
  if (problems.every((problem) => problem.place.source === first)) return new Map([[first, problems]]);
  const sources = new Map<Source, Problem[]>();
  for (const problem of problems) {
    const list = sources.get(problem.place.source);
    if (list) list.push(problem);
    else sources.set(problem.place.source, [problem]);
  }
  return sources;
}
