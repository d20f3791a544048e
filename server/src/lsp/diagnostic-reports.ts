import type { Diagnostic } from "vscode-languageserver";
import type { ReportedProblem } from "../language-service.ts";
import type { ClientAbilities } from "./client-abilities.ts";
import { toDiagnostic } from "./convert.ts";
import type { FolderProgram } from "./folder-program.ts";

/** The diagnostics of one file, with an id that stays the same as long as they do. */
export interface DiagnosticReport {
  readonly resultId: string;
  readonly items: Diagnostic[];
}

interface Known {
  readonly problems: readonly ReportedProblem[];
  readonly report: DiagnosticReport;
}

/** Of a file that was not checked yet, as that is waited with. */
const nothingTold: DiagnosticReport = { resultId: "not-checked", items: [] };

/** What was last found in each file, so that the same problems are neither converted nor sent twice. */
export class DiagnosticReports {
  private readonly client: Pick<ClientAbilities, "relatedInformation" | "diagnosticTags">;
  private readonly known = new WeakMap<FolderProgram, Map<string, Known>>();
  private readonly converted = new WeakMap<
    ReportedProblem,
    { readonly diagnostic: Diagnostic; readonly uris: readonly string[] }
  >();
  private readonly isHeld: (program: FolderProgram) => boolean;
  private count = 0;

  /** @param isHeld whether what was told of a program stays, although something has changed */
  constructor(
    client: Pick<ClientAbilities, "relatedInformation" | "diagnosticTags">,
    isHeld: (program: FolderProgram) => boolean,
  ) {
    this.client = client;
    this.isHeld = isHeld;
  }

  /** Checks what changed, and answers with the problems of a file that are to be told now. */
  of(program: FolderProgram, path: string): DiagnosticReport {
    const ofProgram = this.known.get(program) ?? new Map<string, Known>();
    this.known.set(program, ofProgram);
    const last = ofProgram.get(path);
    if (this.isHeld(program)) return last?.report ?? nothingTold;
    const problems = program.service.problemsOf(path);
    if (last && sameProblems(last.problems, problems)) return last.report;
    this.count += 1;
    const uriOf = remembered((one) => program.uriOf(one));
    const report = {
      resultId: String(this.count),
      items: problems.map((one) => this.diagnosticOf(one, uriOf)),
    };
    ofProgram.set(path, { problems, report });
    return report;
  }

  /** A problem that stayed the same object is converted once, unless a related file has got another URI since. */
  private diagnosticOf(problem: ReportedProblem, uriOf: (path: string) => string): Diagnostic {
    const known = this.converted.get(problem);
    if (known && problem.related.every(({ path }, i) => uriOf(path) === known.uris[i]))
      return known.diagnostic;
    const diagnostic = toDiagnostic(problem, uriOf, this.client);
    this.converted.set(problem, { diagnostic, uris: problem.related.map(({ path }) => uriOf(path)) });
    return diagnostic;
  }
}

/** Hundreds of problems speak of a file or two. */
function remembered(uriOf: (path: string) => string): (path: string) => string {
  const known = new Map<string, string>();
  return (path) => {
    const uri = known.get(path) ?? uriOf(path);
    known.set(path, uri);
    return uri;
  };
}

function sameProblems(a: readonly ReportedProblem[], b: readonly ReportedProblem[]): boolean {
  return a === b || (a.length === b.length && a.every((one, i) => sameProblem(one, b[i]!)));
}

function sameProblem(a: ReportedProblem, b: ReportedProblem): boolean {
  if (a === b) return true;
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    sameRange(a, b) &&
    sameData(a.data, b.data) &&
    a.related.length === b.related.length &&
    a.related.every((one, i) => {
      const other = b.related[i]!;
      return one.path === other.path && one.message === other.message && sameRange(one, other);
    })
  );
}

function sameRange(a: Pick<ReportedProblem, "range">, b: Pick<ReportedProblem, "range">): boolean {
  const { start, end } = a.range;
  const other = b.range;
  return (
    start.line === other.start.line &&
    start.character === other.start.character &&
    end.line === other.end.line &&
    end.character === other.end.character
  );
}

function sameData(a: ReportedProblem["data"], b: ReportedProblem["data"]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
